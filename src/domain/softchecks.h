#pragma once

#include "domain/kinds/measure.h"
#include "domain/programmeclock.h"

namespace doorstep::domain {

/// Things worth a second look at entry. They never block saving (R40, R96, R123, R124).
enum class SoftWarning {
    AllDayOuting,         ///< over 4 hours
    VeryLong,             ///< over 12 hours; stands instead of AllDayOuting
    InFuture,             ///< a contact or measure of a time to come
    SecondVisitOfDay,     ///< more visits to this person on one day than usual
    Duplicate,            ///< same day, mode and minutes as another record of this person
    AfterEnding,          ///< support had ended: after-care (R109)
    EndBeforeStart,       ///< the episode or the end measure lies before its start
    EndMeasureOnStartDay, ///< an end score on the day of the start score
    EndMeasureTooEarly,   ///< an end score after fewer than two contacts
    PlannedEndUnseen,     ///< "came to the agreed end" with no contact recorded (R104)
};

struct SoftCheck
{
    SoftWarning warning;
    QLatin1StringView field; ///< the field to look at
    friend bool operator==(const SoftCheck&, const SoftCheck&) = default;
};

/// `others` are the person's other contacts of that day; the contact itself may be among them.
[[nodiscard]] std::vector<SoftCheck> checkContact(const Contact& contact, std::span<const Contact> others,
                                                  const EpisodeDays& episode, const base::Timestamp& now,
                                                  const ProgrammeRules& rules);
/// `others` are the person's other measures of the same episode, `contacts` the number of counted contacts so far.
[[nodiscard]] std::vector<SoftCheck> checkMeasure(const Measure& measure, std::span<const Measure> others, int contacts,
                                                  QDate today, const ProgrammeRules& rules);
/// `contacts` is the number of counted contacts of the episode.
[[nodiscard]] std::vector<SoftCheck> checkEpisode(const Episode& episode, int contacts, const CodeLists& lists);

} // namespace doorstep::domain
