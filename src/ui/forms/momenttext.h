#pragma once

#include <QDateTime>
#include <QString>

namespace doorstep::ui {

/// "Today 10:02", "Yesterday 16:40", "Thu 26 Nov 14:00".
[[nodiscard]] QString momentText(const QDateTime& moment, const QDate& today);
/// "Today", "Yesterday", "Tomorrow", "Thu 26 Nov"; with the year when it is another one.
[[nodiscard]] QString dayText(const QDate& day, const QDate& today);
/// "26 Nov"; with the year when it is another one.
[[nodiscard]] QString shortDay(const QDate& day, const QDate& today);

} // namespace doorstep::ui
