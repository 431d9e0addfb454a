#pragma once

#include "domain/kinds/contact.h"

namespace doorstep::domain {

/// Going somewhere together (R51–R58). Never counted as a contact.
struct Journey
{
    base::Id<Journey> id;
    Ref<Person> person;
    Ref<Contact> contact;
    Choices companions;
    Moment startedAt;
    Choice fromKind;
    Text from;
    Choice toKind;
    Text to;
    Choice mode, purpose;
    Ref<Worker> worker, driver;
    Decimal miles;
    Whole minutes;
    Decimal cost;
    Text paidBy;
    Choice independent;
    Text note;
};

template <>
struct Table<Journey>
{
    static constexpr const char* kKind = "journey";
    static constexpr auto kFields = std::tuple{
        field<&Journey::person>("person").refers("person").needed().parent(),
        field<&Journey::contact>("contact").refers("contact").parent(),
        field<&Journey::companions>("companions").refers("person"),
        field<&Journey::startedAt>("started_at").complete().past(),
        field<&Journey::fromKind>("from_kind").list("journey-place-kinds"),
        field<&Journey::from>("from_place").longest(200).personal(),
        field<&Journey::toKind>("to_kind").list("journey-place-kinds"),
        field<&Journey::to>("to_place").longest(200).personal(),
        field<&Journey::mode>("mode").list("journey-modes").complete(),
        field<&Journey::purpose>("purpose").list("journey-purposes").complete(),
        field<&Journey::worker>("worker").refers("worker"),
        field<&Journey::driver>("driver").refers("worker"),
        field<&Journey::miles>("miles").unit("mi").range(0, 1000),
        field<&Journey::minutes>("minutes").unit("min").range(0, 1440).complete(),
        field<&Journey::cost>("cost").unit("GBP").range(0, 10000),
        field<&Journey::paidBy>("paid_by").longest(100),
        field<&Journey::independent>("independent").list("independent-travel").complete(),
        field<&Journey::note>("note").personal(),
    };
};

} // namespace doorstep::domain
