#include "hub/orders.h"

#include <algorithm>

namespace doorstep::hub {

using wire::Order;

Result<std::vector<Order>> Orders::of(const Device& device, const Account& account)
{
    std::vector<Order> orders;
    DOORSTEP_TRY_ASSIGN(const std::vector<EndedGrant> ended,
                        m_transaction.matches().endedAfter(account.worker, device.erasedThrough));
    for (const EndedGrant& grant : ended) {
        // Matched again, or seen for another reason: nothing has to go.
        DOORSTEP_TRY_ASSIGN(const bool stillSeen, sees(account, grant.subject));
        if (!stillSeen)
            orders.push_back({grant.seq, Order::Type::Erase, grant.subject, {}, {}});
    }
    DOORSTEP_TRY_ASSIGN(const std::vector<EndedScope> scopes, m_transaction.matches().endedScopes(account.id));
    // However often the account has changed since, there is one present.
    if (!scopes.empty() && scopes.back().seq > device.erasedThrough)
        orders.push_back({scopes.back().seq, Order::Type::Replace, {}, account.role, account.scheme});
    std::sort(orders.begin(), orders.end(), [](const Order& a, const Order& b) { return a.place < b.place; });
    return orders;
}

Result<bool> Orders::sees(const Account& account, const QUuid& subject)
{
    const auto scope = scopeOf(account);
    if (!scope)
        return false;
    if (scope->isMatchedOnly)
        return m_transaction.matches().isMatched(account.worker, subject);
    DOORSTEP_TRY_ASSIGN(const auto row, m_transaction.records().record(RecordId(subject)));
    return row && row->scope == scope->scheme;
}

} // namespace doorstep::hub
