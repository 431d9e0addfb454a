#include "hub/tables/recordtable.h"

#include "domain/kinds/conflict.h"
#include "hub/tables/columns.h"

namespace doorstep::hub {

namespace {

const RowShape kRecord{"record",
                       {"id", "kind", "scope", "subject", "previous_seq", "echo_device", "echo_epoch", "deleted",
                        "received_at", "updated_at", "body"},
                       1,
                       "seq"};

const char* const kSelectById = "SELECT body, scope, subject, seq, previous_seq, echo_device, echo_epoch, received_at,"
                                " updated_at FROM record WHERE id = ?";
const char* const kSelectBySubject = "SELECT body, scope, subject, seq, previous_seq, echo_device, echo_epoch,"
                                     " received_at, updated_at FROM record WHERE subject = ? ORDER BY seq";

// More than two time zones can be apart.
constexpr qint64 kMostOffset = 48LL * 60 * 60 * 1000;

Result<RecordRow> rowFrom(const Query& select)
{
    DOORSTEP_TRY_ASSIGN(domain::Record record, wire::recordFromBytes(select.bytes(0)));
    return RecordRow{std::move(record), select.text(1),    select.isNull(2) ? QUuid() : select.uuid(2),
                     select.integer(3), select.integer(4), static_cast<DeviceNumber>(select.integer(5)),
                     select.integer(6), timeOf(select, 7), timeOf(select, 8)};
}

} // namespace

Result<std::optional<RecordRow>> RecordTable::record(const RecordId& id)
{
    if (const auto place = m_places.constFind(id.uuid()); place != m_places.cend())
        return m_put[*place];
    Query select = m_session.query(kSelectById);
    select.bind(id.uuid());
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    return rowFrom(select);
}

Result<std::optional<QString>> RecordTable::schemeOf(const RecordId& id)
{
    if (const auto place = m_places.constFind(id.uuid()); place != m_places.cend())
        return m_put[*place].scope;
    if (const auto known = m_schemes.constFind(id.uuid()); known != m_schemes.cend())
        return *known;
    Query select = m_session.query("SELECT scope FROM record WHERE id = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(id.uuid()).step());
    if (!found)
        return std::nullopt;
    return *m_schemes.insert(id.uuid(), select.text(0));
}

Result<std::vector<RecordRow>> RecordTable::recordsOf(const QUuid& subject)
{
    std::vector<RecordRow> rows;
    Query select = m_session.query(kSelectBySubject);
    select.bind(subject);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            break;
        DOORSTEP_TRY_ASSIGN(RecordRow row, rowFrom(select));
        if (!m_places.contains(row.record.id.uuid()))
            rows.push_back(std::move(row));
    }
    for (const RecordRow& row : m_put) {
        if (row.subject == subject)
            rows.push_back(row);
    }
    return rows;
}

void RecordTable::put(RecordRow row)
{
    const QUuid id = row.record.id.uuid();
    if (const auto place = m_places.constFind(id); place != m_places.cend()) {
        m_put[*place] = std::move(row);
        return;
    }
    m_places.insert(id, m_put.size());
    m_put.push_back(std::move(row));
}

Result<qint64> RecordTable::seq()
{
    Query select = m_session.query("SELECT seq FROM counter");
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

void RecordTable::handOver()
{
    for (const RecordRow& row : m_put)
        m_session.put(kRecord,
                      {row.record.id.uuid().toRfc4122(), row.record.kind->key(), row.scope, valueOf(row.subject),
                       row.previousSeq, row.echoDevice, row.echoEpoch, qint64{row.record.isDeleted()},
                       row.receivedAt.toIso(), row.updatedAt.toIso(), wire::recordToBytes(row.record)});
    m_put.clear();
    m_places.clear();
}

Result<QByteArrayList> RecordTable::bodiesOf(const QUuid& subject)
{
    QByteArrayList bodies;
    Query select = m_session.query("SELECT body FROM record WHERE subject = ? ORDER BY seq");
    select.bind(subject);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return bodies;
        bodies << select.bytes(0);
    }
}

Result<Purged> RecordTable::purge(const Timestamp& before)
{
    // Moments lie here as text with their offset, so they are compared as moments.
    std::vector<QUuid> ids;
    Purged purged;
    {
        Query select = m_session.query("SELECT id, seq, updated_at FROM record WHERE deleted = 1 AND updated_at < ?");
        select.bind(Timestamp(before.utcMilliseconds() + kMostOffset, 0).toIso());
        for (;;) {
            DOORSTEP_TRY_ASSIGN(const bool found, select.step());
            if (!found)
                break;
            if (!(timeOf(select, 2) < before))
                continue;
            ids.push_back(select.uuid(0));
            purged.seq = std::max(purged.seq, select.integer(1));
        }
    }
    for (const QUuid& id : ids) {
        Query erase = m_session.query("DELETE FROM record WHERE id = ? AND deleted = 1");
        DOORSTEP_TRY(erase.bind(id).run());
    }
    m_schemes.clear();
    purged.count = static_cast<qint64>(ids.size());
    return purged;
}

Status RecordTable::forEach(const QString& kind, const std::function<Status(const QByteArray&, const QString&)>& use)
{
    Query select =
        m_session.longQuery("SELECT body, received_at FROM record WHERE kind = ?1 OR ?1 = '' ORDER BY kind, id");
    select.bind(kind);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        DOORSTEP_TRY(use(select.bytes(0), select.text(1)));
    }
}

Result<QMap<QString, qint64>> RecordTable::counts()
{
    QMap<QString, qint64> counts;
    Query select = m_session.query("SELECT kind, count(*) FROM record WHERE deleted = 0 GROUP BY kind");
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return counts;
        counts.insert(select.text(0), select.integer(1));
    }
}

Result<qint64> RecordTable::openConflicts()
{
    qint64 open = 0;
    Query select = m_session.query("SELECT body FROM record WHERE kind = 'conflict' AND deleted = 0");
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return open;
        DOORSTEP_TRY_ASSIGN(const domain::Record record, wire::recordFromBytes(select.bytes(0)));
        open += domain::fromRecord<domain::Conflict>(record).open.valueOr(false) ? 1 : 0;
    }
}

} // namespace doorstep::hub
