#include "hub/http/tokenbucket.h"

#include <algorithm>

namespace doorstep::hub {

qint64 TokenBucket::secondsToWait() const
{
    const qint64 now = m_clock.now().utcMilliseconds();
    const qint64 nextTryAt = fullAt() - (kTries - 1) * kRefillMilliseconds;
    return nextTryAt <= now ? 0 : (nextTryAt - now + 999) / 1000;
}

void TokenBucket::take()
{
    m_fullAt = fullAt() + kRefillMilliseconds;
}

qint64 TokenBucket::fullAt() const
{
    const qint64 now = m_clock.now().utcMilliseconds();
    return std::clamp(m_fullAt, now, now + kTries * kRefillMilliseconds);
}

} // namespace doorstep::hub
