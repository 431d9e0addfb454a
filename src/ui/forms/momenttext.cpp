#include "ui/forms/momenttext.h"

#include <QCoreApplication>
#include <QLocale>

namespace doorstep::ui {

namespace {

QString spelt(const QDate& day, const QString& pattern, const QDate& today)
{
    return QLocale().toString(day, day.year() == today.year() ? pattern : pattern + QStringLiteral(" yyyy"));
}

} // namespace

QString momentText(const QDateTime& moment, const QDate& today)
{
    if (!moment.isValid())
        return {};
    return QCoreApplication::translate("MomentText", "%1 %2", "day, time")
        .arg(dayText(moment.date(), today), QLocale().toString(moment.time(), QStringLiteral("HH:mm")));
}

QString dayText(const QDate& day, const QDate& today)
{
    if (!day.isValid())
        return {};
    switch (today.daysTo(day)) {
    case 0:
        return QCoreApplication::translate("MomentText", "Today");
    case -1:
        return QCoreApplication::translate("MomentText", "Yesterday");
    case 1:
        return QCoreApplication::translate("MomentText", "Tomorrow");
    default:
        return spelt(day, QStringLiteral("ddd d MMM"), today);
    }
}

QString shortDay(const QDate& day, const QDate& today)
{
    return day.isValid() ? spelt(day, QStringLiteral("d MMM"), today) : QString();
}

} // namespace doorstep::ui
