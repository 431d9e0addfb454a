#pragma once

#include "domain/kinds/contact.h"

namespace doorstep::domain {

/// One asking of a questionnaire (R91–R100). Every answer is kept, also "rather not say"; the score is derived and
/// stored so that lists need not know the instrument.
struct Measure
{
    base::Id<Measure> id;
    Ref<Person> person;
    Ref<Episode> episode;
    Ref<Contact> contact;
    Choice instrument, point;
    Day takenOn;
    Choice way;
    Ref<Worker> worker;
    Whole companionship, leftOut, isolated;
    Whole directLoneliness;
    Whole satisfied, worthwhile, happy, anxious;
    Decimal score;
    Choice notAskedReason;
    Text note;
};

template <>
struct Table<Measure>
{
    static constexpr const char* kKind = "measure";
    static constexpr auto kFields = std::tuple{
        field<&Measure::person>("person").refers("person").needed().parent(),
        field<&Measure::episode>("episode").refers("episode").parent(),
        field<&Measure::contact>("contact").refers("contact").parent(),
        field<&Measure::instrument>("instrument").list("measures").needed(),
        field<&Measure::point>("point").list("measure-points").complete(),
        field<&Measure::takenOn>("taken_on").complete().past(),
        field<&Measure::way>("way").list("measure-ways"),
        field<&Measure::worker>("worker").refers("worker"),
        field<&Measure::companionship>("companionship").range(1, 3),
        field<&Measure::leftOut>("left_out").range(1, 3),
        field<&Measure::isolated>("isolated").range(1, 3),
        field<&Measure::directLoneliness>("direct_loneliness").range(1, 5),
        field<&Measure::satisfied>("satisfied").range(0, 10),
        field<&Measure::worthwhile>("worthwhile").range(0, 10),
        field<&Measure::happy>("happy").range(0, 10),
        field<&Measure::anxious>("anxious").range(0, 10),
        field<&Measure::score>("score").range(0, 100),
        field<&Measure::notAskedReason>("not_asked_reason").list("measure-not-asked-reasons"),
        field<&Measure::note>("note").personal(),
    };
};

} // namespace doorstep::domain
