#pragma once

#include "support/faultproxy.h"

#include <QRandomGenerator>

namespace doorstep::chaos {

/// What happens to the next request, by chance: most pass, the rest meet one of the proxy's faults.
[[nodiscard]] support::Fault anyFault(QRandomGenerator& chance);

} // namespace doorstep::chaos
