#include "sync/syncengine.h"
#include "sync/synctuning.h"
#include "wire/json.h"

// What the engine does when the hub cannot take a request as it is.

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::Status;
using store::Device;
using store::OutboxState;

namespace {

// A new epoch and a new cursor; a third time in one round helps nobody.
constexpr int kMostRestarts = 2;

} // namespace

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
    // The hub refused the request before it looked at the batch.
    DOORSTEP_TRY(m_outbox.thaw(transaction));
    DOORSTEP_TRY(m_holdings.startAnew(transaction));
    return transaction.commit();
}

Status SyncEngine::shrinkBatch(const Error& error)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(const auto batch, m_outbox.frozen());
    if (batch && batch->first == batch->last) {
        // The one change that the hub cannot read steps aside; the rest of the queue goes on.
        DOORSTEP_TRY(m_outbox.setAside(transaction, batch->first, QString(base::wireName(error.code)), error.field,
                                       error.detail));
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
