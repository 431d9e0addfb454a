#include "hub/changeapplier.h"

#include "domain/validation.h"

namespace doorstep::hub {

using base::Error;
using base::ErrorCode;
using base::Version;
using wire::Change;
using wire::ChangeResult;
using wire::Outcome;

namespace {

const QLatin1StringView kSchemeField("scheme");

ChangeResult held(const Change& change, const QUuid& needs)
{
    return {change.n, Outcome::Held, {}, base::uuidText(needs), {}, {}, {}};
}

ChangeResult applied(const Change& change, const QStringList& conflicts)
{
    return {change.n, conflicts.isEmpty() ? Outcome::Ok : Outcome::Merged, conflicts, {}, {}, {}, {}};
}

/// Whether all touched fields carry the version that the change gave them.
bool haveVersion(const domain::Record& record, const domain::RecordChange& change)
{
    for (auto it = change.fields.constBegin(); it != change.fields.constEnd(); ++it) {
        const int index = record.kind->indexOf(it.key());
        if ((index < 0 ? record.unknownVersions.value(it.key()) : record.versions[static_cast<size_t>(index)]) !=
            change.version)
            return false;
    }
    return true;
}

/// The fields that somebody else changed after the remover had last seen them, and the latest version among them.
/// A field that the remover saw blank has no base, so every field of the record is looked at.
QJsonObject editsUnseenBy(const domain::RecordChange& removal, const domain::Record& record, Version& latest)
{
    QJsonObject unseen;
    const QJsonObject fields = domain::fieldsJson(record);
    const auto look = [&](const QString& field, const Version& version) {
        const bool isPlacedByHub = version.device == 0 && field == kSchemeField;
        if (version.isNull() || isPlacedByHub || version == removal.base.value(field))
            return;
        unseen.insert(field, fields.value(field));
        latest = std::max(latest, version);
    };
    for (size_t i = 0; i < record.versions.size(); ++i)
        look(record.kind->fields[i].key(), record.versions[i]);
    for (auto it = record.unknownVersions.cbegin(); it != record.unknownVersions.cend(); ++it)
        look(it.key(), *it);
    return unseen;
}

} // namespace

Result<ChangeResult> ChangeApplier::apply(const Sender& sender, const Change& change)
{
    return keep(sender, change, QLatin1StringView("applied"));
}

Result<ChangeResult> ChangeApplier::keep(const Sender& sender, const Change& change, QLatin1StringView note)
{
    const ChangeKey key{sender.device.number, sender.epoch, change.n};
    const Timestamp now = m_clock.now();
    DOORSTEP_TRY_ASSIGN(ChangeResult result, attemptTogether(sender, change));
    if (result.outcome == Outcome::Quarantined) {
        const Error reason{result.code, result.detail, result.field};
        DOORSTEP_TRY(m_transaction.custody().quarantine({0, key, change, reason, now}));
    } else if (result.outcome == Outcome::Held) {
        DOORSTEP_TRY(m_transaction.custody().hold({0, key, change, QUuid::fromString(result.needs), now}));
    } else {
        DOORSTEP_TRY(m_transaction.custody().addHistory(key, change, now, note));
        DOORSTEP_TRY(releaseWaiting(change.id));
    }
    return result;
}

Result<ChangeResult> ChangeApplier::attemptTogether(const Sender& sender, const Change& change)
{
    DOORSTEP_TRY_ASSIGN(auto earlier, m_transaction.custody().quarantined(change.id, sender.device.number));
    std::erase_if(earlier, [&](const QuarantinedChange& each) {
        return each.change.fault || each.reason.code != ErrorCode::InvalidValue ||
               each.change.operation != wire::Operation::Put || each.change.kind != change.kind;
    });
    if (earlier.empty() || change.operation != wire::Operation::Put)
        return attempt(sender, change, true);
    DOORSTEP_TRY_ASSIGN(ChangeResult result, attempt(sender, together(earlier, change), false));
    if (result.outcome != Outcome::Ok && result.outcome != Outcome::Merged)
        return attempt(sender, change, true);
    for (const QuarantinedChange& each : earlier) {
        DOORSTEP_TRY(m_transaction.custody().closeQuarantine(each));
        DOORSTEP_TRY(
            m_transaction.custody().addHistory(each.key, each.change, m_clock.now(), QLatin1StringView("mended")));
    }
    return result;
}

Result<ChangeResult> ChangeApplier::attempt(const Sender& sender, const Change& change, bool isWhole)
{
    if (change.fault)
        return refused(change, *change.fault);
    if (const Refusal refusal = checkChange(sender, change))
        return refused(change, *refusal);
    const domain::KindSpec& kind = *domain::findKind(change.kind);
    DOORSTEP_TRY_ASSIGN(auto present, m_transaction.records().record(change.id));
    if (present && present->record.kind != &kind)
        return refused(change, {ErrorCode::InvalidValue, QStringLiteral("the id belongs to a record of another kind"),
                                QStringLiteral("kind")});
    if (!present) {
        // A later change of a record that waits has to wait behind it.
        DOORSTEP_TRY_ASSIGN(const QUuid needs, m_transaction.custody().needsOf(change.id));
        if (!needs.isNull())
            return held(change, needs);
    }
    Draft draft{sender,        change, present, present.value_or(RecordRow{domain::Record(kind, change.id)}),
                change.change, isWhole};
    DOORSTEP_TRY_ASSIGN(const bool wasAhead, m_clamp.apply(sender.device.number, draft.incoming));
    draft.isExact = draft.isExact && !wasAhead;
    return change.operation == wire::Operation::Delete ? remove(draft) : put(draft);
}

Result<ChangeResult> ChangeApplier::put(Draft& draft)
{
    const Change& change = draft.change;
    if (const Refusal refusal = checkFixedFields(draft.row.record, change.change.fields))
        return refused(change, *refusal);
    // Nobody else's value can stand in a record that is not here; its bases speak of a hub that was.
    if (draft.isNew())
        draft.incoming.base.clear();
    const auto merged = domain::merge(draft.row.record, draft.incoming);
    if (!merged)
        return refused(change, merged.error());
    if (const auto valid = domain::validate(draft.row.record); !valid)
        return refused(change, valid.error());
    DOORSTEP_TRY_ASSIGN(const QUuid needs, missingParent(m_transaction, draft.row.record, change.change.fields));
    if (!needs.isNull())
        return held(change, needs);
    draft.isExact = draft.isExact && haveVersion(draft.row.record, draft.incoming);
    DOORSTEP_TRY(place(draft));
    DOORSTEP_TRY_ASSIGN(const Refusal outside,
                        checkScope(m_transaction, draft.sender, draft.before, draft.row, writingOf(draft)));
    if (outside)
        return refused(change, *outside);

    DOORSTEP_TRY_ASSIGN(const QStringList conflicts, settle(draft, merged->clashes));
    if (merged->changed || !conflicts.isEmpty() || !draft.isExact)
        write(draft);
    return applied(change, conflicts);
}

Result<ChangeResult> ChangeApplier::remove(Draft& draft)
{
    const Change& change = draft.change;
    if (draft.isNew())
        return refused(change, {ErrorCode::NotFound, QStringLiteral("there is no such record"), QStringLiteral("id")});
    DOORSTEP_TRY_ASSIGN(const Refusal outside,
                        checkScope(m_transaction, draft.sender, draft.before, draft.row, writingOf(draft)));
    if (outside)
        return refused(change, *outside);
    const domain::Deletion removal{change.author, change.savedAt, change.why, draft.incoming.version};
    auto& standing = draft.row.record.deletion;
    QStringList conflicts;
    if (!standing) {
        Version latest;
        const QJsonObject unseen = editsUnseenBy(draft.incoming, draft.row.record, latest);
        standing = removal;
        if (!unseen.isEmpty()) {
            DOORSTEP_TRY_ASSIGN(conflicts, openDeletedConflict(draft, unseen, latest));
        }
        write(draft);
    } else if (standing->version != removal.version) {
        // The earlier removal stands in whichever order they come; the sender has another one and must hear of it.
        if (removal.version < standing->version)
            standing = removal;
        draft.isExact = false;
        write(draft);
    }
    if (conflicts.isEmpty()) {
        DOORSTEP_TRY(closeConflicts(draft, {ConflictKeeper::kDeleted}));
    }
    return applied(change, conflicts);
}

Writing ChangeApplier::writingOf(const Draft& draft) const
{
    return {draft.incoming.version.time, m_rules.graceHours};
}

Status ChangeApplier::place(Draft& draft)
{
    RecordRow& row = draft.row;
    const QString fallback = draft.isNew() ? draft.sender.account.scheme : row.scope;
    DOORSTEP_TRY_ASSIGN(row.scope, schemeOf(m_transaction, row.record, fallback));
    row.subject = row.record.person().value_or(QUuid());
    const int index = row.record.kind->indexOf(kSchemeField);
    const bool isOwnScheme = index >= 0 && row.record.kind->personField < 0;
    if (draft.isNew() && isOwnScheme && domain::isBlank(row.record.values[static_cast<size_t>(index)])) {
        row.record.set(kSchemeField, row.scope);
        row.record.versions[static_cast<size_t>(index)] = {draft.incoming.version.time, 0};
        draft.isExact = false;
    }
    return {};
}

} // namespace doorstep::hub
