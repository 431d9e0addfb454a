#include "files/mediatype.h"

namespace doorstep::files {

std::optional<QLatin1StringView> mediaTypeOf(const QByteArray& firstBytes)
{
    if (firstBytes.startsWith("\xff\xd8\xff"))
        return QLatin1StringView("image/jpeg");
    if (firstBytes.startsWith("\x89PNG\r\n\x1a\n"))
        return QLatin1StringView("image/png");
    // RIFF is a family; the size of the file stands between the two words.
    if (firstBytes.startsWith("RIFF") && firstBytes.mid(8, 4) == "WEBP")
        return QLatin1StringView("image/webp");
    if (firstBytes.startsWith("%PDF-"))
        return QLatin1StringView("application/pdf");
    return std::nullopt;
}

} // namespace doorstep::files
