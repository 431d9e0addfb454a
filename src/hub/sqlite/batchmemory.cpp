#include "hub/sqlite/devicetable.h"
#include "sql/statement.h"
#include "wire/json.h"

// What is remembered of a device's batches: the part of SqliteDeviceTable that every exchange uses.

namespace doorstep::hub {

using sql::Statement;

namespace {

QByteArray bytesOf(const wire::ChangeResult& result)
{
    return wire::compact(wire::toJson(result));
}

Result<wire::ChangeResult> resultOf(const Statement& row, int column)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(row.bytes(column)));
    return wire::resultFromJson(json);
}

} // namespace

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

Result<std::optional<StoredResult>> SqliteDeviceTable::result(const ChangeKey& key)
{
    Statement select(m_connection, "SELECT json, content FROM result WHERE device = ? AND epoch = ? AND n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(key.device).bind(key.epoch).bind(key.n).step());
    if (!found)
        return std::nullopt;
    DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, resultOf(select, 0));
    return StoredResult{std::move(result), select.bytes(1)};
}

Status SqliteDeviceTable::addResult(const ChangeKey& key, const StoredResult& stored)
{
    Statement insert(m_connection,
                     "INSERT OR REPLACE INTO result (device, epoch, n, json, content) VALUES (?, ?, ?, ?, ?)");
    insert.bind(key.device).bind(key.epoch).bind(key.n).bind(bytesOf(stored.result));
    return insert.bind(stored.content).run();
}

Status SqliteDeviceTable::addLate(const ChangeKey& key, const wire::ChangeResult& result)
{
    Statement update(m_connection, "UPDATE result SET json = ? WHERE device = ? AND epoch = ? AND n = ?");
    DOORSTEP_TRY(update.bind(bytesOf(result)).bind(key.device).bind(key.epoch).bind(key.n).run());
    Statement insert(m_connection, "INSERT INTO late_result (device, epoch, json) VALUES (?, ?, ?)");
    return insert.bind(key.device).bind(key.epoch).bind(bytesOf(result)).run();
}

Result<std::vector<LateResult>> SqliteDeviceTable::late(DeviceNumber device, qint64 epoch)
{
    std::vector<LateResult> all;
    Statement select(m_connection, "SELECT place, json FROM late_result WHERE device = ? AND epoch = ? ORDER BY place");
    select.bind(device).bind(epoch);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, resultOf(select, 1));
        all.push_back({select.integer(0), std::move(result)});
    }
}

Status SqliteDeviceTable::forgetLate(DeviceNumber device, qint64 epoch, qint64 throughPlace)
{
    Statement erase(m_connection, "DELETE FROM late_result WHERE device = ? AND epoch = ? AND place <= ?");
    return erase.bind(device).bind(epoch).bind(throughPlace).run();
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
