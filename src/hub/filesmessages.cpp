#include "hub/filesmessages.h"

#include "wire/protocol.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Status;

namespace {

QByteArray valueOf(const Request& request, QLatin1StringView header)
{
    return request.headers.value(QByteArray(header.data(), header.size()).toLower()).trimmed();
}

/// Digits only: no sign, no space, nothing that overflows.
std::optional<qint64> numberFrom(const QByteArray& text)
{
    const bool allDigits = std::all_of(text.begin(), text.end(), [](char each) { return each >= '0' && each <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return allDigits && fits ? std::optional(number) : std::nullopt;
}

} // namespace

Result<qint64> sizeFrom(const Request& request, QLatin1StringView header)
{
    const auto number = numberFrom(valueOf(request, header));
    if (!number)
        return fail(ErrorCode::BadRequest, QStringLiteral("expected a number of bytes"), QString(header));
    return *number;
}

Result<RecordId> recordFromPath(const QByteArray& path)
{
    const auto id = base::uuidFromText(QString::fromLatin1(path.mid(wire::kPathFiles.size() + 1)));
    if (!id)
        return fail(ErrorCode::NotFound, QStringLiteral("expected the id of an attachment behind the path"));
    return RecordId(*id);
}

Result<RecordId> recordFromMetadata(const Request& request)
{
    const QByteArrayList pairs = valueOf(request, wire::kHeaderUploadMetadata).split(',');
    for (const QByteArray& pair : pairs) {
        const QByteArrayList parts = pair.trimmed().split(' ');
        if (parts.size() != 2 || parts.first() != "record")
            continue;
        if (const auto id = base::uuidFromText(QString::fromLatin1(QByteArray::fromBase64(parts.last()))))
            return RecordId(*id);
    }
    return fail(ErrorCode::BadRequest, QStringLiteral("expected record and the id of an attachment in base 64"),
                QString(wire::kHeaderUploadMetadata));
}

Status checkChecksum(const Request& request)
{
    const QByteArray stated = valueOf(request, wire::kHeaderUploadChecksum);
    if (stated.isEmpty())
        return {};
    const QByteArrayList parts = stated.split(' ');
    if (parts.size() != 2 || parts.first() != "sha256")
        return fail(ErrorCode::BadRequest, QStringLiteral("expected sha256 and the sum in base 64"),
                    QString(wire::kHeaderUploadChecksum));
    if (QCryptographicHash::hash(request.body, QCryptographicHash::Sha256) != QByteArray::fromBase64(parts.last()))
        return fail(ErrorCode::BadChecksum, QStringLiteral("the piece is not what was sent"),
                    QString(wire::kHeaderUploadChecksum));
    return {};
}

Result<std::optional<Range>> rangeFrom(const Request& request, qint64 size)
{
    static const QRegularExpression kRange(QStringLiteral("^bytes=([0-9]+)-([0-9]*)$"));
    const auto match = kRange.match(QString::fromLatin1(request.headers.value("range")));
    if (!match.hasMatch())
        return std::nullopt;
    const auto first = numberFrom(match.captured(1).toLatin1());
    const auto last = match.captured(2).isEmpty() ? std::optional(size - 1) : numberFrom(match.captured(2).toLatin1());
    if (!first || !last || *last < *first)
        return std::nullopt;
    if (*first >= size)
        return fail(ErrorCode::InvalidValue, QStringLiteral("the file has %1 bytes").arg(size),
                    QStringLiteral("Range"));
    return Range{*first, std::min(*last, size - 1)};
}

} // namespace doorstep::hub
