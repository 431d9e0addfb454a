#include "base/id.h"

namespace doorstep::base {

QUuid makeUuid(const Clock& clock, Random& random)
{
    const auto milliseconds = static_cast<quint64>(clock.now().utcMilliseconds());
    const quint64 high = random.next();
    const quint64 low = random.next();
    const auto variant = static_cast<uchar>(0x80 | ((low >> 56) & 0x3f));
    return QUuid(static_cast<uint>(milliseconds >> 16), static_cast<ushort>(milliseconds & 0xffff),
                 static_cast<ushort>(0x7000 | (high & 0x0fff)), variant, static_cast<uchar>(low >> 48),
                 static_cast<uchar>(low >> 40), static_cast<uchar>(low >> 32), static_cast<uchar>(low >> 24),
                 static_cast<uchar>(low >> 16), static_cast<uchar>(low >> 8), static_cast<uchar>(low));
}

std::optional<QUuid> uuidFromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid id = QUuid::fromString(text);
    if (id.isNull())
        return std::nullopt;
    return id;
}

} // namespace doorstep::base
