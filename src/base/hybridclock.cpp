#include "base/hybridclock.h"

namespace doorstep::base {

QString Version::text() const
{
    if (isNull())
        return {};
    return QStringLiteral("%1.%2").arg(time.bits, 16, 16, QLatin1Char('0')).arg(device);
}

std::optional<Version> Version::fromText(QStringView text)
{
    if (text.isEmpty())
        return Version{};
    if (text.size() < 18 || text.at(16) != u'.')
        return std::nullopt;
    bool timeOk = false;
    bool deviceOk = false;
    const quint64 bits = text.first(16).toULongLong(&timeOk, 16);
    const int device = text.mid(17).toInt(&deviceOk);
    if (!timeOk || !deviceOk || bits == 0 || device < 0)
        return std::nullopt;
    return Version{HybridTime{bits}, device};
}

HybridTime HybridClock::next()
{
    const HybridTime wall = HybridTime::fromMilliseconds(m_clock.now().utcMilliseconds() + m_offset);
    m_last = wall > m_last ? wall : HybridTime{m_last.bits + 1};
    return m_last;
}

} // namespace doorstep::base
