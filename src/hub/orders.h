#pragma once

#include "hub/sender.h"
#include "wire/order.h"

namespace doorstep::hub {

/// What a device still has to let go of: the people of grants that have ended, or all that an earlier role or scheme of
/// its account showed. Each order is the end of a grant in the log; a device is told until it reports its place.
class Orders
{
public:
    explicit Orders(HubTransaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::vector<wire::Order>> of(const Device& device, const Account& account);

private:
    [[nodiscard]] Result<bool> sees(const Account& account, const QUuid& subject);

    HubTransaction& m_transaction;
};

} // namespace doorstep::hub
