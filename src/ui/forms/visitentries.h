#pragma once

#include "ui/core/session.h"

namespace doorstep::ui {

/// Something that was made from within a visit.
struct VisitEntry
{
    QString kind, id;
    QString iconName, title, subtitle;
};

/// The signposts, journeys and measures of a visit.
[[nodiscard]] std::vector<VisitEntry> visitEntries(Session& session, const QUuid& person, const QUuid& contact);

} // namespace doorstep::ui
