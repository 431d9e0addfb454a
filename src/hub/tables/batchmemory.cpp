#include "hub/tables/devicetable.h"
#include "wire/json.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

// What is remembered of a device's batches: the part of DeviceTable that every exchange uses.

namespace doorstep::hub {

namespace {

const RowShape kEpoch{"device_epoch", {"device", "epoch", "last_n", "confirmed", "safe"}, 2};
const RowShape kBatch{"sent_batch", {"device", "epoch", "last_n", "first_n", "digest", "contents", "results"}, 3};
const RowShape kLate{"late_result", {"device", "epoch", "json"}};
const RowShape kClamp{"clamp", {"device", "original", "clamped"}, 2};

QByteArray bytesOf(const QJsonArray& results)
{
    return QJsonDocument(results).toJson(QJsonDocument::Compact);
}

QJsonArray arrayOf(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).array();
}

/// The contents name every change of a batch; only what became of it otherwise than well is written out.
Status readBatch(const Query& row, StoredResults& stored)
{
    const QByteArray contents = row.bytes(0);
    QDataStream in(contents);
    while (!in.atEnd()) {
        StoredResult each;
        in >> each.result.n >> each.content;
        stored.insert(each.result.n, each);
    }
    const QJsonArray results = arrayOf(row.bytes(1));
    for (const QJsonValue& each : results) {
        DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, wire::resultFromJson(each.toObject()));
        stored[result.n].result = std::move(result);
    }
    return {};
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

Result<StoredResults> DeviceTable::results(const ChangeKey& first, qint64 lastN)
{
    DOORSTEP_TRY(m_session.flush(kBatch));
    Query select = m_session.query("SELECT contents, results FROM sent_batch"
                                   " WHERE device = ? AND epoch = ? AND last_n >= ? AND first_n <= ?");
    select.bind(first.device).bind(first.epoch).bind(first.n).bind(lastN);
    StoredResults stored;
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return stored;
        DOORSTEP_TRY(readBatch(select, stored));
    }
}

Status DeviceTable::addBatch(const ChangeKey& last, const QByteArray& digest, const StoredResults& results)
{
    QByteArray contents;
    QDataStream out(&contents, QIODevice::WriteOnly);
    QJsonArray uncommon;
    for (const StoredResult& each : results) {
        out << each.result.n << each.content;
        if (each.result.outcome != wire::Outcome::Ok)
            uncommon.append(wire::toJson(each.result));
    }
    const qint64 first = results.empty() ? last.n : results.begin()->result.n;
    m_session.put(kBatch, {last.device, last.epoch, last.n, first, digest, contents, bytesOf(uncommon)});
    return {};
}

Status DeviceTable::addLate(const ChangeKey& key, const wire::ChangeResult& result)
{
    DOORSTEP_TRY(m_session.flush(kBatch));
    std::optional<qint64> lastN;
    QJsonArray results;
    {
        Query select = m_session.query("SELECT last_n, results FROM sent_batch"
                                       " WHERE device = ? AND epoch = ? AND last_n >= ? AND first_n <= ?");
        select.bind(key.device).bind(key.epoch).bind(key.n).bind(key.n);
        while (!lastN) {
            DOORSTEP_TRY_ASSIGN(const bool found, select.step());
            if (!found)
                break;
            results = arrayOf(select.bytes(1));
            const auto same = std::find_if(results.begin(), results.end(), [&](const QJsonValue& each) {
                return each.toObject().value(wire::key::n).toInteger() == key.n;
            });
            if (same == results.end())
                continue;
            *same = wire::toJson(result);
            lastN = select.integer(0);
        }
    }
    if (lastN) {
        Query update =
            m_session.query("UPDATE sent_batch SET results = ? WHERE device = ? AND epoch = ? AND last_n = ?");
        DOORSTEP_TRY(update.bind(bytesOf(results)).bind(key.device).bind(key.epoch).bind(*lastN).run());
    }
    m_session.put(kLate, {key.device, key.epoch, wire::compact(wire::toJson(result))});
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
        DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(select.bytes(1)));
        DOORSTEP_TRY_ASSIGN(wire::ChangeResult result, wire::resultFromJson(json));
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
    Query select = m_session.query("SELECT digest FROM sent_batch WHERE device = ? AND epoch = ? AND last_n = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(last.device).bind(last.epoch).bind(last.n).step());
    return found ? select.bytes(0) : QByteArray();
}

Status DeviceTable::forget(const ChangeKey& through)
{
    DOORSTEP_TRY(m_session.flush(kBatch));
    Query erase = m_session.query("DELETE FROM sent_batch WHERE device = ? AND epoch = ? AND last_n <= ?");
    return erase.bind(through.device).bind(through.epoch).bind(through.n).run();
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
