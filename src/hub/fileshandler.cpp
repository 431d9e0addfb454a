#include "hub/fileshandler.h"

#include "domain/kinds/attachment.h"
#include "domain/programmerules.h"
#include "hub/filesmessages.h"
#include "wire/json.h"

#include <QLocale>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr qsizetype kHashBytes = 32;
constexpr qint64 kUploadLife = wire::kUploadDays * 24LL * 60 * 60 * 1000;

QByteArray latin(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

/// The device that said which content the attachment has.
DeviceNumber madeBy(const domain::Record& record)
{
    return record.versions[static_cast<size_t>(record.kind->indexOf(u"sha256"))].device;
}

/// RFC 9110's form of a moment.
QByteArray httpDate(qint64 millisecondsSince1970)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(millisecondsSince1970, Qt::UTC);
    return QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

Result<Response> FilesHandler::options()
{
    DOORSTEP_TRY_ASSIGN(const qint64 most, largest());
    return Response{204,
                    {{"tus-version", latin(wire::kTusVersion)},
                     {"tus-extension", "creation,checksum,expiration"},
                     {"tus-checksum-algorithm", "sha256"},
                     {"tus-max-size", QByteArray::number(most)}},
                    {},
                    {}};
}

Result<Response> FilesHandler::handle(const Sender& sender, const Request& request, QJsonObject& notes)
{
    if (request.method != "GET" && request.headers.value("tus-resumable") != latin(wire::kTusVersion))
        return Response{412, {{"tus-version", latin(wire::kTusVersion)}}, {}, {}};
    if (request.method == "POST")
        return create(sender, request);
    DOORSTEP_TRY_ASSIGN(const RecordId id, recordFromPath(request.target.split('?').first()));
    const bool sends = request.method != "GET";
    DOORSTEP_TRY_ASSIGN(const Wanted wanted, find(sender, id, sends));
    if (request.method == "HEAD")
        return head(wanted);
    return request.method == "PATCH" ? patch(wanted, request, notes) : get(wanted, request, notes);
}

Result<FilesHandler::Wanted> FilesHandler::find(const Sender& sender, const RecordId& id, bool sends)
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const auto row, reading->records().record(id));
    const bool isAttachment =
        row && row->record.kind == &domain::kindOf<domain::Attachment>() && !row->record.isDeleted();
    bool isAllowed = false;
    if (isAttachment) {
        DOORSTEP_TRY_ASSIGN(isAllowed, seesNow(*reading, sender.scope, *row));
        // A phone that made the record may still deliver what belongs to it when the person is not its worker's any
        // more: until then it cannot let go of them.
        isAllowed = isAllowed || (sends && madeBy(row->record) == sender.device.number);
    }
    // The same words whether it is not there or not theirs.
    if (!isAllowed)
        return fail(ErrorCode::NotFound, QStringLiteral("no such attachment"));
    const auto attachment = domain::fromRecord<domain::Attachment>(row->record);
    const QByteArray hash = QByteArray::fromHex(attachment.sha256.valueOr({}).toLatin1());
    if (hash.size() != kHashBytes || !attachment.person.has())
        return fail(ErrorCode::InvalidValue, QStringLiteral("the attachment does not say what its file is"),
                    QStringLiteral("sha256"));
    return Wanted{id, {attachment.person.value().uuid(), hash}, attachment.size.valueOr(0)};
}

Result<qint64> FilesHandler::largest()
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const QByteArray bundle, m_lists.bytes(*reading));
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(bundle));
    domain::CodeLists lists;
    DOORSTEP_TRY(lists.merge(json));
    return domain::ProgrammeRules::from(lists).attachmentBytes;
}

Result<qint64> FilesHandler::offsetOf(const Wanted& wanted)
{
    // A file that the disk has bitten is none: it comes again.
    if (const auto whole = m_files.open(wanted.address); whole && whole->size() == wanted.size)
        return wanted.size;
    if (!m_files.hasPart(wanted.address))
        return fail(ErrorCode::NotFound, QStringLiteral("nothing of this file has come yet"));
    DOORSTEP_TRY_ASSIGN(files::SealedFile part, m_files.incoming(wanted.address));
    // Killed between the last piece and the end.
    if (part.size() == wanted.size)
        DOORSTEP_TRY(m_files.complete(wanted.address, part));
    return part.size();
}

Response FilesHandler::tusResponse(int status, qint64 offset) const
{
    return {status,
            {{latin(wire::kHeaderTus), latin(wire::kTusVersion)},
             {latin(wire::kHeaderUploadOffset), QByteArray::number(offset)},
             {"Upload-Expires", httpDate(m_clock.now().utcMilliseconds() + kUploadLife)}},
            {},
            {}};
}

