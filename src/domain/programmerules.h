#pragma once

#include "domain/codelist.h"

#include <QSet>

namespace doorstep::domain {

/// A range of whole numbers, both ends inside.
struct Band
{
    int least = 0;
    int most = -1;
    [[nodiscard]] bool holds(double number) const { return number >= least && number <= most; }
};

/// The programme rules that the program acts on, read once from the lists. A number of 0 means that the hub sent no
/// such rule: then nothing is prompted for it.
struct ProgrammeRules
{
    [[nodiscard]] static ProgrammeRules from(const CodeLists& lists);

    int weeks = 0; ///< length of support (R70)
    int sessions = 0;
    bool countsSessions = false; ///< the scheme counts 12 sessions instead of 12 weeks (R71)
    int reviewWeeks = 0;         ///< after the start (R32)
    int followUpMonths = 0;      ///< after the end (R79)
    int followUpWeeksBefore = 0; ///< the window around it
    int followUpWeeksAfter = 0;
    int firstContactDays = 0;           ///< after acceptance (R10)
    int secondContactDays = 0;          ///< after the only contact (R74)
    int contactsWanted = 0;             ///< contacts from which a person was not "seen once"
    int quietWeeks = 0;                 ///< without a contact (R78)
    int startMeasureDays = 0;           ///< after the first contact (R100)
    int takeUpDays = 0;                 ///< after the last known step of a signpost (R61)
    int outingMinutes = 0;              ///< more than this may be a whole-day outing (R40)
    int longMinutes = 0;                ///< more than this may be a slip of the finger (R40)
    int visitsADay = 0;                 ///< more visits on one day are worth a look (R40)
    int contactsBeforeEndMeasure = 0;   ///< R96
    qint64 attachmentBytes = 0;         ///< the largest file that may be attached
    Band notLonely, lonely, mostLonely; ///< UCLA scores 3–9 (R92)
    QSet<QString> countedModes;         ///< contact modes that count as contacts (R38)
    QSet<QString> silencingClosures;    ///< closure reasons after which nothing is prompted (R106)
    QSet<QString> openSteps;            ///< take-up steps whose outcome is still open
};

} // namespace doorstep::domain
