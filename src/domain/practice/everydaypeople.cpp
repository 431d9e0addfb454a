#include "domain/practice/names.h"
#include "domain/practice/people.h"

#include <array>

namespace doorstep::domain::practice {

namespace {

/// A contact a week or so from `firstAgo` to `lastAgo`, visits and calls in turn.
void meet(Setting& setting, Story& story, int firstAgo, int lastAgo)
{
    Dice& dice = setting.dice;
    bool isVisit = true;
    for (int ago = firstAgo; ago >= lastAgo; ago -= dice.between(5, 8)) {
        if (isVisit)
            story.visit(ago, drawTime(dice), drawMinutes(dice, true), drawLocation(dice), visitNote(dice));
        else
            story.call(ago, drawTime(dice), drawMinutes(dice, false), QStringLiteral("checking-in"), callNote(dice));
        isVisit = !isVisit;
    }
}

/// Active and looked after: nothing of theirs is due this week.
void tellActive(Setting& setting, int startedAgo, bool hasScore)
{
    Story story(setting);
    drawPerson(setting, story);
    drawReferral(setting, story, startedAgo + 6);
    accept(setting, story, startedAgo + 3);
    story.episode.startedOn = setting.daysAgo(startedAgo);
    if (startedAgo > 42)
        story.episode.reviewHeldOn = setting.daysAgo(startedAgo - 41);
    meet(setting, story, startedAgo, 4);
    story.call(3, QTime(15, 15), 10, QStringLiteral("checking-in"), callNote(setting.dice));
    if (hasScore)
        story.ucla(QStringLiteral("start"), startedAgo, answersOf(drawStartScore(setting.dice)));
    else
        story.notAsked(QStringLiteral("start"), startedAgo, QStringLiteral("too-unwell"));
    drawGoal(setting, story, startedAgo, 3);
    if (startedAgo > 20)
        story.step(story.signpost(startedAgo - 8, setting.dice.pick(setting.places), QStringLiteral("leaflet")),
                   startedAgo - 15, QStringLiteral("attended-once"));
    story.finish();
}

void tellNew(Setting& setting, int referredAgo)
{
    Story story(setting);
    drawPerson(setting, story);
    drawReferral(setting, story, referredAgo);
    story.finish();
}

/// Support that lasted `weeks` and ended, for a drawn reason unless one is given; scores only for those who have both.
void tellEnded(Setting& setting, int endedAgo, int weeks, bool hasScores, const QString& reason = {})
{
    Story story(setting);
    drawPerson(setting, story);
    const int startedAgo = endedAgo + 7 * weeks;
    drawReferral(setting, story, startedAgo + 9);
    accept(setting, story, startedAgo + 4);
    story.episode.startedOn = setting.daysAgo(startedAgo);
    drawEnding(setting, story, endedAgo, reason);
    story.visit(startedAgo, drawTime(setting.dice), 60, drawLocation(setting.dice), visitNote(setting.dice));
    story.call(endedAgo, drawTime(setting.dice), 15, QStringLiteral("checking-in"), callNote(setting.dice));
    if (hasScores) {
        const int start = drawStartScore(setting.dice);
        story.ucla(QStringLiteral("start"), startedAgo, answersOf(start));
        story.ucla(QStringLiteral("end"), endedAgo, answersOf(drawLaterScore(setting.dice, start)));
        drawGoal(setting, story, startedAgo, endedAgo);
    }
    if (setting.dice.chance(35))
        drawSignpost(setting, story, startedAgo - 7, endedAgo);
    story.finish();
}

} // namespace

void makeEverydayPeople(Setting& setting)
{
    // Nobody here starts 35 to 42 days ago: a review would be due this week.
    constexpr std::array kStarted{9, 16, 23, 30, 50, 57, 64, 71};
    for (size_t i = 0; i < kStarted.size(); ++i)
        tellActive(setting, kStarted.at(i), i % 2 == 0);
    tellNew(setting, 2);
    tellNew(setting, 5);
    // In follow-up: the three months are over in nine days or more, the window is open already.
    const int threeMonths = static_cast<int>(setting.today.addMonths(-3).daysTo(setting.today));
    for (int i = 0; i < 5; ++i)
        tellEnded(setting, threeMonths - 9 - 2 * i, 10, i < 3, QStringLiteral("end-of-agreed-service-provision"));
    // Ended lately: the follow-up is far off. Ended long ago: its window has closed.
    constexpr int kEndedLately = 12;
    constexpr int kEndedLongAgo = 29;
    for (int i = 0; i < kEndedLately; ++i)
        tellEnded(setting, 4 + 5 * i, setting.dice.between(5, 13), i < 9);
    for (int i = 0; i < kEndedLongAgo; ++i)
        tellEnded(setting, 125 + 11 * i, setting.dice.between(2, 14), i % 3 == 0);
}

} // namespace doorstep::domain::practice
