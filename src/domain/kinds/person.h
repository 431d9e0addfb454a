#pragma once

#include "domain/field.h"

#include <tuple>

namespace doorstep::domain {

/// Somebody who is supported (R1, R15–R27, R111). What is known of the person whatever the episode.
struct Person
{
    base::Id<Person> id;
    Text givenName, familyName, knownAs;
    Day dateOfBirth;
    Whole birthYear;
    Choice ageBand;
    Choice gender;
    Text genderDescription;
    Choice ethnicity, livingArrangements;
    Text address, postcode, phone, phoneAlternative, email;
    Choice language;
    YesNo interpreter;
    Choice contactPreference;
    Text contactHours;
    Choices accessNeeds, communicationNeeds;
    Text accessNote, matters, interests, wishes, doNotSuggest;
    Text nhsNumber;
    YesNo triggerYoungParent;
    YesNo triggerBereaved;
    Day bereavedOn;
    YesNo triggerSeparated;
    Day separatedOn;
    YesNo triggerWithoutChildren;
    Day retiredOn;
    YesNo triggerHealth;
    Choices healthKinds;
    YesNo triggerMobility;
    Day triggersAskedOn;
    Choice visitRisk;
    Text riskNote;
    Text askedBy;
    Day askedOn;
    Choice scheme;
};

template <>
struct Table<Person>
{
    static constexpr const char* kKind = "person";
    static constexpr auto kFields = std::tuple{
        field<&Person::givenName>("given_name").longest(100).personal().searched(),
        field<&Person::familyName>("family_name").longest(100).personal().searched(),
        field<&Person::knownAs>("known_as").longest(100).personal().searched(),
        field<&Person::dateOfBirth>("date_of_birth").personal().complete().past(),
        field<&Person::birthYear>("birth_year").range(1890, 2100).personal(),
        field<&Person::ageBand>("age_band").list("age-bands"),
        field<&Person::gender>("gender").list("genders").complete(),
        field<&Person::genderDescription>("gender_description").longest(100).personal(),
        field<&Person::ethnicity>("ethnicity").list("ethnicities").complete(),
        field<&Person::livingArrangements>("living_arrangements").list("living-arrangements").complete(),
        field<&Person::address>("address").longest(400).personal().searched(),
        field<&Person::postcode>("postcode").longest(12).personal().searched(),
        field<&Person::phone>("phone").longest(40).personal().searched(),
        field<&Person::phoneAlternative>("phone_alternative").longest(40).personal().searched(),
        field<&Person::email>("email").longest(200).personal(),
        field<&Person::language>("language").list("languages"),
        field<&Person::interpreter>("interpreter"),
        field<&Person::contactPreference>("contact_preference").list("contact-preferences"),
        field<&Person::contactHours>("contact_hours").longest(200).personal(),
        field<&Person::accessNeeds>("access_needs").list("access-needs"),
        field<&Person::communicationNeeds>("communication_needs").list("communication-needs"),
        field<&Person::accessNote>("access_note").personal(),
        field<&Person::matters>("matters").personal(),
        field<&Person::interests>("interests").personal(),
        field<&Person::wishes>("wishes").personal(),
        field<&Person::doNotSuggest>("do_not_suggest").personal(),
        field<&Person::nhsNumber>("nhs_number").longest(20).personal(),
        field<&Person::triggerYoungParent>("trigger_young_parent").complete(),
        field<&Person::triggerBereaved>("trigger_bereaved").complete(),
        field<&Person::bereavedOn>("bereaved_on").personal().past(),
        field<&Person::triggerSeparated>("trigger_separated").complete(),
        field<&Person::separatedOn>("separated_on").personal().past(),
        field<&Person::triggerWithoutChildren>("trigger_without_children").complete(),
        field<&Person::retiredOn>("retired_on").personal().past(),
        field<&Person::triggerHealth>("trigger_health").complete(),
        field<&Person::healthKinds>("health_kinds").list("health-issue-kinds"),
        field<&Person::triggerMobility>("trigger_mobility").complete(),
        field<&Person::triggersAskedOn>("triggers_asked_on").past(),
        field<&Person::visitRisk>("visit_risk").list("visit-risk-ratings"),
        field<&Person::riskNote>("risk_note").personal(),
        field<&Person::askedBy>("asked_by").longest(100),
        field<&Person::askedOn>("asked_on").past(),
        field<&Person::scheme>("scheme").list("schemes"),
    };
};

} // namespace doorstep::domain
