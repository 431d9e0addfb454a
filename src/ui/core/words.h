#pragma once

#include "domain/value.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace doorstep::ui {

/// How days, times and lengths are said on screen, in the language of the interface.
namespace words {

/// "today", "yesterday", "Thursday" within the coming week, "12 Nov", "12 Nov 2025" in another year.
[[nodiscard]] QString day(QDate day, QDate today);
/// As day(), to begin a line with: "Today".
[[nodiscard]] QString dayAlone(QDate day, QDate today);
/// "Tuesday 24 November"
[[nodiscard]] QString longDay(QDate day);
/// "10:02"
[[nodiscard]] QString time(const QDateTime& moment);
/// "today", "yesterday", "12 days ago"
[[nodiscard]] QString daysAgo(int days);
/// "75 min"
[[nodiscard]] QString minutes(qint64 minutes);
/// "ME" of "Margaret Ellis"
[[nodiscard]] QString initials(const QString& name);
/// The first word of a name.
[[nodiscard]] QString firstName(const QString& name);
/// The parts that are not empty, with a raised dot between them.
[[nodiscard]] QString joined(const QStringList& parts);
/// "Not asked yet", "Rather not say", "Not known"; nothing for a blank.
[[nodiscard]] QString empty(domain::Empty empty);

} // namespace words
} // namespace doorstep::ui
