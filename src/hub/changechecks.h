#pragma once

#include "hub/sender.h"

namespace doorstep::hub {

/// Why a change cannot become part of a record; none when it can.
using Refusal = std::optional<base::Error>;

/// What can be said of a change without its record.
[[nodiscard]] Refusal checkChange(const Sender& sender, const wire::Change& change);
/// A field that is set once and would get another value.
[[nodiscard]] Refusal checkFixedFields(const domain::Record& current, const QJsonObject& fields);
/// Whether the sender may, or might when it was written, change `before` (none for a new record) into `after`.
[[nodiscard]] Result<Refusal> checkScope(HubTransaction& transaction, const Sender& sender,
                                         const std::optional<RecordRow>& before, const RecordRow& after,
                                         const Writing& writing);
/// The first record that must be here before this one can be; null when all are.
[[nodiscard]] Result<QUuid> missingParent(HubTransaction& transaction, const domain::Record& record,
                                          const QJsonObject& fields);
/// The answer to a change that was refused for this reason.
[[nodiscard]] wire::ChangeResult refused(const wire::Change& change, const base::Error& reason);
/// A change with what the same device was refused earlier for the same record: a mended field makes the whole good.
[[nodiscard]] wire::Change together(const std::vector<QuarantinedChange>& earlier, const wire::Change& change);

} // namespace doorstep::hub
