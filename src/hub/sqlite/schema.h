#pragma once

#include "sql/migration.h"

namespace doorstep::hub {

/// The tables of the embedded database. Steps are only ever added.
[[nodiscard]] std::span<const sql::Migration> sqliteMigrations();

} // namespace doorstep::hub
