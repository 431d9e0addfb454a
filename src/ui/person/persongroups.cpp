#include "ui/person/persongroups.h"

#include <QCoreApplication>

namespace doorstep::ui {

namespace {

constexpr PersonQuestion kWho[] = {
    {"given_name", QT_TRANSLATE_NOOP("PersonQuestion", "First name")},
    {"family_name", QT_TRANSLATE_NOOP("PersonQuestion", "Family name")},
    {"known_as", QT_TRANSLATE_NOOP("PersonQuestion", "Likes to be called")},
    {"date_of_birth", QT_TRANSLATE_NOOP("PersonQuestion", "Date of birth")},
    {"birth_year", QT_TRANSLATE_NOOP("PersonQuestion", "Year of birth, if that is all they say")},
    {"gender", QT_TRANSLATE_NOOP("PersonQuestion", "Gender")},
    {"gender_description", QT_TRANSLATE_NOOP("PersonQuestion", "In their own words")},
    {"ethnicity", QT_TRANSLATE_NOOP("PersonQuestion", "Ethnicity")},
    {"living_arrangements", QT_TRANSLATE_NOOP("PersonQuestion", "Who they live with")},
};

constexpr PersonQuestion kReach[] = {
    {"address", QT_TRANSLATE_NOOP("PersonQuestion", "Address"), true},
    {"postcode", QT_TRANSLATE_NOOP("PersonQuestion", "Postcode")},
    {"phone", QT_TRANSLATE_NOOP("PersonQuestion", "Phone number")},
    {"phone_alternative", QT_TRANSLATE_NOOP("PersonQuestion", "Second phone number")},
    {"email", QT_TRANSLATE_NOOP("PersonQuestion", "Email")},
    {"contact_preference", QT_TRANSLATE_NOOP("PersonQuestion", "How they like to be reached")},
    {"contact_hours", QT_TRANSLATE_NOOP("PersonQuestion", "Good times")},
};

constexpr PersonQuestion kAccess[] = {
    {"access_needs", QT_TRANSLATE_NOOP("PersonQuestion", "Getting in, getting out, getting about")},
    {"access_note", QT_TRANSLATE_NOOP("PersonQuestion", "What to know about access"), true},
    {"communication_needs", QT_TRANSLATE_NOOP("PersonQuestion", "Talking, reading, hearing")},
    {"language", QT_TRANSLATE_NOOP("PersonQuestion", "Language")},
    {"interpreter", QT_TRANSLATE_NOOP("PersonQuestion", "Needs an interpreter")},
};

constexpr PersonQuestion kMatters[] = {
    {"matters", QT_TRANSLATE_NOOP("PersonQuestion", "What matters to them"), true},
    {"interests", QT_TRANSLATE_NOOP("PersonQuestion", "Interests"), true},
    {"wishes", QT_TRANSLATE_NOOP("PersonQuestion", "What they wish for"), true},
    {"do_not_suggest", QT_TRANSLATE_NOOP("PersonQuestion", "Better not suggest"), true},
};

constexpr PersonQuestion kTriggers[] = {
    {"trigger_bereaved", QT_TRANSLATE_NOOP("PersonQuestion", "Recently bereaved")},
    {"bereaved_on", QT_TRANSLATE_NOOP("PersonQuestion", "About when")},
    {"trigger_separated", QT_TRANSLATE_NOOP("PersonQuestion", "Recently divorced or separated")},
    {"separated_on", QT_TRANSLATE_NOOP("PersonQuestion", "About when")},
    {"trigger_without_children", QT_TRANSLATE_NOOP("PersonQuestion", "No children at home, or recently retired")},
    {"retired_on", QT_TRANSLATE_NOOP("PersonQuestion", "When work ended or the last child left")},
    {"trigger_health", QT_TRANSLATE_NOOP("PersonQuestion", "Health issues")},
    {"health_kinds", QT_TRANSLATE_NOOP("PersonQuestion", "Kind of health issue")},
    {"trigger_mobility", QT_TRANSLATE_NOOP("PersonQuestion", "Hard to get about")},
    {"trigger_young_parent", QT_TRANSLATE_NOOP("PersonQuestion", "Young parent")},
    {"triggers_asked_on", QT_TRANSLATE_NOOP("PersonQuestion", "Asked on")},
};

constexpr PersonQuestion kRisk[] = {
    {"visit_risk", QT_TRANSLATE_NOOP("PersonQuestion", "Before you knock")},
    {"risk_note", QT_TRANSLATE_NOOP("PersonQuestion", "What to know before a visit"), true},
};

constexpr PersonQuestion kSupport[] = {
    {"referred_on", QT_TRANSLATE_NOOP("PersonQuestion", "Referred on")},
    {"referral_source", QT_TRANSLATE_NOOP("PersonQuestion", "Who referred them")},
    {"referrer_name", QT_TRANSLATE_NOOP("PersonQuestion", "Name of the referrer")},
    {"referrer_contact", QT_TRANSLATE_NOOP("PersonQuestion", "How to reach the referrer")},
    {"primary_reason", QT_TRANSLATE_NOOP("PersonQuestion", "Main reason")},
    {"used_before", QT_TRANSLATE_NOOP("PersonQuestion", "Was here before")},
    {"assessment_status", QT_TRANSLATE_NOOP("PersonQuestion", "Assessment")},
    {"assessed_on", QT_TRANSLATE_NOOP("PersonQuestion", "Assessed on")},
    {"decline_reason", QT_TRANSLATE_NOOP("PersonQuestion", "Why it was declined")},
    {"accepted_on", QT_TRANSLATE_NOOP("PersonQuestion", "Accepted on")},
    {"started_on", QT_TRANSLATE_NOOP("PersonQuestion", "Support began on")},
    {"plan", QT_TRANSLATE_NOOP("PersonQuestion", "Plan"), true},
    {"no_goal_reason", QT_TRANSLATE_NOOP("PersonQuestion", "Why there is no goal")},
    {"review_held_on", QT_TRANSLATE_NOOP("PersonQuestion", "Review held on")},
    {"pace", QT_TRANSLATE_NOOP("PersonQuestion", "Pace they would like")},
};

constexpr PersonQuestion kEnding[] = {
    {"ended_on", QT_TRANSLATE_NOOP("PersonQuestion", "Ended on")},
    {"closure_reason", QT_TRANSLATE_NOOP("PersonQuestion", "Why support ended")},
    {"closure_note", QT_TRANSLATE_NOOP("PersonQuestion", "How it ended"), true},
    {"transport_after", QT_TRANSLATE_NOOP("PersonQuestion", "Getting about afterwards")},
    {"transport_arranged_on", QT_TRANSLATE_NOOP("PersonQuestion", "Transport arranged on")},
};

constexpr PersonGroup kGroups[] = {
    {"risk", "person", QT_TRANSLATE_NOOP("PersonQuestion", "Before you knock"), kRisk},
    {"access", "person", QT_TRANSLATE_NOOP("PersonQuestion", "Access and talking"), kAccess},
    {"matters", "person", QT_TRANSLATE_NOOP("PersonQuestion", "What matters to them"), kMatters},
    {"who", "person", QT_TRANSLATE_NOOP("PersonQuestion", "Who they are"), kWho},
    {"reach", "person", QT_TRANSLATE_NOOP("PersonQuestion", "Reaching them"), kReach},
    {"triggers", "person", QT_TRANSLATE_NOOP("PersonQuestion", "What has changed lately"), kTriggers},
    {"support", "episode", QT_TRANSLATE_NOOP("PersonQuestion", "Their support"), kSupport},
    {"ending", "episode", QT_TRANSLATE_NOOP("PersonQuestion", "The ending"), kEnding},
};

} // namespace

std::span<const PersonGroup> personGroups()
{
    return kGroups;
}

const PersonGroup* findPersonGroup(QStringView code)
{
    for (const PersonGroup& group : kGroups) {
        if (code == QLatin1StringView(group.code))
            return &group;
    }
    return nullptr;
}

const PersonGroup* groupOfField(QStringView kind, QStringView field)
{
    for (const PersonGroup& group : kGroups) {
        if (kind != QLatin1StringView(group.kind))
            continue;
        for (const PersonQuestion& question : group.questions) {
            if (field == QLatin1StringView(question.field))
                return &group;
        }
    }
    return nullptr;
}

QString questionText(const char* untranslated)
{
    return QCoreApplication::translate("PersonQuestion", untranslated);
}

} // namespace doorstep::ui
