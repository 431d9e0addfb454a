#include "hub/versionclamp.h"

namespace doorstep::hub {

using base::HybridTime;
using base::Version;

Result<bool> VersionClamp::apply(DeviceNumber device, domain::RecordChange& change)
{
    DOORSTEP_TRY_ASSIGN(Clamps * clamps, clampsOf(device));
    for (Version& base : change.base)
        base = clamps->value(base, base);
    const auto known = clamps->constFind(change.version);
    if (known != clamps->cend()) {
        change.version = *known;
        return true;
    }
    if (change.version.time.milliseconds() <= m_clock.now().utcMilliseconds() + kMostAheadMilliseconds)
        return false;
    const Version now = clamped(change.version, *clamps);
    DOORSTEP_TRY(m_transaction.devices().addClamp(device, change.version, now));
    clamps->insert(change.version, now);
    change.version = now;
    return true;
}

Result<VersionClamp::Clamps*> VersionClamp::clampsOf(DeviceNumber device)
{
    const auto found = m_clamps.find(device);
    if (found != m_clamps.end())
        return &*found;
    DOORSTEP_TRY_ASSIGN(Clamps clamps, m_transaction.devices().clamps(device));
    return &*m_clamps.insert(device, std::move(clamps));
}

Version VersionClamp::clamped(const Version& version, const Clamps& earlier) const
{
    // The upper half of the counter, which no device reaches by counting, keeps these apart from the device's own
    // stamps of the same millisecond: two changes with one version would pass for one change.
    constexpr quint64 kUpperHalf = 0x8000;
    HybridTime time{HybridTime::fromMilliseconds(m_clock.now().utcMilliseconds()).bits | kUpperHalf};
    for (const Version& each : earlier)
        time = std::max(time, HybridTime{each.time.bits + 1});
    return {time, version.device};
}

} // namespace doorstep::hub
