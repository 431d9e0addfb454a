#include "domain/practice/people.h"

#include "domain/practice/names.h"

#include <algorithm>
#include <array>

namespace doorstep::domain::practice {

namespace {

constexpr std::array kEthnicities{
    Weighted{"white-british", 780},    Weighted{"white-irish", 60},       Weighted{"white-scottish", 25},
    Weighted{"white-welsh", 15},       Weighted{"white-other", 25},       Weighted{"black-african", 12},
    Weighted{"black-caribbean", 18},   Weighted{"asian-indian", 14},      Weighted{"asian-pakistani", 14},
    Weighted{"asian-chinese", 3},      Weighted{"mixed-background", 8},   Weighted{"arab", 2},
    Weighted{"other-ethnic-group", 6}, Weighted{"prefer-not-to-say", 18},
};
constexpr std::array kHouseholds{
    Weighted{"lives-alone", 64},         Weighted{"with-family-or-friends", 12}, Weighted{"with-spouse-or-partner", 13},
    Weighted{"nursing-or-care-home", 1}, Weighted{"sheltered-accommodation", 7}, Weighted{"other", 3},
};
constexpr std::array kDecades{
    Weighted{"2", 4},  Weighted{"3", 6},  Weighted{"4", 9},  Weighted{"5", 14},
    Weighted{"6", 16}, Weighted{"7", 21}, Weighted{"8", 23}, Weighted{"9", 7},
};
constexpr std::array kSources{
    Weighted{"self-referral", 32},
    Weighted{"nhs-community-health", 7},
    Weighted{"nhs-gp", 6},
    Weighted{"nhs-hospital", 5},
    Weighted{"nhs-mental-health", 4},
    Weighted{"local-authority-social-care", 8},
    Weighted{"local-authority-housing", 4},
    Weighted{"local-authority-wellbeing", 4},
    Weighted{"local-authority-single-point-of-access", 3},
    Weighted{"third-sector-age-specific", 4},
    Weighted{"third-sector-mental-health-condition", 3},
    Weighted{"third-sector-advice-and-advocacy", 2},
    Weighted{"british-red-cross", 7},
    Weighted{"family-and-friends", 6},
    Weighted{"private-sector-other", 1},
    Weighted{"other", 2},
    Weighted{"unknown", 2},
};
constexpr std::array kClosures{
    Weighted{"service-user-choice", 33},  Weighted{"end-of-agreed-service-provision", 33}, Weighted{"other-reason", 22},
    Weighted{"went-into-hospital", 3},    Weighted{"service-user-need-intensified", 4},    Weighted{"lost-contact", 3},
    Weighted{"death-of-service-user", 2},
};
constexpr std::array kLocations{
    Weighted{"service-users-home", 68},
    Weighted{"community-venue", 8},
    Weighted{"community-activity", 5},
    Weighted{"cafe-pub-restaurant", 7},
    Weighted{"library", 2},
    Weighted{"health-appointment", 2},
    Weighted{"shopping", 2},
    Weighted{"social-visit", 1},
    Weighted{"personal-affairs-appointment", 1},
    Weighted{"gym-leisure-centre", 1},
    Weighted{"brc-office", 1},
    Weighted{"other-outside-home", 2},
};
constexpr std::array kOutcomes{
    Weighted{"improved-social-networks-and-friendships", 45},
    Weighted{"improved-awareness-of-and-access-to-further-services", 20},
    Weighted{"improved-ability-to-manage-day-to-day-activities", 12},
    Weighted{"making-meaningful-friends", 10},
    Weighted{"improved-ability-to-manage-paperwork-and-finances", 5},
    Weighted{"feeling-more-safe-and-secure", 4},
    Weighted{"increased-satisfaction-with-home-environment", 2},
    Weighted{"improved-ability-to-cope-in-caring-role", 2},
};

/// Nobody answered: most were never asked.
Empty drawEmpty(Dice& dice)
{
    const int fallen = dice.between(1, 10);
    if (fallen <= 5)
        return Empty::Blank;
    return fallen <= 9 ? Empty::NotAsked : Empty::NotKnown;
}

Choice drawChoice(Dice& dice, int missingPercent, std::span<const Weighted> choices)
{
    if (dice.chance(missingPercent))
        return drawEmpty(dice);
    return choice(dice.weighted(choices));
}

void drawContactWays(Setting& setting, Person& person)
{
    Dice& dice = setting.dice;
    person.address = streetAddress(dice);
    person.postcode = postcode(dice, setting.area);
    person.phone = phoneNumber(dice, setting.area);
    if (dice.chance(20))
        person.communicationNeeds = Codes{{dice.chance(50) ? QStringLiteral("hearing") : QStringLiteral("sight")}};
    if (dice.chance(25))
        person.accessNeeds = Codes{{QStringLiteral("mobility-aid")}};
    if (dice.chance(40))
        person.matters = whatMatters(dice);
}

} // namespace

void drawPerson(Setting& setting, Story& story)
{
    Dice& dice = setting.dice;
    Person& person = story.person;
    const bool isWoman = dice.chance(65);
    person.givenName = isWoman ? womansName(dice) : mansName(dice);
    person.familyName = familyName(dice);
    if (dice.chance(24))
        person.gender = drawEmpty(dice);
    else
        person.gender = choice(isWoman ? QStringLiteral("female") : QStringLiteral("male"));
    const int age = 10 * dice.weighted(kDecades).toInt() + dice.between(0, 9);
    if (dice.chance(31))
        person.dateOfBirth = drawEmpty(dice);
    else
        person.dateOfBirth = setting.today.addYears(-std::max(18, age)).addDays(-dice.between(1, 364));
    person.ethnicity = drawChoice(dice, 44, kEthnicities);
    person.livingArrangements = drawChoice(dice, 43, kHouseholds);
    person.language = choice(QStringLiteral("english"));
    person.visitRisk = choice(dice.chance(85) ? QStringLiteral("no-known-risk") : QStringLiteral("take-care"));
    drawContactWays(setting, person);
    drawTriggers(setting, story);
}

void drawTriggers(Setting& setting, Story& story)
{
    Dice& dice = setting.dice;
    if (!dice.chance(67))
        return;
    Person& person = story.person;
    person.triggerYoungParent = dice.chance(1);
    person.triggerBereaved = dice.chance(12);
    person.triggerSeparated = dice.chance(5);
    person.triggerWithoutChildren = dice.chance(18);
    person.triggerHealth = dice.chance(52);
    // Nearly half of those with health issues also find it hard to get about.
    person.triggerMobility = dice.chance(person.triggerHealth.is(true) ? 46 : 15);
    person.triggersAskedOn = setting.daysAgo(1);
}

void drawReferral(Setting& setting, Story& story, int referredAgo)
{
    story.episode.referredOn = setting.daysAgo(referredAgo);
    story.episode.referralSource = choice(setting.dice.weighted(kSources));
    story.episode.assessmentStatus = choice(QStringLiteral("pending"));
    if (story.person.triggersAskedOn.has())
        story.person.triggersAskedOn = setting.daysAgo(std::max(0, referredAgo - 1));
}

void accept(Setting& setting, Story& story, int acceptedAgo)
{
    story.episode.assessmentStatus = choice(QStringLiteral("accepted-for-support"));
    story.episode.assessedOn = setting.daysAgo(acceptedAgo);
    story.episode.acceptedOn = setting.daysAgo(acceptedAgo);
}

void drawEnding(Setting& setting, Story& story, int endedAgo, const QString& reason)
{
    story.episode.endedOn = setting.daysAgo(endedAgo);
    story.episode.closureReason = choice(reason.isEmpty() ? setting.dice.weighted(kClosures) : reason);
    if (story.episode.closureReason.is(Code{QStringLiteral("other-reason")}))
        story.episode.closureNote = QStringLiteral("Moved to live near the family.");
}

QString drawLocation(Dice& dice)
{
    return dice.weighted(kLocations);
}

QTime drawTime(Dice& dice)
{
    return QTime(dice.between(9, 16), 15 * dice.between(0, 3));
}

int drawMinutes(Dice& dice, bool isVisit)
{
    constexpr std::array kVisit{30, 45, 60, 60, 60, 75, 90, 120};
    constexpr std::array kCall{5, 5, 10, 10, 15, 20, 30};
    return isVisit ? dice.pick(kVisit) : dice.pick(kCall);
}

int drawStartScore(Dice& dice)
{
    constexpr std::array kScores{3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9};
    return dice.pick(kScores);
}

int drawLaterScore(Dice& dice, int start)
{
    const int fallen = dice.between(1, 100);
    if (fallen <= 69)
        return std::max(3, start - dice.between(1, 3));
    return fallen <= 89 ? start : std::min(9, start + 1);
}

UclaAnswers answersOf(int score)
{
    return UclaAnswers{(score + 2) / 3, (score + 1) / 3, score / 3};
}

void drawSignpost(Setting& setting, Story& story, int madeAgo, int endAgo)
{
    Dice& dice = setting.dice;
    constexpr std::array kMethods{Weighted{"told", 40}, Weighted{"leaflet", 20}, Weighted{"introduced-by-phone", 15},
                                  Weighted{"taken-along", 15}, Weighted{"formal-referral", 10}};
    Signpost& signpost = story.signpost(madeAgo, dice.pick(setting.places), dice.weighted(kMethods));
    const int laterAgo = std::max(endAgo, madeAgo - dice.between(5, 12));
    switch (dice.between(1, 5)) {
    case 1:
        story.step(signpost, laterAgo, QStringLiteral("attended-once"));
        break;
    case 2:
        story.step(signpost, laterAgo, QStringLiteral("attended-once"));
        story.step(signpost, std::max(endAgo, laterAgo - 7), QStringLiteral("attending"));
        break;
    case 3:
        story.step(signpost, laterAgo, QStringLiteral("did-not-work-out"), QStringLiteral("transport"));
        break;
    case 4:
        story.step(signpost, laterAgo, QStringLiteral("declined"), QStringLiteral("confidence"));
        break;
    default:
        // Nobody asked again: the published programme's commonest case.
        break;
    }
}

void drawGoal(Setting& setting, Story& story, int setAgo, int lastAgo)
{
    Dice& dice = setting.dice;
    Goal& goal = story.goal(setAgo, goalWording(dice), dice.weighted(kOutcomes));
    constexpr std::array kProgress{Weighted{"achieved", 35}, Weighted{"a-lot-of-progress", 25},
                                   Weighted{"some-progress", 28}, Weighted{"no-progress", 12}};
    if (setAgo > lastAgo && dice.chance(70))
        story.progress(goal, lastAgo, dice.weighted(kProgress));
}

} // namespace doorstep::domain::practice
