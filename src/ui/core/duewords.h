#pragma once

#include "domain/duelist.h"

namespace doorstep::ui {

/// What is said of one thing that is due. Made once a list, for its day.
struct DueWords
{
    QString iconName, title, subtitle, when, tag;

    [[nodiscard]] static DueWords of(const domain::DueItem& item, QDate today);
};

} // namespace doorstep::ui
