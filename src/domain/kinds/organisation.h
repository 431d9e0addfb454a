#pragma once

#include "domain/kinds/worker.h"

namespace doorstep::domain {

/// A place to signpost to: an entry of the directory that works without signal (R65).
struct Organisation
{
    base::Id<Organisation> id;
    Text name;
    Choice destination;
    Text description, address, postcode, postcodesCovered;
    Whole ageFrom, ageTo;
    Choices access;
    Text cost, days, transport, contactName, phone, email, website;
    Choice state;
    Day checkedOn;
    Ref<Worker> checkedBy;
    Choice scheme;
};

template <>
struct Table<Organisation>
{
    static constexpr const char* kKind = "organisation";
    static constexpr auto kFields = std::tuple{
        field<&Organisation::name>("name").longest(200).needed().searched(),
        field<&Organisation::destination>("destination").list("signpost-destinations").complete(),
        field<&Organisation::description>("description").searched(),
        field<&Organisation::address>("address").longest(400).searched(),
        field<&Organisation::postcode>("postcode").longest(12).searched(),
        field<&Organisation::postcodesCovered>("postcodes_covered").longest(400),
        field<&Organisation::ageFrom>("age_from").range(0, 130),
        field<&Organisation::ageTo>("age_to").range(0, 130),
        field<&Organisation::access>("access").list("access-needs"),
        field<&Organisation::cost>("cost").longest(200),
        field<&Organisation::days>("days").longest(200),
        field<&Organisation::transport>("transport").longest(400),
        field<&Organisation::contactName>("contact_name").longest(200).personal(),
        field<&Organisation::phone>("phone").longest(40),
        field<&Organisation::email>("email").longest(200),
        field<&Organisation::website>("website").longest(400),
        field<&Organisation::state>("state").list("organisation-states"),
        field<&Organisation::checkedOn>("checked_on").past(),
        field<&Organisation::checkedBy>("checked_by").refers("worker"),
        field<&Organisation::scheme>("scheme").list("schemes"),
    };
};

} // namespace doorstep::domain
