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
    /// The role does not work on a device any more: it sees nothing, and what was written before still counts.
    bool isNothing = false;
};

/// Whether an account may write a record.
enum class Access {
    Granted, ///< it may, or might when the change was written
    Over,    ///< it might once; the change was written after that
    None,
};

/// When a change was made, and how much longer than its grant it may be.
struct Writing
{
    base::HybridTime at;
    qint64 graceHours = 0;
};

/// Forbidden for roles that do not work on a device.
[[nodiscard]] base::Result<Scope> scopeOf(const Account& account);
/// Whether a record with this scope and subject belongs to what an account of this scope works with now.
[[nodiscard]] base::Result<bool> seesNow(HubTransaction& transaction, const Scope& scope, const RecordRow& row);
/// Whether an account may write a record with this scope and subject. A phone that was out of reach when a grant ended
/// could not know: what it wrote before, or within the grace, counts as written under the grant.
[[nodiscard]] base::Result<Access> accessTo(HubTransaction& transaction, const Account& account, const Scope& scope,
                                            const RecordRow& row, const Writing& writing);
/// The scheme a record belongs to: its person's, or its own; `fallback` when it names none.
[[nodiscard]] base::Result<QString> schemeOf(HubTransaction& transaction, const domain::Record& record,
                                             const QString& fallback);
/// Kinds of which an entry without a scheme is for everybody.
[[nodiscard]] bool mayBePublic(const domain::KindSpec& kind);

} // namespace doorstep::hub
