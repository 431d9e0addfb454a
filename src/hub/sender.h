#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// On whose behalf a change is applied.
struct Sender
{
    Device device;
    Account account;
    Scope scope;
    qint64 epoch = 0;
    /// The device has everything up to this seq; -1 when that cannot be said (a change released later).
    qint64 knownSeq = -1;
    /// Late results up to this place are on the device.
    qint64 lateThrough = 0;
};

/// The device of a bearer token. Unauthorised, DeviceRevoked, or Forbidden for an account that is disabled or whose
/// role does not work on a device.
[[nodiscard]] Result<Sender> senderOfToken(HubTransaction& transaction, const QByteArray& token);
/// The same for a device whose change the hub has kept.
[[nodiscard]] Result<Sender> senderOfDevice(HubTransaction& transaction, DeviceNumber number);
/// The name of the worker behind a device; empty for what the hub itself wrote.
[[nodiscard]] Result<QString> workerNameOf(HubTransaction& transaction, DeviceNumber number);

} // namespace doorstep::hub
