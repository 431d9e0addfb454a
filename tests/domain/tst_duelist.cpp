#include "domain/duelist.h"

#include <QTest>

using namespace doorstep::domain;

namespace {

const QDate kToday(2026, 11, 24);

QDate ago(int days)
{
    return kToday.addDays(-days);
}

/// Active for `days`, seen twice, lately, measured: nothing is due.
PersonSummary wellServed(int days = 20)
{
    PersonSummary person;
    person.person = doorstep::base::Id<Person>(QUuid::createUuid());
    person.name = QStringLiteral("Una Orr");
    person.days.accepted = ago(days + 3);
    person.days.started = ago(days);
    person.days.isAccepted = true;
    person.contacts = 2;
    person.faceToFace = 1;
    person.firstContact = ago(days);
    person.lastContact = ago(2);
    person.hasStartMeasure = true;
    return person;
}

} // namespace

class TestDueList : public QObject
{
    Q_OBJECT

    const ProgrammeRules m_rules = ProgrammeRules::from(CodeLists::builtIn());

    std::vector<DueItem> due(const PersonSummary& person) const { return dueItems(person, m_rules, kToday); }

private Q_SLOTS:
    void wellServed_nothingIsDue() { QVERIFY(due(wellServed()).empty()); }

    void firstContact_afterFourteenDays_isDue()
    {
        PersonSummary person = wellServed();
        person.days.started.reset();
        person.contacts = 0;
        person.firstContact.reset();
        person.lastContact.reset();
        person.days.accepted = ago(14);
        QVERIFY(due(person).empty());
        person.days.accepted = ago(15);
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::FirstContact);
        QCOMPARE(due(person).front().days, 15);
    }
    void secondContact_afterMoreThanTenDays_isDue()
    {
        PersonSummary person = wellServed();
        person.contacts = 1;
        person.faceToFace = 1;
        person.lastContact = ago(10);
        QVERIFY(due(person).empty());
        person.lastContact = ago(12);
        QCOMPARE(due(person).size(), size_t(1));
        const DueItem item = due(person).front();
        QVERIFY(item.kind == DueKind::SecondContact && item.wasVisit);
        QCOMPARE(item.days, 12);
        QCOMPARE(item.due, ago(2));
        person.contacts = 2;
        QVERIFY(due(person).empty());
    }
    void review_withinTheHorizon_isDue()
    {
        PersonSummary person = wellServed(34);
        QVERIFY(due(person).empty());
        person = wellServed(40);
        person.goalsSetOn = ago(42);
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::Review);
        QCOMPARE(due(person).front().due, kToday.addDays(2));
        QCOMPARE(due(person).front().since, ago(42));
        person.days.reviewHeld = ago(1);
        QVERIFY(due(person).empty());
    }
    void supportOver_afterTheLastDay_isDue()
    {
        PersonSummary person = wellServed(84);
        person.days.reviewHeld = ago(40);
        QVERIFY(due(person).empty());
        person = wellServed(85);
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::SupportOver);
        QCOMPARE(due(person).front().due, ago(1));
    }
    void followUp_inItsWindow_isDueUntilAsked()
    {
        PersonSummary person = wellServed(200);
        person.days.ended = kToday.addMonths(-3).addDays(10);
        QVERIFY(due(person).empty());
        person.days.ended = kToday.addMonths(-3);
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::FollowUp);
        person.hasFollowUp = true;
        QVERIFY(due(person).empty());
        person.hasFollowUp = false;
        person.days.isSilent = true;
        QVERIFY(due(person).empty());
        person.days.isSilent = false;
        person.days.ended = kToday.addMonths(-3).addDays(-22);
        QVERIFY(due(person).empty());
    }
    void goneQuiet_afterSixWeeks_isDue()
    {
        PersonSummary person = wellServed(60);
        person.days.reviewHeld = ago(20);
        person.lastContact = ago(41);
        QVERIFY(due(person).empty());
        person.lastContact = ago(42);
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::GoneQuiet);
    }
    void startMeasure_missingAfterTwoWeeks_isDue()
    {
        PersonSummary person = wellServed(13);
        person.hasStartMeasure = false;
        QVERIFY(due(person).empty());
        person = wellServed(14);
        person.hasStartMeasure = false;
        QVERIFY(due(person).front().kind == DueKind::StartMeasure);
    }
    void takeUp_notAskedForTwoWeeks_isDueForEachSignpost()
    {
        PersonSummary person = wellServed();
        const doorstep::base::Id<Signpost> old(QUuid::createUuid());
        person.openSignposts = {
            {old, QStringLiteral("Falls Bowls Club"), ago(14)},
            {doorstep::base::Id<Signpost>(QUuid::createUuid()), QStringLiteral("Library"), ago(13)}};
        QCOMPARE(due(person).size(), size_t(1));
        QVERIFY(due(person).front().kind == DueKind::TakeUp && due(person).front().signpost == old);
        QCOMPARE(due(person).front().place, QStringLiteral("Falls Bowls Club"));
    }
    void refusedOrNew_nothingIsDue()
    {
        PersonSummary person = wellServed(85);
        person.days.isRefused = true;
        QVERIFY(due(person).empty());
        person.days.isRefused = false;
        person.days.isAccepted = false;
        QVERIFY(due(person).empty());
    }
    void list_severalPeople_isSortedByKindThenDay()
    {
        PersonSummary tom = wellServed();
        tom.contacts = 1;
        tom.lastContact = ago(12);
        PersonSummary joan = wellServed(40);
        PersonSummary late = wellServed(41);
        const std::vector people{tom, joan, late, wellServed()};
        const auto items = dueList(people, m_rules, kToday);
        QCOMPARE(items.size(), size_t(3));
        QVERIFY(items[0].person == late.person);
        QVERIFY(items[1].person == joan.person);
        QVERIFY(items[2].person == tom.person);
        QVERIFY(dueList(people, ProgrammeRules(), kToday).empty());
    }
};

QTEST_APPLESS_MAIN(TestDueList)
#include "tst_duelist.moc"
