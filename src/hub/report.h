#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// The state of the hub as `status` prints it.
[[nodiscard]] Result<QJsonObject> statusOf(HubStore& store);
/// One record as `export` prints it: as it travels, with "deleted" (null when it stands) and "received_at".
[[nodiscard]] Result<QByteArray> exportLine(const QByteArray& body, const QString& receivedAt);

} // namespace doorstep::hub
