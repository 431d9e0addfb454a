#pragma once

#include "domain/kinds/worker.h"
#include "domain/record.h"

namespace doorstep::domain {

enum class CaseloadSize {
    Practice, ///< 14 active people, 2 new, 5 in follow-up, 41 ended
    Large,    ///< 1,000 people and 20,000 contacts
};

/// What to make. The same request gives the same bytes; all days lie relative to `today`.
struct CaseloadRequest
{
    CaseloadSize size = CaseloadSize::Practice;
    quint64 seed = 1;
    QString scheme = QStringLiteral("west-belfast");
    QDate today;
    base::Id<Worker> connector; ///< null: the caseload brings a worker of its own
    base::Id<Worker> volunteer; ///< null: the same
    bool morningDone = true;    ///< the first visit of today has been made and written up
};

/// A caseload of made-up people in made-up places, after the published shares of the programme. For practice mode,
/// pictures and load tests. Records come in an order in which every reference points backwards.
[[nodiscard]] std::vector<Record> makeCaseload(const CaseloadRequest& request);

} // namespace doorstep::domain
