#include "hub/sqlite/recordtable.h"

#include "domain/kinds/conflict.h"
#include "hub/sqlite/columns.h"
#include "sql/statement.h"

namespace doorstep::hub {

using sql::Statement;

namespace {

const char* const kSelectById = "SELECT body, scope, subject, seq, previous_seq, echo_device, echo_epoch, received_at,"
                                " updated_at FROM record WHERE id = ?";
const char* const kSelectBySubject = "SELECT body, scope, subject, seq, previous_seq, echo_device, echo_epoch,"
                                     " received_at, updated_at FROM record WHERE subject = ? ORDER BY seq";

Result<RecordRow> rowFrom(const Statement& select)
{
    DOORSTEP_TRY_ASSIGN(domain::Record record, wire::recordFromBytes(select.bytes(0)));
    return RecordRow{std::move(record), select.text(1),    select.isNull(2) ? QUuid() : select.uuid(2),
                     select.integer(3), select.integer(4), static_cast<DeviceNumber>(select.integer(5)),
                     select.integer(6), timeOf(select, 7), timeOf(select, 8)};
}

} // namespace

Result<std::optional<RecordRow>> SqliteRecordTable::record(const RecordId& id)
{
    if (const auto place = m_places.constFind(id.uuid()); place != m_places.cend())
        return m_put[*place];
    Statement select(m_connection, kSelectById);
    select.bind(id.uuid());
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    return rowFrom(select);
}

Result<std::vector<RecordRow>> SqliteRecordTable::recordsOf(const QUuid& subject)
{
    std::vector<RecordRow> rows;
    Statement select(m_connection, kSelectBySubject);
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

void SqliteRecordTable::put(RecordRow row)
{
    const QUuid id = row.record.id.uuid();
    if (const auto place = m_places.constFind(id); place != m_places.cend()) {
        m_put[*place] = std::move(row);
        return;
    }
    m_places.insert(id, m_put.size());
    m_put.push_back(std::move(row));
}

Result<qint64> SqliteRecordTable::seq()
{
    Statement select(m_connection, "SELECT seq FROM counter");
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

Status SqliteRecordTable::flush()
{
    if (m_put.empty())
        return {};
    Statement count(m_connection, "UPDATE counter SET seq = seq + 1");
    DOORSTEP_TRY(count.run());
    DOORSTEP_TRY_ASSIGN(const qint64 next, seq());
    for (const RecordRow& row : m_put)
        DOORSTEP_TRY(write(row, next));
    m_put.clear();
    m_places.clear();
    return {};
}

Status SqliteRecordTable::write(const RecordRow& row, qint64 seq)
{
    Statement insert(
        m_connection,
        "INSERT OR REPLACE INTO record (id, kind, scope, subject, seq, previous_seq, echo_device, echo_epoch,"
        " deleted, received_at, updated_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(row.record.id.uuid()).bind(row.record.kind->key()).bind(row.scope);
    if (row.subject.isNull())
        insert.bindNull();
    else
        insert.bind(row.subject);
    insert.bind(seq).bind(row.previousSeq).bind(row.echoDevice).bind(row.echoEpoch);
    insert.bind(row.record.isDeleted() ? 1 : 0).bind(row.receivedAt.toIso()).bind(row.updatedAt.toIso());
    insert.bind(wire::recordToBytes(row.record));
    return insert.run();
}

Status SqliteRecordTable::forEach(const QString& kind,
                                  const std::function<Status(const QByteArray&, const QString&)>& use)
{
    Statement select(m_connection, "SELECT body, received_at FROM record WHERE kind = ?1 OR ?1 = '' ORDER BY kind, id");
    select.bind(kind);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        DOORSTEP_TRY(use(select.bytes(0), select.text(1)));
    }
}

Result<QMap<QString, qint64>> SqliteRecordTable::counts()
{
    QMap<QString, qint64> counts;
    Statement select(m_connection, "SELECT kind, count(*) FROM record WHERE deleted = 0 GROUP BY kind");
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return counts;
        counts.insert(select.text(0), select.integer(1));
    }
}

Result<qint64> SqliteRecordTable::openConflicts()
{
    qint64 open = 0;
    Statement select(m_connection, "SELECT body FROM record WHERE kind = 'conflict' AND deleted = 0");
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return open;
        DOORSTEP_TRY_ASSIGN(const domain::Record record, wire::recordFromBytes(select.bytes(0)));
        open += domain::fromRecord<domain::Conflict>(record).open.valueOr(false) ? 1 : 0;
    }
}

} // namespace doorstep::hub
