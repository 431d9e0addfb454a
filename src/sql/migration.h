#pragma once

#include "sql/transaction.h"

#include <span>

namespace doorstep::sql {

/// One step of a schema, applied once and never changed afterwards.
struct Migration
{
    int version; ///< ascending from 1; kept in PRAGMA user_version
    const char* sql;
};

/// Brings a database to the last step, each step in its own transaction. UpgradeNeeded when the file was written by a
/// newer program: it is not touched.
[[nodiscard]] base::Status migrate(Connection& connection, std::span<const Migration> migrations);

} // namespace doorstep::sql
