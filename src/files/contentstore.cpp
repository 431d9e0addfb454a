#include "files/contentstore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSet>
#include <QStorageInfo>

namespace doorstep::files {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

// Also what travels in one request, so that sending a piece decrypts one piece.
constexpr qint64 kPieceBytes = 256 * 1024;
// A database that cannot write any more is worse than a photo that has to wait.
constexpr qint64 kReserveBytes = 32 * 1024 * 1024;
constexpr int kOwnerNameBytes = 16;
const QLatin1StringView kPutPrefix("put-");

Status makeFolder(const QString& path)
{
    if (QDir(path).exists())
        return {};
    if (!QDir().mkpath(path) ||
        !QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return fail(ErrorCode::Io, QStringLiteral("cannot make the folder %1").arg(path));
    return {};
}

Status removeFile(const QString& path)
{
    if (QFile::exists(path) && !QFile::remove(path))
        return fail(ErrorCode::Io, QStringLiteral("cannot remove %1").arg(path));
    return {};
}

/// A file that is removed unless it was kept.
class Temporary
{
public:
    explicit Temporary(QString path) : m_path(std::move(path)) {}
    ~Temporary()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    void keep() { m_path.clear(); }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace

qint64 ContentStore::systemRoom(const QString& folder)
{
    return QStorageInfo(folder).bytesAvailable();
}

QString ContentStore::ownerPath(const QUuid& owner) const
{
    return m_folder + u'/' + QString::fromLatin1(keyedHash(m_key, owner.toRfc4122()).first(kOwnerNameBytes).toHex());
}

QString ContentStore::pathOf(const Address& address) const
{
    return ownerPath(address.owner) + u'/' +
           QString::fromLatin1(keyedHash(m_key, address.owner.toRfc4122() + address.hash).toHex());
}

QString ContentStore::incomingPath() const
{
    return m_folder + QStringLiteral("/incoming");
}

QString ContentStore::partPath(const Address& address) const
{
    return incomingPath() + u'/' +
           QString::fromLatin1(keyedHash(m_key, address.owner.toRfc4122() + address.hash).toHex());
}

bool ContentStore::has(const Address& address) const
{
    return QFile::exists(pathOf(address));
}

bool ContentStore::hasPart(const Address& address) const
{
    return QFile::exists(partPath(address));
}

Result<SealedFile> ContentStore::open(const Address& address) const
{
    return SealedFile::open(pathOf(address), m_key);
}

Status ContentStore::checkRoom(qint64 bytes) const
{
    DOORSTEP_TRY(makeFolder(m_folder));
    const qint64 free = m_room(m_folder);
    if (free >= 0 && free < bytes + kReserveBytes)
        return fail(ErrorCode::DiskFull,
                    QStringLiteral("there is no room for %1 more bytes; %2 are free").arg(bytes).arg(free));
    return {};
}

Result<ContentStore::Content> ContentStore::fill(SealedFile& file, const QUuid& owner, QIODevice& source) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (true) {
        const QByteArray piece = source.read(kPieceBytes);
        if (piece.isEmpty())
            break;
        hash.addData(piece);
        DOORSTEP_TRY(file.append(piece));
    }
    if (!source.atEnd())
        return fail(ErrorCode::Io, QStringLiteral("the file could not be read to its end"));
    DOORSTEP_TRY(file.flush());
    return Content{{owner, hash.result()}, file.size()};
}

Status ContentStore::place(const QString& from, const Address& address) const
{
    DOORSTEP_TRY(makeFolder(ownerPath(address.owner)));
    DOORSTEP_TRY(renameDurably(from, pathOf(address)));
    // The owner's folder may be new: its own name has to last as well.
    DOORSTEP_TRY_ASSIGN(FileHandle folder, FileHandle::open(m_folder, FileHandle::How::Read));
    return folder.flush();
}

Result<ContentStore::Content> ContentStore::put(const QUuid& owner, QIODevice& source)
{
    DOORSTEP_TRY(makeFolder(incomingPath()));
    Temporary temporary(incomingPath() + u'/' + kPutPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces));
    DOORSTEP_TRY_ASSIGN(SealedFile file, SealedFile::openToAppend(temporary.path(), m_key));
    DOORSTEP_TRY_ASSIGN(Content content, fill(file, owner, source));
    DOORSTEP_TRY(place(temporary.path(), content.address));
    temporary.keep();
    return content;
}

Result<SealedFile> ContentStore::incoming(const Address& address)
{
    DOORSTEP_TRY(makeFolder(incomingPath()));
    return SealedFile::openToAppend(partPath(address), m_key);
}

Status ContentStore::complete(const Address& address, SealedFile& part)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 offset = 0; offset < part.size(); offset += kPieceBytes) {
        DOORSTEP_TRY_ASSIGN(const QByteArray piece, part.read(offset, kPieceBytes));
        hash.addData(piece);
    }
    if (hash.result() != address.hash) {
        DOORSTEP_TRY(part.restart());
        return fail(ErrorCode::BadChecksum, QStringLiteral("the whole file does not have the hash it should"));
    }
    DOORSTEP_TRY(part.flush());
    return place(partPath(address), address);
}

Status ContentStore::remove(const Address& address)
{
    DOORSTEP_TRY(removeFile(pathOf(address)));
    DOORSTEP_TRY(removeFile(partPath(address)));
    // Only an empty folder goes.
    QDir().rmdir(ownerPath(address.owner));
    return {};
}

Result<FileHandle> ContentStore::hold()
{
    DOORSTEP_TRY(makeFolder(m_folder));
    DOORSTEP_TRY_ASSIGN(FileHandle handle,
                        FileHandle::open(m_folder + QStringLiteral("/lock"), FileHandle::How::ReadOrMake));
    DOORSTEP_TRY(handle.lock(true));
    return handle;
}

Status ContentStore::sweep(const std::vector<Address>& keep)
{
    if (!QDir(m_folder).exists())
        return {};
    DOORSTEP_TRY_ASSIGN(FileHandle handle,
                        FileHandle::open(m_folder + QStringLiteral("/lock"), FileHandle::How::ReadOrMake));
    if (const Status locked = handle.lock(false); !locked)
        return locked.error().code == ErrorCode::Busy ? Status() : locked;
    QSet<QString> kept{m_folder + QStringLiteral("/lock")};
    for (const Address& address : keep)
        kept.insert(pathOf(address));
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const bool isPart = file.path() == incomingPath() && !file.fileName().startsWith(kPutPrefix);
        if (!isPart && !kept.contains(file.filePath()))
            DOORSTEP_TRY(removeFile(file.filePath()));
    }
    const QStringList folders = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& folder : folders)
        QDir().rmdir(m_folder + u'/' + folder);
    return {};
}

Result<int> ContentStore::removePartsBefore(qint64 millisecondsSince1970)
{
    int removed = 0;
    const QFileInfoList parts = QDir(incomingPath()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo& part : parts) {
        if (part.lastModified().toMSecsSinceEpoch() >= millisecondsSince1970)
            continue;
        DOORSTEP_TRY(removeFile(part.filePath()));
        ++removed;
    }
    return removed;
}

} // namespace doorstep::files
