#include "store/caseloadstore.h"

#include "sql/statement.h"
#include "store/caseloadreader.h"
#include "store/recordsql.h"

namespace doorstep::store {

using base::Result;
using domain::KindSpec;
using domain::Record;

Result<std::vector<CaseloadEntry>> CaseloadStore::people(const domain::ProgrammeRules& rules,
                                                         const base::Timestamp& now)
{
    DOORSTEP_TRY(m_lease.check());
    CaseloadReader reader(m_store.connection(), rules);
    DOORSTEP_TRY(reader.readAll(now));
    return reader.take();
}

Result<std::vector<DiaryEntry>> CaseloadStore::diary(const domain::ProgrammeRules& rules, const base::Timestamp& now)
{
    DOORSTEP_TRY(m_lease.check());
    const QDateTime begin(now.date(), QTime(0, 0), Qt::OffsetFromUTC, now.offsetMinutes() * 60);
    const KindSpec& kind = domain::kindOf<domain::PlannedVisit>();
    std::vector<DiaryEntry> entries;
    {
        sql::Statement select(m_store.connection(), recordSql(kind).select +
                                                        " WHERE starts_at >= ? AND starts_at < ? AND _deleted IS NULL"
                                                        " ORDER BY starts_at, id");
        select.bind(packTime(base::Timestamp::fromDateTime(begin)));
        select.bind(packTime(base::Timestamp::fromDateTime(begin.addDays(1))));
        while (true) {
            DOORSTEP_TRY_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            DiaryEntry entry;
            entry.plan = domain::fromRecord<domain::PlannedVisit>(readRecord(select, kind));
            entries.push_back(std::move(entry));
        }
    }
    for (DiaryEntry& entry : entries) {
        const QUuid person = entry.plan.person.valueOr({}).uuid();
        DOORSTEP_TRY_ASSIGN(entry.name, nameOf(domain::kindOf<domain::Person>(), person));
        if (entry.plan.together.has()) {
            DOORSTEP_TRY_ASSIGN(entry.together,
                                nameOf(domain::kindOf<domain::Worker>(), entry.plan.together.value().uuid()));
        }
        if (entry.plan.contact.has())
            entry.isRecorded = m_records.get(entry.plan.contact.value()).has_value();
        Query query;
        query.where = {{QStringLiteral("person"), person}};
        query.orderBy = QStringLiteral("referred_on");
        query.descending = true;
        query.limit = 1;
        DOORSTEP_TRY_ASSIGN(const auto episodes, m_records.list<domain::Episode>(query));
        if (!episodes.empty())
            entry.days = domain::EpisodeDays::of(episodes.front(), rules);
    }
    return entries;
}

Result<std::vector<Record>> CaseloadStore::recordsOf(const QUuid& person)
{
    DOORSTEP_TRY_ASSIGN(const Record first, m_records.get(domain::kindOf<domain::Person>(), base::RecordId(person)));
    std::vector<Record> records{first};
    for (const KindSpec& kind : domain::allKinds()) {
        if (kind.personField < 0)
            continue;
        Query query;
        query.where = {{QStringLiteral("person"), person}};
        DOORSTEP_TRY_ASSIGN(std::vector<Record> found, m_records.list(kind, query));
        records.insert(records.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return records;
}

Result<QString> CaseloadStore::nameOf(const KindSpec& kind, const QUuid& id)
{
    const auto record = m_records.get(kind, base::RecordId(id));
    if (!record) {
        if (record.error().code == base::ErrorCode::NotFound)
            return QString();
        return base::fail(record.error());
    }
    if (&kind == &domain::kindOf<domain::Person>())
        return domain::displayName(domain::fromRecord<domain::Person>(*record));
    const int name = kind.indexOf(u"name");
    return name < 0 ? QString() : domain::toText(record->values[static_cast<size_t>(name)]);
}

} // namespace doorstep::store
