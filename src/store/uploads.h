#pragma once

#include "files/contentstore.h"
#include "sql/statement.h"
#include "store/devicestore.h"

namespace doorstep::store {

/// Where the bytes of an attachment are on their way. Their record has its own place in the outbox.
enum class UploadState {
    Waiting,        ///< on this phone
    Received,       ///< the hub has the whole file, or it came from there
    NeedsAttention, ///< cannot be sent; the reason stands beside it
};

/// The bytes of one attachment, seen from this device.
struct Upload
{
    base::RecordId record; ///< the attachment
    files::Address address;
    qint64 size = 0;
    qint64 sent = 0; ///< bytes that the hub has confirmed
    UploadState state = UploadState::Waiting;
    int failures = 0;                                         ///< times that the whole or a piece of it arrived damaged
    base::Error reason = {base::ErrorCode::Internal, {}, {}}; ///< when it needs attention
};

struct UploadCounts
{
    int waiting = 0, received = 0, needsAttention = 0;
    qint64 bytesToSend = 0;
};

/// The queue of files on their way to the hub. A row is made with the record that it belongs to.
class Uploads
{
public:
    explicit Uploads(DeviceStore& store) : m_store(store) {}

    /// Replaces an earlier row of the same attachment.
    [[nodiscard]] base::Status put(sql::Transaction& transaction, const Upload& upload);
    [[nodiscard]] base::Result<std::optional<Upload>> upload(base::RecordId record);
    /// The oldest waiting one behind `after` whose record the hub has already.
    [[nodiscard]] base::Result<std::optional<Upload>> nextReady(base::RecordId after = {});
    [[nodiscard]] base::Result<std::vector<Upload>> all();
    [[nodiscard]] base::Result<UploadCounts> counts();
    /// Takes a person's files off this device as far as the hub has them; gives how many that were. What has not been
    /// received stays, row and file. May be taken back with the transaction: the files come again from the hub.
    [[nodiscard]] base::Result<int> erase(sql::Transaction& transaction, const QUuid& person);
    /// Removes what a kill has left between a file and its record. For the start, before anybody attaches.
    [[nodiscard]] base::Status sweepFiles(const base::Clock& clock);

private:
    [[nodiscard]] base::Result<std::vector<Upload>> read(sql::Statement& select);
    DeviceStore& m_store;
};

} // namespace doorstep::store
