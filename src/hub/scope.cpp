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
} // namespace

Result<Scope> scopeOf(const Account& account)
{
    static const QStringList kSchemeRoles{QStringLiteral("connector"), QStringLiteral("support-worker")};
    if (account.role != kVolunteer && !kSchemeRoles.contains(account.role))
        return fail(ErrorCode::Forbidden, QStringLiteral("the role %1 does not work on a device").arg(account.role),
                    QStringLiteral("role"));
    return Scope{account.scheme, account.worker, account.role == kVolunteer};
}

Result<bool> mayWrite(HubTransaction& transaction, const Scope& scope, const RecordRow& row)
{
    if (scope.isMatchedOnly)
        return row.subject.isNull() ? Result<bool>(false) : transaction.matches().isMatched(scope.worker, row.subject);
    return row.scope == scope.scheme || row.scope.isEmpty();
}

Result<QString> schemeOf(HubTransaction& transaction, const domain::Record& record, const QString& fallback)
{
    const auto person = record.person();
    if (person && *person != record.id.uuid()) {
        DOORSTEP_TRY_ASSIGN(const auto row, transaction.records().record(RecordId(*person)));
        return row ? row->scope : fallback;
    }
    const auto* scheme = std::get_if<QString>(&record.value(kSchemeField));
    return scheme ? *scheme : fallback;
}

bool mayBePublic(const domain::KindSpec& kind)
{
    return &kind == &domain::kindOf<domain::Organisation>();
}

} // namespace doorstep::hub
