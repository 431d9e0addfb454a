#pragma once

#include "domain/kinds/person.h"
#include "domain/kinds/worker.h"

namespace doorstep::domain {

/// One pass through the service, from referral to ending (R1–R14, R30, R54, R70–R79, R101–R107).
struct Episode
{
    base::Id<Episode> id;
    Ref<Person> person;
    Choice scheme;
    Day referredOn;
    Choice referralSource;
    Text referrerName, referrerContact;
    Choice usedBefore;
    Choice primaryReason;
    Choice assessmentStatus;
    Day assessedOn;
    Choice declineReason;
    Text declineNote;
    Day acceptedOn;
    Ref<Worker> connector, volunteer;
    Day startedOn;
    Text plan;
    Choice noGoalReason;
    Day reviewHeldOn;
    Choice transportAfter;
    Day transportArrangedOn;
    Text pace;
    Day endedOn;
    Choice closureReason;
    Text closureNote;
};

template <>
struct Table<Episode>
{
    static constexpr const char* kKind = "episode";
    static constexpr auto kFields = std::tuple{
        field<&Episode::person>("person").refers("person").needed().parent().fixed(),
        field<&Episode::scheme>("scheme").list("schemes"),
        field<&Episode::referredOn>("referred_on").past(),
        field<&Episode::referralSource>("referral_source").list("referral-sources").complete(),
        field<&Episode::referrerName>("referrer_name").longest(200).personal(),
        field<&Episode::referrerContact>("referrer_contact").longest(200).personal(),
        field<&Episode::usedBefore>("used_before").list("used-before"),
        field<&Episode::primaryReason>("primary_reason").list("trigger-groups"),
        field<&Episode::assessmentStatus>("assessment_status").list("assessment-statuses").complete(),
        field<&Episode::assessedOn>("assessed_on").past(),
        field<&Episode::declineReason>("decline_reason").list("decline-reasons"),
        field<&Episode::declineNote>("decline_note").personal(),
        field<&Episode::acceptedOn>("accepted_on").past(),
        field<&Episode::connector>("connector").refers("worker"),
        field<&Episode::volunteer>("volunteer").refers("worker"),
        field<&Episode::startedOn>("started_on").past(),
        field<&Episode::plan>("plan").personal(),
        field<&Episode::noGoalReason>("no_goal_reason").list("no-goal-reasons"),
        field<&Episode::reviewHeldOn>("review_held_on").past(),
        field<&Episode::transportAfter>("transport_after").list("transport-after"),
        field<&Episode::transportArrangedOn>("transport_arranged_on").past(),
        field<&Episode::pace>("pace").longest(400).personal(),
        field<&Episode::endedOn>("ended_on").past(),
        field<&Episode::closureReason>("closure_reason").list("closure-reasons"),
        field<&Episode::closureNote>("closure_note").personal(),
    };
};

} // namespace doorstep::domain
