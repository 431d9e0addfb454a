#pragma once

#include "domain/record.h"

#include <vector>

namespace doorstep::domain {

/// A change as it was saved: the touched fields with their new values and, where a value was replaced, the version
/// it had (`base`). All fields of one change share one version.
struct RecordChange
{
    QJsonObject fields;
    QMap<QString, Version> base;
    Version version;
};

/// Both values of a field that two people changed while apart. `kept` stands in the record, `other` does not.
struct FieldClash
{
    QString field;
    QJsonValue kept, other;
    Version keptVersion, otherVersion;
};

struct MergeResult
{
    bool changed = false;
    std::vector<FieldClash> clashes;
};

/// Applies a change to a record field by field. A field whose current version equals the change's base takes the new
/// value; equal values never clash; otherwise the later version is kept and both come back as a clash. The same
/// change twice has no further effect. Error: a value that does not fit its field's type; the record is untouched then.
[[nodiscard]] base::Result<MergeResult> merge(Record& record, const RecordChange& change);

} // namespace doorstep::domain
