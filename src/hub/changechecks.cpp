#include "hub/changechecks.h"

#include "domain/kinds/conflict.h"
#include "domain/kinds/worker.h"

namespace doorstep::hub {

using base::Error;
using base::ErrorCode;

Refusal checkChange(const Sender& sender, const wire::Change& change)
{
    const domain::KindSpec* kind = domain::findKind(change.kind);
    if (!kind)
        return Error{ErrorCode::UnknownKind, QStringLiteral("this hub has no such kind"), QStringLiteral("kind")};
    if (kind == &domain::kindOf<domain::Conflict>() || kind == &domain::kindOf<domain::Worker>())
        return Error{ErrorCode::Forbidden, QStringLiteral("only the hub writes this kind"), QStringLiteral("kind")};
    if (change.change.version.device != sender.device.number)
        return Error{ErrorCode::Forbidden, QStringLiteral("the version is of another device"),
                     QStringLiteral("version")};
    return std::nullopt;
}

Refusal checkFixedFields(const domain::Record& current, const QJsonObject& fields)
{
    for (size_t i = 0; i < current.values.size(); ++i) {
        const domain::FieldSpec& field = current.kind->fields[i];
        if (!field.fixed || domain::isBlank(current.values[i]) || !fields.contains(field.key()))
            continue;
        if (fields.value(field.key()) != domain::toJson(current.values[i]))
            return Error{ErrorCode::InvalidValue, QStringLiteral("cannot be changed once it is set"), field.key()};
    }
    return std::nullopt;
}

Result<Refusal> checkScope(HubTransaction& transaction, const Sender& sender, const std::optional<RecordRow>& before,
                           const RecordRow& after, const Writing& writing)
{
    // What goes along with a person, and who has to agree, is a matter of its own; an edited field is no transfer.
    if (before && before->scope != after.scope)
        return Refusal(
            Error{ErrorCode::Forbidden, QStringLiteral("a record stays in its scheme"), QStringLiteral("scheme")});
    DOORSTEP_TRY_ASSIGN(Access access, accessTo(transaction, sender.account, sender.scope, after, writing));
    if (access == Access::Granted && before) {
        DOORSTEP_TRY_ASSIGN(access, accessTo(transaction, sender.account, sender.scope, *before, writing));
    }
    if (access == Access::Granted)
        return Refusal();
    const bool isOfPerson = after.record.kind->personField >= 0;
    if (access == Access::Over)
        return Refusal(Error{ErrorCode::GrantOver, QStringLiteral("written after the grant had ended"),
                             isOfPerson ? QStringLiteral("person") : QStringLiteral("scheme")});
    return Refusal(Error{ErrorCode::Forbidden, QStringLiteral("the record is outside what this account may change"),
                         isOfPerson ? QStringLiteral("person") : QStringLiteral("scheme")});
}

Result<QUuid> missingParent(HubTransaction& transaction, const domain::Record& record, const QJsonObject& fields)
{
    for (size_t i = 0; i < record.values.size(); ++i) {
        const domain::FieldSpec& field = record.kind->fields[i];
        const auto* parent = std::get_if<QUuid>(&record.values[i]);
        if (!field.parent || !parent || !fields.contains(field.key()))
            continue;
        DOORSTEP_TRY_ASSIGN(const auto scheme, transaction.records().schemeOf(RecordId(*parent)));
        if (!scheme)
            return *parent;
    }
    return QUuid();
}

wire::ChangeResult refused(const wire::Change& change, const Error& reason)
{
    return {change.n, wire::Outcome::Quarantined, {}, {}, reason.code, reason.field, reason.detail};
}

wire::Change together(const std::vector<QuarantinedChange>& earlier, const wire::Change& change)
{
    wire::Change whole = change;
    whole.bytes.clear();
    QJsonObject fields;
    QMap<QString, base::Version> bases;
    const auto add = [&](const domain::RecordChange& part) {
        for (auto it = part.fields.constBegin(); it != part.fields.constEnd(); ++it) {
            // The first refused change still knew what the hub has; the later ones build on what the hub never took.
            if (!fields.contains(it.key()))
                bases.insert(it.key(), part.base.value(it.key()));
            fields.insert(it.key(), it.value());
        }
    };
    for (const QuarantinedChange& each : earlier)
        add(each.change.change);
    add(change.change);
    whole.change.fields = fields;
    whole.change.base = bases;
    return whole;
}

} // namespace doorstep::hub
