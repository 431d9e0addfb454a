#include "ui/person/casefile.h"

#include "store/caseloadstore.h"

#include <QCoreApplication>
#include <QSet>

namespace doorstep::ui {

using base::Result;
using base::Status;
using domain::Record;

namespace {

/// Everybody and every place the records point to, by kind.
QHash<QString, QSet<QUuid>> referred(const std::vector<Record>& records)
{
    QHash<QString, QSet<QUuid>> ids;
    for (const Record& record : records) {
        for (size_t i = 0; i < record.values.size(); ++i) {
            const char* kind = record.kind->fields[i].refers;
            const QUuid* id = std::get_if<QUuid>(&record.values[i]);
            if (kind && id)
                ids[QString::fromLatin1(kind)].insert(*id);
        }
    }
    return ids;
}

} // namespace

Result<CaseFile> CaseFile::read(Session& session, const QUuid& person)
{
    CaseFile file;
    DOORSTEP_TRY_ASSIGN(file.m_records, store::CaseloadStore(session.store(), session.clock()).recordsOf(person));
    file.m_person = domain::fromRecord<domain::Person>(file.m_records.front());
    file.m_lists = &session.lists();
    file.m_today = session.clock().now().date();
    file.m_worker = base::uuidFromText(session.device().worker).value_or(QUuid());
    DOORSTEP_TRY_ASSIGN(file.m_unsettled, session.outbox().unsettledOf(person));
    DOORSTEP_TRY(file.readNames(session));
    return file;
}

Status CaseFile::readNames(Session& session)
{
    store::CaseloadStore store(session.store(), session.clock());
    const auto ids = referred(m_records);
    for (const domain::KindSpec* kind : {&domain::kindOf<domain::Worker>(), &domain::kindOf<domain::Organisation>()}) {
        for (const QUuid& id : ids.value(kind->key())) {
            DOORSTEP_TRY_ASSIGN(const QString name, store.nameOf(*kind, id));
            m_names.insert(id, name);
        }
    }
    return {};
}

QString CaseFile::name() const
{
    const QString name = domain::displayName(m_person);
    return name.isEmpty() ? QCoreApplication::translate("CaseFile", "Somebody without a name") : name;
}

QString CaseFile::workerName(const domain::Ref<domain::Worker>& worker) const
{
    if (!worker.has())
        return {};
    return worker.value().uuid() == m_worker ? QCoreApplication::translate("CaseFile", "You")
                                             : m_names.value(worker.value().uuid());
}

QString CaseFile::organisationName(const domain::Ref<domain::Organisation>& organisation) const
{
    return organisation.has() ? m_names.value(organisation.value().uuid()) : QString();
}

QString CaseFile::label(QStringView list, const domain::Choice& choice) const
{
    return choice.has() ? m_lists->label(list, choice.value().text) : QString();
}

} // namespace doorstep::ui
