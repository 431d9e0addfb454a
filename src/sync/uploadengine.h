#pragma once

#include "store/uploads.h"
#include "sync/hubmessage.h"

namespace doorstep::sync {

/// What was sent of files in one round.
struct UploadReport
{
    int files = 0;                      ///< that the hub has whole since this round
    qint64 bytes = 0;                   ///< that the hub has taken in this round
    std::optional<base::Error> stopped; ///< why the round ended early
    int retryAfterSeconds = 0;
};

/// Sends the files of attachments, one after the other, in pieces by tus 1.0, after their records. Used like
/// SyncEngine. The hub says how far a file is, so that a lost connection costs one piece. A file that it does not take
/// steps aside with the reason; the others go on.
class UploadEngine
{
public:
    explicit UploadEngine(store::DeviceStore& store) : m_store(store), m_uploads(store) {}

    void beginRound();
    /// None when nothing is left to do in this round.
    [[nodiscard]] base::Result<std::optional<HubRequest>> next();
    /// The answer to the last request. Errors here are the store's; the hub's are in the report.
    [[nodiscard]] base::Status accept(const HubReply& reply);
    [[nodiscard]] const UploadReport& report() const { return m_report; }

private:
    [[nodiscard]] HubRequest ask(const store::Device& device) const;
    /// An error is the file's.
    [[nodiscard]] base::Result<HubRequest> piece(const store::Device& device) const;
    [[nodiscard]] base::Status refused(const HubReply& reply);
    [[nodiscard]] base::Status setAside(const base::Error& reason);
    [[nodiscard]] base::Status keep();
    /// On to the next file.
    void leave();
    void stop(const base::Error& error, int retryAfterSeconds = 0);

    store::DeviceStore& m_store;
    store::Uploads m_uploads;
    UploadReport m_report;
    std::optional<store::Upload> m_upload; ///< the file at hand
    bool m_isOpen = false;                 ///< the hub has said how far it is
    int m_restarts = 0;                    ///< times that the hub was elsewhere than it had said
    base::RecordId m_after;                ///< the last file that this round is through with
};

} // namespace doorstep::sync
