#pragma once

#include "domain/record.h"
#include "store/devicestore.h"

namespace doorstep::store {

/// A form that somebody began. It opens again at the same place after anything: back, a call, a killed process.
struct Draft
{
    QUuid id;                               ///< the id the record will have, or has
    std::optional<domain::Record> original; ///< what editing began with; none for a new record
    domain::Record edited;
    QString place; ///< where in the form the person was
    base::Timestamp startedAt, updatedAt;
};

/// Drafts in the encrypted database. They are no records yet and do not sync.
class DraftStore
{
public:
    explicit DraftStore(DeviceStore& store) : m_store(store) {}

    /// Flushed when it returns. Keeps startedAt of an earlier put.
    [[nodiscard]] base::Status put(const Draft& draft);
    [[nodiscard]] base::Result<std::optional<Draft>> get(const QUuid& id);
    /// Newest first.
    [[nodiscard]] base::Result<std::vector<Draft>> all();
    [[nodiscard]] base::Status remove(const QUuid& id);

private:
    DeviceStore& m_store;
};

} // namespace doorstep::store
