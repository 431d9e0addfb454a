#include "store/outbox.h"

#include "store/recordsql.h"

namespace doorstep::store {

using base::Result;
using base::Status;

namespace {

const char* const kSelect = "SELECT n, record, person, state, code, field, detail, bytes"
                            " FROM outbox JOIN outbox_change USING (n)";

int number(OutboxState state)
{
    return static_cast<int>(state);
}

OutboxEntry readEntry(const sql::Statement& row)
{
    OutboxEntry entry{wire::changeFromBytes(row.bytes(7)), {}, {}, {}, {}, {}};
    entry.n = row.integer(0);
    entry.id = base::RecordId(row.uuid(1));
    if (!row.isNull(2))
        entry.person = row.uuid(2);
    entry.state = static_cast<OutboxState>(row.integer(3));
    entry.code = row.text(4);
    entry.field = row.text(5);
    entry.detail = row.text(6);
    return entry;
}

} // namespace

Status Outbox::append(sql::Transaction& transaction, const OutboxEntry& entry)
{
    sql::Statement insert(transaction.connection(),
                          "INSERT INTO outbox (n, record, person, operation, saved_at) VALUES (?, ?, ?, ?, ?)");
    insert.bind(entry.n).bind(entry.id.uuid());
    if (entry.person)
        insert.bind(*entry.person);
    else
        insert.bindNull();
    insert.bind(entry.operation == wire::Operation::Delete ? 1 : 0).bind(packTime(entry.savedAt));
    DOORSTEP_TRY(insert.run());
    sql::Statement bytes(transaction.connection(), "INSERT INTO outbox_change (n, bytes) VALUES (?, ?)");
    return bytes.bind(entry.n).bind(wire::changeToBytes(entry)).run();
}

Result<OutboxCounts> Outbox::counts()
{
    OutboxCounts counts;
    {
        // What is no longer kept here has been recorded and received all the same.
        sql::Statement gone(m_store.connection(), "SELECT dropped_received, handed_over FROM device");
        DOORSTEP_TRY(gone.step());
        counts.received = static_cast<int>(gone.integer(0));
        counts.handedOver = static_cast<int>(gone.integer(1));
    }
    // The first in number was saved first; its time is looked up, so that the rest is read from the index alone.
    sql::Statement select(m_store.connection(), "SELECT state, entries, (SELECT saved_at FROM outbox WHERE n = first)"
                                                " FROM (SELECT state, count(*) AS entries, min(n) AS first"
                                                " FROM outbox GROUP BY state)");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return counts;
        const int entries = static_cast<int>(select.integer(1));
        const auto state = static_cast<OutboxState>(select.integer(0));
        if (state == OutboxState::Waiting || state == OutboxState::InFlight) {
            const base::Timestamp oldest = unpackTime(select.integer(2));
            if (!counts.oldestWaiting || oldest < *counts.oldestWaiting)
                counts.oldestWaiting = oldest;
        }
        switch (state) {
        case OutboxState::Waiting:
            counts.waiting = entries;
            break;
        case OutboxState::InFlight:
            counts.inFlight = entries;
            break;
        // What was replaced is in the hub's keeping as well.
        case OutboxState::Received:
        case OutboxState::Replaced:
            counts.received += entries;
            break;
        case OutboxState::Held:
            counts.held = entries;
            break;
        case OutboxState::NeedsAttention:
            counts.needsAttention = entries;
            break;
        }
    }
}

Result<Backlog> Outbox::backlog()
{
    sql::Statement select(m_store.connection(), "SELECT entries, (SELECT saved_at FROM outbox WHERE n = first) FROM"
                                                " (SELECT count(*) AS entries, min(n) AS first FROM outbox"
                                                " WHERE state = 0)");
    DOORSTEP_TRY(select.step());
    Backlog backlog;
    backlog.waiting = static_cast<int>(select.integer(0));
    if (backlog.waiting > 0)
        backlog.oldest = unpackTime(select.integer(1));
    return backlog;
}

Result<std::vector<OutboxEntry>> Outbox::read(sql::Statement& select)
{
    std::vector<OutboxEntry> entries;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return entries;
        entries.push_back(readEntry(select));
    }
}

