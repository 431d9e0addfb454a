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
    int power = 1;
    for (int i = 1; i < width; ++i)
        power *= 10;
    for (; power > 0; power /= 10)
        text += static_cast<char>('0' + number / power % 10);
}

/// -1 where a character is no digit.
int digits(QStringView text, qsizetype from, qsizetype count)
{
    int number = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            return -1;
        number = number * 10 + (text[i].unicode() - u'0');
    }
    return number;
}

bool matches(QStringView text, QStringView pattern)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != u'0' && pattern[i] != text[i])
            return false;
    }
    return true;
}

/// Reads what toIso() writes, with offsets that exist. Nothing for any other text: Qt has the last word on those.
std::optional<Timestamp> fromOwnForm(QStringView text)
{
    constexpr qsizetype kWithout = 25; // 2026-11-27T09:30:00+00:00
    constexpr qsizetype kWithMs = 29;  // 2026-11-27T09:30:00.250+00:00
    if (text.size() != kWithout && text.size() != kWithMs)
        return std::nullopt;
    const QStringView offset = text.last(6);
    const bool hasMs = text.size() == kWithMs;
    if (!matches(text, u"0000-00-00T00:00:00") || (hasMs && text[19] != u'.') ||
        (offset[0] != u'+' && offset[0] != u'-') || offset[3] != u':')
        return std::nullopt;
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), hasMs ? digits(text, 20, 3) : 0);
    const int hours = digits(offset, 1, 2);
    const int minutes = digits(offset, 4, 2);
    if (!date.isValid() || date.year() < 1 || !time.isValid() || hours < 0 || hours > 13 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const int total = (offset[0] == u'-' ? -1 : 1) * (hours * 60 + minutes);
    const qint64 days = date.toJulianDay() - kEpochJulianDay;
    return Timestamp(days * kDay + time.msecsSinceStartOfDay() - total * kMinute, total);
}

} // namespace

Timestamp Timestamp::fromDateTime(const QDateTime& moment)
{
    return Timestamp(moment.toMSecsSinceEpoch(), moment.offsetFromUtc() / 60);
}

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    if (const auto own = fromOwnForm(text))
        return own;
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
    return QString::fromLatin1(toIsoBytes());
}

QByteArray Timestamp::toIsoBytes() const
{
    // Written and read by hand: QDateTime reads its pattern anew each time, which showed in the hub's cost of a change.
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
    return text;
}

QDateTime Timestamp::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_utc, Qt::OffsetFromUTC, m_offset * 60);
}

} // namespace doorstep::base
