#pragma once

#include "domain/codelist.h"
#include "domain/kinds/organisation.h"
#include "domain/personsummary.h"
#include "ui/core/session.h"

namespace doorstep::ui {

/// All records of one person as they were read, with the names they refer to. A value: pages are made from it.
class CaseFile
{
public:
    [[nodiscard]] static base::Result<CaseFile> read(Session& session, const QUuid& person);

    [[nodiscard]] const std::vector<domain::Record>& records() const { return m_records; }
    [[nodiscard]] const domain::CodeLists& lists() const { return *m_lists; }
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] const domain::Person& person() const { return m_person; }
    /// "Margaret Ellis"; "Somebody without a name" when nobody has written one.
    [[nodiscard]] QString name() const;
    /// The latest episode; none before a referral has been recorded.
    [[nodiscard]] const domain::Record* episode() const { return domain::latestEpisode(m_records); }
    /// How far a record has come to the hub.
    [[nodiscard]] store::OutboxState stateOf(base::RecordId record) const
    {
        return m_unsettled.value(record.uuid(), store::OutboxState::Received);
    }
    /// "You", the worker's name, or nothing.
    [[nodiscard]] QString workerName(const domain::Ref<domain::Worker>& worker) const;
    [[nodiscard]] QString organisationName(const domain::Ref<domain::Organisation>& organisation) const;
    /// The label of an answer in its list; nothing when there is none.
    [[nodiscard]] QString label(QStringView list, const domain::Choice& choice) const;

    template <class T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const domain::Record& record : m_records) {
            if (record.kind == &domain::kindOf<T>() && !record.isDeleted())
                found.push_back(domain::fromRecord<T>(record));
        }
        return found;
    }

private:
    [[nodiscard]] base::Status readNames(Session& session);

    std::vector<domain::Record> m_records;
    const domain::CodeLists* m_lists = nullptr;
    domain::Person m_person;
    QHash<QUuid, QString> m_names;
    QHash<QUuid, store::OutboxState> m_unsettled;
    QUuid m_worker;
    QDate m_today;
};

} // namespace doorstep::ui
