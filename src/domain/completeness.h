#pragma once

#include "domain/codelist.h"
#include "domain/record.h"

namespace doorstep::domain {

/// Something that nobody has answered yet. `sentence` names the sentence in ui/ ("ethnicity", "start-measure", …);
/// `label` is the rule's own short name for rules of a newer hub.
struct MissingThing
{
    QString kind, field, sentence, label;
    std::optional<RecordId> record; ///< the record that lacks it, where there is one to open
};

/// How complete a person's records are, by the rule "completeness" (R118). Never blocks anything.
struct Completeness
{
    int answered = 0;
    int of = 0;
    std::vector<MissingThing> missing;

    /// 0 to 100, rounded half up; 100 when the rule asks nothing.
    [[nodiscard]] int percent() const { return of == 0 ? 100 : (200 * answered + of) / (2 * of); }
};

/// `ofPerson` are the person's records of all kinds, in any order. Looks at the latest episode.
[[nodiscard]] Completeness completenessOf(std::span<const Record> ofPerson, const CodeLists& lists);

} // namespace doorstep::domain
