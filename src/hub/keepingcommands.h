#pragma once

#include "base/result.h"

#include <QString>

// The commands about what is kept: backups, restoring, tombstones. Each prints one JSON object.

namespace doorstep::hub {

class HubStore;

[[nodiscard]] base::Status backUp(const QString& directory, const QString& file);
[[nodiscard]] base::Status restoreBackup(const QString& directory, const QString& file, bool verifyOnly);
/// Prints what a backup that begins now will hold: for databases that are backed up by their own tools.
[[nodiscard]] base::Status printBackupMark(HubStore& store);
/// The backup that this mark was printed for is finished and good.
[[nodiscard]] base::Status noteBackedUp(HubStore& store, const QString& markFile);
/// The database was restored by its own tools.
[[nodiscard]] base::Status noteRestored(HubStore& store);
[[nodiscard]] base::Status purgeTombstones(HubStore& store);

} // namespace doorstep::hub