Result<std::vector<OutboxEntry>> Outbox::entries(OutboxState state, int limit)
{
    static const QByteArray sql = QByteArray(kSelect) + " WHERE state = ? ORDER BY n LIMIT ?";
    sql::Statement select(m_store.connection(), sql);
    select.bind(number(state)).bind(limit);
    return read(select);
}

Result<std::vector<OutboxEntry>> Outbox::entriesOf(base::RecordId record)
{
    static const QByteArray sql = QByteArray(kSelect) + " WHERE record = ? ORDER BY n";
    sql::Statement select(m_store.connection(), sql);
    select.bind(record.uuid());
    return read(select);
}

Result<QSet<QString>> Outbox::pendingFields(base::RecordId record)
{
    sql::Statement select(m_store.connection(), "SELECT bytes FROM outbox JOIN outbox_change USING (n)"
                                                " WHERE record = ? AND state IN (0, 1, 4)");
    select.bind(record.uuid());
    QSet<QString> fields;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return fields;
        const QStringList names = wire::changeFromBytes(select.bytes(0)).change.fields.keys();
        fields.unite(QSet<QString>(names.begin(), names.end()));
    }
}

Result<bool> Outbox::hasPendingDelete(base::RecordId record)
{
    sql::Statement select(m_store.connection(),
                          "SELECT 1 FROM outbox WHERE record = ? AND operation = 1 AND state IN (0, 1, 4) LIMIT 1");
    return select.bind(record.uuid()).one();
}

Result<bool> Outbox::hasUnsent()
{
    sql::Statement select(m_store.connection(), "SELECT 1 FROM outbox WHERE state IN (0, 1) LIMIT 1");
    return select.one();
}

Result<qint64> Outbox::settledThrough()
{
    sql::Statement select(m_store.connection(), "SELECT coalesce((SELECT min(n) FROM outbox WHERE state IN (0, 1)),"
                                                " next_n) - 1 FROM device");
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

Result<QSet<QUuid>> Outbox::pendingRecords()
{
    sql::Statement select(m_store.connection(), "SELECT DISTINCT record FROM outbox WHERE state IN (0, 1, 3, 4)");
    QSet<QUuid> records;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return records;
        records.insert(select.uuid(0));
    }
}

Result<QHash<QUuid, OutboxState>> Outbox::unsettledOf(const QUuid& person)
{
    // The last row of a record wins: NeedsAttention, then Waiting, InFlight, Held.
    sql::Statement select(m_store.connection(), "SELECT record, state FROM outbox WHERE state IN (0, 1, 3, 4)"
                                                " AND person = ? ORDER BY state = 4, state = 0, state = 1");
    select.bind(person);
    QHash<QUuid, OutboxState> states;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return states;
        states.insert(select.uuid(0), static_cast<OutboxState>(select.integer(1)));
    }
}

Result<std::optional<FrozenBatch>> Outbox::nextBatch(int mostChanges, qsizetype mostBytes)
{
    sql::Statement select(m_store.connection(), "SELECT n, bytes FROM outbox JOIN outbox_change USING (n)"
                                                " WHERE state = 0 ORDER BY n LIMIT ?");
    select.bind(mostChanges);
    FrozenBatch batch;
    qsizetype bytes = 0;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const QByteArray change = select.bytes(1);
        bytes += change.size();
        // A single change may be larger than the aim; it still has to go.
        if (!batch.changes.isEmpty() && bytes > mostBytes)
            break;
        if (batch.changes.isEmpty())
            batch.first = select.integer(0);
        batch.last = select.integer(0);
        batch.changes << change;
    }
    if (batch.changes.isEmpty())
        return std::nullopt;
    return batch;
}

Result<bool> Outbox::isNext(const FrozenBatch& batch)
{
    // No change is ever rewritten: the same numbers are the same bytes.
    sql::Statement select(m_store.connection(),
                          "SELECT (SELECT min(n) FROM outbox WHERE state = 0) = ?1 AND ?3 ="
                          " (SELECT count(*) FROM outbox WHERE state = 0 AND n BETWEEN ?1 AND ?2)");
    select.bind(batch.first).bind(batch.last).bind(static_cast<qint64>(batch.changes.size()));
    DOORSTEP_TRY(select.step());
    return select.integer(0) == 1;
}

