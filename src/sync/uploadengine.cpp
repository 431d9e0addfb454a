#include "sync/uploadengine.h"

#include "sync/synctuning.h"

#include <QCryptographicHash>

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using store::Device;
using store::UploadState;

namespace {

QByteArray latin(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

} // namespace

void UploadEngine::beginRound()
{
    m_report = {};
    m_after = {};
    leave();
}

void UploadEngine::leave()
{
    if (m_upload)
        m_after = m_upload->record;
    m_upload.reset();
    m_isOpen = false;
    m_restarts = 0;
}

void UploadEngine::stop(const Error& error, int retryAfterSeconds)
{
    m_report.stopped = error;
    m_report.retryAfterSeconds = retryAfterSeconds;
}

Result<std::optional<HubRequest>> UploadEngine::next()
{
    DOORSTEP_TRY_ASSIGN(const Device device, m_store.device());
    while (!m_report.stopped && device.isEnrolled()) {
        if (!m_upload) {
            DOORSTEP_TRY_ASSIGN(m_upload, m_uploads.nextReady(m_after));
        }
        if (!m_upload)
            break;
        if (!m_isOpen)
            return ask(device);
        auto request = piece(device);
        if (request)
            return *std::move(request);
        DOORSTEP_TRY(setAside(request.error()));
    }
    return std::nullopt;
}

HubRequest UploadEngine::ask(const Device& device) const
{
    HubRequest request{"POST", QString(wire::kPathFiles), {}, device.token.toLatin1(), {}};
    request.headers = {{latin(wire::kHeaderTus), latin(wire::kTusVersion)},
                       {latin(wire::kHeaderUploadLength), QByteArray::number(m_upload->size)},
                       {latin(wire::kHeaderUploadMetadata), "record " + m_upload->record.text().toLatin1().toBase64()}};
    return request;
}

Result<HubRequest> UploadEngine::piece(const Device& device) const
{
    DOORSTEP_TRY_ASSIGN(const files::SealedFile file, m_store.files().open(m_upload->address));
    DOORSTEP_TRY_ASSIGN(const QByteArray bytes, file.read(m_upload->sent, wire::kPieceBytes));
    if (bytes.isEmpty())
        return base::fail(ErrorCode::Corrupt, QStringLiteral("the file on this device ends too early"));
    HubRequest request{
        "PATCH", QString(wire::kPathFiles) + u'/' + m_upload->record.text(), bytes, device.token.toLatin1(), {}};
    request.contentType = latin(wire::kPieceType);
    request.headers = {{latin(wire::kHeaderTus), latin(wire::kTusVersion)},
                       {latin(wire::kHeaderUploadOffset), QByteArray::number(m_upload->sent)},
                       {latin(wire::kHeaderUploadChecksum),
                        "sha256 " + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64()}};
    return request;
}

Status UploadEngine::accept(const HubReply& reply)
{
    if (!m_upload)
        return {};
    if (reply.status == 0) {
        stop(reply.error, reply.retryAfterSeconds);
        return {};
    }
    if (reply.status >= 400)
        return refused(reply);
    if (reply.uploadOffset < 0 || reply.uploadOffset > m_upload->size) {
        stop({ErrorCode::InDoubt, QStringLiteral("the hub does not say how far the file is"), {}});
        return {};
    }
    if (m_isOpen)
        m_report.bytes += std::max<qint64>(0, reply.uploadOffset - m_upload->sent);
    m_isOpen = true;
    m_upload->sent = reply.uploadOffset;
    const bool isWhole = m_upload->sent == m_upload->size;
    if (isWhole)
        m_upload->state = UploadState::Received;
    DOORSTEP_TRY(keep());
    if (isWhole) {
        ++m_report.files;
        leave();
    }
    return {};
}

Status UploadEngine::refused(const HubReply& reply)
{
    switch (reply.error.code) {
    case ErrorCode::Conflict:
        // The hub is elsewhere than it said: another process, or a piece whose answer was lost. It says so anew.
        m_isOpen = false;
        if (++m_restarts > tuning::kMostFileRestarts)
            leave();
        return {};
    case ErrorCode::BadChecksum:
        m_isOpen = false;
        if (++m_upload->failures >= tuning::kMostFileFailures)
            return setAside(reply.error);
        return keep();
    case ErrorCode::NotFound:
        // The record is not there: it has been removed meanwhile, or a restored hub gets it again with the next round.
        leave();
        return {};
    case ErrorCode::TooLarge:
    case ErrorCode::InvalidValue:
    case ErrorCode::BadRequest:
    case ErrorCode::Unsupported:
        return setAside(reply.error);
    default:
        stop(reply.error, reply.retryAfterSeconds);
        return {};
    }
}

Status UploadEngine::setAside(const Error& reason)
{
    m_upload->state = UploadState::NeedsAttention;
    m_upload->reason = reason;
    DOORSTEP_TRY(keep());
    leave();
    return {};
}

Status UploadEngine::keep()
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(m_uploads.put(transaction, *m_upload));
    return transaction.commit();
}

} // namespace doorstep::sync
