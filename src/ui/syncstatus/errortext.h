#pragma once

#include "base/result.h"

namespace doorstep::ui {

/// What went wrong, what is safe and what to do, in one or two plain sentences. The one place where failures get words.
[[nodiscard]] QString errorText(base::ErrorCode code);
/// Why a form could not be kept: the same, beginning with "Not saved yet".
[[nodiscard]] QString saveErrorText(const base::Error& error);
/// Why the hub did not take a change, for the field it names. `code` is the wire string.
[[nodiscard]] QString refusalText(const QString& code, const QString& field);

} // namespace doorstep::ui
