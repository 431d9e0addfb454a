#pragma once

#include "base/result.h"

#include <QJsonObject>

#include <vector>

namespace doorstep::support {

/// A change that a hub keeps, wherever it keeps it.
struct KeptChange
{
    int device = 0;
    qint64 epoch = 0, n = 0;
    QString note; ///< as in the history: "applied" and the like; "held" and "quarantined" for what is not applied
    QJsonObject change;
};

/// Read from the hub's database behind its back, also while it serves.
[[nodiscard]] base::Result<std::vector<KeptChange>> keptChanges(const QString& hubFolder);
/// SQLite's integrity_check over the database of a hub.
[[nodiscard]] base::Status checkHubFile(const QString& hubFolder);
/// The same for a device that DeviceProcess has enrolled.
[[nodiscard]] base::Status checkDeviceFile(const QString& deviceFolder);

} // namespace doorstep::support
