#pragma once

#include "base/result.h"

#include <QString>

// The commands with which a coordinator deals with what waits or was refused. Each line printed is one JSON object.

namespace doorstep::hub {

class HubStore;

[[nodiscard]] base::Status printQueue(HubStore& store);
[[nodiscard]] base::Status showQueued(HubStore& store, const QString& name);
/// `fields` is a JSON object of what the change should have said; empty for as it is.
[[nodiscard]] base::Status replayQueued(HubStore& store, const QString& name, const QByteArray& fields);
[[nodiscard]] base::Status closeQueued(HubStore& store, const QString& name, const QString& why);

} // namespace doorstep::hub
