#pragma once

#include "store/uploads.h"
#include "sync/hubmessage.h"

namespace doorstep::sync {

/// Brings the file of one attachment from the hub, in pieces. Used like SyncEngine. What has come stays when the
/// connection breaks, and the next fetch goes on from there.
class FileFetch
{
public:
    /// NotFound without such an attachment; InvalidValue for a record that names no content; DiskFull before anything
    /// is asked for.
    [[nodiscard]] static base::Result<FileFetch> begin(store::DeviceStore& store, base::RecordId attachment);

    /// None when the file is here, or after an error of the hub.
    [[nodiscard]] base::Result<std::optional<HubRequest>> next();
    /// Errors here are the store's. BadChecksum when all has come and is not what the record says.
    [[nodiscard]] base::Status accept(const HubReply& reply);
    [[nodiscard]] bool isHere() const { return m_isHere; }
    [[nodiscard]] const std::optional<base::Error>& stopped() const { return m_stopped; }

private:
    FileFetch(store::DeviceStore& store, store::Upload file, std::optional<files::SealedFile> part)
        : m_store(store), m_file(std::move(file)), m_part(std::move(part)), m_isHere(!m_part)
    {
    }
    [[nodiscard]] base::Status take(const QByteArray& bytes);
    [[nodiscard]] base::Status finish();

    store::DeviceStore& m_store;
    store::Upload m_file;
    std::optional<files::SealedFile> m_part; ///< none when the file is here
    bool m_isHere;
    std::optional<base::Error> m_stopped;
};

} // namespace doorstep::sync
