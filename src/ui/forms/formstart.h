#pragma once

#include "domain/record.h"

namespace doorstep::ui {

/// What a form begins with: a new record, a stored one to be changed, or a draft of either.
struct FormStart
{
    std::optional<domain::Record> original;
    domain::Record edited;
    std::optional<QString> place; ///< of the draft; none when there is no draft
};

/// A record that is saved together with the one of a form.
struct FormCompanion
{
    std::optional<domain::Record> original;
    domain::Record edited;
};

} // namespace doorstep::ui
