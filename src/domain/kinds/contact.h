#pragma once

#include "domain/kinds/episode.h"
#include "domain/kinds/organisation.h"

namespace doorstep::domain {

/// A visit, call, message, attempt without answer, or call about the person (R36–R50). `mode` says which.
struct Contact
{
    base::Id<Contact> id;
    Ref<Person> person;
    Ref<Episode> episode;
    Choice mode, direction;
    Moment startedAt;
    Whole minutes;
    Choice location;
    Text place;
    Ref<Worker> worker;
    Choice workerType;
    Choices alsoThere;
    Text withWhom;
    Ref<Organisation> organisation;
    Choice purpose, phoneInsteadReason;
    Choices goals;
    Choices attendees;
    Text groupName;
    Whole groupSize;
    YesNo notToday;
    Day tryAgainOn;
    YesNo pointed, travelled, phoned;
    Text note;
    Ref<Worker> enteredBy;
    Moment enteredAt;
};

template <>
struct Table<Contact>
{
    static constexpr const char* kKind = "contact";
    static constexpr auto kFields = std::tuple{
        field<&Contact::person>("person").refers("person").needed().parent(),
        field<&Contact::episode>("episode").refers("episode").parent(),
        field<&Contact::mode>("mode").list("contact-kinds").needed(),
        field<&Contact::direction>("direction").list("contact-directions"),
        field<&Contact::startedAt>("started_at").complete().past(),
        field<&Contact::minutes>("minutes").unit("min").range(0, 1440).complete(),
        field<&Contact::location>("location").list("appointment-locations").complete(),
        field<&Contact::place>("place").longest(200).personal(),
        field<&Contact::worker>("worker").refers("worker"),
        field<&Contact::workerType>("worker_type").list("worker-types"),
        field<&Contact::alsoThere>("also_there").refers("worker"),
        field<&Contact::withWhom>("with_whom").longest(200).personal(),
        field<&Contact::organisation>("organisation").refers("organisation"),
        field<&Contact::purpose>("purpose").list("contact-purposes"),
        field<&Contact::phoneInsteadReason>("phone_instead_reason").list("phone-instead-reasons"),
        field<&Contact::goals>("goals").refers("goal"),
        field<&Contact::attendees>("attendees").refers("person"),
        field<&Contact::groupName>("group_name").longest(200),
        field<&Contact::groupSize>("group_size").range(1, 500),
        field<&Contact::notToday>("not_today"),
        field<&Contact::tryAgainOn>("try_again_on"),
        field<&Contact::pointed>("pointed_somewhere"),
        field<&Contact::travelled>("travelled_together"),
        field<&Contact::phoned>("phoned_about_them"),
        field<&Contact::note>("note").longest(20000).personal(),
        field<&Contact::enteredBy>("entered_by").refers("worker"),
        field<&Contact::enteredAt>("entered_at"),
    };
};

} // namespace doorstep::domain
