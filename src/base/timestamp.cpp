#include "base/timestamp.h"

#include <QTimeZone>

namespace doorstep::base {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;
constexpr qint64 kEpochJulianDay = 2'440'588; // 1970-01-01
constexpr qsizetype kLongestText = 32;

void appendPadded(QByteArray& text, int number, int width)
{
    const QByteArray digits = QByteArray::number(number);
    text.append(width - digits.size(), '0').append(digits);
}

} // namespace

Timestamp Timestamp::fromDateTime(const QDateTime& moment)
{
    return Timestamp(moment.toMSecsSinceEpoch(), moment.offsetFromUtc() / 60);
}

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    // Qt reads a missing offset as local time; a record must say where its clock stood.
    const qsizetype timePart = text.indexOf(u'T');
    if (timePart != 10 || text.size() < 16 || text.size() > 35)
        return std::nullopt;
    const QStringView rest = text.mid(timePart);
    if (!rest.endsWith(u'Z') && !rest.contains(u'+') && !rest.contains(u'-'))
        return std::nullopt;
    const QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!moment.isValid() || moment.date().year() < 1 || moment.date().year() > 9999)
        return std::nullopt;
    return fromDateTime(moment);
}

QString Timestamp::toIso() const
{
    // Written by hand: QDateTime reads its pattern anew each time, which showed in the hub's cost of a change.
    const qint64 local = m_utc + m_offset * kMinute;
    const qint64 days = local / kDay - (local % kDay < 0 ? 1 : 0);
    const auto ofDay = static_cast<int>(local - days * kDay);
    const auto date = QDate::fromJulianDay(kEpochJulianDay + days);
    QByteArray text;
    text.reserve(kLongestText);
    appendPadded(text, date.year(), 4);
    appendPadded(text += '-', date.month(), 2);
    appendPadded(text += '-', date.day(), 2);
    appendPadded(text += 'T', ofDay / 3'600'000, 2);
    appendPadded(text += ':', ofDay / 60'000 % 60, 2);
    appendPadded(text += ':', ofDay / 1000 % 60, 2);
    if (ofDay % 1000 != 0)
        appendPadded(text += '.', ofDay % 1000, 3);
    const int minutes = qAbs(m_offset);
    appendPadded(text += m_offset < 0 ? '-' : '+', minutes / 60, 2);
    appendPadded(text += ':', minutes % 60, 2);
    return QString::fromLatin1(text);
}

QDateTime Timestamp::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_utc, Qt::OffsetFromUTC, m_offset * 60);
}

} // namespace doorstep::base
