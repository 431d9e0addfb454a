#pragma once

#include "base/result.h"

#include <QByteArray>

namespace doorstep::wire {

[[nodiscard]] QByteArray gzip(const QByteArray& bytes);
/// TooLarge as soon as the inflated size passes `limit` (a gzip bomb), BadRequest for anything that is not gzip.
[[nodiscard]] base::Result<QByteArray> gunzip(const QByteArray& bytes, qsizetype limit);

} // namespace doorstep::wire
