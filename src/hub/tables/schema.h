#pragma once

#include "sql/migration.h"

namespace doorstep::hub {

/// The tables of the hub, for every back end. Steps are only ever added; a new one is written in SQLite's words, and
/// the other back ends put their own types in place of INTEGER, BLOB, `INTEGER PRIMARY KEY` (a key that the database
/// makes) and leave WITHOUT ROWID out.
[[nodiscard]] std::span<const sql::Migration> hubMigrations();

} // namespace doorstep::hub
