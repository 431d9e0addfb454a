#include "sync/syncengine.h"

#include "domain/codelist.h"
#include "sync/pull.h"
#include "sync/synctuning.h"
#include "wire/json.h"

#include <QCryptographicHash>

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::Device;
using store::FrozenBatch;
using store::OutboxEntry;
using store::OutboxState;

namespace {

// A new epoch and a new cursor; a third time in one round helps nobody.
constexpr int kMostRestarts = 2;

wire::Change changeOf(const OutboxEntry& entry)
{
    wire::Change change;
    change.n = entry.n;
    change.operation = entry.isDelete ? wire::Operation::Delete : wire::Operation::Put;
    change.kind = entry.kind;
    change.id = entry.record;
    change.change = entry.change;
    change.savedAt = entry.savedAt;
    change.author = entry.author;
    change.resolves = entry.resolves;
    change.why = entry.why;
    change.schema = entry.schema;
    return change;
}

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

} // namespace

SyncEngine::SyncEngine(store::DeviceStore& store, const base::Clock& clock)
    : m_store(store), m_records(store), m_outbox(store), m_clock(clock)
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

Result<std::optional<FrozenBatch>> SyncEngine::batchToSend(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(std::optional<FrozenBatch> frozen, m_outbox.frozen());
    if (frozen)
        return frozen;
    DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> waiting,
                        m_outbox.entries(OutboxState::Waiting, device.batchLimit));
    if (waiting.empty())
        return std::nullopt;
    std::vector<wire::Change> changes;
    qsizetype bytes = 0;
    for (const OutboxEntry& entry : waiting) {
        wire::Change change = changeOf(entry);
        bytes += wire::compact(wire::toJson(change)).size();
        // A single change may be larger than the aim; it still has to go.
        if (!changes.empty() && bytes > wire::kBatchBytes)
            break;
        changes.push_back(std::move(change));
    }
    FrozenBatch batch{device.epoch, changes.front().n, changes.back().n, {}, wire::changesToBytes(changes)};
    batch.digest = QCryptographicHash::hash(batch.changes, QCryptographicHash::Sha256).toHex();
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(m_outbox.freeze(transaction, batch));
    DOORSTEP_TRY(transaction.commit());
    return batch;
}

Result<HubRequest> SyncEngine::exchangeRequest(const Device& device)
{
    DOORSTEP_TRY_ASSIGN(const std::optional<FrozenBatch> batch, batchToSend(device));
    // What will still be here when this batch has arrived. A save of the other thread may have come meanwhile.
    DOORSTEP_TRY_ASSIGN(const store::OutboxCounts counts, m_outbox.counts());
    DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> oldest, m_outbox.entries(OutboxState::Waiting, 1));
    DOORSTEP_TRY_ASSIGN(const Device now, m_store.device());
    wire::ExchangeRequest request;
    request.protocol = wire::kProtocolVersion;
    request.schema = domain::kSchemaVersion;
    request.epoch = device.epoch;
    request.confirmedThrough = device.confirmedThrough;
    request.nextN = now.nextN;
    request.cursor = device.cursor;
    request.waiting = counts.waiting;
    if (!oldest.empty())
        request.oldestWaiting = oldest.front().savedAt.toIso();
    QByteArray changes;
    if (batch) {
        request.batch = wire::Batch{batch->epoch, batch->digest, {}};
        changes = batch->changes;
    }
    m_batchSent = batch.has_value();
    return HubRequest{
        "POST", QString(wire::kPathExchange), wire::toBytes(request, changes), device.token.toLatin1(), {}};
}

