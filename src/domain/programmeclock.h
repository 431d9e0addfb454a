#pragma once

#include "domain/kinds/episode.h"
#include "domain/programmerules.h"

namespace doorstep::domain {

/// The days of an episode that the programme's clock runs by.
struct EpisodeDays
{
    std::optional<QDate> referred, accepted, started, reviewHeld, ended;
    bool isAccepted = false; ///< assessment status "accepted", or an accepted or start day is known
    bool isRefused = false;  ///< declined or fell through
    bool isSilent = false;   ///< ended in a way after which nothing is prompted (R106)

    [[nodiscard]] static EpisodeDays of(const Episode& episode, const ProgrammeRules& rules);
};

/// The lists of the People page.
enum class Stage { New, Active, FollowUp, Ended };

/// Where an episode stands on one day (R70, R71, R79, R80). Weeks run from the start of support, or the acceptance or
/// the referral where there is none: days 0 to 7 are week 1, days 8 to 14 week 2, so that the last day of week 12 is
/// the end date. Never blocks anything.
class ProgrammeClock
{
public:
    /// `sessions` is the number of counted contacts; it matters only where the scheme counts sessions.
    ProgrammeClock(const EpisodeDays& days, const ProgrammeRules& rules, QDate today, int sessions = 0);

    /// The week or session; 0 when there is no day to count from. May pass of().
    [[nodiscard]] int number() const;
    [[nodiscard]] int of() const;
    [[nodiscard]] bool countsSessions() const;
    /// Filling of the progress bar, 0 to 100.
    [[nodiscard]] int percent() const;
    /// More weeks or sessions than the programme has, and not ended.
    [[nodiscard]] bool isOver() const;

    [[nodiscard]] std::optional<QDate> countedFrom() const;
    [[nodiscard]] std::optional<QDate> reviewDue() const;
    /// Last day of the last week; none where sessions are counted.
    [[nodiscard]] std::optional<QDate> endsOn() const;
    [[nodiscard]] std::optional<QDate> followUpDue() const;
    [[nodiscard]] bool isFollowUpOpen() const;
    /// FollowUp while the follow-up window is open and nobody has asked yet.
    [[nodiscard]] Stage stage(bool hasFollowUp) const;

private:
    [[nodiscard]] int daysSinceStart() const;

    EpisodeDays m_days;
    ProgrammeRules m_rules;
    QDate m_today;
    int m_sessions;
};

} // namespace doorstep::domain
