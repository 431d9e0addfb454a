#include "store/attachmentstore.h"

#include "domain/programmerules.h"
#include "files/mediatype.h"
#include "store/newrecord.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace doorstep::store {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using domain::Attachment;

namespace {

constexpr qint64 kPieceBytes = 256 * 1024;
constexpr qsizetype kHashBytes = 32;
const QString kPath = QStringLiteral("path");

} // namespace

Result<qint64> AttachmentStore::largest()
{
    DOORSTEP_TRY_ASSIGN(const QByteArray given, m_store.lists());
    domain::CodeLists lists = domain::CodeLists::builtIn();
    // Unreadable lists never reach the store; the built-in ones stand then.
    if (!given.isEmpty())
        DOORSTEP_TRY(lists.merge(QJsonDocument::fromJson(given).object()));
    return domain::ProgrammeRules::from(lists).attachmentBytes;
}

Status AttachmentStore::check(QIODevice& file, Attachment& attachment)
{
    const auto type = files::mediaTypeOf(file.peek(files::kMediaTypeBytes));
    if (!type)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("this can hold photos (JPEG, PNG, WebP) and PDF files; this file is something else"),
                    kPath);
    if (attachment.mediaType.has() && attachment.mediaType.value() != *type)
        return fail(ErrorCode::InvalidValue,
                    QStringLiteral("this file is %1, not %2").arg(*type, attachment.mediaType.value()),
                    QStringLiteral("media_type"));
    attachment.mediaType = QString(*type);
    DOORSTEP_TRY_ASSIGN(const qint64 limit, largest());
    if (file.size() > limit)
        return fail(ErrorCode::TooLarge,
                    QStringLiteral("this file has %1 bytes; at most %2 can be attached. A smaller photo will do.")
                        .arg(file.size())
                        .arg(limit),
                    kPath);
    return m_store.files().checkRoom(file.size());
}

Result<domain::Record> AttachmentStore::attach(Attachment attachment, const QString& path)
{
    if (!attachment.person.has())
        return fail(ErrorCode::InvalidValue, QStringLiteral("needs a value"), QStringLiteral("person"));
    const QUuid person = attachment.person.value().uuid();
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("there is no file that can be read under this path"), kPath);
    DOORSTEP_TRY(check(file, attachment));
    DOORSTEP_TRY(RecordStore(m_store).get(domain::kindOf<domain::Person>(), base::RecordId(person)));
    // Until its record is saved nobody may take the file for an orphan.
    DOORSTEP_TRY_ASSIGN(const files::FileHandle held, m_store.files().hold());
    DOORSTEP_TRY_ASSIGN(const files::ContentStore::Content content, m_store.files().put(person, file));
    attachment.sha256 = QString::fromLatin1(content.address.hash.toHex());
    attachment.size = content.size;
    domain::Record record = domain::toRecord(attachment);
    DOORSTEP_TRY(fillKnown(record, m_store, m_clock));
    Recorder::Context context;
    context.upload = Upload{record.id, content.address, content.size};
    return Recorder(m_store, m_clock).save(std::nullopt, std::move(record), context);
}

Result<files::Address> AttachmentStore::addressOf(const Attachment& attachment)
{
    const QByteArray hash = QByteArray::fromHex(attachment.sha256.valueOr({}).toLatin1());
    if (hash.size() != kHashBytes || !attachment.person.has() || attachment.size.valueOr(0) < 1)
        return fail(ErrorCode::InvalidValue, QStringLiteral("this attachment does not say what its file is"),
                    QStringLiteral("sha256"));
    return files::Address{attachment.person.value().uuid(), hash};
}

Result<files::SealedFile> AttachmentStore::open(base::RecordId id)
{
    DOORSTEP_TRY_ASSIGN(const auto attachment, RecordStore(m_store).get(base::Id<Attachment>(id.uuid())));
    DOORSTEP_TRY_ASSIGN(const files::Address address, addressOf(attachment));
    return m_store.files().open(address);
}

Status AttachmentStore::exportTo(base::RecordId id, const QString& path)
{
    DOORSTEP_TRY_ASSIGN(const files::SealedFile file, open(id));
    DOORSTEP_TRY_ASSIGN(files::FileHandle out, files::FileHandle::open(path, files::FileHandle::How::MakeNew));
    for (qint64 offset = 0; offset < file.size(); offset += kPieceBytes) {
        Status written =
            file.read(offset, kPieceBytes).and_then([&](const QByteArray& piece) { return out.write(offset, piece); });
        if (!written) {
            QFile::remove(path);
            return written;
        }
    }
    return out.flush();
}

} // namespace doorstep::store
