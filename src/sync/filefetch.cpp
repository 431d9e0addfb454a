#include "sync/filefetch.h"

#include "store/attachmentstore.h"
#include "wire/protocol.h"

namespace doorstep::sync {

using base::ErrorCode;
using base::Result;
using base::Status;
using store::Upload;
using store::UploadState;

namespace {
constexpr int kWhole = 200;
constexpr int kPartOfIt = 206;
} // namespace

Result<FileFetch> FileFetch::begin(store::DeviceStore& store, base::RecordId id)
{
    DOORSTEP_TRY_ASSIGN(const auto attachment, store::RecordStore(store).get(base::Id<domain::Attachment>(id.uuid())));
    DOORSTEP_TRY_ASSIGN(const files::Address address, store::AttachmentStore::addressOf(attachment));
    const Upload file{id, address, attachment.size.value(), attachment.size.value(), UploadState::Received};
    if (store.files().has(address))
        return FileFetch(store, file, std::nullopt);
    DOORSTEP_TRY_ASSIGN(files::SealedFile part, store.files().incoming(address));
    DOORSTEP_TRY(store.files().checkRoom(file.size - part.size()));
    return FileFetch(store, file, std::move(part));
}

Result<std::optional<HubRequest>> FileFetch::next()
{
    if (m_isHere || m_stopped)
        return std::nullopt;
    // All had come when the program ended.
    if (m_part->size() == m_file.size) {
        DOORSTEP_TRY(finish());
        return std::nullopt;
    }
    DOORSTEP_TRY_ASSIGN(const store::Device device, m_store.device());
    const qint64 first = m_part->size();
    const qint64 last = std::min(first + wire::kPieceBytes, m_file.size) - 1;
    HubRequest request{"GET", QString(wire::kPathFiles) + u'/' + m_file.record.text(), {}, device.token.toLatin1(), {}};
    request.replyType = {wire::kBytesType.data(), wire::kBytesType.size()};
    request.headers = {{"Range", "bytes=" + QByteArray::number(first) + '-' + QByteArray::number(last)}};
    return request;
}

Status FileFetch::accept(const HubReply& reply)
{
    if (reply.status != kWhole && reply.status != kPartOfIt) {
        m_stopped = reply.error;
        return {};
    }
    // A hub that knows no ranges gives all of it.
    if (reply.status == kWhole)
        DOORSTEP_TRY(m_part->restart());
    if (reply.body.isEmpty() || reply.body.size() > m_file.size - m_part->size()) {
        m_stopped = base::Error{ErrorCode::InDoubt, QStringLiteral("the hub gave another file"), {}};
        return {};
    }
    DOORSTEP_TRY(take(reply.body));
    return m_part->size() == m_file.size ? finish() : Status();
}

Status FileFetch::take(const QByteArray& bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += files::SealedFile::kLargestPiece)
        DOORSTEP_TRY(m_part->append(bytes.mid(at, files::SealedFile::kLargestPiece)));
    return m_part->flush();
}

Status FileFetch::finish()
{
    // Until its row is there nobody may take the file for an orphan.
    DOORSTEP_TRY_ASSIGN(const files::FileHandle held, m_store.files().hold());
    DOORSTEP_TRY(m_store.files().complete(m_file.address, *m_part));
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(store::Uploads(m_store).put(transaction, m_file));
    DOORSTEP_TRY(transaction.commit());
    m_part.reset();
    m_isHere = true;
    return {};
}

} // namespace doorstep::sync
