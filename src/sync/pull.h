#pragma once

#include "store/outbox.h"
#include "store/recordstore.h"

namespace doorstep::sync {

/// Applies the records of one page within the caller's transaction. Fields with unsent edits keep the person's value;
/// the hub will merge them when they arrive.
class Pull
{
public:
    Pull(store::RecordStore& records, store::Outbox& outbox) : m_records(records), m_outbox(outbox) {}

    /// Kinds of a newer hub are kept aside as they came. A record that cannot be read is logged by id and kept aside
    /// too: it must not stop the page.
    [[nodiscard]] base::Status apply(sql::Transaction& transaction, const QJsonObject& json);
    /// The latest version seen, for the device's clock.
    [[nodiscard]] base::HybridTime latest() const { return m_latest; }

private:
    [[nodiscard]] base::Status keepPending(domain::Record& incoming);

    store::RecordStore& m_records;
    store::Outbox& m_outbox;
    std::optional<QSet<QUuid>> m_pending;
    base::HybridTime m_latest;
};

} // namespace doorstep::sync
