#pragma once

#include "domain/record.h"
#include "store/devicestore.h"

#include <optional>

namespace doorstep::store {

/// Everything is pulled anew: for the hub no longer knows what this phone has missed, or the account sees something
/// else now. What is here stays usable meanwhile; at the end goes what did not come again, except what waits to be
/// sent. Survives a killed program. Records that were sent meanwhile count as come again, for the hub sends no echo.
class Replacement
{
public:
    explicit Replacement(DeviceStore& store) : m_store(store) {}

    /// Clears the cursor. `order`: the place of the order that asks for it, 0 for none; the one of a replacement that
    /// is under way stays.
    [[nodiscard]] base::Status begin(sql::Transaction& transaction, qint64 order = 0);
    /// The life of the hub that gave the order is over.
    [[nodiscard]] base::Status forgetOrder(sql::Transaction& transaction);
    /// The place of its order or 0; none when nothing is under way.
    [[nodiscard]] base::Result<std::optional<qint64>> underWay();
    [[nodiscard]] base::Status noteArrived(sql::Transaction& transaction, const QUuid& id);
    [[nodiscard]] base::Status noteSent(sql::Transaction& transaction, qint64 first, qint64 last);
    /// To be called when all has come.
    [[nodiscard]] base::Status finish(sql::Transaction& transaction);

private:
    DeviceStore& m_store;
};

} // namespace doorstep::store
