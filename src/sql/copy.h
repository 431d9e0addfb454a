#pragma once

#include "sql/connection.h"

namespace doorstep::sql {

/// A consistent copy of a database that others may be writing to meanwhile, encrypted with the same key. AlreadyExists
/// when there is a file of this name.
[[nodiscard]] base::Status copyDatabase(Connection& from, const QString& path, const DatabaseKey& key);

} // namespace doorstep::sql
