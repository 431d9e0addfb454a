#include "domain/practice/story.h"

namespace doorstep::domain::practice {

Story::Story(Setting& setting)
    : person(setting.book.make<Person>()), episode(setting.book.make<Episode>()), m_setting(setting)
{
    person.scheme = choice(setting.scheme);
    episode.person = person.id;
    episode.scheme = choice(setting.scheme);
    episode.connector = setting.connector;
}

Contact& Story::contact(int daysAgo, QTime time, const QString& mode)
{
    Contact& made = m_contacts.emplace_back(m_setting.book.make<Contact>());
    made.person = person.id;
    made.episode = episode.id;
    made.mode = choice(mode);
    made.direction = choice(QStringLiteral("out"));
    made.startedAt = m_setting.at(m_setting.daysAgo(daysAgo), time);
    made.worker = m_setting.connector;
    made.workerType = choice(QStringLiteral("connector"));
    made.enteredBy = m_setting.connector;
    made.enteredAt = m_setting.at(m_setting.daysAgo(daysAgo), time.addSecs(75 * 60));
    return made;
}

Contact& Story::visit(int daysAgo, QTime time, int minutes, const QString& location, const QString& note)
{
    Contact& made = contact(daysAgo, time, QStringLiteral("face-to-face"));
    made.minutes = minutes;
    made.location = choice(location);
    if (!note.isEmpty())
        made.note = note;
    return made;
}

Contact& Story::call(int daysAgo, QTime time, int minutes, const QString& purpose, const QString& note)
{
    Contact& made = contact(daysAgo, time, QStringLiteral("telephone"));
    made.minutes = minutes;
    made.purpose = choice(purpose);
    if (!note.isEmpty())
        made.note = note;
    return made;
}

Contact& Story::other(int daysAgo, QTime time, const QString& mode, int minutes)
{
    Contact& made = contact(daysAgo, time, mode);
    if (minutes > 0)
        made.minutes = minutes;
    return made;
}

void Story::byVolunteer(Contact& contact) const
{
    contact.worker = m_setting.volunteer;
    contact.workerType = choice(QStringLiteral("volunteer"));
    contact.enteredBy = m_setting.volunteer;
}

Journey& Story::journey(int daysAgo, QTime time, const QString& mode, int minutes, const QString& to)
{
    Journey& made = m_journeys.emplace_back(m_setting.book.make<Journey>());
    made.person = person.id;
    made.startedAt = m_setting.at(m_setting.daysAgo(daysAgo), time);
    made.fromKind = choice(QStringLiteral("home"));
    made.toKind = choice(to);
    made.mode = choice(mode);
    made.purpose = choice(QStringLiteral("community-activity"));
    made.minutes = minutes;
    made.worker = m_setting.connector;
    return made;
}

Goal& Story::goal(int daysAgo, const QString& wording, const QString& outcome)
{
    Goal& made = m_goals.emplace_back(m_setting.book.make<Goal>());
    made.person = person.id;
    made.episode = episode.id;
    made.number = static_cast<qint64>(m_goals.size());
    made.wording = wording;
    made.outcome = choice(outcome);
    made.setOn = m_setting.daysAgo(daysAgo);
    made.worker = m_setting.connector;
    return made;
}

void Story::progress(Goal& goal, int daysAgo, const QString& progress)
{
    GoalProgress& made = m_progress.emplace_back(m_setting.book.make<GoalProgress>());
    made.person = person.id;
    made.goal = goal.id;
    made.on = m_setting.daysAgo(daysAgo);
    made.progress = choice(progress);
    made.worker = m_setting.connector;
    goal.progress = choice(progress);
    goal.progressOn = made.on;
}

Signpost& Story::signpost(int daysAgo, const Organisation& place, const QString& method)
{
    Signpost& made = m_signposts.emplace_back(m_setting.book.make<Signpost>());
    made.person = person.id;
    made.episode = episode.id;
    made.madeOn = m_setting.daysAgo(daysAgo);
    made.organisation = place.id;
    made.name = place.name;
    made.destination = place.destination;
    made.method = choice(method);
    made.worker = m_setting.connector;
    step(made, daysAgo, QStringLiteral("told"));
    return made;
}

void Story::step(Signpost& signpost, int daysAgo, const QString& step, const QString& reason)
{
    SignpostStep& made = m_steps.emplace_back(m_setting.book.make<SignpostStep>());
    made.person = person.id;
    made.signpost = signpost.id;
    made.step = choice(step);
    made.on = m_setting.daysAgo(daysAgo);
    made.worker = m_setting.connector;
    signpost.step = made.step;
    signpost.stepOn = made.on;
    if (!reason.isEmpty()) {
        made.reason = choice(reason);
        signpost.notTakenUpReason = made.reason;
    }
}

Measure& Story::measure(const QString& instrument, const QString& point, int daysAgo)
{
    Measure& made = m_measures.emplace_back(m_setting.book.make<Measure>());
    made.person = person.id;
    made.episode = episode.id;
    made.instrument = choice(instrument);
    made.point = choice(point);
    made.takenOn = m_setting.daysAgo(daysAgo);
    made.worker = m_setting.connector;
    return made;
}

Measure& Story::ucla(const QString& point, int daysAgo, UclaAnswers answers)
{
    Measure& made = measure(QStringLiteral("ucla-3"), point, daysAgo);
    made.way = choice(QStringLiteral("self-on-device"));
    made.companionship = answers.companionship;
    made.leftOut = answers.leftOut;
    made.isolated = answers.isolated;
    made.score = static_cast<double>(answers.companionship + answers.leftOut + answers.isolated);
    return made;
}

Measure& Story::notAsked(const QString& point, int daysAgo, const QString& reason)
{
    Measure& made = measure(QStringLiteral("ucla-3"), point, daysAgo);
    made.notAskedReason = choice(reason);
    return made;
}

Measure& Story::ons4(const QString& point, int daysAgo, int satisfied, int worthwhile, int happy, int anxious)
{
    Measure& made = measure(QStringLiteral("ons-4"), point, daysAgo);
    made.way = choice(QStringLiteral("self-on-device"));
    made.satisfied = satisfied;
    made.worthwhile = worthwhile;
    made.happy = happy;
    made.anxious = anxious;
    return made;
}

PlannedVisit& Story::plan(int daysAhead, QTime time, const QString& mode, int minutes)
{
    PlannedVisit& made = m_plans.emplace_back(m_setting.book.make<PlannedVisit>());
    made.person = person.id;
    made.worker = m_setting.connector;
    made.mode = choice(mode);
    made.startsAt = m_setting.at(m_setting.daysAgo(-daysAhead), time);
    made.minutes = minutes;
    made.state = choice(QStringLiteral("planned"));
    return made;
}

void Story::finish()
{
    Book& book = m_setting.book;
    book.add(person);
    book.add(episode);
    const auto addAll = [&](const auto& records) {
        for (const auto& record : records)
            book.add(record);
    };
    addAll(m_goals);
    addAll(m_contacts);
    addAll(m_journeys);
    addAll(m_progress);
    addAll(m_signposts);
    addAll(m_steps);
    addAll(m_measures);
    addAll(m_plans);
}

} // namespace doorstep::domain::practice
