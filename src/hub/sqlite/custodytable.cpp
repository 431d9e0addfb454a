#include "hub/sqlite/custodytable.h"

#include "hub/sqlite/columns.h"
#include "wire/json.h"

namespace doorstep::hub {

using sql::Statement;

namespace {

QByteArray bytesOf(const wire::Change& change)
{
    return wire::compact(wire::toJson(change));
}

Result<wire::Change> changeOf(const Statement& row, int column)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(row.bytes(column)));
    return wire::changeFromJson(json);
}

ChangeKey keyOf(const Statement& row, int column)
{
    return {static_cast<DeviceNumber>(row.integer(column)), row.integer(column + 1), row.integer(column + 2)};
}

void bindKey(Statement& statement, const ChangeKey& key)
{
    statement.bind(key.device).bind(key.epoch).bind(key.n);
}

Result<qint64> numberFrom(sql::Connection& connection, const char* sql)
{
    Statement select(connection, sql);
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

} // namespace

Status SqliteCustodyTable::addHistory(const ChangeKey& key, const wire::Change& change, Timestamp at,
                                      QLatin1StringView note)
{
    Statement insert(m_connection,
                     "INSERT INTO history (record, device, epoch, n, at, note, change) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(change.id.uuid());
    bindKey(insert, key);
    return insert.bind(at.toIso()).bind(note).bind(bytesOf(change)).run();
}

Status SqliteCustodyTable::hold(const HeldChange& held)
{
    Statement insert(m_connection,
                     "INSERT INTO held (record, needs, device, epoch, n, at, change) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(held.change.id.uuid()).bind(held.needs);
    bindKey(insert, held.key);
    return insert.bind(held.at.toIso()).bind(bytesOf(held.change)).run();
}

Result<std::vector<HeldChange>> SqliteCustodyTable::heldFor(const QUuid& needs)
{
    std::vector<HeldChange> all;
    Statement select(m_connection,
                     "SELECT place, device, epoch, n, at, change FROM held WHERE needs = ? ORDER BY place");
    select.bind(needs);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        DOORSTEP_TRY_ASSIGN(wire::Change change, changeOf(select, 5));
        all.push_back({select.integer(0), keyOf(select, 1), std::move(change), needs, timeOf(select, 4)});
    }
}

Result<QUuid> SqliteCustodyTable::needsOf(const RecordId& record)
{
    Statement select(m_connection, "SELECT needs FROM held WHERE record = ? ORDER BY place LIMIT 1");
    select.bind(record.uuid());
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    return found ? select.uuid(0) : QUuid();
}

Status SqliteCustodyTable::release(const HeldChange& held)
{
    Statement erase(m_connection, "DELETE FROM held WHERE place = ?");
    return erase.bind(held.place).run();
}

Status SqliteCustodyTable::quarantine(const QuarantinedChange& refused)
{
    Statement insert(m_connection,
                     "INSERT INTO quarantine (record, device, epoch, n, at, code, field, detail, state, change)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)");
    insert.bind(refused.change.id.uuid());
    bindKey(insert, refused.key);
    insert.bind(refused.at.toIso()).bind(base::wireName(refused.reason.code)).bind(refused.reason.field);
    return insert.bind(refused.reason.detail).bind(bytesOf(refused.change)).run();
}

Result<std::vector<QuarantinedChange>> SqliteCustodyTable::quarantined(const RecordId& record, DeviceNumber device)
{
    std::vector<QuarantinedChange> all;
    Statement select(m_connection, "SELECT place, device, epoch, n, at, code, field, detail, change FROM quarantine"
                                   " WHERE record = ? AND device = ? AND state = 'open' ORDER BY place");
    select.bind(record.uuid()).bind(device);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        DOORSTEP_TRY_ASSIGN(wire::Change change, changeOf(select, 8));
        const base::Error reason{base::errorCodeFromWire(select.text(5)).value_or(base::ErrorCode::InvalidValue),
                                 select.text(7), select.text(6)};
        all.push_back({select.integer(0), keyOf(select, 1), std::move(change), reason, timeOf(select, 4)});
    }
}

Status SqliteCustodyTable::closeQuarantine(const QuarantinedChange& refused)
{
    Statement update(m_connection, "UPDATE quarantine SET state = 'applied' WHERE place = ?");
    return update.bind(refused.place).run();
}

Result<qint64> SqliteCustodyTable::heldCount()
{
    return numberFrom(m_connection, "SELECT count(*) FROM held");
}

Result<qint64> SqliteCustodyTable::quarantinedCount()
{
    return numberFrom(m_connection, "SELECT count(*) FROM quarantine WHERE state = 'open'");
}

} // namespace doorstep::hub
