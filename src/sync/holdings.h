#pragma once

#include "domain/syncrules.h"
#include "store/erasure.h"
#include "store/outbox.h"
#include "store/replacement.h"
#include "store/safekeeping.h"
#include "wire/exchange.h"

namespace doorstep::sync {

/// What this phone may hold and for how long, as the hub says with each exchange: saves that are safe in its backup or
/// lost with it, the lease, orders to let go of people.
class Holdings
{
public:
    Holdings(store::DeviceStore& store, const base::Clock& clock)
        : m_store(store), m_erasure(store), m_replacement(store), m_safeKeeping(store), m_clock(clock)
    {
    }

    /// Takes in what a reply says, before its results are; `device` is written by the caller.
    [[nodiscard]] base::Status take(sql::Transaction& transaction, const wire::ExchangeReply& reply,
                                    const domain::SyncRules& rules, store::Device& device);
    /// Marks what came and what was sent, for a replacement under way.
    [[nodiscard]] base::Status noteArrivals(sql::Transaction& transaction, const wire::ExchangeReply& reply);
    /// The cursor is no good any more: all is to be pulled anew.
    [[nodiscard]] base::Status startAnew(sql::Transaction& transaction);
    /// Carries out what can be. `isComplete`: the hub has nothing more to send. True when the hub should hear of it.
    [[nodiscard]] base::Result<bool> carryOut(bool isComplete);

private:
    [[nodiscard]] base::Status finishReplacement();
    /// True when all is to be pulled anew.
    [[nodiscard]] base::Result<bool> carryOutOrders();
    [[nodiscard]] base::Status beginReplacement(const store::EraseOrder& order);

    store::DeviceStore& m_store;
    store::Erasure m_erasure;
    store::Replacement m_replacement;
    store::SafeKeeping m_safeKeeping;
    const base::Clock& m_clock;
};

} // namespace doorstep::sync