Result<std::optional<FrozenBatch>> Outbox::frozen()
{
    sql::Statement select(m_store.connection(), "SELECT epoch, first_n, last_n, digest FROM batch");
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    if (!found)
        return std::nullopt;
    FrozenBatch batch{select.integer(0), select.integer(1), select.integer(2), select.text(3).toLatin1(), {}};
    sql::Statement flying(m_store.connection(), "SELECT bytes FROM outbox JOIN outbox_change USING (n)"
                                                " WHERE n BETWEEN ? AND ? AND +state = 1 ORDER BY n");
    flying.bind(batch.first).bind(batch.last);
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, flying.step());
        if (!row)
            return batch;
        batch.changes << flying.bytes(0);
    }
}

Status Outbox::freeze(sql::Transaction& transaction, const FrozenBatch& batch)
{
    sql::Statement insert(transaction.connection(),
                          "INSERT INTO batch (only_row, epoch, first_n, last_n, digest) VALUES (1, ?, ?, ?, ?)");
    insert.bind(batch.epoch).bind(batch.first).bind(batch.last).bind(QString::fromLatin1(batch.digest));
    DOORSTEP_TRY(insert.run());
    // OR FAIL, here and below: a statement that could be taken back alone keeps a copy of every page it touches.
    sql::Statement mark(transaction.connection(),
                        "UPDATE OR FAIL outbox SET state = 1, epoch = ? WHERE +state = 0 AND n BETWEEN ? AND ?");
    return mark.bind(batch.epoch).bind(batch.first).bind(batch.last).run();
}

Status Outbox::thaw(sql::Transaction& transaction)
{
    DOORSTEP_TRY(transaction.connection().run("UPDATE OR FAIL outbox SET state = 0 WHERE state = 1"));
    return dropBatch(transaction);
}

Status Outbox::dropBatch(sql::Transaction& transaction)
{
    return transaction.connection().run("DELETE FROM batch");
}

Status Outbox::settle(sql::Transaction& transaction, qint64 n, OutboxState state, const QString& code,
                      const QString& field, const QString& detail)
{
    // Only what was sent, held or refused can be settled: a stray number in a reply changes nothing.
    sql::Statement update(
        transaction.connection(),
        "UPDATE outbox SET state = ?, code = ?, field = ?, detail = ? WHERE n = ? AND state IN (1, 3, 4)");
    return update.bind(number(state)).bind(code).bind(field).bind(detail).bind(n).run();
}

Status Outbox::receive(sql::Transaction& transaction, qint64 first, qint64 last)
{
    sql::Statement update(transaction.connection(), "UPDATE OR FAIL outbox SET state = 2, code = '', field = '',"
                                                    " detail = '' WHERE n BETWEEN ? AND ? AND +state IN (1, 3, 4)");
    return update.bind(first).bind(last).run();
}

Status Outbox::setAside(sql::Transaction& transaction, qint64 n, const QString& code, const QString& field,
                        const QString& detail)
{
    DOORSTEP_TRY(settle(transaction, n, OutboxState::NeedsAttention, code, field, detail));
    sql::Statement update(transaction.connection(), "UPDATE outbox SET epoch = 0 WHERE n = ?");
    return update.bind(n).run();
}

Status Outbox::releaseHeld(sql::Transaction& transaction, base::RecordId record)
{
    sql::Statement update(transaction.connection(), "UPDATE outbox SET state = 2 WHERE record = ? AND state = 3");
    return update.bind(record.uuid()).run();
}

Status Outbox::replaceAttention(sql::Transaction& transaction, base::RecordId record)
{
    sql::Statement update(transaction.connection(),
                          "UPDATE outbox SET state = 5 WHERE record = ? AND state = 4 AND operation = 0");
    return update.bind(record.uuid()).run();
}

} // namespace doorstep::store
