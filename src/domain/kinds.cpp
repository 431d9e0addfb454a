#include "domain/kinds/attachment.h"
#include "domain/kinds/conflict.h"
#include "domain/kinds/contact.h"
#include "domain/kinds/episode.h"
#include "domain/kinds/goal.h"
#include "domain/kinds/journey.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/organisation.h"
#include "domain/kinds/person.h"
#include "domain/kinds/plannedvisit.h"
#include "domain/kinds/signpost.h"
#include "domain/kinds/worker.h"

#include <algorithm>

namespace doorstep::domain {

namespace {

template <class Record>
KindSpec kindFromTable()
{
    KindSpec kind;
    kind.name = Table<Record>::kKind;
    std::apply([&](const auto&... fields) { (kind.fields.push_back(fields.spec), ...); }, Table<Record>::kFields);
    if constexpr (requires { Table<Record>::kHubOnly; })
        kind.hubOnly = Table<Record>::kHubOnly;
    kind.personField = kind.indexOf(QLatin1StringView("person"));
    return kind;
}

} // namespace

int KindSpec::indexOf(QAnyStringView field) const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (field == fields[i].key())
            return static_cast<int>(i);
    }
    return -1;
}

std::span<const KindSpec> allKinds()
{
    static const std::vector<KindSpec> kinds{
        kindFromTable<Worker>(),       kindFromTable<Person>(),       kindFromTable<Episode>(),
        kindFromTable<Organisation>(), kindFromTable<Contact>(),      kindFromTable<Journey>(),
        kindFromTable<Goal>(),         kindFromTable<GoalProgress>(), kindFromTable<Signpost>(),
        kindFromTable<SignpostStep>(), kindFromTable<Measure>(),      kindFromTable<PlannedVisit>(),
        kindFromTable<Conflict>(),     kindFromTable<Attachment>(),
    };
    return kinds;
}

const KindSpec* findKind(QAnyStringView name)
{
    const auto kinds = allKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [name](const KindSpec& kind) { return name == kind.key(); });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace doorstep::domain
