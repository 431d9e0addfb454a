#include "hub/tables/devicetable.h"
#include "wire/json.h"

// What is remembered of a device's batches: the part of DeviceTable that every exchange uses.

namespace doorstep::hub {

namespace {

const RowShape kEpoch{"device_epoch", {"device", "epoch", "last_n", "confirmed", "safe"}, 2};
const RowShape kResult{"result", {"device", "epoch", "n", "json", "content"}, 3};
const RowShape kBatch{"batch", {"device", "epoch", "last_n", "digest"}, 3};
const RowShape kLate{"late_result", {"device", "epoch", "json"}};
const RowShape kClamp{"clamp", {"device", "original", "clamped"}, 2};

QByteArray bytesOf(const wire::ChangeResult& result)
{
    return wire::compact(wire::toJson(result));
}

Result<wire::ChangeResult> resultOf(const Query& row, int column)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(row.bytes(column)));
    return wire::resultFromJson(json);
}

} // namespace

Result<EpochState> DeviceTable::epoch(DeviceNumber device, qint64 epoch)
{
    DOORSTEP_TRY(m_session.flush(kEpoch));
    Query select = m_session.query("SELECT last_n, confirmed, safe FROM device_epoch WHERE device = ? AND epoch = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(device).bind(epoch).step());
    return found ? EpochState{select.integer(0), select.integer(1), select.integer(2)} : EpochState{};
}

Status DeviceTable::setEpoch(DeviceNumber device, qint64 epoch, const EpochState& state)
{
    m_session.put(kEpoch, {device, epoch, state.lastN, state.confirmed, state.safe});
    return {};
}

Result<QMap<qint64, qint64>> DeviceTable::lastNs(DeviceNumber device)
{
    DOORSTEP_TRY(m_session.flush(kEpoch));
    QMap<qint64, qint64> lastNs;
    Query select = m_session.query("SELECT epoch, last_n FROM device_epoch WHERE device = ?");
    select.bind(device);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return lastNs;
        lastNs.insert(select.integer(0), select.integer(1));
    }
}

Result<std::vector<EpochMark>> DeviceTable::marks()
{
    std::vector<EpochMark> marks;
    Query select = m_session.query("SELECT device, epoch, confirmed FROM device_epoch ORDER BY device, epoch");
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return marks;
        marks.push_back({static_cast<DeviceNumber>(select.integer(0)), select.integer(1), select.integer(2)});
    }
}

Status DeviceTable::setSafe(const EpochMark& mark)
{
    DOORSTEP_TRY(m_session.flush(kEpoch));
    Query update = m_session.query("UPDATE device_epoch SET safe = ?1 WHERE device = ?2 AND epoch = ?3 AND safe < ?1");
    return update.bind(mark.confirmed).bind(mark.device).bind(mark.epoch).run();
}

Result<std::optional<StoredResult>> DeviceTable::result(const ChangeKey& key)
{
    DOORSTEP_TRY(m_session.flush(kResult));
    Query select = m_session.query("SELECT json, content FROM result WHERE device = ? AND epoch = ? AND n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(key.device).bind(key.epoch).bind(key.n).step());
    if (!found)
        return std::nullopt;
    DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, resultOf(select, 0));
    return StoredResult{std::move(result), select.bytes(1)};
}

Status DeviceTable::addResult(const ChangeKey& key, const StoredResult& stored)
{
    m_session.put(kResult, {key.device, key.epoch, key.n, bytesOf(stored.result), stored.content});
    return {};
}

Status DeviceTable::addLate(const ChangeKey& key, const wire::ChangeResult& result)
{
    DOORSTEP_TRY(m_session.flush(kResult));
    Query update = m_session.query("UPDATE result SET json = ? WHERE device = ? AND epoch = ? AND n = ?");
    DOORSTEP_TRY(update.bind(bytesOf(result)).bind(key.device).bind(key.epoch).bind(key.n).run());
    m_session.put(kLate, {key.device, key.epoch, bytesOf(result)});
    return {};
}

Result<std::vector<LateResult>> DeviceTable::late(DeviceNumber device, qint64 epoch)
{
    DOORSTEP_TRY(m_session.flush(kLate));
    std::vector<LateResult> all;
    Query select = m_session.query("SELECT place, json FROM late_result WHERE device = ? AND epoch = ? ORDER BY place");
    select.bind(device).bind(epoch);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, resultOf(select, 1));
        all.push_back({select.integer(0), std::move(result)});
    }
}

Status DeviceTable::forgetLate(DeviceNumber device, qint64 epoch, qint64 throughPlace)
{
    DOORSTEP_TRY(m_session.flush(kLate));
    Query erase = m_session.query("DELETE FROM late_result WHERE device = ? AND epoch = ? AND place <= ?");
    return erase.bind(device).bind(epoch).bind(throughPlace).run();
}

Result<QByteArray> DeviceTable::digest(const ChangeKey& last)
{
    DOORSTEP_TRY(m_session.flush(kBatch));
    Query select = m_session.query("SELECT digest FROM batch WHERE device = ? AND epoch = ? AND last_n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(last.device).bind(last.epoch).bind(last.n).step());
    return found ? select.bytes(0) : QByteArray();
}

Status DeviceTable::setDigest(const ChangeKey& last, const QByteArray& digest)
{
    m_session.put(kBatch, {last.device, last.epoch, last.n, digest});
    return {};
}

Status DeviceTable::forget(const ChangeKey& through)
{
    DOORSTEP_TRY(m_session.flush(kResult));
    DOORSTEP_TRY(m_session.flush(kBatch));
    Query results = m_session.query("DELETE FROM result WHERE device = ? AND epoch = ? AND n <= ?");
    DOORSTEP_TRY(results.bind(through.device).bind(through.epoch).bind(through.n).run());
    Query batches = m_session.query("DELETE FROM batch WHERE device = ? AND epoch = ? AND last_n <= ?");
    return batches.bind(through.device).bind(through.epoch).bind(through.n).run();
}

Result<QMap<base::Version, base::Version>> DeviceTable::clamps(DeviceNumber device)
{
    DOORSTEP_TRY(m_session.flush(kClamp));
    QMap<base::Version, base::Version> clamps;
    Query select = m_session.query("SELECT original, clamped FROM clamp WHERE device = ?");
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

Status DeviceTable::addClamp(DeviceNumber device, const base::Version& original, const base::Version& clamped)
{
    m_session.put(kClamp, {device, original.text(), clamped.text()});
    return {};
}

} // namespace doorstep::hub