Status SyncEngine::accept(const HubReply& reply)
{
    const Expecting expecting = std::exchange(m_expecting, Expecting::Nothing);
    if (reply.status == 0) {
        stop(reply.error);
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
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(applyResults(transaction, *exchange));
    Pull pull(m_records, m_outbox);
    for (const QJsonObject& record : exchange->pulled)
        DOORSTEP_TRY(pull.apply(transaction, record));
    DOORSTEP_TRY(m_store.observe(transaction, pull.latest()));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    for (const wire::ChangeResult& result : exchange->results)
        device.confirmedThrough = std::max(device.confirmedThrough, result.n);
    device.cursor = exchange->cursor;
    device.lastExchange = m_clock.now().utcMilliseconds();
    device.clockOffset = exchange->hubTime > 0 ? exchange->hubTime - device.lastExchange : device.clockOffset;
    if (m_batchSent)
        device.batchLimit = std::min(device.batchLimit * 2, tuning::kLargestBatch);
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    DOORSTEP_TRY(transaction.commit());
    // A hub that answers for nothing it was sent would be asked again without end.
    if (m_batchSent && exchange->results.empty())
        stop(Error{ErrorCode::InDoubt, QStringLiteral("the hub gave no results"), {}});
    m_report.sent += static_cast<int>(exchange->results.size());
    m_report.pulled += static_cast<int>(exchange->pulled.size());
    m_more = exchange->more;
    m_listsTag = exchange->listsTag;
    return {};
}

Status SyncEngine::applyResults(sql::Transaction& transaction, const wire::ExchangeReply& reply)
{
    for (const wire::ChangeResult& result : reply.results) {
        const bool refused = result.outcome == wire::Outcome::Quarantined;
        DOORSTEP_TRY(m_outbox.settle(transaction, result.n, stateOf(result.outcome),
                                     refused ? QString(base::wireName(result.code)) : QString(), result.field,
                                     result.detail));
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
        device.lists = QString::fromUtf8(reply.body);
    }
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    return transaction.commit();
}

Status SyncEngine::recover(const HubReply& reply)
{
    // One new beginning of each sort is recovery; a hub that asks for more is broken, and a later round tries again.
    const bool mayRestart = m_restarts < kMostRestarts;
    const bool cursorRefused = reply.error.code == ErrorCode::BadRequest && reply.error.field == wire::key::cursor;
    // "Mutated": the same numbers are at the hub with other content, so this phone is a copy of the one that sent them.
    const bool isCopy = reply.error.code == ErrorCode::EpochStale || reply.error.code == ErrorCode::BatchMutated;
    if (mayRestart && isCopy)
        return restamp();
    if (mayRestart && (reply.error.code == ErrorCode::CursorGone || cursorRefused))
        return startCursorAnew();
    const bool batchRefused = reply.error.code == ErrorCode::BadRequest || reply.error.code == ErrorCode::TooLarge;
    if (m_batchSent && batchRefused && !cursorRefused)
        return shrinkBatch(reply.error);
    stop(reply.error, reply.retryAfterSeconds);
    return {};
}

Status SyncEngine::noteTimeout()
{
    // Once is a bad moment. Twice is a line too slow for this batch: smaller pieces get through, and the hub knows by
    // their numbers what it has already.
    if (!m_batchSent || ++m_timeouts < 2)
        return {};
    m_timeouts = 0;
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(halveBatches(transaction));
    return transaction.commit();
}

Status SyncEngine::restamp()
{
    ++m_restarts;
    // Restored from a copy: unsent changes go again under a new epoch; the hub knows by their versions what it has.
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(m_outbox.thaw(transaction));
    DOORSTEP_TRY(m_store.startNewEpoch(transaction));
    return transaction.commit();
}

Status SyncEngine::startCursorAnew()
{
    ++m_restarts;
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    device.cursor.clear();
    DOORSTEP_TRY(m_store.setDevice(transaction, device));
    return transaction.commit();
}

Status SyncEngine::shrinkBatch(const Error& error)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(const auto batch, m_outbox.frozen());
    if (batch && batch->first == batch->last) {
        // The one change that the hub cannot read steps aside; the rest of the queue goes on.
        DOORSTEP_TRY(m_outbox.settle(transaction, batch->first, OutboxState::NeedsAttention,
                                     QString(base::wireName(error.code)), error.field, error.detail));
    }
    DOORSTEP_TRY(halveBatches(transaction));
    return transaction.commit();
}

Status SyncEngine::halveBatches(sql::Transaction& transaction)
{
    DOORSTEP_TRY_ASSIGN(Device device, m_store.device());
    DOORSTEP_TRY_ASSIGN(const auto batch, m_outbox.frozen());
    const int sent = batch ? static_cast<int>(batch->last - batch->first + 1) : device.batchLimit;
    device.batchLimit = std::max(tuning::kSmallestBatch, std::min(device.batchLimit, sent) / 2);
    DOORSTEP_TRY(m_outbox.thaw(transaction));
    return m_store.setDevice(transaction, device);
}

} // namespace doorstep::sync
