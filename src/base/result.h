#pragma once

#include "base/errorcode.h"

#include <QString>

#include <tl/expected.hpp>

namespace doorstep::base {

/// An expected failure as a value. `field` names the input at fault where there is one; `detail` is for the
/// log and for scripts. Sentences for people are made in ui/ from the code.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString field = {};
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}, QString field = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(field)});
}

/// Hands an error on to a caller whose result has another type.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace doorstep::base

// Leaves the function with the error of an expression of type Result or Status. The only macros of the project:
// C++20 has no other way to return from the caller.
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses.
#define DOORSTEP_CONCAT_INNER(a, b) a##b
#define DOORSTEP_CONCAT(a, b) DOORSTEP_CONCAT_INNER(a, b)
#define DOORSTEP_TRY(expression)                                                                                       \
    if (auto tried = (expression); !tried)                                                                             \
    return ::doorstep::base::fail(std::move(tried).error())
#define DOORSTEP_TRY_ASSIGN(declaration, expression)                                                                   \
    auto DOORSTEP_CONCAT(tried_, __LINE__) = (expression);                                                             \
    if (!DOORSTEP_CONCAT(tried_, __LINE__))                                                                            \
        return ::doorstep::base::fail(std::move(DOORSTEP_CONCAT(tried_, __LINE__)).error());                           \
    declaration = *std::move(DOORSTEP_CONCAT(tried_, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
