#include "wire/exchange.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <sodium.h>

namespace doorstep::wire {

using base::fail;
using base::Result;
using base::Version;

namespace {

constexpr std::array kOutcomes{QLatin1StringView("ok"), QLatin1StringView("dup"), QLatin1StringView("merged"),
                               QLatin1StringView("held"), QLatin1StringView("quarantined")};

QJsonObject baseJson(const QMap<QString, Version>& base)
{
    QJsonObject json;
    for (auto it = base.cbegin(); it != base.cend(); ++it) {
        if (!it->isNull())
            json.insert(it.key(), it->text());
    }
    return json;
}

QJsonObject lastNJson(const QMap<qint64, qint64>& lastN)
{
    QJsonObject json;
    for (auto it = lastN.cbegin(); it != lastN.cend(); ++it)
        json.insert(QString::number(it.key()), *it);
    return json;
}

QMap<qint64, qint64> lastNFromJson(const QJsonObject& json)
{
    QMap<qint64, qint64> lastN;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it)
        lastN.insert(it.key().toLongLong(), it.value().toInteger());
    return lastN;
}

QJsonArray ordersJson(const std::vector<Order>& orders)
{
    QJsonArray json;
    for (const Order& order : orders)
        json.append(toJson(order));
    return json;
}

/// Up to the first order that this program does not know: a report covers all before it, so none may be passed over.
void readOrders(const QJsonArray& json, std::vector<Order>& orders)
{
    for (const QJsonValue& each : json) {
        auto order = orderFromJson(each.toObject());
        if (!order)
            return;
        orders.push_back(*std::move(order));
    }
}

QJsonObject toJson(const Change& change)
{
    QJsonObject json{{key::n, change.n},
                     {key::kind, change.kind},
                     {key::id, change.id.text()},
                     {key::version, change.change.version.text()},
                     {key::at, change.savedAt.toIso()},
                     {key::by, change.author},
                     {key::schema, change.schema}};
    if (change.operation == Operation::Delete) {
        json.insert(key::op, QLatin1StringView("delete"));
        json.insert(key::why, change.why);
    } else {
        json.insert(key::fields, change.change.fields);
    }
    const QJsonObject base = baseJson(change.change.base);
    if (!base.isEmpty())
        json.insert(key::base, base);
    if (!change.resolves.isEmpty())
        json.insert(key::resolves, QJsonArray::fromStringList(change.resolves));
    return json;
}

QByteArray joined(const QByteArrayList& items)
{
    return '[' + items.join(',') + ']';
}

} // namespace

QByteArray changeToBytes(const Change& change)
{
    return change.bytes.isEmpty() ? compact(toJson(change)) : change.bytes;
}

QByteArray changesToBytes(const QByteArrayList& changes)
{
    return joined(changes);
}

QByteArray changesToBytes(const std::vector<Change>& changes)
{
    QByteArrayList items;
    for (const Change& change : changes)
        items << changeToBytes(change);
    return joined(items);
}

QByteArray digestOf(const QByteArray& frozenChanges)
{
    // Qt's own SHA-256 takes several times as long.
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(frozenChanges.constData()),
                       static_cast<unsigned long long>(frozenChanges.size()));
    return QByteArray(reinterpret_cast<const char*>(digest.data()), digest.size()).toHex();
}

QByteArray toBytes(const ExchangeRequest& request, const QByteArray& frozenChanges)
{
    QJsonObject json{{key::protocol, request.protocol}, {key::schema, request.schema},
                     {key::epoch, request.epoch},       {key::confirmedThrough, request.confirmedThrough},
                     {key::nextN, request.nextN},       {key::cursor, request.cursor}};
    if (request.waiting > 0) {
        json.insert(key::waiting, request.waiting);
        json.insert(key::oldestWaiting, request.oldestWaiting);
    }
    if (request.erasedThrough > 0)
        json.insert(key::erasedThrough, request.erasedThrough);
    QByteArray bytes = compact(json);
    if (request.batch) {
        // The frozen bytes go in as they are: a resend must be the same to the letter.
        bytes.chop(1);
        bytes += ",\"batch\":{\"digest\":\"" + request.batch->digest + "\",\"changes\":" + frozenChanges + "}}";
    }
    return bytes;
}

