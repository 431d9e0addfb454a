#pragma once

#include "base/hybridclock.h"
#include "base/id.h"
#include "files/contentstore.h"
#include "sql/transaction.h"

#include <memory>

namespace doorstep::store {

/// What the device knows of itself: the one row of table `device`.
struct Device
{
    base::DeviceNumber number = 0; ///< 0 until enrolled
    qint64 epoch = 1;
    qint64 nextN = 1;
    qint64 clockOffset = 0; ///< milliseconds
    QString hub, token;
    QString worker, name, role, scheme;
    QString cursor;
    qint64 confirmedThrough = 0;
    qint64 lastExchange = 0; ///< milliseconds since 1970; 0 = never
    int batchLimit = 500;
    QString listsTag;         ///< of the code lists; empty before the hub gave any
    qint64 safeThrough = 0;   ///< saves up to this n are in the hub's backup
    qint64 leaseUntil = 0;    ///< milliseconds since 1970 of the hub's clock; 0 = no lease yet
    qint64 erasedThrough = 0; ///< place of the last order that was carried out

    [[nodiscard]] bool isEnrolled() const { return number > 0; }
};

/// The device's encrypted database and the encrypted files beside it. One per thread; several may be open on one file.
/// RecordStore, Outbox, DraftStore, Recorder and AttachmentStore work on it.
class DeviceStore
{
public:
    /// Opens or creates the database and brings its schema up to date. Files lie in the folder "files" beside it, under
    /// a key made from the database's.
    [[nodiscard]] static base::Result<std::unique_ptr<DeviceStore>>
    open(const QString& path, const sql::DatabaseKey& key,
         files::ContentStore::Room room = files::ContentStore::systemRoom);

    [[nodiscard]] sql::Connection& connection() { return *m_connection; }
    [[nodiscard]] files::ContentStore& files() { return m_files; }
    [[nodiscard]] base::Result<Device> device();
    /// Writes everything but the counters (epoch, nextN).
    [[nodiscard]] base::Status setDevice(sql::Transaction& transaction, const Device& device);

    /// The code lists the hub gave last, as JSON; empty before it gave any.
    [[nodiscard]] base::Result<QByteArray> lists();
    [[nodiscard]] base::Status setLists(sql::Transaction& transaction, const QByteArray& bundle);

    struct Stamp
    {
        qint64 n;
        base::Version version;
    };
    /// The number and version of the next save; both are used up with the transaction.
    [[nodiscard]] base::Result<Stamp> nextStamp(sql::Transaction& transaction, const base::Clock& clock);
    /// Keeps the device's stamps later than everything it has seen.
    [[nodiscard]] base::Status observe(sql::Transaction& transaction, base::HybridTime seen);
    [[nodiscard]] base::Status startNewEpoch(sql::Transaction& transaction);
    /// Empties the WAL into the file and cuts it to nothing: what was erased is then nowhere. Busy while somebody
    /// reads.
    [[nodiscard]] base::Status truncateLog();
    /// Empties the WAL into the file and pays the flush of a new WAL's header, so that the next save has one flush.
    /// For quiet moments: after a sync, on start, in the background.
    [[nodiscard]] base::Status settle();

private:
    DeviceStore(std::unique_ptr<sql::Connection> connection, files::ContentStore files)
        : m_connection(std::move(connection)), m_files(std::move(files))
    {
    }

    std::unique_ptr<sql::Connection> m_connection;
    files::ContentStore m_files;
};

} // namespace doorstep::store
