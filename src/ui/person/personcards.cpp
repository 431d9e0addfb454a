#include "domain/kinds/goal.h"
#include "domain/kinds/signpost.h"
#include "ui/core/tone.h"
#include "ui/core/words.h"
#include "ui/person/personrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace doorstep::ui {

using domain::Goal;
using domain::GoalProgress;
using domain::Signpost;
using domain::SignpostStep;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PersonCards)
};

/// Reads "level" of the progress list: 1 for none, 4 for achieved.
int levelOf(const CaseFile& file, const domain::Choice& progress)
{
    const domain::CodeEntry* entry =
        progress.has() ? file.lists().list(u"goal-progress").find(progress.value().text) : nullptr;
    return entry ? entry->extra.value(QLatin1StringView("level")).toInt() : 0;
}

QString onDay(const CaseFile& file, const domain::Day& day)
{
    return day.has() ? words::day(day.value(), file.today()) : QString();
}

template <class T>
void sortByDay(std::vector<T>& steps)
{
    std::stable_sort(steps.begin(), steps.end(),
                     [](const T& a, const T& b) { return a.on.valueOr({}) < b.on.valueOr({}); });
}

GoalCard cardOf(const CaseFile& file, const Goal& goal, std::vector<GoalProgress> said)
{
    GoalCard card;
    card.record = goal.id.text();
    card.heading = words::joined(
        {Say::tr("Goal %1").arg(goal.number.valueOr(1)), file.label(u"goal-outcomes", goal.outcome).toLower()});
    card.wording = goal.wording.has() ? Say::tr("“%1”").arg(goal.wording.value()) : Say::tr("No words for it yet");
    card.done = levelOf(file, goal.progress);
    card.progress = goal.progress.has()
                        ? words::joined({file.label(u"goal-progress", goal.progress), onDay(file, goal.progressOn)})
                        : Say::tr("Nothing said about it yet");
    card.setOn = goal.setOn.has() ? Say::tr("set %1").arg(onDay(file, goal.setOn)) : QString();
    sortByDay(said);
    for (auto it = said.rbegin(); it != said.rend(); ++it) {
        const QString words =
            it->wording.has() ? Say::tr("Earlier words: “%1”").arg(it->wording.value()) : it->note.valueOr({});
        card.history << words::joined({onDay(file, it->on), file.label(u"goal-progress", it->progress), words});
    }
    return card;
}

int toneOf(const CaseFile& file, const domain::Choice& step)
{
    const domain::CodeEntry* entry = step.has() ? file.lists().list(u"take-up-steps").find(step.value().text) : nullptr;
    const QString outcome = entry ? entry->text(QLatin1StringView("outcome")) : QString();
    if (outcome == QLatin1StringView("positive"))
        return Good;
    return outcome == QLatin1StringView("negative") ? Neutral : Attention;
}

SignpostCard cardOf(const CaseFile& file, const Signpost& signpost, std::vector<SignpostStep> steps)
{
    SignpostCard card;
    card.record = signpost.id.text();
    card.title = signpost.name.has() ? signpost.name.value() : file.organisationName(signpost.organisation);
    if (card.title.isEmpty())
        card.title = file.label(u"signpost-destinations", signpost.destination);
    card.subtitle =
        words::joined({file.label(u"signpost-destinations", signpost.destination),
                       file.label(u"signpost-methods", signpost.method).toLower(), onDay(file, signpost.madeOn)});
    card.state = signpost.step.has() ? file.label(u"take-up-steps", signpost.step) : Say::tr("Not asked yet");
    card.stateTone = toneOf(file, signpost.step);
    sortByDay(steps);
    for (const SignpostStep& step : steps)
        card.steps << words::joined({file.label(u"take-up-steps", step.step), onDay(file, step.on),
                                     file.label(u"not-taken-up-reasons", step.reason).toLower()});
    return card;
}

} // namespace

std::vector<GoalCard> goalCardsOf(const CaseFile& file)
{
    std::vector<Goal> goals = file.all<Goal>();
    std::stable_sort(goals.begin(), goals.end(),
                     [](const Goal& a, const Goal& b) { return a.number.valueOr(0) < b.number.valueOr(0); });
    const std::vector<GoalProgress> said = file.all<GoalProgress>();
    std::vector<GoalCard> cards;
    for (const Goal& goal : goals) {
        std::vector<GoalProgress> own;
        std::copy_if(said.begin(), said.end(), std::back_inserter(own),
                     [&](const GoalProgress& each) { return each.goal.is(goal.id); });
        cards.push_back(cardOf(file, goal, std::move(own)));
    }
    return cards;
}

std::vector<SignpostCard> signpostCardsOf(const CaseFile& file)
{
    std::vector<Signpost> signposts = file.all<Signpost>();
    std::stable_sort(signposts.begin(), signposts.end(),
                     [](const Signpost& a, const Signpost& b) { return a.madeOn.valueOr({}) > b.madeOn.valueOr({}); });
    const std::vector<SignpostStep> steps = file.all<SignpostStep>();
    std::vector<SignpostCard> cards;
    for (const Signpost& signpost : signposts) {
        std::vector<SignpostStep> own;
        std::copy_if(steps.begin(), steps.end(), std::back_inserter(own),
                     [&](const SignpostStep& each) { return each.signpost.is(signpost.id); });
        cards.push_back(cardOf(file, signpost, std::move(own)));
    }
    return cards;
}

} // namespace doorstep::ui
