#pragma once

#include "files/filehandle.h"

#include <vector>

namespace doorstep::files {

/// What the files of one folder are encrypted with: 32 bytes.
struct FolderKey
{
    QByteArray bytes;
};

/// A key made from another secret; who knows it learns nothing of the secret.
[[nodiscard]] FolderKey folderKeyFrom(const QByteArray& secret);
/// Keyed BLAKE2b of 32 bytes: names and keys of files.
[[nodiscard]] QByteArray keyedHash(const FolderKey& key, const QByteArray& bytes);

/// An encrypted file that grows at its end. Each piece is sealed by itself (XChaCha20-Poly1305 over its place), where a
/// secretstream could only be read from its beginning and not be continued after a restart. A piece fits into no other
/// file and no other place; one that a crash has torn is noticed and given up.
class SealedFile
{
public:
    /// For reading. NotFound or Corrupt.
    [[nodiscard]] static base::Result<SealedFile> open(const QString& path, const FolderKey& key);
    /// For appending; made when it is missing. Busy while somebody else appends. Whatever follows the last whole piece
    /// is dropped.
    [[nodiscard]] static base::Result<SealedFile> openToAppend(const QString& path, const FolderKey& key);

    /// Bytes of content.
    [[nodiscard]] qint64 size() const;
    /// At most kLargestPiece bytes. After an error the file is as it was before.
    [[nodiscard]] base::Status append(const QByteArray& bytes);
    [[nodiscard]] base::Status flush() { return m_file.flush(); }
    /// Shorter at the end. Corrupt when the file has been changed.
    [[nodiscard]] base::Result<QByteArray> read(qint64 offset, qint64 length) const;
    /// Empties it for a new start.
    [[nodiscard]] base::Status restart();

    static constexpr qint64 kLargestPiece = 4 * 1024 * 1024;

private:
    struct Piece
    {
        qint64 offset = 0; ///< of its content
        qint64 place = 0;  ///< in the file
        qint64 length = 0; ///< of its content
    };

    SealedFile(FileHandle file, FolderKey folderKey) : m_file(std::move(file)), m_folderKey(std::move(folderKey)) {}
    /// False when the file does not begin as one of ours.
    [[nodiscard]] base::Result<bool> readHeader();
    [[nodiscard]] base::Status findPieces();
    [[nodiscard]] base::Result<QByteArray> readPiece(const Piece& piece) const;
    [[nodiscard]] qint64 end() const;

    FileHandle m_file;
    FolderKey m_folderKey;
    QByteArray m_key;
    std::vector<Piece> m_pieces;
};

} // namespace doorstep::files
