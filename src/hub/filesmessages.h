#pragma once

#include "base/id.h"
#include "base/result.h"
#include "hub/http/message.h"

namespace doorstep::hub {

using base::Result;

/// The headers of file requests, read strictly. Errors name the header.

/// A number of bytes. BadRequest when it is missing or none.
[[nodiscard]] Result<qint64> sizeFrom(const Request& request, QLatin1StringView header);
/// The id behind the path of the files; NotFound for anything else.
[[nodiscard]] Result<base::RecordId> recordFromPath(const QByteArray& path);
/// The attachment that an upload is for: `record` in Upload-Metadata, in base 64.
[[nodiscard]] Result<base::RecordId> recordFromMetadata(const Request& request);
/// BadChecksum when the body is not what its Upload-Checksum says; BadRequest for other sums than SHA-256. Fine
/// without.
[[nodiscard]] base::Status checkChecksum(const Request& request);

/// Part of a file.
struct Range
{
    qint64 first = 0, last = 0;
    [[nodiscard]] qint64 length() const { return last - first + 1; }
};
/// None when all of it is wanted; also for what is no single range of bytes, as RFC 9110 says. InvalidValue for a range
/// that lies behind the end.
[[nodiscard]] Result<std::optional<Range>> rangeFrom(const Request& request, qint64 size);

} // namespace doorstep::hub
