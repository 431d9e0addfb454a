#pragma once

#include "domain/softchecks.h"

#include <QStringList>

namespace doorstep::ui {

/// A friendly second look; it never blocks.
[[nodiscard]] QString warningText(domain::SoftWarning warning);
[[nodiscard]] QStringList warningTexts(const std::vector<domain::SoftCheck>& checks);

} // namespace doorstep::ui
