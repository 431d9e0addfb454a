#pragma once

#include "base/clock.h"
#include "domain/practice/caseload.h"
#include "sync/installation.h"

namespace doorstep::app {

/// A store filled with the practice caseload, as if the hub had sent it all: for pictures, the self-test and looking
/// around, benches. `folder` belongs to the caller.
[[nodiscard]] base::Result<sync::Installation::Opened>
makePracticeStore(const QString& folder, const base::Clock& clock,
                  domain::CaseloadSize size = domain::CaseloadSize::Practice);

} // namespace doorstep::app
