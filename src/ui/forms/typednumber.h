#pragma once

#include <QString>

#include <optional>

namespace doorstep::ui {

/// Minutes as people write them: "75", "1h 15", "1:15", "1.5 hours", "90 min". None when it cannot be read.
[[nodiscard]] std::optional<qint64> readMinutes(const QString& typed);
/// A number with either decimal sign, with or without its unit: "2.4", "2,4 miles", "£3.50".
[[nodiscard]] std::optional<double> readDecimal(const QString& typed);

} // namespace doorstep::ui
