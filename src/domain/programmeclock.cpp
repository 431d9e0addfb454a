#include "domain/programmeclock.h"

#include <algorithm>

namespace doorstep::domain {

namespace {

std::optional<QDate> dayOf(const Day& answer)
{
    return answer.has() ? std::optional(answer.value()) : std::nullopt;
}

constexpr int kDaysAWeek = 7;

} // namespace

EpisodeDays EpisodeDays::of(const Episode& episode, const ProgrammeRules& rules)
{
    EpisodeDays days;
    days.referred = dayOf(episode.referredOn);
    days.accepted = dayOf(episode.acceptedOn);
    days.started = dayOf(episode.startedOn);
    days.reviewHeld = dayOf(episode.reviewHeldOn);
    days.ended = dayOf(episode.endedOn);
    const QString status = episode.assessmentStatus.valueOr(Code{}).text;
    days.isAccepted = status == QLatin1StringView("accepted-for-support") || days.accepted || days.started;
    days.isRefused = status == QLatin1StringView("declined") || status == QLatin1StringView("failed-referral");
    days.isSilent = rules.silencingClosures.contains(episode.closureReason.valueOr(Code{}).text);
    return days;
}

ProgrammeClock::ProgrammeClock(const EpisodeDays& days, const ProgrammeRules& rules, QDate today, int sessions)
    : m_days(days), m_rules(rules), m_today(today), m_sessions(sessions)
{
}

std::optional<QDate> ProgrammeClock::countedFrom() const
{
    if (m_days.started)
        return m_days.started;
    return m_days.accepted ? m_days.accepted : m_days.referred;
}

int ProgrammeClock::daysSinceStart() const
{
    const QDate until = m_days.ended ? std::min(*m_days.ended, m_today) : m_today;
    return std::max(0, static_cast<int>(countedFrom()->daysTo(until)));
}

int ProgrammeClock::number() const
{
    if (m_rules.countsSessions)
        return m_sessions;
    if (!countedFrom())
        return 0;
    return std::max(1, (daysSinceStart() + kDaysAWeek - 1) / kDaysAWeek);
}

int ProgrammeClock::of() const
{
    return m_rules.countsSessions ? m_rules.sessions : m_rules.weeks;
}

bool ProgrammeClock::countsSessions() const
{
    return m_rules.countsSessions;
}

int ProgrammeClock::percent() const
{
    if (of() <= 0 || number() == 0)
        return 0;
    const int part = m_rules.countsSessions ? 100 * m_sessions / of() : 100 * daysSinceStart() / (of() * kDaysAWeek);
    return std::clamp(part, 0, 100);
}

bool ProgrammeClock::isOver() const
{
    return !m_days.ended && of() > 0 && number() > of();
}

std::optional<QDate> ProgrammeClock::reviewDue() const
{
    if (!countedFrom() || m_rules.reviewWeeks == 0)
        return std::nullopt;
    return countedFrom()->addDays(m_rules.reviewWeeks * kDaysAWeek);
}

std::optional<QDate> ProgrammeClock::endsOn() const
{
    if (!countedFrom() || m_rules.countsSessions || m_rules.weeks == 0)
        return std::nullopt;
    return countedFrom()->addDays(m_rules.weeks * kDaysAWeek);
}

std::optional<QDate> ProgrammeClock::followUpDue() const
{
    // Somebody who died, or whom the service never supported, is not asked how it went.
    if (!m_days.ended || m_rules.followUpMonths == 0 || m_days.isSilent || m_days.isRefused || !m_days.isAccepted)
        return std::nullopt;
    return m_days.ended->addMonths(m_rules.followUpMonths);
}

bool ProgrammeClock::isFollowUpOpen() const
{
    const auto due = followUpDue();
    return due && m_today >= due->addDays(-m_rules.followUpWeeksBefore * kDaysAWeek) &&
           m_today <= due->addDays(m_rules.followUpWeeksAfter * kDaysAWeek);
}

Stage ProgrammeClock::stage(bool hasFollowUp) const
{
    if (m_days.ended)
        return isFollowUpOpen() && !hasFollowUp ? Stage::FollowUp : Stage::Ended;
    if (m_days.isRefused)
        return Stage::Ended;
    return m_days.isAccepted ? Stage::Active : Stage::New;
}

} // namespace doorstep::domain
