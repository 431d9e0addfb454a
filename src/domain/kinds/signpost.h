#pragma once

#include "domain/kinds/goal.h"

namespace doorstep::domain {

/// Told about, or helped to reach, an activity, organisation or opportunity (R59–R69). The directory entry is
/// optional: a name will do.
struct Signpost
{
    base::Id<Signpost> id;
    Ref<Person> person;
    Ref<Episode> episode;
    Ref<Contact> contact;
    Ref<Goal> goal;
    Day madeOn;
    Ref<Organisation> organisation;
    Text name;
    Choice destination, method;
    Choice step;
    Day stepOn;
    Choice gettingThere;
    Choice independent;
    Choice notTakenUpReason;
    Choice unmetNeed;
    Text unmetNeedPlace;
    YesNo backToReferrer;
    Text note;
    Ref<Worker> worker;
};

template <>
struct Table<Signpost>
{
    static constexpr const char* kKind = "signpost";
    static constexpr auto kFields = std::tuple{
        field<&Signpost::person>("person").refers("person").needed().parent(),
        field<&Signpost::episode>("episode").refers("episode").parent(),
        field<&Signpost::contact>("contact").refers("contact").parent(),
        field<&Signpost::goal>("goal").refers("goal"),
        field<&Signpost::madeOn>("made_on").past(),
        field<&Signpost::organisation>("organisation").refers("organisation"),
        field<&Signpost::name>("name").longest(200).searched(),
        field<&Signpost::destination>("destination").list("signpost-destinations").complete(),
        field<&Signpost::method>("method").list("signpost-methods").complete(),
        field<&Signpost::step>("step").list("take-up-steps").complete(),
        field<&Signpost::stepOn>("step_on"),
        field<&Signpost::gettingThere>("getting_there").list("getting-there"),
        field<&Signpost::independent>("independent").list("independent-travel"),
        field<&Signpost::notTakenUpReason>("not_taken_up_reason").list("not-taken-up-reasons"),
        field<&Signpost::unmetNeed>("unmet_need").list("unmet-need-kinds"),
        field<&Signpost::unmetNeedPlace>("unmet_need_place").longest(200),
        field<&Signpost::backToReferrer>("back_to_referrer"),
        field<&Signpost::note>("note").personal(),
        field<&Signpost::worker>("worker").refers("worker"),
    };
};

/// One step of take-up, with its day: what the person did about a signpost, asked again and again (R61). Append-only.
struct SignpostStep
{
    base::Id<SignpostStep> id;
    Ref<Person> person;
    Ref<Signpost> signpost;
    Ref<Contact> contact;
    Choice step;
    Day on;
    Choice reason;
    Text note;
    Ref<Worker> worker;
};

template <>
struct Table<SignpostStep>
{
    static constexpr const char* kKind = "signpost_step";
    static constexpr auto kFields = std::tuple{
        field<&SignpostStep::person>("person").refers("person").needed().parent(),
        field<&SignpostStep::signpost>("signpost").refers("signpost").needed().parent().fixed(),
        field<&SignpostStep::contact>("contact").refers("contact").parent(),
        field<&SignpostStep::step>("step").list("take-up-steps"),
        field<&SignpostStep::on>("on_date"),
        field<&SignpostStep::reason>("reason").list("not-taken-up-reasons"),
        field<&SignpostStep::note>("note").personal(),
        field<&SignpostStep::worker>("worker").refers("worker"),
    };
};

} // namespace doorstep::domain
