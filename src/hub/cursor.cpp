#include "hub/cursor.h"

#include "hub/secret.h"

#include <QtEndian>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int kEpochBytes = 8;
constexpr int kPayloadBytes = kEpochBytes + 24;
// Half of the signature: a cursor travels with every exchange, and guessing 128 bits is out of reach.
constexpr int kSignatureBytes = 16;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray bytesOf(qint64 number)
{
    QByteArray bytes(sizeof(number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

QString CursorCodec::toText(const Cursor& cursor) const
{
    const QByteArray payload = m_hubEpoch.first(kEpochBytes) + bytesOf(cursor.seq) + bytesOf(cursor.completeUntil) +
                               bytesOf(cursor.lateThrough);
    const QByteArray signature = signatureOf(payload, m_key).first(kSignatureBytes);
    return QString::fromLatin1((payload + signature).toBase64(kBase64));
}

base::Result<Cursor> CursorCodec::fromText(const QString& text) const
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? decoded.decoded : QByteArray();
    if (bytes.size() != kPayloadBytes + kSignatureBytes ||
        !isSame(bytes.mid(kPayloadBytes), signatureOf(bytes.first(kPayloadBytes), m_key).first(kSignatureBytes)))
        return fail(ErrorCode::BadRequest, QStringLiteral("not a cursor of this hub"), QStringLiteral("cursor"));
    if (bytes.first(kEpochBytes) != m_hubEpoch.first(kEpochBytes))
        return fail(ErrorCode::CursorGone, QStringLiteral("the hub was restored from a backup"),
                    QStringLiteral("cursor"));
    return Cursor{qFromBigEndian<qint64>(bytes.constData() + kEpochBytes),
                  qFromBigEndian<qint64>(bytes.constData() + kEpochBytes + 8),
                  qFromBigEndian<qint64>(bytes.constData() + kEpochBytes + 16)};
}

} // namespace doorstep::hub
