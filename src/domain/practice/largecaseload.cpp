#include "domain/practice/names.h"
#include "domain/practice/people.h"

#include <algorithm>
#include <array>

namespace doorstep::domain::practice {

namespace {

constexpr int kPeople = 1000;
constexpr int kContacts = 20000;

/// What will become of one referral; drawn for everybody first, so that the contacts add up.
struct Course
{
    bool isAccepted = true;
    bool isRefused = false;
    int visits = 0;
    int calls = 0;
    int others = 0; ///< calls about them, messages, attempts: recorded, not counted as contacts

    [[nodiscard]] bool isSeen() const { return visits + calls > 0; }
};

/// Four in ten of those ever visited are visited once.
int drawVisits(Dice& dice)
{
    const int fallen = dice.between(1, 100);
    if (fallen <= 39)
        return 1;
    if (fallen <= 72)
        return dice.between(2, 5);
    if (fallen <= 90)
        return dice.between(6, 12);
    return fallen <= 97 ? dice.between(13, 20) : dice.between(21, 45);
}

Course drawCourse(Dice& dice)
{
    Course course;
    const int fallen = dice.between(1, 100);
    course.isAccepted = fallen <= 92;
    course.isRefused = fallen > 94;
    // More than a third of those accepted have no contact on record.
    if (!course.isAccepted || dice.chance(36))
        return course;
    const bool isPhoneOnly = dice.chance(22);
    course.visits = isPhoneOnly ? 0 : drawVisits(dice);
    if (isPhoneOnly || dice.chance(70))
        course.calls = dice.between(1, std::max(4, 2 * course.visits));
    return course;
}

/// Gives the rest of the contacts to those who were seen, more to those who were seen often.
void spreadOthers(std::vector<Course>& courses)
{
    int counted = 0;
    int weights = 0;
    for (const Course& course : courses) {
        counted += course.visits + course.calls;
        weights += course.isSeen() ? 2 + course.visits + course.calls : 0;
    }
    if (weights == 0)
        return;
    int left = kContacts - counted;
    const int share = left;
    for (Course& course : courses) {
        if (course.isSeen())
            course.others = share * (2 + course.visits + course.calls) / weights;
        left -= course.others;
    }
    for (Course& course : courses) {
        if (course.isSeen() && left > 0) {
            ++course.others;
            --left;
        }
    }
}

/// The day of contact `index` of `count`, evenly from first to last.
int spread(int firstAgo, int lastAgo, int index, int count)
{
    return count < 2 ? firstAgo : firstAgo - index * (firstAgo - lastAgo) / (count - 1);
}

void tellContacts(Setting& setting, Story& story, const Course& course, int firstAgo, int lastAgo)
{
    Dice& dice = setting.dice;
    for (int i = 0; i < course.visits; ++i) {
        Contact& visit =
            story.visit(spread(firstAgo, lastAgo, i, course.visits), drawTime(dice), drawMinutes(dice, true),
                        drawLocation(dice), dice.chance(80) ? visitNote(dice) : QString());
        if (dice.chance(15))
            story.byVolunteer(visit);
    }
    for (int i = 0; i < course.calls; ++i)
        story.call(spread(firstAgo, lastAgo, i, course.calls), drawTime(dice), drawMinutes(dice, false),
                   QStringLiteral("checking-in"), dice.chance(50) ? callNote(dice) : QString());
    constexpr std::array kOthers{Weighted{"telephone-about-service-user", 40}, Weighted{"no-answer", 25},
                                 Weighted{"message", 25}, Weighted{"email", 7}, Weighted{"letter", 3}};
    for (int i = 0; i < course.others; ++i) {
        const QString mode = dice.weighted(kOthers);
        const bool isCall = mode == QLatin1StringView("telephone-about-service-user");
        story.other(spread(firstAgo, lastAgo, i, course.others), drawTime(dice), mode,
                    isCall ? drawMinutes(dice, false) : 0);
    }
}

/// What those who were seen have: goals, measures, signposts, journeys, at times a review.
void tellSupport(Setting& setting, Story& story, const Course& course, int firstAgo, int lastAgo, bool isEnded)
{
    Dice& dice = setting.dice;
    const int goals = dice.chance(2) ? 0 : dice.between(1, 3);
    for (int i = 0; i < goals; ++i)
        drawGoal(setting, story, firstAgo, lastAgo);
    if (goals == 0)
        story.episode.noGoalReason = choice(QStringLiteral("being-worked-out"));
    if (dice.chance(59)) {
        const int start = drawStartScore(dice);
        story.ucla(QStringLiteral("start"), firstAgo, answersOf(start));
        if (isEnded && course.visits + course.calls > 1 && firstAgo > lastAgo && dice.chance(60))
            story.ucla(QStringLiteral("end"), lastAgo, answersOf(drawLaterScore(dice, start)));
    }
    const int signposts = dice.chance(45) ? dice.between(1, 3) : 0;
    for (int i = 0; i < signposts; ++i)
        drawSignpost(setting, story, firstAgo, lastAgo);
    if (dice.chance(8))
        story.journey(lastAgo, drawTime(dice), dice.chance(50) ? QStringLiteral("bus") : QStringLiteral("own-car"),
                      dice.between(10, 60), QStringLiteral("community-activity"));
    if (firstAgo - lastAgo > 45 && dice.chance(60))
        story.episode.reviewHeldOn = setting.daysAgo(firstAgo - 42);
}

void refuse(Setting& setting, Story& story, int referredAgo)
{
    constexpr std::array kReasons{Weighted{"too-complex", 35}, Weighted{"person-declined", 30},
                                  Weighted{"befriending-only", 15}, Weighted{"outside-area", 10},
                                  Weighted{"transport-not-in-place", 10}};
    story.episode.assessmentStatus = choice(QStringLiteral("declined"));
    story.episode.assessedOn = setting.daysAgo(referredAgo - 3);
    story.episode.declineReason = choice(setting.dice.weighted(kReasons));
}

void tellUnseen(Setting& setting, Story& story, int referredAgo)
{
    if (setting.dice.chance(80))
        story.episode.noGoalReason =
            choice(setting.dice.chance(52) ? QStringLiteral("not-contacted") : QStringLiteral("declined-service"));
    if (referredAgo > 120)
        drawEnding(setting, story, referredAgo - setting.dice.between(40, 110));
}

void tell(Setting& setting, const Course& course)
{
    Dice& dice = setting.dice;
    Story story(setting);
    drawPerson(setting, story);
    const int referredAgo = dice.between(15, 1000);
    drawReferral(setting, story, referredAgo);
    if (course.isRefused)
        refuse(setting, story, referredAgo);
    if (course.isAccepted) {
        accept(setting, story, referredAgo - 3);
        const int firstAgo = referredAgo - dice.between(4, 12);
        const int lastAgo = std::max(0, firstAgo - (course.visits + course.calls < 2 ? 0 : dice.between(14, 140)));
        if (course.isSeen()) {
            story.episode.startedOn = setting.daysAgo(firstAgo);
            const bool isEnded = lastAgo > 30;
            tellContacts(setting, story, course, firstAgo, lastAgo);
            tellSupport(setting, story, course, firstAgo, lastAgo, isEnded);
            if (isEnded)
                drawEnding(setting, story, lastAgo);
        } else {
            tellUnseen(setting, story, referredAgo);
        }
    }
    story.finish();
}

} // namespace

void makeLargeCaseload(Setting& setting)
{
    std::vector<Course> courses;
    courses.reserve(kPeople);
    for (int i = 0; i < kPeople; ++i)
        courses.push_back(drawCourse(setting.dice));
    spreadOthers(courses);
    for (const Course& course : courses)
        tell(setting, course);
}

} // namespace doorstep::domain::practice
