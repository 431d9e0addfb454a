#pragma once

#include "sql/connection.h"

namespace doorstep::store {

/// Brings a device's database to this program's shape: the fixed tables by migrations, the record tables by the field
/// tables. A column missing for a field is added, and values that waited in `unknown` for a program that knows
/// their field move into it; columns of fields this program does not know stay.
[[nodiscard]] base::Status prepareSchema(sql::Connection& connection);

} // namespace doorstep::store
