#pragma once

#include "store/caseloadstore.h"

namespace doorstep::ui {

/// A row of "Visits and calls".
struct VisitRow
{
    QString plan, person; ///< ids
    QString iconName;
    int tone = 0;
    QString title, subtitle, trailing;
    int trailingTone = 0;
    bool isDone = false;
};

/// A row of "Needs you this week".
struct NeedRow
{
    QString person;
    QString iconName, title, subtitle, trailing;
};

/// A row of "Not finished".
struct DraftRow
{
    QString draft;
    QString iconName, title, subtitle;
};

} // namespace doorstep::ui
