#pragma once

#include "store/outbox.h"
#include "store/recordstore.h"
#include "store/uploads.h"

namespace doorstep::store {

/// The one way in which people's work is written: the record, its change for the hub and the end of its draft in one
/// transaction with one flush. When a function here returns, the work is on the disk.
class Recorder
{
public:
    Recorder(DeviceStore& store, const base::Clock& clock)
        : m_store(store), m_records(store), m_outbox(store), m_clock(clock)
    {
    }

    /// What else belongs to a save.
    struct Context
    {
        QString author;             ///< the worker's id; empty: the device's worker
        QStringList resolves;       ///< ids of conflicts that this save settles
        QStringList chosen;         ///< fields that go to the hub even with an unchanged value: a choice in a conflict
        std::optional<QUuid> draft; ///< the draft that ends with it
        std::optional<Upload> upload; ///< the bytes that follow the record
    };

    /// Saves what `edited` changes against `original` (nothing for a new record). Fields that others changed meanwhile
    /// stay theirs; the hub sees from the versions of `original` what each value replaced. Without a difference nothing
    /// is written. InvalidValue names the field; the draft stays then.
    [[nodiscard]] base::Result<domain::Record> save(const std::optional<domain::Record>& original,
                                                    domain::Record edited, const Context& context = {});
    /// A tombstone with the reason. NotFound when there is no such record or it is deleted already.
    [[nodiscard]] base::Result<domain::Record> remove(const domain::KindSpec& kind, base::RecordId id,
                                                      const QString& why, const Context& context = {});
    /// Settles a conflict with the value a person chose; for a removal against an edit true means "stay removed".
    /// NotFound when there is no such conflict or it is settled.
    [[nodiscard]] base::Result<domain::Record> resolve(const QUuid& conflict, const QJsonValue& value);

private:
    /// Says of each conflict that the change settles which values were in sight: one more that came meanwhile keeps it
    /// open at the hub.
    [[nodiscard]] base::Status nameConflicts(OutboxEntry& entry);
    [[nodiscard]] base::Status closeConflicts(sql::Transaction& transaction, const QStringList& ids);
    [[nodiscard]] base::Result<domain::Record> resolveDeletion(const domain::KindSpec& kind, base::RecordId id,
                                                               const QUuid& conflict, const QJsonValue& value);
    [[nodiscard]] base::Result<QJsonObject> attentionFields(const domain::Record& record);
    [[nodiscard]] base::Result<OutboxEntry> newEntry(sql::Transaction& transaction, const domain::Record& record,
                                                     const Context& context);

    DeviceStore& m_store;
    RecordStore m_records;
    Outbox m_outbox;
    const base::Clock& m_clock;
};

} // namespace doorstep::store
