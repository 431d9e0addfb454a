#include "hub/sqlite/devicetable.h"
#include "sql/statement.h"
#include "wire/json.h"

// What is remembered of a device's batches: the part of SqliteDeviceTable that every exchange uses.

namespace doorstep::hub {

using sql::Statement;

Result<EpochState> SqliteDeviceTable::epoch(DeviceNumber device, qint64 epoch)
{
    Statement select(m_connection, "SELECT last_n, confirmed FROM device_epoch WHERE device = ? AND epoch = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(device).bind(epoch).step());
    return found ? EpochState{select.integer(0), select.integer(1)} : EpochState{};
}

Status SqliteDeviceTable::setEpoch(DeviceNumber device, qint64 epoch, const EpochState& state)
{
    Statement insert(m_connection,
                     "INSERT OR REPLACE INTO device_epoch (device, epoch, last_n, confirmed) VALUES (?, ?, ?, ?)");
    return insert.bind(device).bind(epoch).bind(state.lastN).bind(state.confirmed).run();
}

Result<std::optional<wire::ChangeResult>> SqliteDeviceTable::result(const ChangeKey& key)
{
    Statement select(m_connection, "SELECT json FROM result WHERE device = ? AND epoch = ? AND n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(key.device).bind(key.epoch).bind(key.n).step());
    if (!found)
        return std::nullopt;
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(select.bytes(0)));
    return wire::resultFromJson(json);
}

Status SqliteDeviceTable::addResult(const ChangeKey& key, const wire::ChangeResult& result)
{
    Statement insert(m_connection, "INSERT OR REPLACE INTO result (device, epoch, n, json) VALUES (?, ?, ?, ?)");
    return insert.bind(key.device).bind(key.epoch).bind(key.n).bind(wire::compact(wire::toJson(result))).run();
}

Result<QByteArray> SqliteDeviceTable::digest(const ChangeKey& last)
{
    Statement select(m_connection, "SELECT digest FROM batch WHERE device = ? AND epoch = ? AND last_n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(last.device).bind(last.epoch).bind(last.n).step());
    return found ? select.bytes(0) : QByteArray();
}

Status SqliteDeviceTable::setDigest(const ChangeKey& last, const QByteArray& digest)
{
    Statement insert(m_connection, "INSERT OR REPLACE INTO batch (device, epoch, last_n, digest) VALUES (?, ?, ?, ?)");
    return insert.bind(last.device).bind(last.epoch).bind(last.n).bind(digest).run();
}

Status SqliteDeviceTable::forget(const ChangeKey& through)
{
    Statement results(m_connection, "DELETE FROM result WHERE device = ? AND epoch = ? AND n <= ?");
    DOORSTEP_TRY(results.bind(through.device).bind(through.epoch).bind(through.n).run());
    Statement batches(m_connection, "DELETE FROM batch WHERE device = ? AND epoch = ? AND last_n <= ?");
    return batches.bind(through.device).bind(through.epoch).bind(through.n).run();
}

Result<QMap<base::Version, base::Version>> SqliteDeviceTable::clamps(DeviceNumber device)
{
    QMap<base::Version, base::Version> clamps;
    Statement select(m_connection, "SELECT original, clamped FROM clamp WHERE device = ?");
    select.bind(device);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return clamps;
        const auto original = base::Version::fromText(select.text(0));
        const auto clamped = base::Version::fromText(select.text(1));
        if (!original || !clamped)
            return base::fail(base::ErrorCode::Corrupt, QStringLiteral("a malformed version in clamp"));
        clamps.insert(*original, *clamped);
    }
}

Status SqliteDeviceTable::addClamp(DeviceNumber device, const base::Version& original, const base::Version& clamped)
{
    Statement insert(m_connection, "INSERT OR IGNORE INTO clamp (device, original, clamped) VALUES (?, ?, ?)");
    return insert.bind(device).bind(original.text()).bind(clamped.text()).run();
}

} // namespace doorstep::hub
