#pragma once

#include "domain/kinds/person.h"

namespace doorstep::domain {

/// Two people gave one field different values while apart. Made by the hub, open until a person chooses; both
/// values stay in it for good.
struct Conflict
{
    base::Id<Conflict> id;
    Ref<Person> person;
    Text recordKind;
    Ref<struct AnyRecord> record;
    Text field;
    Text values; ///< JSON: [{"value":…,"by":"Sam","at":"…","version":"…"},…], the current one first
    YesNo open;
    Moment openedAt;
    Text resolvedBy;
    Moment resolvedAt;
};

template <>
struct Table<Conflict>
{
    static constexpr const char* kKind = "conflict";
    static constexpr bool kHubOnly = true;
    static constexpr auto kFields = std::tuple{
        field<&Conflict::person>("person").refers("person"),
        field<&Conflict::recordKind>("record_kind").longest(40),
        field<&Conflict::record>("record"),
        field<&Conflict::field>("field").longest(60),
        field<&Conflict::values>("values_json").longest(100000).personal(),
        field<&Conflict::open>("open"),
        field<&Conflict::openedAt>("opened_at"),
        field<&Conflict::resolvedBy>("resolved_by").longest(100),
        field<&Conflict::resolvedAt>("resolved_at"),
    };
};

} // namespace doorstep::domain
