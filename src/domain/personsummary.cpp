#include "domain/personsummary.h"

#include "domain/kinds/measure.h"
#include "domain/kinds/plannedvisit.h"

#include <algorithm>

namespace doorstep::domain {

namespace {

/// The calls and visits; a day in the record's own offset.
void addContact(PersonSummary& summary, const Contact& contact, const ProgrammeRules& rules)
{
    const QString mode = contact.mode.valueOr(Code{}).text;
    if (!rules.countedModes.contains(mode))
        return;
    ++summary.contacts;
    if (mode == QLatin1StringView("face-to-face"))
        ++summary.faceToFace;
    if (!contact.startedAt.has())
        return;
    const QDate day = contact.startedAt.value().date();
    summary.firstContact = summary.firstContact ? std::min(*summary.firstContact, day) : day;
    summary.lastContact = summary.lastContact ? std::max(*summary.lastContact, day) : day;
}

void addMeasure(PersonSummary& summary, const Measure& measure)
{
    // Only the core measure is due; the others are an offer.
    if (!measure.instrument.is(Code{QStringLiteral("ucla-3")}))
        return;
    const bool isSettled = measure.score.has() || measure.notAskedReason.has();
    const QString point = measure.point.valueOr(Code{}).text;
    summary.hasStartMeasure |= isSettled && point == QLatin1StringView("start");
    summary.hasEndMeasure |= isSettled && point == QLatin1StringView("end");
    summary.hasFollowUp |= isSettled && point == QLatin1StringView("follow-up");
}

void addGoal(PersonSummary& summary, const Goal& goal)
{
    ++summary.goals;
    if (!goal.setOn.has())
        return;
    const QDate day = goal.setOn.value();
    summary.goalsSetOn = summary.goalsSetOn ? std::min(*summary.goalsSetOn, day) : day;
}

void addSignpost(PersonSummary& summary, const Signpost& signpost, const ProgrammeRules& rules)
{
    const Day& last = signpost.stepOn.has() ? signpost.stepOn : signpost.madeOn;
    const bool isOpen = !signpost.step.has() || rules.openSteps.contains(signpost.step.value().text);
    if (isOpen && last.has())
        summary.openSignposts.push_back({signpost.id, signpost.name.valueOr({}), last.value()});
}

void addPlan(PersonSummary& summary, const PlannedVisit& plan, const base::Timestamp& now)
{
    const bool isOpen = !plan.state.has() || plan.state.is(Code{QStringLiteral("planned")});
    if (!isOpen || !plan.startsAt.has() || plan.startsAt.value() < now)
        return;
    const base::Timestamp when = plan.startsAt.value();
    summary.nextVisit = summary.nextVisit ? std::min(*summary.nextVisit, when) : when;
}

void addRecord(PersonSummary& summary, const Record& record, const ProgrammeRules& rules, const base::Timestamp& now)
{
    const auto is = [&](const KindSpec& kind) { return record.kind == &kind; };
    if (is(kindOf<Contact>()))
        addContact(summary, fromRecord<Contact>(record), rules);
    else if (is(kindOf<Measure>()))
        addMeasure(summary, fromRecord<Measure>(record));
    else if (is(kindOf<Goal>()))
        addGoal(summary, fromRecord<Goal>(record));
    else if (is(kindOf<Signpost>()))
        addSignpost(summary, fromRecord<Signpost>(record), rules);
    else if (is(kindOf<PlannedVisit>()))
        addPlan(summary, fromRecord<PlannedVisit>(record), now);
}

} // namespace

QString displayName(const Person& person)
{
    const QString given = person.knownAs.has() ? person.knownAs.value() : person.givenName.valueOr({});
    return QStringLiteral("%1 %2").arg(given, person.familyName.valueOr({})).trimmed();
}

const Record* latestEpisode(std::span<const Record> ofPerson)
{
    const Record* latest = nullptr;
    const auto referredOn = [](const Record& episode) {
        const QDate* day = std::get_if<QDate>(&episode.value(u"referred_on"));
        return day ? *day : QDate();
    };
    for (const Record& record : ofPerson) {
        if (record.kind != &kindOf<Episode>() || record.isDeleted())
            continue;
        if (!latest || std::pair(referredOn(*latest), latest->id) < std::pair(referredOn(record), record.id))
            latest = &record;
    }
    return latest;
}

bool isOfEpisode(const Record& record, const Record* episode)
{
    const QUuid* owner = std::get_if<QUuid>(&record.value(u"episode"));
    return !owner || (episode && *owner == episode->id.uuid());
}

PersonSummary summarise(std::span<const Record> ofPerson, const ProgrammeRules& rules, const base::Timestamp& now)
{
    PersonSummary summary;
    const Record* episode = latestEpisode(ofPerson);
    if (episode) {
        const auto typed = fromRecord<Episode>(*episode);
        summary.episode = typed.id;
        summary.days = EpisodeDays::of(typed, rules);
    }
    for (const Record& record : ofPerson) {
        if (record.isDeleted())
            continue;
        if (record.kind == &kindOf<Person>()) {
            const auto person = fromRecord<Person>(record);
            summary.person = person.id;
            summary.name = displayName(person);
        } else if (isOfEpisode(record, episode)) {
            addRecord(summary, record, rules, now);
        }
    }
    return summary;
}

} // namespace doorstep::domain