QJsonObject toJson(const ChangeResult& result)
{
    QJsonObject json{{key::n, result.n}, {key::result, kOutcomes.at(static_cast<size_t>(result.outcome))}};
    if (!result.conflicts.isEmpty())
        json.insert(key::conflicts, QJsonArray::fromStringList(result.conflicts));
    if (result.outcome == Outcome::Held)
        json.insert(key::needs, result.needs);
    if (result.outcome == Outcome::Quarantined) {
        json.insert(key::code, base::wireName(result.code));
        json.insert(key::field, result.field);
        json.insert(key::detail, result.detail);
    }
    return json;
}

Result<ChangeResult> resultFromJson(const QJsonObject& json)
{
    ChangeResult result;
    result.n = json.value(key::n).toInteger();
    const QString outcome = json.value(key::result).toString();
    const auto found =
        std::find_if(kOutcomes.begin(), kOutcomes.end(), [&](QLatin1StringView each) { return outcome == each; });
    if (found == kOutcomes.end() || result.n < 1)
        return fail(ErrorCode::BadRequest, QStringLiteral("unknown result %1").arg(outcome));
    result.outcome = static_cast<Outcome>(found - kOutcomes.begin());
    const QJsonArray conflicts = json.value(key::conflicts).toArray();
    for (const QJsonValue& each : conflicts)
        result.conflicts << each.toString();
    result.needs = json.value(key::needs).toString();
    result.code = base::errorCodeFromWire(json.value(key::code).toString()).value_or(ErrorCode::InvalidValue);
    result.field = json.value(key::field).toString();
    result.detail = json.value(key::detail).toString();
    return result;
}

QByteArray toBytes(const ExchangeReply& reply)
{
    QByteArrayList results;
    for (const ChangeResult& result : reply.results)
        results << compact(toJson(result));
    QJsonObject json{{key::schema, reply.schema},   {key::cursor, reply.cursor},
                     {key::more, reply.more},       {key::safeThrough, reply.safeThrough},
                     {key::hubTime, reply.hubTime}, {key::listsTag, reply.listsTag}};
    if (reply.remaining > 0)
        json.insert(key::remaining, reply.remaining);
    if (reply.lastN)
        json.insert(key::lastN, lastNJson(*reply.lastN));
    if (!reply.orders.empty())
        json.insert(key::orders, ordersJson(reply.orders));
    QByteArray bytes = compact(json);
    bytes.chop(1);
    // Records are stored as they travel; they are not parsed to be sent.
    bytes += ",\"results\":" + joined(results) + ",\"records\":" + joined(reply.records) + '}';
    return bytes;
}

Result<ExchangeReply> replyFromBytes(const QByteArray& bytes)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, objectFromBytes(bytes));
    if (!json.contains(key::cursor) || !json.contains(key::results) || !json.contains(key::records))
        return fail(ErrorCode::BadRequest, QStringLiteral("not an exchange reply"));
    ExchangeReply reply;
    reply.schema = json.value(key::schema).toInt();
    reply.cursor = json.value(key::cursor).toString();
    reply.more = json.value(key::more).toBool();
    reply.safeThrough = json.value(key::safeThrough).toInteger();
    reply.hubTime = json.value(key::hubTime).toInteger();
    reply.listsTag = json.value(key::listsTag).toString();
    reply.remaining = json.value(key::remaining).toInteger();
    if (json.value(key::lastN).isObject())
        reply.lastN = lastNFromJson(json.value(key::lastN).toObject());
    readOrders(json.value(key::orders).toArray(), reply.orders);
    const QJsonArray results = json.value(key::results).toArray();
    for (const QJsonValue& each : results) {
        DOORSTEP_TRY_ASSIGN(ChangeResult result, resultFromJson(each.toObject()));
        reply.results.push_back(std::move(result));
    }
    const QJsonArray records = json.value(key::records).toArray();
    for (const QJsonValue& each : records)
        reply.pulled.push_back(each.toObject());
    return reply;
}

} // namespace doorstep::wire
