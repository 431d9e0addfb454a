#pragma once

#include "domain/kinds/plannedvisit.h"
#include "domain/personsummary.h"
#include "store/recordstore.h"

#include <QHash>

namespace doorstep::store {

/// One person of the caseload as lists need it.
struct CaseloadEntry
{
    domain::PersonSummary summary;
    QString search; ///< folded as foldForSearch does
};

/// One visit or call of a day's diary, with what its row shows.
struct DiaryEntry
{
    domain::PlannedVisit plan;
    QString name;             ///< of the person
    QString together;         ///< name of the worker who comes along
    domain::EpisodeDays days; ///< of the person's latest episode
    bool isRecorded = false;  ///< its contact is in the store
};

/// Reads what lists show of many people at once: one statement a table, contacts summed up from their index, no record
/// read whole. Writes nothing. LeaseOver when the lease is.
class CaseloadStore
{
public:
    CaseloadStore(DeviceStore& store, const base::Clock& clock)
        : m_store(store), m_records(store, clock), m_lease(store, clock)
    {
    }

    /// Everybody on the device, by name. Agrees with domain::summarise over each person's records.
    [[nodiscard]] base::Result<std::vector<CaseloadEntry>> people(const domain::ProgrammeRules& rules,
                                                                  const base::Timestamp& now);
    /// The plans of one day in the order of the day. The day runs in the offset of `now`.
    [[nodiscard]] base::Result<std::vector<DiaryEntry>> diary(const domain::ProgrammeRules& rules,
                                                              const base::Timestamp& now);
    /// All records about one person, of all kinds, the person first; deleted ones are left out.
    [[nodiscard]] base::Result<std::vector<domain::Record>> recordsOf(const QUuid& person);
    /// The name of a person, worker or organisation; empty when it is not on the device.
    [[nodiscard]] base::Result<QString> nameOf(const domain::KindSpec& kind, const QUuid& id);

private:
    DeviceStore& m_store;
    RecordStore m_records;
    Lease m_lease;
};

} // namespace doorstep::store
