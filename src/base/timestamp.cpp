#include "base/timestamp.h"

#include <QTimeZone>

namespace doorstep::base {

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
    const QDateTime moment = toDateTime();
    const bool whole = m_utc % 1000 == 0;
    QString text =
        moment.toString(whole ? QStringLiteral("yyyy-MM-ddTHH:mm:ss") : QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    const int minutes = qAbs(m_offset);
    text += QStringLiteral("%1%2:%3")
                .arg(QLatin1Char(m_offset < 0 ? '-' : '+'))
                .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                .arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QDateTime Timestamp::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_utc, Qt::OffsetFromUTC, m_offset * 60);
}

} // namespace doorstep::base
