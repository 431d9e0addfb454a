#pragma once

#include "base/result.h"
#include "hub/rows.h"

namespace doorstep::hub {

class HubTransaction;

/// What one account may see and change. Decided in scopeOf() and nowhere else.
struct Scope
{
    QString scheme;
    QUuid worker;
    /// A volunteer sees the people matched with them, and the scheme's workers and places; nothing else.
    bool isMatchedOnly = false;
};

/// Forbidden for roles that do not work on a device.
[[nodiscard]] base::Result<Scope> scopeOf(const Account& account);
/// Whether an account of this scope may write a record with this scope and subject.
[[nodiscard]] base::Result<bool> mayWrite(HubTransaction& transaction, const Scope& scope, const RecordRow& row);
/// The scheme a record belongs to: its person's, or its own; `fallback` when it names none.
[[nodiscard]] base::Result<QString> schemeOf(HubTransaction& transaction, const domain::Record& record,
                                             const QString& fallback);
/// Kinds of which an entry without a scheme is for everybody.
[[nodiscard]] bool mayBePublic(const domain::KindSpec& kind);

} // namespace doorstep::hub
