#pragma once

#include "base/clock.h"
#include "store/devicestore.h"

namespace doorstep::store {

/// Whether this phone may still show what it holds of people. A phone that nobody has heard of for too long may be in
/// other hands, or hold people who are no longer its worker's: then it has to be in touch first. New work is saved
/// and unsent work delivered all the same.
class Lease
{
public:
    Lease(DeviceStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// LeaseOver. Goes by the hub's clock as the device knows it.
    [[nodiscard]] base::Status check() const;

private:
    DeviceStore& m_store;
    const base::Clock& m_clock;
};

} // namespace doorstep::store
