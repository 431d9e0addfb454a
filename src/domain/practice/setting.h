#pragma once

#include "domain/kinds/organisation.h"
#include "domain/practice/book.h"
#include "domain/practice/dice.h"

#include <QTime>

namespace doorstep::domain::practice {

/// What all people of a caseload share: the day, the scheme, the two workers, the places, the chance.
struct Setting
{
    QDate today;
    QString scheme;
    QString area; ///< code of the scheme's area: decides phone numbers and postcodes
    base::Id<Worker> connector, volunteer;
    bool morningDone = true;
    Dice dice;
    Book book;
    std::vector<Organisation> places;

    [[nodiscard]] QDate daysAgo(int days) const { return today.addDays(-days); }
    /// The clock of the United Kingdom on that day.
    [[nodiscard]] base::Timestamp at(QDate day, QTime time) const;
};

inline Choice choice(const QString& code)
{
    return Code{code};
}

/// About 25 places of several kinds, and their records.
void makePlaces(Setting& setting);
/// The six people of the practice caseload who have a story.
void makeKnownPeople(Setting& setting);
/// The other eight active people, two new ones, five in follow-up and forty-one whose support has ended.
void makeEverydayPeople(Setting& setting);
/// 1,000 people and 20,000 contacts in the published shares.
void makeLargeCaseload(Setting& setting);

} // namespace doorstep::domain::practice
