#include "sync/holdings.h"

#include "base/log.h"
#include "wire/json.h"

namespace doorstep::sync {

using base::Result;
using base::Status;
using store::Device;
using store::EraseOrder;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

EraseOrder storedOrder(const wire::Order& order)
{
    if (order.type == wire::Order::Type::Erase)
        return {order.place, order.person, {}, {}};
    return {order.place, std::nullopt, order.role, order.scheme};
}

} // namespace

Status Holdings::take(sql::Transaction& transaction, const wire::ExchangeReply& reply, const domain::SyncRules& rules,
                      Device& device)
{
    if (reply.lastN) {
        DOORSTEP_TRY_ASSIGN(const qint64 lost, m_safeKeeping.sendAgain(transaction, *reply.lastN));
        if (lost > 0)
            base::log(base::LogLevel::Warning, QLatin1StringView("hub.lost_saves"), {{QStringLiteral("count"), lost}});
    }
    const base::Timestamp now = m_clock.now();
    if (reply.safeThrough > device.safeThrough) {
        device.safeThrough = reply.safeThrough;
        const base::Timestamp keptFrom(now.utcMilliseconds() - rules.keptDays * kDay, now.offsetMinutes());
        DOORSTEP_TRY(m_safeKeeping.drop(transaction, reply.safeThrough, keptFrom));
    }
    if (reply.hubTime > 0)
        device.leaseUntil = reply.hubTime + rules.leaseDays * kDay;
    for (const wire::Order& order : reply.orders)
        DOORSTEP_TRY(m_erasure.take(transaction, storedOrder(order)));
    return {};
}

Status Holdings::noteArrivals(sql::Transaction& transaction, const wire::ExchangeReply& reply)
{
    DOORSTEP_TRY_ASSIGN(const auto underWay, m_replacement.underWay());
    if (!underWay)
        return {};
    for (const QJsonObject& record : reply.pulled) {
        if (const auto id = base::uuidFromText(record.value(wire::key::id).toString()))
            DOORSTEP_TRY(m_replacement.noteArrived(transaction, *id));
    }
    for (const wire::ChangeResult& result : reply.results)
        DOORSTEP_TRY(m_replacement.noteSent(transaction, result.n, result.n));
    return {};
}

Status Holdings::startAnew(sql::Transaction& transaction)
{
    // The hub may have been restored from a backup: what it counted before means nothing any more, its orders come
    // again, and a save is in a backup only if the hub says so once more.
    DOORSTEP_TRY(m_erasure.forgetOrders(transaction));
    DOORSTEP_TRY(m_replacement.forgetOrder(transaction));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    device.safeThrough = 0;
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    return m_replacement.begin(transaction);
}

Result<bool> Holdings::carryOut(bool isComplete)
{
    if (isComplete)
        DOORSTEP_TRY(finishReplacement());
    DOORSTEP_TRY_ASSIGN(const bool isAnew, carryOutOrders());
    DOORSTEP_TRY_ASSIGN(const bool isNews, m_erasure.confirm());
    return isAnew || isNews;
}

Status Holdings::finishReplacement()
{
    DOORSTEP_TRY_ASSIGN(const auto order, m_replacement.underWay());
    if (!order)
        return {};
    if (*order > 0) {
        DOORSTEP_TRY_ASSIGN(const bool unsent, m_erasure.hasUnsent({*order, std::nullopt, {}, {}}));
        if (unsent)
            return {};
    }
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(m_replacement.finish(transaction));
    if (*order > 0) {
        DOORSTEP_TRY(m_erasure.eraseStrangers(transaction));
        DOORSTEP_TRY(m_erasure.markDone(transaction, *order));
    }
    return transaction.commit();
}

Result<bool> Holdings::carryOutOrders()
{
    while (true) {
        DOORSTEP_TRY_ASSIGN(const std::optional<EraseOrder> order, m_erasure.next());
        if (!order)
            return false;
        DOORSTEP_TRY_ASSIGN(const auto underWay, m_replacement.underWay());
        if (!order->person && underWay == order->place)
            return false;
        DOORSTEP_TRY_ASSIGN(const bool unsent, m_erasure.hasUnsent(*order));
        if (unsent)
            return false;
        if (!order->person) {
            DOORSTEP_TRY(beginReplacement(*order));
            return true;
        }
        DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
        DOORSTEP_TRY(m_erasure.erase(transaction, *order->person));
        DOORSTEP_TRY(m_erasure.markDone(transaction, order->place));
        DOORSTEP_TRY(transaction.commit());
    }
}

Status Holdings::beginReplacement(const EraseOrder& order)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    device.role = order.role;
    device.scheme = order.scheme;
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    DOORSTEP_TRY(m_replacement.begin(transaction, order.place));
    return transaction.commit();
}

} // namespace doorstep::sync
