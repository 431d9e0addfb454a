#pragma once

#include "base/clock.h"

namespace doorstep::hub {

/// Ten tries at once, and ten more a minute.
class TokenBucket
{
public:
    static constexpr int kTries = 10;
    static constexpr qint64 kRefillMilliseconds = 60'000 / kTries; ///< for one try

    explicit TokenBucket(const base::Clock& clock) : m_clock(clock) {}

    /// 0 while there is a try left.
    [[nodiscard]] qint64 secondsToWait() const;
    void take();

private:
    /// Between "full" and "empty"; a clock that was put back must not stretch the wait.
    [[nodiscard]] qint64 fullAt() const;

    const base::Clock& m_clock;
    qint64 m_fullAt = 0; ///< when every try is there again, in milliseconds since 1970
};

} // namespace doorstep::hub
