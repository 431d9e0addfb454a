#pragma once

#include "domain/field.h"

#include <tuple>

namespace doorstep::domain {

/// A connector, volunteer, support worker or manager (R81). The hub makes one with each account.
struct Worker
{
    base::Id<Worker> id;
    Text name;
    Choice role, scheme;
    Text phone;
    Decimal hoursPerWeek;
    Text availability, skills;
    YesNo active;
};

template <>
struct Table<Worker>
{
    static constexpr const char* kKind = "worker";
    static constexpr bool kHubOnly = true;
    static constexpr auto kFields = std::tuple{
        field<&Worker::name>("name").longest(100).searched(),
        field<&Worker::role>("role").list("worker-roles"),
        field<&Worker::scheme>("scheme").list("schemes"),
        field<&Worker::phone>("phone").longest(40).personal(),
        field<&Worker::hoursPerWeek>("hours_per_week").unit("h").range(0, 168),
        field<&Worker::availability>("availability").longest(400),
        field<&Worker::skills>("skills").longest(400),
        field<&Worker::active>("active"),
    };
};

} // namespace doorstep::domain
