#include "files/sealedfile.h"

#include <QtEndian>

#include <algorithm>
#include <sodium.h>

namespace doorstep::files {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

// The file: magic, salt, then pieces of length (32 bits, little-endian), nonce, sealed content with its tag.
const QByteArray kMagic("DSFILE1\n");
constexpr qint64 kSaltBytes = 32;
constexpr qint64 kHeaderBytes = 8 + kSaltBytes;
constexpr qint64 kLengthBytes = sizeof(quint32);
constexpr qint64 kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qint64 kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qint64 kPieceOverhead = kLengthBytes + kNonceBytes + kTagBytes;

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

template <class Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

FolderKey folderKeyFrom(const QByteArray& secret)
{
    return {keyedHash({secret}, "doorstep files")};
}

QByteArray keyedHash(const FolderKey& key, const QByteArray& bytes)
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(out(hash), crypto_generichash_BYTES, in(bytes), static_cast<unsigned long long>(bytes.size()),
                       in(key.bytes), static_cast<size_t>(key.bytes.size()));
    return hash;
}

Result<SealedFile> SealedFile::open(const QString& path, const FolderKey& key)
{
    DOORSTEP_TRY_ASSIGN(FileHandle handle, FileHandle::open(path, FileHandle::How::Read));
    SealedFile file(std::move(handle), key);
    DOORSTEP_TRY_ASSIGN(const bool isOurs, file.readHeader());
    if (!isOurs)
        return fail(ErrorCode::Corrupt, QStringLiteral("%1 is not a sealed file").arg(path));
    DOORSTEP_TRY(file.findPieces());
    return file;
}

Result<SealedFile> SealedFile::openToAppend(const QString& path, const FolderKey& key)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, QStringLiteral("no randomness"));
    DOORSTEP_TRY_ASSIGN(FileHandle handle, FileHandle::open(path, FileHandle::How::ReadOrMake));
    DOORSTEP_TRY(handle.lock(false));
    SealedFile file(std::move(handle), key);
    DOORSTEP_TRY_ASSIGN(const bool isOurs, file.readHeader());
    if (!isOurs) {
        // New, or killed before its first piece was flushed: nobody has been told of anything in it.
        DOORSTEP_TRY(file.restart());
        return file;
    }
    DOORSTEP_TRY(file.findPieces());
    while (!file.m_pieces.empty() && !file.readPiece(file.m_pieces.back()))
        file.m_pieces.pop_back();
    DOORSTEP_TRY(file.m_file.cut(file.end()));
    return file;
}

Status SealedFile::restart()
{
    m_pieces.clear();
    const QByteArray salt = randomBytes(kSaltBytes);
    DOORSTEP_TRY(m_file.cut(0));
    DOORSTEP_TRY(m_file.write(0, kMagic + salt));
    m_key = keyedHash(m_folderKey, salt);
    return {};
}

Result<bool> SealedFile::readHeader()
{
    DOORSTEP_TRY_ASSIGN(const QByteArray header, m_file.read(0, kHeaderBytes));
    if (header.size() != kHeaderBytes || !header.startsWith(kMagic))
        return false;
    m_key = keyedHash(m_folderKey, header.mid(kMagic.size()));
    return true;
}

Status SealedFile::findPieces()
{
    DOORSTEP_TRY_ASSIGN(const qint64 fileSize, m_file.size());
    while (end() + kPieceOverhead < fileSize) {
        DOORSTEP_TRY_ASSIGN(const QByteArray bytes, m_file.read(end(), kLengthBytes));
        if (bytes.size() != kLengthBytes)
            break;
        const qint64 length = qFromLittleEndian<quint32>(bytes.constData());
        if (length == 0 || length > kLargestPiece || end() + kPieceOverhead + length > fileSize)
            break;
        m_pieces.push_back({size(), end(), length});
    }
    return {};
}

qint64 SealedFile::size() const
{
    return m_pieces.empty() ? 0 : m_pieces.back().offset + m_pieces.back().length;
}

qint64 SealedFile::end() const
{
    return m_pieces.empty() ? kHeaderBytes : m_pieces.back().place + kPieceOverhead + m_pieces.back().length;
}

Status SealedFile::append(const QByteArray& bytes)
{
    Q_ASSERT(bytes.size() <= kLargestPiece);
    if (bytes.isEmpty())
        return {};
    const QByteArray nonce = randomBytes(kNonceBytes);
    const QByteArray place = littleEndian<qint64>(size());
    QByteArray sealed(bytes.size() + kTagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        out(sealed), nullptr, in(bytes), static_cast<unsigned long long>(bytes.size()), in(place),
        static_cast<unsigned long long>(place.size()), nullptr, in(nonce), in(m_key));
    const Piece piece{size(), end(), bytes.size()};
    const auto length = static_cast<quint32>(bytes.size());
    if (const Status written = m_file.write(piece.place, littleEndian(length) + nonce + sealed); !written) {
        DOORSTEP_TRY(m_file.cut(piece.place));
        return written;
    }
    m_pieces.push_back(piece);
    return {};
}

Result<QByteArray> SealedFile::readPiece(const Piece& piece) const
{
    DOORSTEP_TRY_ASSIGN(const QByteArray stored, m_file.read(piece.place, kPieceOverhead + piece.length));
    const QByteArray place = littleEndian(piece.offset);
    const QByteArray nonce = stored.mid(kLengthBytes, kNonceBytes);
    const QByteArray sealed = stored.mid(kLengthBytes + kNonceBytes);
    QByteArray bytes(piece.length, Qt::Uninitialized);
    if (stored.size() != kPieceOverhead + piece.length ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            out(bytes), nullptr, nullptr, in(sealed), static_cast<unsigned long long>(sealed.size()), in(place),
            static_cast<unsigned long long>(place.size()), in(nonce), in(m_key)) != 0)
        return fail(ErrorCode::Corrupt, QStringLiteral("a piece of a file has been damaged"));
    return bytes;
}

Result<QByteArray> SealedFile::read(qint64 offset, qint64 length) const
{
    QByteArray bytes;
    auto piece = std::upper_bound(m_pieces.begin(), m_pieces.end(), offset,
                                  [](qint64 wanted, const Piece& each) { return wanted < each.offset; });
    if (piece != m_pieces.begin())
        --piece;
    for (; piece != m_pieces.end() && piece->offset < offset + length; ++piece) {
        DOORSTEP_TRY_ASSIGN(const QByteArray content, readPiece(*piece));
        const qint64 from = std::max<qint64>(offset - piece->offset, 0);
        bytes += content.mid(from, offset + length - piece->offset - from);
    }
    return bytes;
}

} // namespace doorstep::files
