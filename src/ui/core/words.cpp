#include "ui/core/words.h"

#include <QCoreApplication>

namespace doorstep::ui::words {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

constexpr int kDaysNamed = 7;
// Nearer days need no year, also across New Year.
constexpr int kDaysWithoutYear = 183;

} // namespace

QString day(QDate day, QDate today)
{
    if (day == today)
        return translated(QT_TRANSLATE_NOOP("Words", "today"));
    if (day == today.addDays(-1))
        return translated(QT_TRANSLATE_NOOP("Words", "yesterday"));
    if (day == today.addDays(1))
        return translated(QT_TRANSLATE_NOOP("Words", "tomorrow"));
    if (day > today && day < today.addDays(kDaysNamed))
        return QLocale().dayName(day.dayOfWeek());
    return QLocale().toString(day, std::abs(day.daysTo(today)) < kDaysWithoutYear ? QStringLiteral("d MMM")
                                                                                  : QStringLiteral("d MMM yyyy"));
}

QString dayAlone(QDate which, QDate today)
{
    QString text = day(which, today);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString longDay(QDate day)
{
    return QLocale().toString(day, QStringLiteral("dddd d MMMM"));
}

QString time(const QDateTime& moment)
{
    return QLocale().toString(moment.time(), QStringLiteral("HH:mm"));
}

QString daysAgo(int days)
{
    if (days == 0)
        return translated(QT_TRANSLATE_NOOP("Words", "today"));
    if (days == 1)
        return translated(QT_TRANSLATE_NOOP("Words", "yesterday"));
    return translated(QT_TRANSLATE_NOOP("Words", "%1 days ago")).arg(days);
}

QString minutes(qint64 minutes)
{
    return translated(QT_TRANSLATE_NOOP("Words", "%1 min")).arg(minutes);
}

QString initials(const QString& name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return QStringLiteral("?");
    return parts.first().left(1).toUpper() + (parts.size() > 1 ? parts.last().left(1).toUpper() : QString());
}

QString firstName(const QString& name)
{
    return name.section(QLatin1Char(' '), 0, 0);
}

QString joined(const QStringList& parts)
{
    QStringList some;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            some << part;
    }
    return some.join(QStringLiteral(" · "));
}

QString empty(domain::Empty empty)
{
    switch (empty) {
    case domain::Empty::NotAsked:
        return translated(QT_TRANSLATE_NOOP("Words", "Not asked yet"));
    case domain::Empty::Declined:
        return translated(QT_TRANSLATE_NOOP("Words", "Rather not say"));
    case domain::Empty::NotKnown:
        return translated(QT_TRANSLATE_NOOP("Words", "Not known"));
    case domain::Empty::Blank:
        break;
    }
    return {};
}

} // namespace doorstep::ui::words
