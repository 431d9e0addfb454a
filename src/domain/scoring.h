#pragma once

#include "domain/kinds/measure.h"
#include "domain/programmerules.h"

namespace doorstep::domain {

struct MeasureAnswer
{
    QString code, label;
    int score = 0;
};

/// One question. Either `answers` or a scale from `scaleLeast` to `scaleMost`.
struct MeasureItem
{
    QString code, text, label;
    QLatin1StringView field; ///< field of the measure that holds the answer; empty when there is none
    std::vector<MeasureAnswer> answers;
    int scaleLeast = 0, scaleMost = 0;
    QString scaleLeastLabel, scaleMostLabel;
    bool lowerIsBetter = false;
};

/// A questionnaire of the `measures` list.
struct Instrument
{
    QString code, label, formal, personTitle, intro, citation;
    QStringList points;
    std::vector<MeasureItem> items;
    bool isCore = false;
    bool isAdded = false; ///< the item scores add up to one score; ONS-4 never does
    bool lowerIsBetter = false;
    int least = 0, most = 0; ///< of the score

    /// The wording is here and every question has a field. SWEMWBS waits for its measure pack.
    [[nodiscard]] bool canBeAsked() const;
};

/// The one table from a question's code to the field of the measure kind that holds its answer; empty when none does.
[[nodiscard]] QLatin1StringView measureField(QStringView instrument, QStringView item);
/// None for an unknown code.
[[nodiscard]] std::optional<Instrument> findInstrument(const CodeLists& lists, QStringView code);
[[nodiscard]] std::vector<Instrument> allInstruments(const CodeLists& lists);

/// The answer of a question: a number, or the state it is empty in.
[[nodiscard]] Whole itemAnswer(const Measure& measure, const MeasureItem& item);
/// The sum of all answers, or none: no part-scoring, no sum for an instrument that is not added (R92, 2.1, 2.3).
[[nodiscard]] std::optional<int> score(const Instrument& instrument, const Measure& measure);

/// A statistical label for workers and reports, never shown to the person (R92).
enum class LonelinessClass { NotLonely, Lonely };
[[nodiscard]] std::optional<LonelinessClass> lonelinessClass(int uclaScore, const ProgrammeRules& rules);
/// Scores of 8 and 9 at the start.
[[nodiscard]] bool isMostLonely(int uclaScore, const ProgrammeRules& rules);

enum class ChangeClass { Improved, Maintained, Deteriorated };
enum class Crossing { BecameNotLonely, StayedLonely, StayedNotLonely, BecameLonely };

/// From a complete start to a complete later score (R97).
struct ScoreChange
{
    int start = 0;
    int later = 0;
    int difference = 0; ///< later − start; −3 reads "3 lower than start"
    ChangeClass change = ChangeClass::Maintained;
    std::optional<Crossing> crossing; ///< UCLA only
};

/// None unless both are complete answers to this instrument.
[[nodiscard]] std::optional<ScoreChange> scoreChange(const Instrument& instrument, const Measure& start,
                                                     const Measure& later, const ProgrammeRules& rules);
/// Pairs the first complete start with the last complete measure of a point ("end", "follow-up"). Reviews are interim
/// and never stand in for either (R91).
[[nodiscard]] std::optional<ScoreChange> changeSinceStart(const Instrument& instrument,
                                                          std::span<const Measure> measures, QStringView point,
                                                          const ProgrammeRules& rules);

} // namespace doorstep::domain
