#include "hub/conflictkeeper.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace doorstep::hub {

using base::HybridTime;
using base::Version;
using domain::Conflict;

namespace {

const QLatin1StringView kVersionKey("version");
const QLatin1StringView kValuesField("values_json");

QJsonObject jsonOf(const HeldValue& value)
{
    return {{QLatin1StringView("value"), value.value},
            {QLatin1StringView("by"), value.by},
            {QLatin1StringView("at"),
             value.version.isNull() ? QString() : Timestamp(value.version.time.milliseconds(), 0).toIso()},
            {kVersionKey, value.version.text()}};
}

QJsonArray valuesOf(const Conflict& conflict)
{
    return QJsonDocument::fromJson(conflict.values.valueOr({}).toUtf8()).array();
}

bool hasSeen(const Resolver& resolver, const RecordRow& conflict)
{
    if (resolver.mayBeUnseen)
        return true;
    if (!resolver.seen)
        return conflict.seq <= resolver.knownSeq;
    const int values = conflict.record.kind->indexOf(kValuesField);
    return *resolver.seen == conflict.record.versions[static_cast<size_t>(values)];
}

/// The current value first, then what was there, then the other value; each version once.
QString valuesText(const HeldValue& current, const QJsonArray& earlier, const HeldValue& other)
{
    QJsonArray all{jsonOf(current)};
    const auto add = [&all](const QJsonValue& value) {
        const QJsonValue version = value[kVersionKey];
        const bool isKnown = std::any_of(all.constBegin(), all.constEnd(),
                                         [&](const QJsonValue& each) { return each[kVersionKey] == version; });
        if (!isKnown)
            all.append(value);
    };
    std::for_each(earlier.constBegin(), earlier.constEnd(), add);
    add(jsonOf(other));
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace

RecordId ConflictKeeper::idOf(const RecordId& record, QAnyStringView field)
{
    return RecordId(QUuid::createUuidV5(record.uuid(), field.toString().toUtf8()));
}

Result<QString> ConflictKeeper::open(const RecordRow& row, const QString& field, const HeldValue& current,
                                     const HeldValue& other)
{
    const RecordId id = idOf(row.record.id, field);
    DOORSTEP_TRY_ASSIGN(const auto present, m_transaction.records().record(id));
    RecordRow conflictRow = present.value_or(RecordRow{domain::Record(domain::kindOf<Conflict>(), id)});
    auto conflict = domain::fromRecord<Conflict>(conflictRow.record);
    const bool wasOpen = conflict.open.valueOr(false);
    if (!wasOpen) {
        conflict.openedAt = m_clock.now();
        conflict.resolvedBy = domain::Empty::Blank;
        conflict.resolvedAt = domain::Empty::Blank;
    }
    if (!row.subject.isNull())
        conflict.person = base::Id<domain::Person>(row.subject);
    conflict.recordKind = QString(row.record.kind->key());
    conflict.record = base::Id<domain::AnyRecord>(row.record.id.uuid());
    conflict.field = field;
    // A conflict that opens again starts with its new values; the settled ones stand in the history.
    conflict.values = valuesText(current, wasOpen ? valuesOf(conflict) : QJsonArray(), other);
    conflict.open = true;
    conflictRow.scope = row.scope;
    conflictRow.subject = row.subject;
    put(std::move(conflictRow), conflict);
    return id.text();
}

Result<bool> ConflictKeeper::close(const QString& conflictId, const RecordId& record, const QStringList& fields,
                                   const Resolver& resolver)
{
    const auto id = base::uuidFromText(conflictId);
    if (!id)
        return false;
    DOORSTEP_TRY_ASSIGN(auto row, m_transaction.records().record(RecordId(*id)));
    if (!row || row->record.kind != &domain::kindOf<Conflict>())
        return false;
    auto conflict = domain::fromRecord<Conflict>(row->record);
    const bool isMeant = conflict.open.valueOr(false) && conflict.record.has() &&
                         conflict.record.value().uuid() == record.uuid() && fields.contains(conflict.field.valueOr({}));
    if (!isMeant || !hasSeen(resolver, *row))
        return false;
    conflict.open = false;
    conflict.resolvedBy = resolver.by;
    conflict.resolvedAt = m_clock.now();
    put(*std::move(row), conflict);
    return true;
}

void ConflictKeeper::put(RecordRow row, const Conflict& conflict)
{
    domain::Record record = domain::toRecord(conflict);
    const Version latest = *std::max_element(row.record.versions.begin(), row.record.versions.end());
    const Timestamp now = m_clock.now();
    const Version stamp{std::max(HybridTime::fromMilliseconds(now.utcMilliseconds()), HybridTime{latest.time.bits + 1}),
                        0};
    for (size_t i = 0; i < record.values.size(); ++i)
        record.versions[i] = record.values[i] == row.record.values[i] ? row.record.versions[i] : stamp;
    row.record = std::move(record);
    row.previousSeq = row.seq;
    row.echoDevice = 0;
    row.receivedAt = row.receivedAt == Timestamp() ? now : row.receivedAt;
    row.updatedAt = now;
    m_transaction.records().put(std::move(row));
}

} // namespace doorstep::hub
