#pragma once

#include "domain/codelist.h"

namespace doorstep::domain {

/// The numbers that a hub may tune for its devices: rule "synchronisation" of the lists. Each is kept within bounds, so
/// that no hub can stop a device from sending, lock it out in an hour or make it drop what it has just sent.
struct SyncRules
{
    [[nodiscard]] static SyncRules from(const CodeLists& lists);

    int batchChanges = 500;      ///< the most changes in a batch
    int batchBytes = 256 * 1024; ///< what a batch aims at
    int pageRecords = 500;       ///< records on one page of a pull
    int periodMinutes = 15;      ///< between rounds without a reason
    int digestHours = 24;        ///< between comparisons of what both sides hold
    qint64 leaseDays = 30;       ///< without an exchange, after which people's records are locked
    qint64 graceHours = 72;      ///< in which a change may still be written after a grant has ended
    qint64 tombstoneDays = 180;  ///< that the hub remembers removals
    qint64 keptDays = 14;        ///< that a device keeps a save after it is in the hub's backup
};

} // namespace doorstep::domain
