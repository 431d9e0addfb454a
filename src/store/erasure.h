#pragma once

#include "sql/statement.h"
#include "store/devicestore.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace doorstep::store {

/// The hub's word that something has to go from this phone.
struct EraseOrder
{
    qint64 place = 0;
    std::optional<QUuid> person; ///< none: the account sees something else now, see Replacement
    QString role, scheme;        ///< then: what it is
};

/// Lets go of people who are no longer this worker's: records, search text, drafts, acknowledged saves, files. An order
/// waits until everything unsent that it concerns has been delivered, and counts as carried out when the log of the
/// database is empty too.
class Erasure
{
public:
    explicit Erasure(DeviceStore& store) : m_store(store) {}

    /// An order that is here already changes nothing.
    [[nodiscard]] base::Status take(sql::Transaction& transaction, const EraseOrder& order);
    /// The next order to carry out.
    [[nodiscard]] base::Result<std::optional<EraseOrder>> next();
    [[nodiscard]] base::Result<bool> hasUnsent(const EraseOrder& order);
    [[nodiscard]] base::Status erase(sql::Transaction& transaction, const QUuid& person);
    /// What is left of people who are not here any more.
    [[nodiscard]] base::Status eraseStrangers(sql::Transaction& transaction);
    [[nodiscard]] base::Status markDone(sql::Transaction& transaction, qint64 place);
    /// Empties the log and takes note of how far orders have been carried out; true when that is further than before.
    /// While somebody reads the log it stays for the next time.
    [[nodiscard]] base::Result<bool> confirm();
    /// Orders speak of one life of the hub.
    [[nodiscard]] base::Status forgetOrders(sql::Transaction& transaction);

private:
    [[nodiscard]] base::Status eraseUnknown(sql::Transaction& transaction, const QUuid& person);
    [[nodiscard]] base::Status eraseStrangersFiles(sql::Transaction& transaction);
    /// Counts the saves that `where` names and deletes them. `person` is bound when it is not null.
    [[nodiscard]] base::Status eraseSaves(sql::Transaction& transaction, const QByteArray& where,
                                          const std::optional<QUuid>& person);

    DeviceStore& m_store;
};

} // namespace doorstep::store
