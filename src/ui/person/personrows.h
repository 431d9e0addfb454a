#pragma once

#include "ui/person/casefile.h"

namespace doorstep::ui {

/// One event of the timeline.
struct TimelineEntry
{
    QString kind, record; ///< which record a tap opens
    QString iconName;
    int tone = 0;
    QString title, subtitle, date;
    QStringList tags, tagIcons;             ///< of the same length
    QString receiptIcon = {}, receipt = {}; ///< how far it has come to the hub
};

/// One goal with how far it has got, 0 to 4 steps.
struct GoalCard
{
    QString record;
    QString heading, wording;
    int done = 0;
    QString progress, setOn;
    QStringList history; ///< what was said earlier, the latest first
};

/// One questionnaire with what came of it over time.
struct MeasureCard
{
    QString title, change;
    int changeTone = 0;
    QList<qreal> values; ///< empty where single answers are not added up
    QStringList labels;
    qreal minimum = 0, maximum = 0, bandFrom = 0, bandTo = 0;
    QString description;
    QStringList lines; ///< answers, or reasons why it was not asked
};

/// One signpost with its take-up.
struct SignpostCard
{
    QString record;
    QString title, subtitle, state;
    int stateTone = 0;
    QStringList steps; ///< "Told about it · 24 Nov", in the order they happened
};

[[nodiscard]] std::vector<TimelineEntry> timelineOf(const CaseFile& file);
[[nodiscard]] std::vector<GoalCard> goalCardsOf(const CaseFile& file);
[[nodiscard]] std::vector<MeasureCard> measureCardsOf(const CaseFile& file);
[[nodiscard]] std::vector<SignpostCard> signpostCardsOf(const CaseFile& file);

} // namespace doorstep::ui
