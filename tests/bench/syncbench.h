#pragma once

#include <QString>

namespace doorstep::bench {

/// Prints the table of synchronisation, against the peers whose packages are in a folder if it is not empty. Lines
/// about more than `largest` records are left out. False when a figure is not what it must be.
[[nodiscard]] bool benchSync(const QString& peerModules, int largest);

} // namespace doorstep::bench
