#include "files/filehandle.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace doorstep::files {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

ErrorCode codeOf(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case ENOENT:
        return ErrorCode::NotFound;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case EWOULDBLOCK:
        return ErrorCode::Busy;
    default:
        return ErrorCode::Io;
    }
}

tl::unexpected<base::Error> failure(const QString& path)
{
    const int error = errno;
    return fail(codeOf(error), QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(error))));
}

int flagsOf(FileHandle::How how)
{
    switch (how) {
    case FileHandle::How::Read:
        return O_RDONLY;
    case FileHandle::How::ReadOrMake:
        return O_RDWR | O_CREAT;
    case FileHandle::How::MakeNew:
        return O_RDWR | O_CREAT | O_EXCL;
    }
    return O_RDONLY;
}

} // namespace

Result<FileHandle> FileHandle::open(const QString& path, How how)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flagsOf(how) | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(path);
    return FileHandle(descriptor, path);
}

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileHandle::FileHandle(FileHandle&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path))
{
}

Result<QByteArray> FileHandle::read(qint64 at, qint64 length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = ::pread(m_descriptor, bytes.data() + done, static_cast<size_t>(length - done), at + done);
        if (got < 0 && errno != EINTR)
            return failure(m_path);
        if (got == 0)
            break;
        done += std::max<ssize_t>(got, 0);
    }
    bytes.truncate(done);
    return bytes;
}

Status FileHandle::write(qint64 at, const QByteArray& bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const ssize_t put =
            ::pwrite(m_descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done), at + done);
        if (put < 0 && errno != EINTR)
            return failure(m_path);
        done += std::max<ssize_t>(put, 0);
    }
    return {};
}

Status FileHandle::cut(qint64 size)
{
    return ::ftruncate(m_descriptor, size) == 0 ? Status() : Status(failure(m_path));
}

Status FileHandle::flush()
{
    return ::fsync(m_descriptor) == 0 ? Status() : Status(failure(m_path));
}

Result<qint64> FileHandle::size() const
{
    struct stat about = {};
    if (::fstat(m_descriptor, &about) != 0)
        return failure(m_path);
    return static_cast<qint64>(about.st_size);
}

Status FileHandle::lock(bool shared)
{
    return ::flock(m_descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 ? Status() : Status(failure(m_path));
}

Status renameDurably(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(to);
    DOORSTEP_TRY_ASSIGN(FileHandle folder, FileHandle::open(QFileInfo(to).path(), FileHandle::How::Read));
    return folder.flush();
}

} // namespace doorstep::files
