#include "hub/scope.h"

#include "domain/kinds/organisation.h"
#include "domain/kinds/person.h"
#include "hub/hubstore.h"

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {
const QLatin1StringView kVolunteer("volunteer");
const QLatin1StringView kSchemeField("scheme");
constexpr qint64 kHour = 60LL * 60 * 1000;

bool isSchemeRole(const QString& role)
{
    return role == QLatin1StringView("connector") || role == QLatin1StringView("support-worker");
}

/// When the account last might write this record; none when it never might.
Result<std::optional<qint64>> lastSeen(HubTransaction& transaction, const Account& account, const RecordRow& row)
{
    std::optional<qint64> last;
    if (!row.subject.isNull()) {
        DOORSTEP_TRY_ASSIGN(last, transaction.matches().lastEnd(account.worker, row.subject));
    }
    DOORSTEP_TRY_ASSIGN(const std::vector<EndedScope> scopes, transaction.matches().endedScopes(account.id));
    for (const EndedScope& scope : scopes) {
        bool saw = isSchemeRole(scope.role) && (row.scope == scope.scheme || row.scope.isEmpty());
        if (!saw && scope.role == kVolunteer && !row.subject.isNull()) {
            DOORSTEP_TRY_ASSIGN(saw, transaction.matches().isMatched(account.worker, row.subject));
        }
        if (saw)
            last = std::max(last.value_or(0), scope.endedAt);
    }
    return last;
}

} // namespace

Result<Scope> scopeOf(const Account& account)
{
    if (account.role != kVolunteer && !isSchemeRole(account.role))
        return fail(ErrorCode::Forbidden, QStringLiteral("the role %1 does not work on a device").arg(account.role),
                    QStringLiteral("role"));
    return Scope{account.scheme, account.worker, account.role == kVolunteer};
}

Result<bool> seesNow(HubTransaction& transaction, const Scope& scope, const RecordRow& row)
{
    if (scope.isNothing)
        return false;
    if (scope.isMatchedOnly)
        return row.subject.isNull() ? Result<bool>(false) : transaction.matches().isMatched(scope.worker, row.subject);
    return row.scope == scope.scheme || row.scope.isEmpty();
}

Result<Access> accessTo(HubTransaction& transaction, const Account& account, const Scope& scope, const RecordRow& row,
                        const Writing& writing)
{
    DOORSTEP_TRY_ASSIGN(const bool sees, seesNow(transaction, scope, row));
    if (sees)
        return Access::Granted;
    DOORSTEP_TRY_ASSIGN(const auto endedAt, lastSeen(transaction, account, row));
    if (!endedAt)
        return Access::None;
    return writing.at.milliseconds() <= *endedAt + writing.graceHours * kHour ? Access::Granted : Access::Over;
}

Result<QString> schemeOf(HubTransaction& transaction, const domain::Record& record, const QString& fallback)
{
    const auto person = record.person();
    if (person && *person != record.id.uuid()) {
        DOORSTEP_TRY_ASSIGN(const auto scheme, transaction.records().schemeOf(RecordId(*person)));
        return scheme.value_or(fallback);
    }
    const auto* scheme = std::get_if<QString>(&record.value(kSchemeField));
    return scheme ? *scheme : fallback;
}

bool mayBePublic(const domain::KindSpec& kind)
{
    return &kind == &domain::kindOf<domain::Organisation>();
}

} // namespace doorstep::hub
