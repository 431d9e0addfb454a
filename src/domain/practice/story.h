#pragma once

#include "domain/kinds/journey.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/plannedvisit.h"
#include "domain/kinds/signpost.h"
#include "domain/practice/setting.h"

#include <deque>

namespace doorstep::domain::practice {

/// The UCLA answers of one asking, 1 to 3 each.
struct UclaAnswers
{
    int companionship, leftOut, isolated;
};

/// Writes one person's records, each linked to the person and the episode. References stay good until finish(),
/// which puts everything into the book. Days are counted back from today.
class Story
{
public:
    explicit Story(Setting& setting);

    Person person;
    Episode episode;

    Contact& visit(int daysAgo, QTime time, int minutes, const QString& location, const QString& note);
    Contact& call(int daysAgo, QTime time, int minutes, const QString& purpose, const QString& note);
    /// Neither a visit nor a call with the person: no answer, a message, a call about them.
    Contact& other(int daysAgo, QTime time, const QString& mode, int minutes);
    Journey& journey(int daysAgo, QTime time, const QString& mode, int minutes, const QString& to);
    Goal& goal(int daysAgo, const QString& wording, const QString& outcome);
    void progress(Goal& goal, int daysAgo, const QString& progress);
    Signpost& signpost(int daysAgo, const Organisation& place, const QString& method);
    void step(Signpost& signpost, int daysAgo, const QString& step, const QString& reason = {});
    Measure& ucla(const QString& point, int daysAgo, UclaAnswers answers);
    Measure& notAsked(const QString& point, int daysAgo, const QString& reason);
    Measure& ons4(const QString& point, int daysAgo, int satisfied, int worthwhile, int happy, int anxious);
    PlannedVisit& plan(int daysAhead, QTime time, const QString& mode, int minutes);

    void byVolunteer(Contact& contact) const;
    void finish();

private:
    Contact& contact(int daysAgo, QTime time, const QString& mode);
    Measure& measure(const QString& instrument, const QString& point, int daysAgo);

    Setting& m_setting;
    std::deque<Contact> m_contacts;
    std::deque<Journey> m_journeys;
    std::deque<Goal> m_goals;
    std::deque<GoalProgress> m_progress;
    std::deque<Signpost> m_signposts;
    std::deque<SignpostStep> m_steps;
    std::deque<Measure> m_measures;
    std::deque<PlannedVisit> m_plans;
};

} // namespace doorstep::domain::practice
