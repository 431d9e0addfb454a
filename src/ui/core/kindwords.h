#pragma once

#include "domain/record.h"

namespace doorstep::ui {

/// What a record of a kind is called and which picture goes with it.
struct KindWords
{
    QString name, iconName;
    int tone = 0;

    [[nodiscard]] static KindWords of(const domain::Record& record);
    /// By the mode of a contact or plan: "Visit", "Call", …
    [[nodiscard]] static KindWords ofMode(const QString& mode);
};

} // namespace doorstep::ui