Result<Response> FilesHandler::create(const Sender& sender, const Request& request)
{
    DOORSTEP_TRY_ASSIGN(const RecordId id, recordFromMetadata(request));
    DOORSTEP_TRY_ASSIGN(const qint64 size, sizeFrom(request, wire::kHeaderUploadLength));
    DOORSTEP_TRY_ASSIGN(const Wanted wanted, find(sender, id, true));
    DOORSTEP_TRY_ASSIGN(const qint64 most, largest());
    if (size > most)
        return fail(ErrorCode::TooLarge, QStringLiteral("at most %1 bytes are taken").arg(most),
                    QString(wire::kHeaderUploadLength));
    if (size != wanted.size)
        return fail(ErrorCode::InvalidValue, QStringLiteral("the record speaks of %1 bytes").arg(wanted.size),
                    QString(wire::kHeaderUploadLength));
    auto offset = offsetOf(wanted);
    if (!offset && offset.error().code == ErrorCode::NotFound) {
        DOORSTEP_TRY(m_files.removePartsBefore(m_clock.now().utcMilliseconds() - kUploadLife));
        DOORSTEP_TRY(m_files.checkRoom(size));
        offset = m_files.incoming(wanted.address).map([](const files::SealedFile& part) { return part.size(); });
    }
    if (!offset)
        return fail(offset.error());
    Response response = tusResponse(201, *offset);
    response.headers.insert("location", latin(wire::kPathFiles) + '/' + id.text().toLatin1());
    return response;
}

Result<Response> FilesHandler::head(const Wanted& wanted)
{
    DOORSTEP_TRY_ASSIGN(const qint64 offset, offsetOf(wanted));
    Response response = tusResponse(200, offset);
    response.headers.insert(latin(wire::kHeaderUploadLength), QByteArray::number(wanted.size));
    return response;
}

Result<Response> FilesHandler::patch(const Wanted& wanted, const Request& request, QJsonObject& notes)
{
    if (request.headers.value("content-type").trimmed().toLower() != latin(wire::kPieceType))
        return fail(ErrorCode::Unsupported, QStringLiteral("a piece has to be %1").arg(wire::kPieceType));
    if (request.headers.contains("content-encoding"))
        return fail(ErrorCode::Unsupported, QStringLiteral("a piece goes as it is"));
    DOORSTEP_TRY_ASSIGN(const qint64 offset, sizeFrom(request, wire::kHeaderUploadOffset));
    DOORSTEP_TRY_ASSIGN(const qint64 present, offsetOf(wanted));
    if (offset != present)
        return fail(ErrorCode::Conflict, QStringLiteral("%1 bytes are here").arg(present),
                    QString(wire::kHeaderUploadOffset));
    if (request.body.size() > wanted.size - present)
        return fail(ErrorCode::TooLarge, QStringLiteral("the record speaks of %1 bytes").arg(wanted.size));
    DOORSTEP_TRY(checkChecksum(request));
    if (request.body.isEmpty())
        return tusResponse(204, present);
    DOORSTEP_TRY_ASSIGN(files::SealedFile part, m_files.incoming(wanted.address));
    // Another process may have taken the piece since.
    if (part.size() != offset)
        return fail(ErrorCode::Conflict, QStringLiteral("%1 bytes are here").arg(part.size()),
                    QString(wire::kHeaderUploadOffset));
    DOORSTEP_TRY(part.append(request.body));
    DOORSTEP_TRY(part.flush());
    notes.insert(QLatin1StringView("bytes"), request.body.size());
    if (part.size() == wanted.size)
        DOORSTEP_TRY(m_files.complete(wanted.address, part));
    return tusResponse(204, offset + request.body.size());
}

Result<Response> FilesHandler::get(const Wanted& wanted, const Request& request, QJsonObject& notes)
{
    auto file = m_files.open(wanted.address);
    if (!file)
        return fail(file.error().code, QStringLiteral("the file has not arrived yet"));
    if (file->size() != wanted.size)
        return fail(ErrorCode::Corrupt, QStringLiteral("a part of the file is missing"));
    Response response{200, {{"content-type", latin(wire::kBytesType)}, {"accept-ranges", "bytes"}}, {}, {}};
    const auto range = rangeFrom(request, wanted.size);
    const QByteArray total = '/' + QByteArray::number(wanted.size);
    if (!range) {
        response.status = 416;
        response.headers.insert("content-range", "bytes *" + total);
        return response;
    }
    const Range part = range->value_or(Range{0, wanted.size - 1});
    if (*range) {
        response.status = 206;
        response.headers.insert("content-range", "bytes " + QByteArray::number(part.first) + '-' +
                                                     QByteArray::number(part.last) + total);
    }
    DOORSTEP_TRY_ASSIGN(response.body, file->read(part.first, part.length()));
    notes.insert(QLatin1StringView("bytes"), response.body.size());
    return response;
}

} // namespace doorstep::hub
