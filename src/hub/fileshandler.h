#pragma once

#include "files/contentstore.h"
#include "hub/http/message.h"
#include "hub/listsbundle.h"
#include "hub/sender.h"

namespace doorstep::hub {

/// The bytes of attachments: taken in by tus 1.0 (core, creation, checksum, expiration) and given out in ranges. An
/// upload is named by the attachment's record, so that who may see the record may have its bytes, and nobody can ask
/// for a hash. What is there is told by the files alone: no table could contradict them after a crash or a restore.
class FilesHandler
{
public:
    FilesHandler(HubStore& store, files::ContentStore files, const base::Clock& clock, const ListsBundle& lists)
        : m_store(store), m_files(std::move(files)), m_clock(clock), m_lists(lists)
    {
    }

    /// What is spoken here; needs no token.
    [[nodiscard]] Result<Response> options();
    /// POST on the collection; HEAD, PATCH and GET on one attachment.
    [[nodiscard]] Result<Response> handle(const Sender& sender, const Request& request, QJsonObject& notes);

private:
    /// An attachment whose bytes may come or go.
    struct Wanted
    {
        RecordId record;
        files::Address address;
        qint64 size = 0;
    };

    /// `sends`: to bring the bytes, not to have them.
    [[nodiscard]] Result<Wanted> find(const Sender& sender, const RecordId& id, bool sends);
    [[nodiscard]] Result<qint64> largest();
    /// How much of a file is here; a part that has become whole is completed. NotFound when nothing is.
    [[nodiscard]] Result<qint64> offsetOf(const Wanted& wanted);

    [[nodiscard]] Result<Response> create(const Sender& sender, const Request& request);
    [[nodiscard]] Result<Response> head(const Wanted& wanted);
    [[nodiscard]] Result<Response> patch(const Wanted& wanted, const Request& request, QJsonObject& notes);
    [[nodiscard]] Result<Response> get(const Wanted& wanted, const Request& request, QJsonObject& notes);
    [[nodiscard]] Response tusResponse(int status, qint64 offset) const;

    HubStore& m_store;
    files::ContentStore m_files;
    const base::Clock& m_clock;
    const ListsBundle& m_lists;
};

} // namespace doorstep::hub
