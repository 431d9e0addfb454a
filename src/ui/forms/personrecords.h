#pragma once

#include "ui/core/session.h"

namespace doorstep::ui {

/// All records of one kind about a person, in the order of making. A list that cannot be read is empty: a form must
/// open all the same.
template <class T>
[[nodiscard]] std::vector<T> recordsOf(Session& session, const std::optional<QUuid>& person)
{
    if (!person)
        return {};
    store::Query query;
    query.where = {{QStringLiteral("person"), *person}};
    return session.records().list<T>(query).value_or(std::vector<T>());
}

} // namespace doorstep::ui
