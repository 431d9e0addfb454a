#pragma once

#include "base/timestamp.h"
#include "hub/query.h"

namespace doorstep::hub {

/// Times lie in the database as ISO 8601 text with their offset.
[[nodiscard]] inline base::Timestamp timeOf(const Query& row, int column)
{
    return base::Timestamp::fromIso(row.text(column)).value_or(base::Timestamp());
}

/// NULL for "never".
[[nodiscard]] inline std::optional<base::Timestamp> optionalTimeOf(const Query& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(timeOf(row, column));
}

[[nodiscard]] inline Value valueOf(const std::optional<base::Timestamp>& time)
{
    return time ? Value(time->toIso()) : Value();
}

/// A null id is NULL.
[[nodiscard]] inline Value valueOf(const QUuid& id)
{
    return id.isNull() ? Value() : Value(id.toRfc4122());
}

} // namespace doorstep::hub
