#include "domain/softchecks.h"

#include <algorithm>

namespace doorstep::domain {

namespace {

const QLatin1StringView kMinutes("minutes");
const QLatin1StringView kStartedAt("started_at");
const QLatin1StringView kTakenOn("taken_on");

bool isVisit(const Contact& contact)
{
    return contact.mode.is(Code{QStringLiteral("face-to-face")});
}

bool isAtPoint(const Measure& measure, const char* point)
{
    return measure.point.is(Code{QString::fromLatin1(point)});
}

/// A copy has all three; two calls without minutes on one day are nothing unusual.
bool isSameEntry(const Contact& a, const Contact& b)
{
    return a.mode == b.mode && a.minutes.has() && a.minutes == b.minutes && a.startedAt.has() && b.startedAt.has() &&
           a.startedAt.value().date() == b.startedAt.value().date();
}

void checkMinutes(std::vector<SoftCheck>& found, const Contact& contact, const ProgrammeRules& rules)
{
    const qint64 minutes = contact.minutes.valueOr(0);
    if (rules.longMinutes > 0 && minutes > rules.longMinutes)
        found.push_back({SoftWarning::VeryLong, kMinutes});
    else if (rules.outingMinutes > 0 && minutes > rules.outingMinutes)
        found.push_back({SoftWarning::AllDayOuting, kMinutes});
}

void checkDay(std::vector<SoftCheck>& found, const Contact& contact, std::span<const Contact> others,
              const ProgrammeRules& rules)
{
    int visits = isVisit(contact) ? 1 : 0;
    bool hasCopy = false;
    const QDate day = contact.startedAt.value().date();
    for (const Contact& other : others) {
        if (other.id == contact.id || !other.startedAt.has() || other.startedAt.value().date() != day)
            continue;
        visits += isVisit(other) ? 1 : 0;
        hasCopy |= isSameEntry(contact, other);
    }
    if (isVisit(contact) && rules.visitsADay > 0 && visits > rules.visitsADay)
        found.push_back({SoftWarning::SecondVisitOfDay, kStartedAt});
    if (hasCopy)
        found.push_back({SoftWarning::Duplicate, kMinutes});
}

} // namespace

std::vector<SoftCheck> checkContact(const Contact& contact, std::span<const Contact> others, const EpisodeDays& episode,
                                    const base::Timestamp& now, const ProgrammeRules& rules)
{
    std::vector<SoftCheck> found;
    checkMinutes(found, contact, rules);
    if (!contact.startedAt.has())
        return found;
    if (contact.startedAt.value() > now)
        found.push_back({SoftWarning::InFuture, kStartedAt});
    if (episode.ended && contact.startedAt.value().date() > *episode.ended)
        found.push_back({SoftWarning::AfterEnding, kStartedAt});
    checkDay(found, contact, others, rules);
    return found;
}

std::vector<SoftCheck> checkMeasure(const Measure& measure, std::span<const Measure> others, int contacts, QDate today,
                                    const ProgrammeRules& rules)
{
    std::vector<SoftCheck> found;
    if (measure.takenOn.has() && measure.takenOn.value() > today)
        found.push_back({SoftWarning::InFuture, kTakenOn});
    if (!isAtPoint(measure, "end"))
        return found;
    const auto hasStart = [&](auto compare) {
        return std::any_of(others.begin(), others.end(), [&](const Measure& other) {
            return other.instrument == measure.instrument && isAtPoint(other, "start") && other.takenOn.has() &&
                   measure.takenOn.has() && compare(measure.takenOn.value(), other.takenOn.value());
        });
    };
    if (hasStart([](QDate end, QDate start) { return end == start; }))
        found.push_back({SoftWarning::EndMeasureOnStartDay, kTakenOn});
    if (hasStart([](QDate end, QDate start) { return end < start; }))
        found.push_back({SoftWarning::EndBeforeStart, kTakenOn});
    if (contacts < rules.contactsBeforeEndMeasure)
        found.push_back({SoftWarning::EndMeasureTooEarly, QLatin1StringView("point")});
    return found;
}

std::vector<SoftCheck> checkEpisode(const Episode& episode, int contacts, const CodeLists& lists)
{
    std::vector<SoftCheck> found;
    const Day& begin = episode.startedOn.has() ? episode.startedOn : episode.referredOn;
    if (episode.endedOn.has() && begin.has() && episode.endedOn.value() < begin.value())
        found.push_back({SoftWarning::EndBeforeStart, QLatin1StringView("ended_on")});
    const CodeEntry* reason = lists.list(u"closure-reasons").find(episode.closureReason.valueOr(Code{}).text);
    if (reason && contacts == 0 && reason->extra.value(QLatin1StringView("expects_contact")).toBool())
        found.push_back({SoftWarning::PlannedEndUnseen, QLatin1StringView("closure_reason")});
    return found;
}

} // namespace doorstep::domain
