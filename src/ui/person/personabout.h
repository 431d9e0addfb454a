#pragma once

#include "ui/person/casefile.h"

namespace doorstep::ui {

/// A line of the page About.
struct AboutRow
{
    QString group, groupTitle;
    QString label, text;
    bool isAnswered = false;
    bool isFirst = false, isLast = false; ///< in its group
};

[[nodiscard]] std::vector<AboutRow> aboutRowsOf(const CaseFile& file);

/// What to know before the door opens.
struct BeforeVisit
{
    QString risk, access, matters;
    bool isWarning = false;
};

[[nodiscard]] BeforeVisit beforeVisitOf(const CaseFile& file);

/// "Ethnicity was not asked yet"
[[nodiscard]] QString missingSentence(const QString& sentence, const QString& label);

} // namespace doorstep::ui
