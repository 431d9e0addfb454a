#pragma once

#include "base/random.h"

#include <QString>

namespace doorstep::hub {

/// A new one-time code such as K7QM-2XPT: eight characters of Crockford's base 32, 40 bits.
[[nodiscard]] QString makeEnrolCode(base::Random& random);
/// What a person typed, as it was printed: without case, spaces and hyphens, O for 0, I and L for 1. Empty when it
/// cannot be a code.
[[nodiscard]] QString normalisedEnrolCode(const QString& typed);

} // namespace doorstep::hub
