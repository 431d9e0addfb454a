#pragma once

#include "hub/listsbundle.h"

namespace doorstep::hub {

/// What a hub does now and then by itself.
class Housekeeping
{
public:
    Housekeeping(HubStore& store, const base::Clock& clock, const ListsBundle& lists)
        : m_store(store), m_clock(clock), m_lists(lists)
    {
    }

    /// Once a day; costs nothing in between.
    [[nodiscard]] Status run();
    /// Takes away tombstones older than the rules keep them; gives their number. Devices that have not seen one pull
    /// everything anew.
    [[nodiscard]] Result<qint64> purge();

private:
    HubStore& m_store;
    const base::Clock& m_clock;
    const ListsBundle& m_lists;
    qint64 m_lastDay = 0; ///< days since 1970
};

} // namespace doorstep::hub
