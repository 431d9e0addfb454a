#pragma once

#include "hub/sender.h"

namespace doorstep::hub {

/// A device whose clock runs ahead must not win every merge until the day its clock shows. Its stamps are ordered as
/// the hub's now, and what it says later about its own stamps is understood.
class VersionClamp
{
public:
    VersionClamp(HubTransaction& transaction, const base::Clock& clock) : m_transaction(transaction), m_clock(clock) {}

    /// Stamps further ahead of the hub's clock than this are put back.
    static constexpr qint64 kMostAheadMilliseconds = 5LL * 60 * 1000;

    /// True when the version of the change was put back.
    [[nodiscard]] Result<bool> apply(DeviceNumber device, domain::RecordChange& change);

private:
    using Clamps = QMap<base::Version, base::Version>;
    [[nodiscard]] Result<Clamps*> clampsOf(DeviceNumber device);
    [[nodiscard]] base::Version clamped(const base::Version& version, const Clamps& earlier) const;

    HubTransaction& m_transaction;
    const base::Clock& m_clock;
    QHash<DeviceNumber, Clamps> m_clamps;
};

} // namespace doorstep::hub
