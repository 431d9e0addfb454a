#include "store/recorder.h"

#include "domain/kinds/conflict.h"
#include "domain/validation.h"

namespace doorstep::store {

using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using base::Status;
using domain::Record;

namespace {

// The field name of the hub's conflicts between a removal and an edit.
const QLatin1StringView kDeletedField("deleted");

/// The fields that differ, with their new values.
QJsonObject difference(const Record& from, const Record& to)
{
    QJsonObject fields;
    for (size_t i = 0; i < to.values.size(); ++i) {
        if (from.values[i] != to.values[i])
            fields.insert(to.kind->fields[i].key(), domain::toJson(to.values[i]));
    }
    return fields;
}

QMap<QString, base::Version> basesOf(const Record& original, const QJsonObject& fields)
{
    QMap<QString, base::Version> bases;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const base::Version version = original.versions[static_cast<size_t>(original.kind->indexOf(it.key()))];
        if (!version.isNull())
            bases.insert(it.key(), version);
    }
    return bases;
}

/// What a person sees who decides on the record as a whole.
QMap<QString, base::Version> basesOfAll(const Record& record)
{
    QMap<QString, base::Version> bases = record.unknownVersions;
    for (size_t i = 0; i < record.versions.size(); ++i) {
        if (!record.versions[i].isNull())
            bases.insert(record.kind->fields[i].key(), record.versions[i]);
    }
    return bases;
}

void applyTo(Record& stored, const Record& edited, const QJsonObject& fields, const base::Version& version)
{
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const auto index = static_cast<size_t>(stored.kind->indexOf(it.key()));
        stored.values[index] = edited.values[index];
        stored.versions[index] = version;
    }
}

Status endDraft(sql::Transaction& transaction, const Recorder::Context& context)
{
    if (!context.draft)
        return {};
    sql::Statement remove(transaction.connection(), "DELETE FROM draft WHERE id = ?");
    return remove.bind(*context.draft).run();
}

} // namespace

Result<OutboxEntry> Recorder::newEntry(sql::Transaction& transaction, const Record& record, const Context& context)
{
    DOORSTEP_TRY_ASSIGN(const DeviceStore::Stamp stamp, m_store.nextStamp(transaction, m_clock));
    OutboxEntry entry;
    entry.n = stamp.n;
    entry.kind = record.kind->key();
    entry.id = record.id;
    entry.person = record.person();
    entry.change.version = stamp.version;
    entry.savedAt = m_clock.now();
    entry.author = context.author;
    if (entry.author.isEmpty()) {
        DOORSTEP_TRY_ASSIGN(const Device device, m_store.device());
        entry.author = device.worker;
    }
    entry.resolves = context.resolves;
    entry.schema = domain::kSchemaVersion;
    return entry;
}

Result<QJsonObject> Recorder::attentionFields(const Record& record)
{
    QJsonObject fields;
    DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> entries, m_outbox.entriesOf(record.id));
    for (const OutboxEntry& entry : entries) {
        if (entry.state != OutboxState::NeedsAttention)
            continue;
        for (auto it = entry.change.fields.constBegin(); it != entry.change.fields.constEnd(); ++it) {
            if (record.kind->indexOf(it.key()) >= 0)
                fields.insert(it.key(), domain::toJson(record.value(it.key())));
        }
    }
    return fields;
}

Result<Record> Recorder::save(const std::optional<Record>& original, Record edited, const Context& context)
{
    if (edited.kind->hubOnly)
        return fail(ErrorCode::Forbidden, QStringLiteral("only the hub makes records of this kind"),
                    QStringLiteral("kind"));
    if (original && original->isDeleted())
        return fail(ErrorCode::NotFound, QStringLiteral("it has been removed"), QStringLiteral("id"));
    const Record before = original.value_or(Record(*edited.kind, edited.id));
    DOORSTEP_TRY(domain::validate(edited));
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    QJsonObject fields = difference(before, edited);
    for (const QString& field : context.chosen)
        fields.insert(field, domain::toJson(edited.value(field)));
    // What the hub refused of this record goes again with this save, as it stands now.
    DOORSTEP_TRY_ASSIGN(const QJsonObject refused, attentionFields(edited));
    for (auto it = refused.constBegin(); it != refused.constEnd(); ++it)
        fields.insert(it.key(), it.value());
    if (fields.isEmpty() && original) {
        DOORSTEP_TRY(endDraft(transaction, context));
        DOORSTEP_TRY(transaction.commit());
        return edited;
    }
    auto stored = m_records.get(*edited.kind, edited.id);
    if (!stored && stored.error().code != ErrorCode::NotFound)
        return fail(std::move(stored).error());
    if (!original && stored)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a record with this id"), QStringLiteral("id"));
    Record record = stored ? *stored : Record(*edited.kind, edited.id);

    DOORSTEP_TRY(m_outbox.replaceAttention(transaction, edited.id));

    DOORSTEP_TRY_ASSIGN(OutboxEntry entry, newEntry(transaction, edited, context));
    applyTo(record, edited, fields, entry.change.version);
    entry.change.fields = fields;
    entry.change.base = basesOf(before, fields);
    DOORSTEP_TRY(nameConflicts(entry));
    DOORSTEP_TRY(m_records.put(transaction, record));
    DOORSTEP_TRY(m_outbox.append(transaction, entry));
    if (context.upload)
        DOORSTEP_TRY(Uploads(m_store).put(transaction, *context.upload));
    DOORSTEP_TRY(closeConflicts(transaction, context.resolves));
    DOORSTEP_TRY(endDraft(transaction, context));
    DOORSTEP_TRY(transaction.commit());
    return record;
}

