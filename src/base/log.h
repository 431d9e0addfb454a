#pragma once

#include <QJsonObject>
#include <QLatin1StringView>

namespace doorstep::base {

enum class LogLevel { Info, Warning, Error };

/// Writes one JSON line to standard error: time, level, event, then the given members. Callers pass counts, codes,
/// numbers and record ids only; what a person typed never goes into a log.
void log(LogLevel level, QLatin1StringView event, const QJsonObject& members = {});

} // namespace doorstep::base
