#include "domain/completeness.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/signpost.h"

#include <QTest>

using namespace doorstep::domain;

namespace {

Code code(const char* text)
{
    return Code{QString::fromLatin1(text)};
}

template <class Struct>
Struct newRecord(const Person& person)
{
    Struct made;
    made.id = decltype(made.id)(QUuid::createUuid());
    made.person = person.id;
    return made;
}

/// One person with nothing missing.
struct Complete
{
    Person person;
    Episode episode;
    Contact contact;
    Goal goal;
    Measure start;
    std::vector<Record> more;

    Complete()
    {
        person.id = decltype(person.id)(QUuid::createUuid());
        person.dateOfBirth = QDate(1948, 3, 1);
        person.gender = code("female");
        person.ethnicity = code("white-irish");
        person.livingArrangements = code("lives-alone");
        for (YesNo Person::*trigger :
             {&Person::triggerYoungParent, &Person::triggerBereaved, &Person::triggerSeparated,
              &Person::triggerWithoutChildren, &Person::triggerHealth, &Person::triggerMobility})
            person.*trigger = false;
        episode = newRecord<Episode>(person);
        episode.referralSource = code("nhs-gp");
        episode.assessmentStatus = code("accepted-for-support");
        contact = newRecord<Contact>(person);
        contact.episode = episode.id;
        contact.mode = code("face-to-face");
        contact.minutes = 60;
        goal = newRecord<Goal>(person);
        goal.wording = QStringLiteral("Get out");
        start = newRecord<Measure>(person);
        start.instrument = code("ucla-3");
        start.point = code("start");
        start.score = 8;
    }

    [[nodiscard]] Completeness check() const
    {
        std::vector<Record> records{toRecord(person), toRecord(episode), toRecord(contact), toRecord(goal),
                                    toRecord(start)};
        records.insert(records.end(), more.begin(), more.end());
        return completenessOf(records, CodeLists::builtIn());
    }
    [[nodiscard]] QStringList missing() const
    {
        QStringList sentences;
        for (const MissingThing& thing : check().missing)
            sentences << thing.sentence;
        return sentences;
    }
};

} // namespace

class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_everythingAnswered_isHundred()
    {
        const Complete all;
        QCOMPARE(all.missing(), QStringList());
        QCOMPARE(all.check().percent(), 100);
        QCOMPARE(all.check().of, 10);
    }
    void check_ethnicityNotAsked_isNinety()
    {
        Complete all;
        all.person.ethnicity = Empty::NotAsked;
        QCOMPARE(all.missing(), QStringList{QStringLiteral("ethnicity")});
        QCOMPARE(all.check().percent(), 90);
        const MissingThing thing = all.check().missing.front();
        QCOMPARE(thing.kind, QStringLiteral("person"));
        QCOMPARE(thing.field, QStringLiteral("ethnicity"));
        QVERIFY(thing.record && thing.record->uuid() == all.person.id.uuid());
    }
    void check_declinedOrNotKnown_countsAsAnswered()
    {
        Complete all;
        all.person.ethnicity = Empty::Declined;
        all.person.gender = Empty::NotKnown;
        QCOMPARE(all.check().percent(), 100);
    }
    void check_birthYear_standsForDateOfBirth()
    {
        Complete all;
        all.person.dateOfBirth = Empty::Blank;
        QCOMPARE(all.missing(), QStringList{QStringLiteral("date-of-birth")});
        all.person.birthYear = 1948;
        QCOMPARE(all.missing(), QStringList());
    }
    void check_oneTriggerNotAsked_isMissing()
    {
        Complete all;
        all.person.triggerHealth = Empty::NotAsked;
        QCOMPARE(all.missing(), QStringList{QStringLiteral("trigger-groups")});
    }
    void check_goalReason_standsForGoals()
    {
        Complete all;
        all.goal.wording = Empty::Blank;
        QCOMPARE(all.missing(), QStringList{QStringLiteral("goals")});
        all.episode.noGoalReason = code("not-ready");
        QCOMPARE(all.missing(), QStringList());
    }
    void check_contactWithoutMinutes_namesThatContact()
    {
        Complete all;
        all.contact.minutes = Empty::Blank;
        QVERIFY(all.check().missing.front().record->uuid() == all.contact.id.uuid());
        all.contact.mode = code("email");
        QCOMPARE(all.missing(), QStringList{QStringLiteral("contact-minutes")});
        QVERIFY(!all.check().missing.front().record);
    }
    void check_recordsOfEarlierEpisode_doNotCount()
    {
        Complete all;
        all.episode.referredOn = QDate(2026, 10, 1);
        auto earlier = newRecord<Episode>(all.person);
        earlier.referredOn = QDate(2024, 1, 1);
        auto old = newRecord<Contact>(all.person);
        old.episode = earlier.id;
        old.mode = code("telephone");
        all.more = {toRecord(earlier), toRecord(old)};
        QCOMPARE(all.missing(), QStringList());
    }
    void check_deletedRecord_doesNotCount()
    {
        Complete all;
        auto old = newRecord<Contact>(all.person);
        old.mode = code("telephone");
        Record deleted = toRecord(old);
        deleted.deletion = Deletion{};
        all.more = {deleted};
        QCOMPARE(all.missing(), QStringList());
    }
    void check_endedEpisode_asksForTheEnding()
    {
        Complete all;
        all.episode.endedOn = QDate(2026, 11, 1);
        QCOMPARE(all.missing(), (QStringList{QStringLiteral("end-measure"), QStringLiteral("closure-reason")}));
        auto signpost = newRecord<Signpost>(all.person);
        auto end = newRecord<Measure>(all.person);
        end.instrument = code("ucla-3");
        end.point = code("end");
        end.notAskedReason = code("too-unwell");
        all.more = {toRecord(signpost), toRecord(end)};
        QCOMPARE(all.missing(), (QStringList{QStringLiteral("take-up"), QStringLiteral("closure-reason")}));
    }
    void check_noRecords_isNothingAnswered()
    {
        const Completeness none = completenessOf({}, CodeLists::builtIn());
        QCOMPARE(none.percent(), 0);
        QCOMPARE(completenessOf({}, CodeLists()).percent(), 100);
    }
};

QTEST_APPLESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
