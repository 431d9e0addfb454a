#include "hub/tables/devicetable.h"

#include "hub/tables/columns.h"

namespace doorstep::hub {

namespace {

const RowShape kDevice{"device",
                       {"account", "token_hash", "created", "last_contact", "waiting", "oldest_waiting", "schema",
                        "revoked", "erased_through"}};

const char* const kSelectAll = "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
                               " schema, revoked, erased_through FROM device ORDER BY number";
const char* const kSelectByNumber =
    "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
    " schema, revoked, erased_through FROM device WHERE number = ?";
const char* const kSelectByToken = "SELECT number, account, token_hash, created, last_contact, waiting, oldest_waiting,"
                                   " schema, revoked, erased_through FROM device WHERE token_hash = ?";

Device deviceFrom(const Query& row)
{
    return {static_cast<DeviceNumber>(row.integer(0)),
            row.integer(1),
            row.bytes(2),
            timeOf(row, 3),
            optionalTimeOf(row, 4),
            static_cast<int>(row.integer(5)),
            row.text(6),
            static_cast<int>(row.integer(7)),
            row.integer(8) != 0,
            row.integer(9)};
}

Result<std::optional<Device>> oneFrom(Query& select)
{
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    return found ? std::optional(deviceFrom(select)) : std::nullopt;
}

} // namespace

Result<DeviceNumber> DeviceTable::add(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(const qint64 number,
                        m_session.add(kDevice,
                                      {device.account, device.tokenHash, device.created.toIso(),
                                       valueOf(device.lastContact), qint64{device.waiting}, device.oldestWaiting,
                                       qint64{device.schema}, qint64{device.isRevoked}, device.erasedThrough},
                                      "number"));
    return static_cast<DeviceNumber>(number);
}

Status DeviceTable::update(const Device& device)
{
    Query update = m_session.query("UPDATE device SET last_contact = ?, waiting = ?, oldest_waiting = ?, schema = ?,"
                                   " revoked = ?, erased_through = ? WHERE number = ?");
    update.bindValue(valueOf(device.lastContact));
    update.bind(device.waiting).bind(device.oldestWaiting).bind(device.schema).bind(device.isRevoked ? 1 : 0);
    return update.bind(device.erasedThrough).bind(device.number).run();
}

Result<std::optional<Device>> DeviceTable::device(DeviceNumber number)
{
    Query select = m_session.query(kSelectByNumber);
    return oneFrom(select.bind(number));
}

Result<std::optional<Device>> DeviceTable::byToken(const QByteArray& tokenHash)
{
    Query select = m_session.query(kSelectByToken);
    return oneFrom(select.bind(tokenHash));
}

Result<std::vector<Device>> DeviceTable::all()
{
    std::vector<Device> devices;
    Query select = m_session.query(kSelectAll);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return devices;
        devices.push_back(deviceFrom(select));
    }
}

} // namespace doorstep::hub
