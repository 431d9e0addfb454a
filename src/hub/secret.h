#pragma once

#include "base/random.h"

#include <QByteArray>

namespace doorstep::hub {

/// Random bytes from the given source.
[[nodiscard]] QByteArray randomBytes(base::Random& random, int count);
/// BLAKE2b of a secret that is random itself: tokens and one-time codes are kept only in this form.
[[nodiscard]] QByteArray hashOf(const QByteArray& secret);
/// Keyed BLAKE2b, 32 bytes.
[[nodiscard]] QByteArray signatureOf(const QByteArray& bytes, const QByteArray& key);
/// Takes the same time wherever the first difference is.
[[nodiscard]] bool isSame(const QByteArray& a, const QByteArray& b);

} // namespace doorstep::hub
