#pragma once

#include "files/sealedfile.h"

#include <QIODevice>
#include <QUuid>

#include <functional>

namespace doorstep::files {

/// Which content: its SHA-256, and the person it is about. The same picture of two people is kept twice, so that
/// whether somebody else's is here can never be told from an address.
struct Address
{
    QUuid owner;
    QByteArray hash; ///< 32 bytes

    friend bool operator==(const Address&, const Address&) = default;
};

/// Encrypted files in one folder, found by their content. Names tell nothing: they are keyed hashes. What was put or
/// completed has been flushed.
class ContentStore
{
public:
    /// Bytes free where a folder lies; -1 when that cannot be said.
    using Room = std::function<qint64(const QString& folder)>;
    [[nodiscard]] static qint64 systemRoom(const QString& folder);

    ContentStore(QString folder, FolderKey key, Room room = systemRoom)
        : m_folder(std::move(folder)), m_key(std::move(key)), m_room(std::move(room))
    {
    }

    [[nodiscard]] bool has(const Address& address) const;
    /// NotFound or Corrupt.
    [[nodiscard]] base::Result<SealedFile> open(const Address& address) const;

    struct Content
    {
        Address address;
        qint64 size = 0;
    };
    /// Encrypts all that the source gives. Nothing is left behind when it fails.
    [[nodiscard]] base::Result<Content> put(const QUuid& owner, QIODevice& source);

    [[nodiscard]] bool hasPart(const Address& address) const;
    /// The part of a file that has come so far; made when nothing has.
    [[nodiscard]] base::Result<SealedFile> incoming(const Address& address);
    /// The part becomes the file when its hash is right. BadChecksum otherwise: the part begins anew.
    [[nodiscard]] base::Status complete(const Address& address, SealedFile& part);

    /// Fine when there is none.
    [[nodiscard]] base::Status remove(const Address& address);
    /// DiskFull unless so many bytes fit and leave some room for the database.
    [[nodiscard]] base::Status checkRoom(qint64 bytes) const;

    /// While a handle lives, sweep() does nothing: for the moment in which a file is there and its record is not.
    [[nodiscard]] base::Result<FileHandle> hold();
    /// Removes files that nobody keeps and what interrupted puts have left; parts stay.
    [[nodiscard]] base::Status sweep(const std::vector<Address>& keep);
    /// Removes parts that nothing has been added to since. Gives their number.
    [[nodiscard]] base::Result<int> removePartsBefore(qint64 millisecondsSince1970);

private:
    [[nodiscard]] QString ownerPath(const QUuid& owner) const;
    [[nodiscard]] QString pathOf(const Address& address) const;
    [[nodiscard]] QString incomingPath() const;
    [[nodiscard]] QString partPath(const Address& address) const;
    [[nodiscard]] base::Result<Content> fill(SealedFile& file, const QUuid& owner, QIODevice& source) const;
    [[nodiscard]] base::Status place(const QString& from, const Address& address) const;

    QString m_folder;
    FolderKey m_key;
    Room m_room;
};

} // namespace doorstep::files
