#include "sync/syncengine.h"

#include "domain/codelist.h"
#include "sync/pull.h"
#include "sync/synctuning.h"
#include "wire/json.h"

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::Device;
using store::FrozenBatch;
using store::OutboxState;

namespace {

OutboxState stateOf(wire::Outcome outcome)
{
    switch (outcome) {
    case wire::Outcome::Held:
        return OutboxState::Held;
    case wire::Outcome::Quarantined:
        return OutboxState::NeedsAttention;
    default:
        return OutboxState::Received;
    }
}

using ResultIterator = std::vector<wire::ChangeResult>::const_iterator;

/// Where the changes received one after the other end; `first` itself, if that one was not received.
ResultIterator endOfReceived(ResultIterator first, ResultIterator last)
{
    qint64 n = first->n;
    return std::find_if(first, last, [&](const wire::ChangeResult& result) {
        return stateOf(result.outcome) != OutboxState::Received || result.n != n++;
    });
}

} // namespace

SyncEngine::SyncEngine(store::DeviceStore& store, const base::Clock& clock)
    : m_store(store), m_records(store), m_outbox(store), m_holdings(store, clock), m_clock(clock)
{
}

void SyncEngine::beginRound()
{
    m_report = {};
    m_expecting = Expecting::Nothing;
    m_more = true;
    m_restarts = 0;
    m_listsTag.clear();
}

void SyncEngine::stop(const Error& error, int retryAfterSeconds)
{
    m_report.stopped = error;
    m_report.retryAfterSeconds = retryAfterSeconds;
}

Result<std::optional<HubRequest>> SyncEngine::next()
{
    if (m_report.stopped || m_report.exchanges >= tuning::kLongestRound)
        return std::nullopt;
    DOORSTEP_TRY_ASSIGN(const Device device, m_store.device());
    if (!device.isEnrolled()) {
        stop(Error{ErrorCode::NotEnrolled, QStringLiteral("this device is not enrolled"), {}});
        return std::nullopt;
    }
    DOORSTEP_TRY_ASSIGN(const bool unsent, m_outbox.hasUnsent());
    if (m_more || unsent) {
        DOORSTEP_TRY_ASSIGN(HubRequest request, exchangeRequest(device));
        m_expecting = Expecting::Exchange;
        return request;
    }
    if (!m_listsTag.isEmpty() && m_listsTag != device.listsTag) {
        m_expecting = Expecting::Lists;
        return HubRequest{"GET", QString(wire::kPathLists), {}, {}, device.listsTag.toLatin1()};
    }
    return std::nullopt;
}

Result<std::optional<FrozenBatch>> SyncEngine::readBatch(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, this->rules());
    DOORSTEP_TRY_ASSIGN(std::optional<FrozenBatch> batch,
                        m_outbox.nextBatch(std::min(device.batchLimit, rules.batchChanges), rules.batchBytes));
    if (batch)
        batch->digest = wire::digestOf(wire::changesToBytes(batch->changes));
    return batch;
}

void SyncEngine::prepare()
{
    m_prepared.reset();
    if (!m_batchSent)
        return;
    if (const auto device = m_store.device())
        m_prepared = readBatch(*device).value_or(std::nullopt);
}

Result<std::optional<FrozenBatch>> SyncEngine::batchToSend(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(std::optional<FrozenBatch> frozen, m_outbox.frozen());
    if (frozen)
        return frozen;
    // A cursor begun anew after saves were acknowledged: first the hub says what it still has of them, for what it has
    // lost goes before what is new.
    if (device.cursor.isEmpty() && device.confirmedThrough > 0)
        return std::nullopt;
    std::optional<FrozenBatch> batch = std::exchange(m_prepared, std::nullopt);
    if (batch) {
        DOORSTEP_TRY_ASSIGN(const bool isNext, m_outbox.isNext(*batch));
        if (!isNext)
            batch.reset();
    }
    if (!batch) {
        DOORSTEP_TRY_ASSIGN(batch, readBatch(device));
    }
    if (!batch)
        return std::nullopt;
    batch->epoch = device.epoch;
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(m_outbox.freeze(transaction, *batch));
    DOORSTEP_TRY(transaction.commit());
    return batch;
}

Result<HubRequest> SyncEngine::exchangeRequest(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(const std::optional<FrozenBatch> batch, batchToSend(device));
    // What will still be here when this batch has arrived. A save of the other thread may have come meanwhile.
    DOORSTEP_TRY_ASSIGN(const store::Backlog backlog, m_outbox.backlog());
    DOORSTEP_TRY_ASSIGN(const Device now, m_store.device());
    wire::ExchangeRequest request;
    request.protocol = wire::kProtocolVersion;
    request.schema = domain::kSchemaVersion;
    request.epoch = device.epoch;
    request.confirmedThrough = device.confirmedThrough;
    request.nextN = now.nextN;
    request.cursor = device.cursor;
    request.waiting = backlog.waiting;
    if (backlog.oldest)
        request.oldestWaiting = backlog.oldest->toIso();
    request.erasedThrough = device.erasedThrough;
    QByteArray changes;
    if (batch) {
        request.batch = wire::Batch{batch->epoch, batch->digest, {}};
        changes = wire::changesToBytes(batch->changes);
    }
    m_batchSent = batch.has_value();
    return HubRequest{
        "POST", QString(wire::kPathExchange), wire::toBytes(request, changes), device.token.toLatin1(), {}};
}

