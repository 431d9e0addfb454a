#pragma once

#include "base/timestamp.h"
#include "sql/statement.h"

namespace doorstep::hub {

/// Times lie in the database as ISO 8601 text with their offset.
[[nodiscard]] inline base::Timestamp timeOf(const sql::Statement& row, int column)
{
    return base::Timestamp::fromIso(row.text(column)).value_or(base::Timestamp());
}

/// NULL for "never".
[[nodiscard]] inline std::optional<base::Timestamp> optionalTimeOf(const sql::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(timeOf(row, column));
}

inline void bindTime(sql::Statement& statement, const std::optional<base::Timestamp>& time)
{
    if (time)
        statement.bind(time->toIso());
    else
        statement.bindNull();
}

} // namespace doorstep::hub
