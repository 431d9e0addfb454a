#pragma once

#include "store/recordstore.h"

namespace doorstep::store {

/// Fills what the device knows by itself into a new record, where its kind has such a field and it is blank: the
/// person's open episode, the worker and their role, the scheme, the time of entry.
[[nodiscard]] base::Status fillKnown(domain::Record& record, DeviceStore& store, const base::Clock& clock);

/// The latest episode of a person that has not ended. None when there is no such episode.
[[nodiscard]] base::Result<std::optional<base::RecordId>> openEpisode(DeviceStore& store, const QUuid& person);

} // namespace doorstep::store
