#pragma once

#include "base/clock.h"

#include <compare>
#include <optional>

namespace doorstep::base {

/// A hybrid logical clock stamp: 48 bits of milliseconds, 16 bits of counter. Later acts have larger stamps on
/// one device, and after a message on both.
struct HybridTime
{
    quint64 bits = 0;

    [[nodiscard]] qint64 milliseconds() const { return static_cast<qint64>(bits >> 16); }
    [[nodiscard]] static HybridTime fromMilliseconds(qint64 milliseconds)
    {
        return HybridTime{static_cast<quint64>(milliseconds) << 16};
    }
    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
};

/// Numbers given out by the hub at enrolment. 0 is the hub itself.
using DeviceNumber = qint32;

/// The version of a field: when, and by which device as the tie-break. A default version means "never set".
struct Version
{
    HybridTime time;
    DeviceNumber device = 0;

    [[nodiscard]] bool isNull() const { return time.bits == 0; }
    /// Sixteen hexadecimal digits, a full stop, the device: "0193e4a2b7c10000.7". Empty for "never set".
    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<Version> fromText(QStringView text);
    friend auto operator<=>(const Version&, const Version&) = default;
};

/// Gives stamps that never go back, whatever the machine's clock does. The owner keeps `last()` in its database
/// and feeds `offset` with what the hub's time says.
class HybridClock
{
public:
    HybridClock(const Clock& clock, HybridTime last, qint64 offsetMilliseconds = 0)
        : m_clock(clock), m_last(last), m_offset(offsetMilliseconds)
    {
    }

    [[nodiscard]] HybridTime next();
    void observe(HybridTime seen) { m_last = std::max(m_last, seen); }
    [[nodiscard]] HybridTime last() const { return m_last; }

private:
    const Clock& m_clock;
    HybridTime m_last;
    qint64 m_offset;
};

} // namespace doorstep::base
