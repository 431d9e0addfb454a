#include "domain/practice/names.h"
#include "domain/practice/story.h"

#include <QLocale>

namespace doorstep::domain::practice {

namespace {

const QString kHome = QStringLiteral("service-users-home");

/// Everything answered; each story takes away what its person has not been asked.
void describe(Setting& setting, Story& story, const QString& given, const QString& family, bool isWoman, int age)
{
    Person& person = story.person;
    person.givenName = given;
    person.familyName = family;
    person.dateOfBirth = setting.today.addYears(-age).addDays(-100);
    person.gender = choice(isWoman ? QStringLiteral("female") : QStringLiteral("male"));
    person.ethnicity = choice(QStringLiteral("white-irish"));
    person.livingArrangements = choice(QStringLiteral("lives-alone"));
    person.language = choice(QStringLiteral("english"));
    person.contactPreference = choice(QStringLiteral("phone"));
    person.postcode = postcode(setting.dice, setting.area);
    person.triggerYoungParent = false;
    person.triggerBereaved = false;
    person.triggerSeparated = false;
    person.triggerWithoutChildren = false;
    person.triggerHealth = false;
    person.triggerMobility = false;
    person.visitRisk = choice(QStringLiteral("no-known-risk"));
}

void refer(Setting& setting, Story& story, const QString& source, int referredAgo, int acceptedAgo)
{
    story.episode.referredOn = setting.daysAgo(referredAgo);
    story.episode.referralSource = choice(source);
    story.episode.assessmentStatus = choice(QStringLiteral("accepted-for-support"));
    story.episode.assessedOn = setting.daysAgo(acceptedAgo);
    story.episode.acceptedOn = setting.daysAgo(acceptedAgo);
}

void describeMargaret(Setting& setting, Story& story)
{
    describe(setting, story, QStringLiteral("Margaret"), QStringLiteral("Ellis"), true, 78);
    story.person.ethnicity = Empty::NotAsked;
    story.person.address = QStringLiteral("6 Linen Court");
    story.person.phone = landline(setting.area, 118);
    story.person.triggerBereaved = true;
    story.person.bereavedOn = setting.today.addMonths(-14);
    story.person.triggerMobility = true;
    story.person.triggersAskedOn = setting.daysAgo(21);
    story.person.accessNeeds = Codes{{QStringLiteral("mobility-aid"), QStringLiteral("step-free")}};
    story.person.accessNote = QStringLiteral("Ring twice; it takes her a minute to reach the door.");
    story.person.matters = QStringLiteral("To get out among people again, at my own pace.");
    story.person.interests = QStringLiteral("Bowls, crosswords, the papers");
    refer(setting, story, QStringLiteral("nhs-gp"), 33, 30);
    story.episode.startedOn = setting.daysAgo(28);
    story.episode.volunteer = setting.volunteer;
}

/// This morning: the visit, what came of it, and the plan that it answers.
void tellMargaretsMorning(Setting& setting, Story& story, Goal& first)
{
    PlannedVisit& plan = story.plan(0, QTime(10, 0), QStringLiteral("face-to-face"), 90);
    plan.location = choice(kHome);
    if (!setting.morningDone) {
        story.signpost(7, setting.places.front(), QStringLiteral("told")).goal = first.id;
        return;
    }
    Contact& visit = story.visit(0, QTime(10, 2), 75, kHome,
                                 QStringLiteral("Talked about the bowls club; she will try Thursday’s session if "
                                                "somebody walks in with her."));
    visit.goals = Codes{{first.id.text()}};
    visit.pointed = true;
    visit.travelled = false;
    visit.phoned = false;
    plan.state = choice(QStringLiteral("done"));
    plan.contact = visit.id;
    story.progress(first, 0, QStringLiteral("some-progress"));
    Signpost& bowls = story.signpost(0, setting.places.front(), QStringLiteral("told"));
    bowls.contact = visit.id;
    bowls.goal = first.id;
    bowls.gettingThere = choice(QStringLiteral("with-volunteer"));
    story.step(bowls, 0, QStringLiteral("in-touch"));
    story.step(bowls, -2, QStringLiteral("going-to-go"));
}

void tellMargaret(Setting& setting)
{
    Story story(setting);
    describeMargaret(setting, story);
    Goal& first = story.goal(21, QStringLiteral("Get out of the house once a week, not just to the doctor."),
                             QStringLiteral("improved-social-networks-and-friendships"));
    Goal& second = story.goal(21, QStringLiteral("Sort the stair rail with the council."),
                              QStringLiteral("improved-ability-to-manage-day-to-day-activities"));
    story.call(28, QTime(11, 30), 15, QStringLiteral("first-contact"), QStringLiteral("Would like a visit next week."));
    story.visit(21, QTime(10, 0), 60, kHome, QStringLiteral("First visit. Agreed two goals."));
    story.ucla(QStringLiteral("start"), 21, {3, 3, 2});
    story.ons4(QStringLiteral("start"), 21, 4, 5, 4, 6);
    const QString day = QLocale(QLocale::English).dayName(setting.today.dayOfWeek());
    story.call(12, QTime(14, 10), 10, QStringLiteral("arranging"), QStringLiteral("Confirmed %1’s visit.").arg(day));
    story.progress(second, 12, QStringLiteral("a-lot-of-progress"));
    Journey& bus = story.journey(7, QTime(13, 30), QStringLiteral("bus"), 40, QStringLiteral("library"));
    bus.worker = setting.volunteer;
    bus.paidBy = QStringLiteral("Bus pass");
    bus.independent = choice(QStringLiteral("not-yet"));
    bus.note = QStringLiteral("Margaret paid by pass.");
    tellMargaretsMorning(setting, story, first);
    story.finish();
}

void tellDennis(Setting& setting)
{
    Story story(setting);
    describe(setting, story, QStringLiteral("Dennis"), QStringLiteral("Okafor"), false, 72);
    story.person.ethnicity = choice(QStringLiteral("black-african"));
    story.person.address = QStringLiteral("14 Falls Park");
    story.person.phone = landline(setting.area, 120);
    story.person.triggerHealth = true;
    story.person.healthKinds = Codes{{QStringLiteral("sensory")}};
    story.person.communicationNeeds = Codes{{QStringLiteral("hearing")}};
    story.person.accessNote = QStringLiteral("He hears better on his left side.");
    story.person.matters = QStringLiteral("I want to get the bus on my own again and see the papers in the library.");
    refer(setting, story, QStringLiteral("self-referral"), 52, 48);
    story.episode.startedOn = setting.daysAgo(46);
    story.episode.reviewHeldOn = setting.daysAgo(6);
    story.episode.volunteer = setting.volunteer;
    Goal& goal = story.goal(46, QStringLiteral("Take the bus to the library on my own."),
                            QStringLiteral("improved-ability-to-manage-day-to-day-activities"));
    story.ucla(QStringLiteral("start"), 46, {2, 3, 2});
    for (const int ago : {46, 38, 27, 13})
        story.visit(ago, QTime(11, 0), 60, kHome, visitNote(setting.dice));
    story.byVolunteer(story.visit(20, QTime(13, 30), 90, QStringLiteral("library"), {}));
    story.visit(6, QTime(11, 0), 60, kHome, QStringLiteral("Review. Pleased with how the bus goes."));
    story.progress(goal, 6, QStringLiteral("a-lot-of-progress"));
    Journey& bus = story.journey(7, QTime(13, 30), QStringLiteral("bus"), 40, QStringLiteral("library"));
    bus.worker = setting.volunteer;
    bus.purpose = choice(QStringLiteral("practising-route"));
    bus.miles = 2.4;
    bus.independent = choice(QStringLiteral("not-yet"));
    bus.note = QStringLiteral("He pressed the bell himself.");
    Signpost& library = story.signpost(38, setting.places.at(2), QStringLiteral("taken-along"));
    story.step(library, 20, QStringLiteral("attended-once"));
    story.step(library, 7, QStringLiteral("attending"));
    PlannedVisit& plan = story.plan(0, QTime(13, 30), QStringLiteral("journey-support"), 60);
    plan.together = setting.volunteer;
    plan.purpose = QStringLiteral("Bus to the library");
    story.finish();
}

void tellJoan(Setting& setting)
{
    Story story(setting);
    describe(setting, story, QStringLiteral("Joan"), QStringLiteral("Price"), true, 69);
    story.person.ethnicity = Empty::NotAsked;
    story.person.livingArrangements = Empty::NotAsked;
    story.person.address = QStringLiteral("31 Rowan Drive");
    story.person.phone = landline(setting.area, 142);
    story.person.triggerWithoutChildren = true;
    refer(setting, story, QStringLiteral("local-authority-housing"), 47, 43);
    story.episode.startedOn = setting.daysAgo(40);
    Goal& goal = story.goal(42, QStringLiteral("Find somewhere to sing."), QStringLiteral("making-meaningful-friends"));
    story.ucla(QStringLiteral("start"), 42, {2, 2, 3});
    for (const int ago : {42, 33, 19})
        story.visit(ago, QTime(14, 0), 60, kHome, visitNote(setting.dice));
    story.progress(goal, 19, QStringLiteral("some-progress"));
    story.call(9, QTime(10, 30), 0, QStringLiteral("checking-in"), callNote(setting.dice)).minutes = Empty::Blank;
    story.finish();
}

void tellTom(Setting& setting)
{
    Story story(setting);
    describe(setting, story, QStringLiteral("Tom"), QStringLiteral("Reilly"), false, 81);
    Person& person = story.person;
    person.dateOfBirth = Empty::NotAsked;
    person.ethnicity = Empty::NotAsked;
    person.livingArrangements = Empty::Blank;
    for (YesNo* trigger : {&person.triggerYoungParent, &person.triggerBereaved, &person.triggerSeparated,
                           &person.triggerWithoutChildren, &person.triggerHealth, &person.triggerMobility})
        *trigger = Empty::NotAsked;
    person.address = QStringLiteral("9 Quarry Hill");
    person.phone = landline(setting.area, 155);
    refer(setting, story, QStringLiteral("family-and-friends"), 22, 18);
    story.visit(12, QTime(11, 0), 45, kHome, QStringLiteral("Glad of the company. Thinks it over."));
    story.ucla(QStringLiteral("start"), 12, {3, 2, 3});
    story.finish();
}

void tellAileen(Setting& setting)
{
    Story story(setting);
    describe(setting, story, QStringLiteral("Aileen"), QStringLiteral("MacRae"), true, 84);
    story.person.ethnicity = Empty::NotAsked;
    story.person.livingArrangements = Empty::NotAsked;
    story.person.address = QStringLiteral("2 Harbour View");
    story.person.phone = landline(setting.area, 163);
    story.person.triggerHealth = true;
    refer(setting, story, QStringLiteral("nhs-community-health"), 80, 77);
    story.episode.startedOn = setting.daysAgo(74);
    story.episode.reviewHeldOn = setting.daysAgo(33);
    story.episode.transportAfter = choice(QStringLiteral("dial-a-ride"));
    Goal& goal = story.goal(66, QStringLiteral("Have a table to sit at on a Tuesday."),
                            QStringLiteral("improved-social-networks-and-friendships"));
    story.ucla(QStringLiteral("start"), 74, {3, 3, 3});
    for (const int ago : {74, 60, 46, 33, 18})
        story.visit(ago, QTime(15, 0), 60, kHome, visitNote(setting.dice));
    for (const int ago : {53, 40, 25, 7})
        story.call(ago, QTime(16, 0), 15, QStringLiteral("checking-in"), callNote(setting.dice));
    story.progress(goal, 18, QStringLiteral("achieved"));
    Signpost& lunch = story.signpost(60, setting.places.at(3), QStringLiteral("taken-along"));
    story.step(lunch, 46, QStringLiteral("attended-once"));
    story.step(lunch, 18, QStringLiteral("attending"));
    PlannedVisit& plan = story.plan(0, QTime(16, 0), QStringLiteral("telephone"), 15);
    plan.purpose = QStringLiteral("Check-in call");
    story.finish();
}

void tellRuth(Setting& setting)
{
    Story story(setting);
    describe(setting, story, QStringLiteral("Ruth"), QStringLiteral("Kowalski"), true, 66);
    Person& person = story.person;
    person.ethnicity = Empty::NotAsked;
    person.livingArrangements = Empty::NotAsked;
    for (YesNo* trigger : {&person.triggerYoungParent, &person.triggerBereaved, &person.triggerSeparated,
                           &person.triggerWithoutChildren, &person.triggerHealth, &person.triggerMobility})
        *trigger = Empty::NotAsked;
    person.address = QStringLiteral("57 Weavers Court");
    person.phone = landline(setting.area, 171);
    refer(setting, story, QStringLiteral("third-sector-age-specific"), 6, 3);
    story.finish();
}

} // namespace

void makeKnownPeople(Setting& setting)
{
    tellMargaret(setting);
    tellDennis(setting);
    tellJoan(setting);
    tellTom(setting);
    tellAileen(setting);
    tellRuth(setting);
}

} // namespace doorstep::domain::practice
