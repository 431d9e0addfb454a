#pragma once

#include "domain/field.h"

#include <QString>

namespace doorstep::ui {

/// What a field is called on screen: "Minutes". A field without words of its own is called by its name.
[[nodiscard]] QString fieldLabel(QStringView field);
/// "min", "miles", "£"; empty for a field without a unit.
[[nodiscard]] QString unitText(const domain::FieldSpec& field);

} // namespace doorstep::ui
