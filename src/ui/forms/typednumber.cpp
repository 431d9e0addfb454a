#include "ui/forms/typednumber.h"

#include <QRegularExpression>

#include <cmath>

namespace doorstep::ui {

namespace {

QString tidied(const QString& typed)
{
    return typed.simplified().toLower().replace(QLatin1Char(','), QLatin1Char('.'));
}

} // namespace

std::optional<qint64> readMinutes(const QString& typed)
{
    static const QRegularExpression minutesOnly(QStringLiteral("^(\\d{1,6})\\s*(?:m|min|mins|minutes?)?\\.?$"));
    static const QRegularExpression hours(QStringLiteral(
        "^(\\d{1,3}(?:\\.\\d+)?)\\s*(?:h|hr|hrs|hours?)\\.?\\s*(?:(\\d{1,2})\\s*(?:m|min|mins|minutes?)?\\.?)?$"));
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2}):(\\d{2})$"));
    const QString text = tidied(typed);
    if (const auto match = minutesOnly.match(text); match.hasMatch())
        return match.captured(1).toLongLong();
    if (const auto match = hours.match(text); match.hasMatch())
        return std::llround(match.captured(1).toDouble() * 60) + match.captured(2).toLongLong();
    if (const auto match = clock.match(text); match.hasMatch() && match.captured(2).toInt() < 60)
        return match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong();
    return std::nullopt;
}

std::optional<double> readDecimal(const QString& typed)
{
    static const QRegularExpression number(QStringLiteral("^£?\\s*(-?\\d{1,9}(?:\\.\\d+)?)\\s*(?:mi|miles?|£)?$"));
    const auto match = number.match(tidied(typed));
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

} // namespace doorstep::ui
