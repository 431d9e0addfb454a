#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace doorstep::files {

/// An open file of the operating system that closes itself. Unlike QFile it says when there was no room (DiskFull),
/// flushes to the disk and takes locks.
class FileHandle
{
public:
    enum class How { Read, ReadOrMake, MakeNew };

    /// NotFound, AlreadyExists, DiskFull or Io. What is made is its owner's alone (0600).
    [[nodiscard]] static base::Result<FileHandle> open(const QString& path, How how);
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&&) = delete;

    /// Shorter than asked for at the end of the file.
    [[nodiscard]] base::Result<QByteArray> read(qint64 at, qint64 length) const;
    [[nodiscard]] base::Status write(qint64 at, const QByteArray& bytes);
    [[nodiscard]] base::Status cut(qint64 size);
    [[nodiscard]] base::Status flush();
    [[nodiscard]] base::Result<qint64> size() const;
    /// Held until the handle is closed, also by a kill. Busy when somebody else holds it the other way.
    [[nodiscard]] base::Status lock(bool shared);

private:
    FileHandle(int descriptor, QString path) : m_descriptor(descriptor), m_path(std::move(path)) {}

    int m_descriptor;
    QString m_path;
};

/// Renames within one file system and flushes the folder: after a crash the file has one name or the other.
[[nodiscard]] base::Status renameDurably(const QString& from, const QString& to);

} // namespace doorstep::files
