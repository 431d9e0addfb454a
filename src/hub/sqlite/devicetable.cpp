#include "hub/sqlite/devicetable.h"

#include "hub/sqlite/columns.h"

namespace doorstep::hub {

using sql::Statement;

namespace {

const char* const kSelectAll = "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
                               " schema, revoked FROM device ORDER BY number";
const char* const kSelectByNumber =
    "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
    " schema, revoked FROM device WHERE number = ?";
const char* const kSelectByToken = "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
                                   " schema, revoked FROM device WHERE token_hash = ?";

Device deviceFrom(const Statement& row)
{
    return {static_cast<DeviceNumber>(row.integer(0)),
            row.integer(1),
            row.bytes(2),
            timeOf(row, 3),
            optionalTimeOf(row, 4),
            static_cast<int>(row.integer(5)),
            row.text(6),
            static_cast<int>(row.integer(7)),
            row.integer(8) != 0};
}

Result<std::optional<Device>> oneFrom(Statement& select)
{
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    return found ? std::optional(deviceFrom(select)) : std::nullopt;
}

} // namespace

Result<DeviceNumber> SqliteDeviceTable::add(const Device& device)
{
    Statement insert(m_connection,
                     "INSERT INTO device (account, token_hash, created, last_contact, waiting, oldest_waiting,"
                     " schema, revoked) VALUES (?, ?, ?, NULL, 0, '', ?, 0)");
    DOORSTEP_TRY(
        insert.bind(device.account).bind(device.tokenHash).bind(device.created.toIso()).bind(device.schema).run());
    return static_cast<DeviceNumber>(m_connection.lastInsertId());
}

Status SqliteDeviceTable::update(const Device& device)
{
    Statement update(m_connection, "UPDATE device SET last_contact = ?, waiting = ?, oldest_waiting = ?, schema = ?,"
                                   " revoked = ? WHERE number = ?");
    bindTime(update, device.lastContact);
    update.bind(device.waiting).bind(device.oldestWaiting).bind(device.schema).bind(device.isRevoked ? 1 : 0);
    return update.bind(device.number).run();
}

Result<std::optional<Device>> SqliteDeviceTable::device(DeviceNumber number)
{
    Statement select(m_connection, kSelectByNumber);
    return oneFrom(select.bind(number));
}

Result<std::optional<Device>> SqliteDeviceTable::byToken(const QByteArray& tokenHash)
{
    Statement select(m_connection, kSelectByToken);
    return oneFrom(select.bind(tokenHash));
}

Result<std::vector<Device>> SqliteDeviceTable::all()
{
    std::vector<Device> devices;
    Statement select(m_connection, kSelectAll);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return devices;
        devices.push_back(deviceFrom(select));
    }
}

} // namespace doorstep::hub