Status SyncEngine::accept(const HubReply& reply)
{
    const Expecting expecting = std::exchange(m_expecting, Expecting::Nothing);
    if (reply.status == 0) {
        stop(reply.error, reply.retryAfterSeconds);
        return reply.error.code == ErrorCode::Timeout ? noteTimeout() : Status();
    }
    m_timeouts = 0;
    if (expecting == Expecting::Lists)
        return applyLists(reply);
    ++m_report.exchanges;
    return reply.status == 200 ? applyExchange(reply) : recover(reply);
}

Status SyncEngine::applyExchange(const HubReply& reply)
{
    auto exchange = wire::replyFromBytes(reply.body);
    if (!exchange) {
        // A cut or garbled answer: it may have been done. The frozen batch goes again.
        stop(Error{ErrorCode::InDoubt, exchange.error().detail, {}});
        return {};
    }
    DOORSTEP_TRY(storeReply(*exchange));
    // A hub that answers for nothing it was sent would be asked again without end.
    if (m_batchSent && exchange->results.empty())
        stop(Error{ErrorCode::InDoubt, QStringLiteral("the hub gave no results"), {}});
    m_report.sent += static_cast<int>(exchange->results.size());
    m_report.pulled += static_cast<int>(exchange->pulled.size());
    m_report.remaining = exchange->remaining;
    DOORSTEP_TRY_ASSIGN(const bool isNews, m_holdings.carryOut(!exchange->more));
    m_more = exchange->more || isNews;
    m_listsTag = exchange->listsTag;
    // A long round must not fill the phone with its log.
    return m_store.connection().logPages() > tuning::kLongestLog ? m_store.settle() : Status();
}

Status SyncEngine::storeReply(const wire::ExchangeReply& reply)
{
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, this->rules());
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    DOORSTEP_TRY(m_holdings.take(transaction, reply, rules, device));
    DOORSTEP_TRY(applyResults(transaction, reply));
    Pull pull(m_records, m_outbox);
    for (const QJsonObject& record : reply.pulled)
        DOORSTEP_TRY(pull.apply(transaction, record));
    DOORSTEP_TRY(m_holdings.noteArrivals(transaction, reply));
    DOORSTEP_TRY(m_store.observe(transaction, pull.latest()));
    for (const wire::ChangeResult& result : reply.results)
        device.confirmedThrough = std::max(device.confirmedThrough, result.n);
    // Never past a save that has no answer: the hub takes what is confirmed for known, were it to come later.
    DOORSTEP_TRY_ASSIGN(const qint64 settled, m_outbox.settledThrough());
    device.confirmedThrough = std::min(device.confirmedThrough, settled);
    device.cursor = reply.cursor;
    device.lastExchange = m_clock.now().utcMilliseconds();
    device.clockOffset = reply.hubTime > 0 ? reply.hubTime - device.lastExchange : device.clockOffset;
    if (m_batchSent)
        device.batchLimit = std::min(device.batchLimit * 2, tuning::kLargestBatch);
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    return transaction.commit();
}

Result<domain::SyncRules> SyncEngine::rules()
{
    DOORSTEP_TRY_ASSIGN(const Device device, m_store.device());
    if (device.listsTag == m_rulesTag)
        return m_rules;
    DOORSTEP_TRY_ASSIGN(const QByteArray given, m_store.lists());
    const auto bundle = wire::objectFromBytes(given);
    domain::CodeLists lists;
    // Lists that cannot be read were never stored; should they be, the standing numbers do.
    m_rules = bundle && lists.merge(*bundle) ? domain::SyncRules::from(lists) : domain::SyncRules();
    m_rulesTag = device.listsTag;
    return m_rules;
}

Status SyncEngine::applyResults(sql::Transaction& transaction, const wire::ExchangeReply& reply)
{
    for (auto result = reply.results.cbegin(); result != reply.results.cend();) {
        // Nearly every change is simply received: those are marked run by run.
        if (const auto end = endOfReceived(result, reply.results.cend()); end != result) {
            DOORSTEP_TRY(m_outbox.receive(transaction, result->n, std::prev(end)->n));
            result = end;
            continue;
        }
        const bool refused = result->outcome == wire::Outcome::Quarantined;
        DOORSTEP_TRY(m_outbox.settle(transaction, result->n, stateOf(result->outcome),
                                     refused ? QString(base::wireName(result->code)) : QString(), result->field,
                                     result->detail));
        ++result;
    }
    // A change the hub did not answer for is not received; it goes back to waiting.
    return m_batchSent ? m_outbox.thaw(transaction) : Status();
}

Status SyncEngine::applyLists(const HubReply& reply)
{
    if (reply.status != 200 && reply.status != 304)
        return {};
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    device.listsTag = m_listsTag;
    if (reply.status == 200) {
        const auto bundle = wire::objectFromBytes(reply.body);
        domain::CodeLists probe;
        // Broken lists must never replace working ones.
        if (!bundle || !probe.merge(*bundle))
            return {};
        DOORSTEP_TRY(m_store.setLists(transaction, reply.body));
    }
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    return transaction.commit();
}

} // namespace doorstep::sync
