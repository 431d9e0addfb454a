#pragma once

#include "domain/personsummary.h"

namespace doorstep::domain {

/// What a person may need from the worker, in the order in which it matters (R80, R83).
enum class DueKind {
    FirstContact,  ///< accepted, nobody has met or called them (R10); since = accepted
    Review,        ///< first review within the horizon or overdue (R32); since = first goal's day, else start
    SecondContact, ///< seen once and not again (R74); since = the only contact
    SupportOver,   ///< the weeks or sessions are used up (R70, R72); since = start of support
    FollowUp,      ///< three months after the end (R79); since = end
    GoneQuiet,     ///< no contact for six weeks (R78); since = last contact
    StartMeasure,  ///< no start score and no reason why (R100); since = first contact
    TakeUp,        ///< nobody has asked what came of a signpost (R61); since = its last step
};

/// One line of "Needs you this week". The sentence is made in ui/.
struct DueItem
{
    DueKind kind = DueKind::FirstContact;
    base::Id<Person> person;
    QString name;
    QDate due;                   ///< may lie in the past
    QDate since;                 ///< see DueKind
    int days = 0;                ///< from `since` to today
    bool wasVisit = false;       ///< SecondContact: the one contact was a visit
    base::Id<Signpost> signpost; ///< TakeUp only
    QString place;               ///< TakeUp only
};

/// What needs the worker until `horizonDays` from today: sorted by kind, due day, name, id. People who were refused
/// or died give nothing; an ended episode gives its follow-up alone.
[[nodiscard]] std::vector<DueItem> dueList(std::span<const PersonSummary> people, const ProgrammeRules& rules,
                                           QDate today, int horizonDays = 7);
/// The items of one person, in the same order.
[[nodiscard]] std::vector<DueItem> dueItems(const PersonSummary& person, const ProgrammeRules& rules, QDate today,
                                            int horizonDays = 7);

} // namespace doorstep::domain
