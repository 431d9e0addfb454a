#pragma once

#include "domain/record.h"
#include "store/lease.h"

namespace doorstep::store {

/// A query over one kind: fields that must equal values, an order, a limit. Field names come from the field tables.
struct Query
{
    struct Condition
    {
        QString field;
        domain::Value value;
    };
    std::vector<Condition> where;
    QString orderBy; ///< a field; empty: by id, which is the order of making
    bool descending = false;
    int limit = -1; ///< -1: all
    bool withDeleted = false;
};

/// Reads and writes the records of all kinds. Knows nothing of changes; what a person does goes through Recorder.
class RecordStore
{
public:
    /// For the program itself: sync and saving go on whatever the lease.
    explicit RecordStore(DeviceStore& store) : m_store(store) {}
    /// For people: what is about somebody is read while the lease runs, LeaseOver afterwards.
    RecordStore(DeviceStore& store, const base::Clock& clock) : m_store(store), m_lease(Lease(store, clock)) {}

    /// NotFound when there is none. A deleted record is found; it says so.
    [[nodiscard]] base::Result<domain::Record> get(const domain::KindSpec& kind, base::RecordId id);
    /// UnknownField when the query names a field that the kind does not have.
    [[nodiscard]] base::Result<std::vector<domain::Record>> list(const domain::KindSpec& kind, const Query& query = {});
    [[nodiscard]] base::Result<qint64> count(const domain::KindSpec& kind, const Query& query = {});
    [[nodiscard]] base::Status put(sql::Transaction& transaction, const domain::Record& record);
    /// Keeps a record of a kind this program does not know, as it came.
    [[nodiscard]] base::Status putUnknown(sql::Transaction& transaction, const QString& kind, const QUuid& id,
                                          const QByteArray& body);

    template <class T>
    [[nodiscard]] base::Result<T> get(base::Id<T> id)
    {
        DOORSTEP_TRY_ASSIGN(const domain::Record record, get(domain::kindOf<T>(), base::RecordId(id.uuid())));
        return domain::fromRecord<T>(record);
    }
    template <class T>
    [[nodiscard]] base::Result<std::vector<T>> list(const Query& query = {})
    {
        DOORSTEP_TRY_ASSIGN(const std::vector<domain::Record> records, list(domain::kindOf<T>(), query));
        std::vector<T> typed;
        typed.reserve(records.size());
        for (const domain::Record& record : records)
            typed.push_back(domain::fromRecord<T>(record));
        return typed;
    }

private:
    [[nodiscard]] base::Status checkLease(const domain::KindSpec& kind) const;

    DeviceStore& m_store;
    std::optional<Lease> m_lease;
};

} // namespace doorstep::store
