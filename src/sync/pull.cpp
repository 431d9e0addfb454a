#include "sync/pull.h"

#include "base/log.h"
#include "wire/exchange.h"
#include "wire/json.h"

namespace doorstep::sync {

using base::Result;
using base::Status;
using domain::Record;

Status Pull::keepPending(Record& incoming)
{
    const auto stored = m_records.get(*incoming.kind, incoming.id);
    if (!stored)
        return stored.error().code == base::ErrorCode::NotFound ? Status() : Status(base::fail(stored.error()));
    DOORSTEP_TRY_ASSIGN(const QSet<QString> fields, m_outbox.pendingFields(incoming.id));
    for (const QString& field : fields) {
        const int index = incoming.kind->indexOf(field);
        if (index < 0)
            continue;
        incoming.values[static_cast<size_t>(index)] = stored->values[static_cast<size_t>(index)];
        incoming.versions[static_cast<size_t>(index)] = stored->versions[static_cast<size_t>(index)];
    }
    DOORSTEP_TRY_ASSIGN(const bool removedHere, m_outbox.hasPendingDelete(incoming.id));
    if (removedHere)
        incoming.deletion = stored->deletion;
    return {};
}

Status Pull::apply(sql::Transaction& transaction, const QJsonObject& json)
{
    auto record = wire::recordFromJson(json);
    if (!record) {
        const auto id = base::uuidFromText(json.value(wire::key::id).toString());
        base::log(base::LogLevel::Warning, QLatin1StringView("pull.kept_aside"),
                  {{QStringLiteral("id"), json.value(wire::key::id)},
                   {QStringLiteral("code"), base::wireName(record.error().code)}});
        return m_records.putUnknown(transaction, json.value(wire::key::kind).toString(), id.value_or(QUuid()),
                                    wire::compact(json));
    }
    for (const base::Version& version : record->versions)
        m_latest = std::max(m_latest, version.time);
    if (!m_pending) {
        DOORSTEP_TRY_ASSIGN(m_pending, m_outbox.pendingRecords());
    }
    if (m_pending->contains(record->id.uuid())) {
        DOORSTEP_TRY(keepPending(*record));
        DOORSTEP_TRY(m_outbox.releaseHeld(transaction, record->id));
    }
    return m_records.put(transaction, *record);
}

} // namespace doorstep::sync
