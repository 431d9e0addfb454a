#pragma once

#include "store/outbox.h"

namespace doorstep::store {

/// What the state of the hub means for saves it has acknowledged: those in its backup may go from here, those that a
/// hub restored from a backup has forgotten have to go to it again.
class SafeKeeping
{
public:
    explicit SafeKeeping(DeviceStore& store) : m_store(store) {}

    /// Drops received saves up to this n that were made before `savedBefore`: an older backup than the last may be the
    /// one that is needed. They stay counted.
    [[nodiscard]] base::Status drop(sql::Transaction& transaction, qint64 safeThrough,
                                    const base::Timestamp& savedBefore);
    /// Puts acknowledged saves above what the hub holds of each epoch back into the queue; gives their number.
    [[nodiscard]] base::Result<qint64> sendAgain(sql::Transaction& transaction, const QMap<qint64, qint64>& lastN);

private:
    DeviceStore& m_store;
};

} // namespace doorstep::store
