#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// What a backup holds of each device's changes. Taken from the backup itself, or before it is made; put into the hub
/// when the backup is known to be good, so that devices may let go of what is in it.
struct BackupMark
{
    [[nodiscard]] static Result<BackupMark> of(HubTransaction& transaction);
    /// BadRequest for anything that toBytes() did not write.
    [[nodiscard]] static Result<BackupMark> fromBytes(const QByteArray& bytes);
    [[nodiscard]] QByteArray toBytes() const;
    /// Conflict when the mark is of another life of the hub.
    [[nodiscard]] Status putInto(HubStore& store, const Timestamp& now) const;

    QByteArray hubEpoch;
    qint64 seq = 0;
    std::vector<EpochMark> epochs = {};
};

} // namespace doorstep::hub
