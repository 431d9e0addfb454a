#pragma once

#include "base/timestamp.h"

namespace doorstep::base {

/// Where the program gets the time from. Injected, so that tests can set it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The machine's clock in its time zone.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return Timestamp::fromDateTime(QDateTime::currentDateTime()); }
};

/// A clock that stands where it was set: one moment for a whole batch, for pictures, or in tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Timestamp now) : m_now(now) {}
    [[nodiscard]] Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(qint64 milliseconds)
    {
        m_now = Timestamp(m_now.utcMilliseconds() + milliseconds, m_now.offsetMinutes());
    }

private:
    Timestamp m_now;
};

} // namespace doorstep::base
