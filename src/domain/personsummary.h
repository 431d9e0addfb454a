#pragma once

#include "domain/kinds/signpost.h"
#include "domain/programmeclock.h"
#include "domain/record.h"

namespace doorstep::domain {

/// A signpost whose outcome is not known yet.
struct OpenSignpost
{
    base::Id<Signpost> id;
    QString name;
    QDate lastStepOn;
};

/// What lists, the due list and the clock need to know of a person, without the person's records.
struct PersonSummary
{
    base::Id<Person> person;
    QString name;
    base::Id<Episode> episode; ///< the latest one; null when there is none
    EpisodeDays days;
    int contacts = 0;   ///< visits and calls with the person (R38), of this episode
    int faceToFace = 0; ///< the visits among them
    std::optional<QDate> firstContact, lastContact;
    bool hasStartMeasure = false; ///< complete, or a reason why it could not be asked
    bool hasEndMeasure = false;
    bool hasFollowUp = false;
    int goals = 0;
    std::optional<QDate> goalsSetOn; ///< the first goal's day
    std::vector<OpenSignpost> openSignposts;
    std::optional<base::Timestamp> nextVisit; ///< the next planned visit or call that is still open
};

/// "Margaret Ellis"; the name somebody is known by stands for the given name.
[[nodiscard]] QString displayName(const Person& person);

/// The latest episode of the records (by referral day, then id); none without one.
[[nodiscard]] const Record* latestEpisode(std::span<const Record> ofPerson);
/// True when the record belongs to this episode or to none.
[[nodiscard]] bool isOfEpisode(const Record& record, const Record* episode);

/// Sums up the records of one person (any kinds, any order; deleted ones are skipped). `now` parts past plans from
/// coming ones.
[[nodiscard]] PersonSummary summarise(std::span<const Record> ofPerson, const ProgrammeRules& rules,
                                      const base::Timestamp& now);

} // namespace doorstep::domain
