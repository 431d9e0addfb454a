#pragma once

#include "domain/kinds/contact.h"

namespace doorstep::domain {

/// A visit, call or outing in the diary. Done when a contact answers it.
struct PlannedVisit
{
    base::Id<PlannedVisit> id;
    Ref<Person> person;
    Ref<Worker> worker;
    Ref<Worker> together;
    Choice mode;
    Moment startsAt;
    Whole minutes;
    Choice location;
    Text place, purpose;
    Choice state;
    Ref<Contact> contact;
};

template <>
struct Table<PlannedVisit>
{
    static constexpr const char* kKind = "planned_visit";
    static constexpr auto kFields = std::tuple{
        field<&PlannedVisit::person>("person").refers("person").needed().parent(),
        field<&PlannedVisit::worker>("worker").refers("worker"),
        field<&PlannedVisit::together>("together_with").refers("worker"),
        field<&PlannedVisit::mode>("mode").list("contact-kinds"),
        field<&PlannedVisit::startsAt>("starts_at"),
        field<&PlannedVisit::minutes>("minutes").unit("min").range(0, 1440),
        field<&PlannedVisit::location>("location").list("appointment-locations"),
        field<&PlannedVisit::place>("place").longest(200).personal(),
        field<&PlannedVisit::purpose>("purpose").longest(200).personal(),
        field<&PlannedVisit::state>("state").list("planned-visit-states"),
        field<&PlannedVisit::contact>("contact").refers("contact"),
    };
};

} // namespace doorstep::domain
