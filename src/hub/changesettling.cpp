#include "hub/changeapplier.h"

#include <limits>

// What follows once a change is known to be good: conflicts, the row, and whatever waited for it.

namespace doorstep::hub {

using base::Version;

namespace {
// A row put in this transaction has no seq yet; it counts as newer than anything a device has read.
constexpr qint64 kNoSeqYet = std::numeric_limits<qint64>::max();
} // namespace

Result<QStringList> ChangeApplier::settle(Draft& draft, const std::vector<domain::FieldClash>& clashes)
{
    const wire::Change& change = draft.change;
    DOORSTEP_TRY_ASSIGN(QStringList conflicts, openConflicts(draft, clashes));
    QStringList settled = change.change.fields.keys();
    for (const domain::FieldClash& clash : clashes)
        settled.removeAll(clash.field);
    draft.isExact = draft.isExact && clashes.empty();
    if (draft.row.record.isDeleted()) {
        draft.isExact = false;
        if (change.resolves.contains(ConflictKeeper::idOf(change.id, ConflictKeeper::kDeleted).text())) {
            draft.row.record.deletion.reset();
            settled << ConflictKeeper::kDeleted;
        } else {
            DOORSTEP_TRY_ASSIGN(const QStringList opened,
                                openDeletedConflict(draft, change.change.fields, draft.incoming.version));
            conflicts << opened;
        }
    }
    DOORSTEP_TRY(closeConflicts(draft, settled));
    return conflicts;
}

Result<QStringList> ChangeApplier::openConflicts(Draft& draft, const std::vector<domain::FieldClash>& clashes)
{
    QStringList ids;
    for (const domain::FieldClash& clash : clashes) {
        DOORSTEP_TRY_ASSIGN(const QString keptBy, nameOf(clash.keptVersion.device));
        DOORSTEP_TRY_ASSIGN(const QString otherBy, nameOf(clash.otherVersion.device));
        DOORSTEP_TRY_ASSIGN(const QString id,
                            m_conflicts.open(draft.row, clash.field, {clash.kept, keptBy, clash.keptVersion},
                                             {clash.other, otherBy, clash.otherVersion}));
        ids << id;
    }
    return ids;
}

Result<QStringList> ChangeApplier::openDeletedConflict(Draft& draft, const QJsonObject& edited,
                                                       const Version& editedVersion)
{
    const Version removal = draft.row.record.deletion->version;
    DOORSTEP_TRY_ASSIGN(const QString removedBy, nameOf(removal.device));
    DOORSTEP_TRY_ASSIGN(const QString editedBy, nameOf(editedVersion.device));
    DOORSTEP_TRY_ASSIGN(const QString id, m_conflicts.open(draft.row, ConflictKeeper::kDeleted,
                                                           {ConflictKeeper::kDeleted, removedBy, removal},
                                                           {edited, editedBy, editedVersion}));
    return QStringList{id};
}

Status ChangeApplier::closeConflicts(Draft& draft, const QStringList& fields)
{
    if (draft.change.resolves.isEmpty())
        return {};
    DOORSTEP_TRY_ASSIGN(const QString by, nameOf(draft.sender.device.number));
    const QString deleted = ConflictKeeper::idOf(draft.change.id, ConflictKeeper::kDeleted).text();
    for (const QString& conflict : draft.change.resolves) {
        Resolver resolver{by, draft.sender.knownSeq, std::nullopt, false};
        if (const auto seen = draft.change.change.base.constFind(conflict); seen != draft.change.change.base.cend())
            resolver.seen = *seen;
        // A record that is back shows all that was written into it meanwhile.
        resolver.mayBeUnseen = conflict == deleted && !draft.row.record.isDeleted();
        DOORSTEP_TRY(m_conflicts.close(conflict, draft.change.id, fields, resolver));
    }
    return {};
}

void ChangeApplier::write(Draft& draft)
{
    RecordRow& row = draft.row;
    const Sender& sender = draft.sender;
    const bool isOwn = row.echoDevice == sender.device.number && row.echoEpoch == sender.epoch;
    const bool isKnown = sender.knownSeq >= 0 && (draft.isNew() || isOwn || row.seq <= sender.knownSeq);
    if (!isOwn)
        row.previousSeq = row.seq;
    row.echoDevice = draft.isExact && isKnown ? sender.device.number : 0;
    row.echoEpoch = sender.epoch;
    row.seq = kNoSeqYet;
    row.updatedAt = m_clock.now();
    if (draft.isNew())
        row.receivedAt = row.updatedAt;
    m_matches.note(row);
    m_transaction.records().put(std::move(row));
}

Status ChangeApplier::releaseWaiting(const RecordId& arrived)
{
    DOORSTEP_TRY_ASSIGN(const auto waiting, m_transaction.custody().heldFor(arrived.uuid()));
    // All of them leave the table first: a later change of a record must not find itself waiting there.
    for (const HeldChange& each : waiting)
        DOORSTEP_TRY(m_transaction.custody().release(each));
    for (const HeldChange& each : waiting) {
        auto sender = senderOfDevice(m_transaction, each.key.device);
        if (!sender && sender.error().code == base::ErrorCode::Forbidden) {
            // The account has got another role since; a coordinator decides.
            DOORSTEP_TRY(m_transaction.custody().quarantine({0, each.key, each.change, sender.error(), m_clock.now()}));
            DOORSTEP_TRY(m_transaction.devices().addLate(each.key, refused(each.change, sender.error())));
            continue;
        }
        DOORSTEP_TRY(sender);
        sender->epoch = each.key.epoch;
        DOORSTEP_TRY_ASSIGN(const wire::ChangeResult result, keep(*sender, each.change, QLatin1StringView("released")));
        // The device still shows it as waiting, and has perhaps confirmed that answer long ago.
        if (result.outcome != wire::Outcome::Held)
            DOORSTEP_TRY(m_transaction.devices().addLate(each.key, result));
    }
    return {};
}

Result<QString> ChangeApplier::nameOf(DeviceNumber device)
{
    const auto found = m_names.constFind(device);
    if (found != m_names.cend())
        return *found;
    DOORSTEP_TRY_ASSIGN(const QString name, workerNameOf(m_transaction, device));
    m_names.insert(device, name);
    return name;
}

} // namespace doorstep::hub
