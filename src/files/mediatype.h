#pragma once

#include <QByteArray>
#include <QLatin1StringView>

#include <optional>

namespace doorstep::files {

/// What a file is by its first bytes: image/jpeg, image/png, image/webp or application/pdf. None for anything else,
/// whatever its name says.
[[nodiscard]] std::optional<QLatin1StringView> mediaTypeOf(const QByteArray& firstBytes);
/// So many bytes are enough to say.
inline constexpr int kMediaTypeBytes = 16;

} // namespace doorstep::files
