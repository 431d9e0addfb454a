#include "hub/cursor.h"

#include "hub/secret.h"

#include <QtEndian>

#include <array>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int kEpochBytes = 8;
// Half of the signature: a cursor travels with every exchange, and guessing 128 bits is out of reach.
constexpr int kSignatureBytes = 16;
constexpr int kUuidBytes = 16;
constexpr int kFirstPayloadBytes = kEpochBytes + 24;
// The first form has no mark; the highest byte of its seq stands in this place and is 0.
constexpr char kSecondForm = 2;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Seven bits a byte, the lowest first: most numbers of a cursor are small or zero, and it travels with every exchange.
void append(QByteArray& bytes, qint64 number)
{
    auto rest = static_cast<quint64>(number);
    for (; rest >= 0x80; rest >>= 7)
        bytes += static_cast<char>(rest | 0x80);
    bytes += static_cast<char>(rest);
}

/// Takes numbers from the front of bytes that a signature vouches for.
class Reader
{
public:
    explicit Reader(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    qint64 number()
    {
        quint64 number = 0;
        for (int shift = 0; m_place < m_bytes.size() && shift < 64; shift += 7) {
            const auto byte = static_cast<uchar>(m_bytes.at(m_place++));
            number |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        return static_cast<qint64>(number);
    }
    QByteArray take(int count)
    {
        QByteArray taken = m_bytes.mid(m_place, count);
        m_place += count;
        return taken;
    }

private:
    QByteArray m_bytes;
    qsizetype m_place = 0;
};

constexpr std::array kNumbers{&Cursor::seq,           &Cursor::completeUntil, &Cursor::lateThrough,
                              &Cursor::grantsThrough, &Cursor::backfillSeq,   &Cursor::remaining,
                              &Cursor::schemaFrom,    &Cursor::schemaAfter,   &Cursor::schemaUntil};

Cursor cursorOfFirstForm(const QByteArray& payload)
{
    const auto number = [&](int place) { return qFromBigEndian<qint64>(payload.constData() + kEpochBytes + place); };
    Cursor cursor{number(0), number(8), number(16)};
    // That hub sent the people of a new grant with the log.
    cursor.grantsThrough = cursor.seq;
    return cursor;
}

Cursor cursorOfSecondForm(const QByteArray& payload)
{
    Reader reader(payload.mid(kEpochBytes + 1));
    Cursor cursor;
    for (const auto member : kNumbers)
        cursor.*member = reader.number();
    for (qint64 count = reader.number(); count > 0; --count)
        cursor.ahead << QUuid::fromRfc4122(reader.take(kUuidBytes));
    return cursor;
}

} // namespace

QString CursorCodec::toText(const Cursor& cursor) const
{
    QByteArray payload = m_hubEpoch.first(kEpochBytes) + kSecondForm;
    for (const auto member : kNumbers)
        append(payload, cursor.*member);
    append(payload, cursor.ahead.size());
    for (const QUuid& person : cursor.ahead)
        payload += person.toRfc4122();
    const QByteArray signature = signatureOf(payload, m_key).first(kSignatureBytes);
    return QString::fromLatin1((payload + signature).toBase64(kBase64));
}

base::Result<Cursor> CursorCodec::fromText(const QString& text) const
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? decoded.decoded : QByteArray();
    const QByteArray payload = bytes.first(std::max<qsizetype>(bytes.size() - kSignatureBytes, 0));
    if (payload.size() <= kEpochBytes ||
        !isSame(bytes.mid(payload.size()), signatureOf(payload, m_key).first(kSignatureBytes)))
        return fail(ErrorCode::BadRequest, QStringLiteral("not a cursor of this hub"), QStringLiteral("cursor"));
    if (payload.first(kEpochBytes) != m_hubEpoch.first(kEpochBytes))
        return fail(ErrorCode::CursorGone, QStringLiteral("the hub was restored from a backup"),
                    QStringLiteral("cursor"));
    if (payload.at(kEpochBytes) == kSecondForm)
        return cursorOfSecondForm(payload);
    if (payload.size() != kFirstPayloadBytes)
        return fail(ErrorCode::CursorGone, QStringLiteral("a cursor of another version of this hub"),
                    QStringLiteral("cursor"));
    return cursorOfFirstForm(payload);
}

} // namespace doorstep::hub
