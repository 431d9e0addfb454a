#pragma once

#include "domain/record.h"

namespace doorstep::domain {

/// Refuses only what cannot exist: a number out of its range, a text over its length. The error names the field.
/// Doubtful values (a visit of five hours, a date to come) are for soft checks; they are saved.
[[nodiscard]] base::Status validateValues(const Record& record);
/// Also refuses a record without the fields it is nothing without.
[[nodiscard]] base::Status validate(const Record& record);

} // namespace doorstep::domain
