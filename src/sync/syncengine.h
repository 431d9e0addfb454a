#pragma once

#include "store/outbox.h"
#include "store/recordstore.h"
#include "sync/holdings.h"
#include "sync/hubmessage.h"
#include "wire/exchange.h"

namespace doorstep::sync {

/// What a round did so far.
struct RoundReport
{
    int exchanges = 0;
    int sent = 0;                       ///< changes the hub has confirmed in this round
    int pulled = 0;                     ///< records taken from the hub
    qint64 remaining = 0;               ///< about how many are still to come; the hub's estimate
    std::optional<base::Error> stopped; ///< why the round ended early
    int retryAfterSeconds = 0;
};

/// The protocol of one round, without sockets, timers or threads: ask next() for a request, give its answer to
/// accept(), until next() gives none. Everything that must outlive a crash is in the store before a request leaves and
/// before a result counts: two flushes an exchange, one to freeze, one to apply.
class SyncEngine
{
public:
    SyncEngine(store::DeviceStore& store, const base::Clock& clock);

    void beginRound();
    /// None when nothing is left to do in this round.
    [[nodiscard]] base::Result<std::optional<HubRequest>> next();
    /// For the time until the answer comes: reads what will go next, so that device and hub work at once. Writes
    /// nothing; an error shows when it is read again.
    void prepare();
    /// The answer to the last request. Errors here are the store's; the hub's are in the report.
    [[nodiscard]] base::Status accept(const HubReply& reply);
    [[nodiscard]] const RoundReport& report() const { return m_report; }
    /// The hub's numbers as the device knows them.
    [[nodiscard]] base::Result<domain::SyncRules> rules();

private:
    enum class Expecting { Nothing, Exchange, Lists };

    [[nodiscard]] base::Result<std::optional<store::FrozenBatch>> readBatch(const store::Device& device);
    [[nodiscard]] base::Result<std::optional<store::FrozenBatch>> batchToSend(const store::Device& device);
    [[nodiscard]] base::Result<HubRequest> exchangeRequest(const store::Device& device);
    [[nodiscard]] base::Status applyExchange(const HubReply& reply);
    [[nodiscard]] base::Status storeReply(const wire::ExchangeReply& reply);
    [[nodiscard]] base::Status applyResults(sql::Transaction& transaction, const wire::ExchangeReply& reply);
    [[nodiscard]] base::Status applyLists(const HubReply& reply);
    [[nodiscard]] base::Status recover(const HubReply& reply);
    [[nodiscard]] base::Status noteTimeout();
    [[nodiscard]] base::Status restamp();
    [[nodiscard]] base::Status startCursorAnew();
    [[nodiscard]] base::Status shrinkBatch(const base::Error& error);
    [[nodiscard]] base::Status halveBatches(sql::Transaction& transaction);
    void stop(const base::Error& error, int retryAfterSeconds = 0);

    store::DeviceStore& m_store;
    store::RecordStore m_records;
    store::Outbox m_outbox;
    Holdings m_holdings;
    const base::Clock& m_clock;
    RoundReport m_report;
    Expecting m_expecting = Expecting::Nothing;
    bool m_more = true;
    bool m_batchSent = false;
    std::optional<store::FrozenBatch> m_prepared;
    int m_restarts = 0; ///< new epochs and cursors in this round
    int m_timeouts = 0; ///< of the batch at hand, one after the other
    QString m_listsTag;
    domain::SyncRules m_rules;
    QString m_rulesTag; ///< of the lists that m_rules were read from
};

} // namespace doorstep::sync