Status Recorder::nameConflicts(OutboxEntry& entry)
{
    for (const QString& id : entry.resolves) {
        DOORSTEP_TRY_ASSIGN(const Record conflict,
                            m_records.get(domain::kindOf<domain::Conflict>(), RecordId(QUuid(id))));
        const base::Version seen = conflict.versions[static_cast<size_t>(conflict.kind->indexOf(u"values_json"))];
        if (!seen.isNull())
            entry.change.base.insert(id, seen);
    }
    return {};
}

Status Recorder::closeConflicts(sql::Transaction& transaction, const QStringList& ids)
{
    // The hub closes them for everybody; here they are settled at once.
    for (const QString& id : ids) {
        DOORSTEP_TRY_ASSIGN(Record conflict, m_records.get(domain::kindOf<domain::Conflict>(), RecordId(QUuid(id))));
        conflict.set(u"open", false);
        DOORSTEP_TRY(m_records.put(transaction, conflict));
    }
    return {};
}

Result<Record> Recorder::resolve(const QUuid& conflictId, const QJsonValue& value)
{
    DOORSTEP_TRY_ASSIGN(const auto conflict, m_records.get(base::Id<domain::Conflict>(conflictId)));
    const domain::KindSpec* kind = domain::findKind(conflict.recordKind.valueOr({}));
    if (!conflict.open.is(true) || !kind || !conflict.record.has())
        return fail(ErrorCode::NotFound, QStringLiteral("this conflict is settled"), QStringLiteral("conflict"));
    const QString field = conflict.field.valueOr({});
    const RecordId id(conflict.record.value().uuid());
    if (field == kDeletedField)
        return resolveDeletion(*kind, id, conflictId, value);
    if (kind->indexOf(field) < 0)
        return fail(ErrorCode::UnknownField, QStringLiteral("this field cannot be chosen here"), field);
    DOORSTEP_TRY_ASSIGN(const Record original, m_records.get(*kind, id));
    Record edited = original;
    DOORSTEP_TRY(domain::readFields(edited, QJsonObject{{field, value}}));
    Context context;
    context.resolves = {base::uuidText(conflictId)};
    context.chosen = {field};
    return save(original, edited, context);
}

Result<Record> Recorder::resolveDeletion(const domain::KindSpec& kind, RecordId id, const QUuid& conflict,
                                         const QJsonValue& value)
{
    if (!value.isBool())
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected true (stay removed) or false (bring back)"),
                    QStringLiteral("value"));
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY_ASSIGN(Record record, m_records.get(kind, id));
    Context context;
    context.resolves = {base::uuidText(conflict)};
    DOORSTEP_TRY_ASSIGN(OutboxEntry entry, newEntry(transaction, record, context));
    if (value.toBool())
        entry.operation = wire::Operation::Delete;
    entry.why = QStringLiteral("chosen");
    if (value.toBool())
        entry.change.base = basesOfAll(record);
    DOORSTEP_TRY(nameConflicts(entry));
    record.deletion.reset();
    if (value.toBool())
        record.deletion = domain::Deletion{entry.author, entry.savedAt, entry.why, entry.change.version};
    DOORSTEP_TRY(m_records.put(transaction, record));
    DOORSTEP_TRY(m_outbox.append(transaction, entry));
    DOORSTEP_TRY(closeConflicts(transaction, context.resolves));
    DOORSTEP_TRY(transaction.commit());
    return record;
}

Result<Record> Recorder::remove(const domain::KindSpec& kind, base::RecordId id, const QString& why,
                                const Context& context)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    if (kind.hubOnly)
        return fail(ErrorCode::Forbidden, QStringLiteral("only the hub removes records of this kind"),
                    QStringLiteral("kind"));
    DOORSTEP_TRY_ASSIGN(Record record, m_records.get(kind, id));
    if (record.isDeleted())
        return fail(ErrorCode::NotFound, QStringLiteral("it is deleted already"), QStringLiteral("id"));
    DOORSTEP_TRY_ASSIGN(OutboxEntry entry, newEntry(transaction, record, context));
    entry.operation = wire::Operation::Delete;
    entry.why = why;
    // What the person saw when they removed it: the hub sees from it whether somebody changed it meanwhile.
    entry.change.base = basesOfAll(record);
    record.deletion = domain::Deletion{entry.author, entry.savedAt, why, entry.change.version};
    DOORSTEP_TRY(m_records.put(transaction, record));
    DOORSTEP_TRY(m_outbox.append(transaction, entry));
    DOORSTEP_TRY(endDraft(transaction, context));
    DOORSTEP_TRY(transaction.commit());
    return record;
}

} // namespace doorstep::store
