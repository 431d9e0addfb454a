#include "domain/programmeclock.h"

#include <QTest>

using namespace doorstep::domain;

namespace {

const QDate kStart(2026, 10, 27);

EpisodeDays startedOn(QDate day)
{
    EpisodeDays days;
    days.started = day;
    days.isAccepted = true;
    return days;
}

} // namespace

class TestProgrammeClock : public QObject
{
    Q_OBJECT

    const ProgrammeRules m_rules = ProgrammeRules::from(CodeLists::builtIn());

private Q_SLOTS:
    void week_countsFromStart_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("week");
        QTest::addColumn<int>("percent");
        QTest::newRow("before the start") << -3 << 1 << 0;
        QTest::newRow("first day") << 0 << 1 << 0;
        QTest::newRow("a week") << 7 << 1 << 8;
        QTest::newRow("a week and a day") << 8 << 2 << 9;
        QTest::newRow("four weeks") << 28 << 4 << 33;
        QTest::newRow("last day") << 84 << 12 << 100;
        QTest::newRow("over") << 85 << 13 << 100;
    }
    void week_countsFromStart()
    {
        QFETCH(int, day);
        QFETCH(int, week);
        QFETCH(int, percent);
        const ProgrammeClock clock(startedOn(kStart), m_rules, kStart.addDays(day));
        QCOMPARE(clock.number(), week);
        QCOMPARE(clock.of(), 12);
        QCOMPARE(clock.percent(), percent);
        QCOMPARE(clock.isOver(), week > 12);
    }
    void days_ofThePicture_areReviewEighthDecemberEndNineteenthJanuary()
    {
        const ProgrammeClock clock(startedOn(kStart), m_rules, QDate(2026, 11, 24));
        QCOMPARE(*clock.reviewDue(), QDate(2026, 12, 8));
        QCOMPARE(*clock.endsOn(), QDate(2027, 1, 19));
        QVERIFY(!clock.followUpDue());
    }
    void countedFrom_noStart_fallsBackToAcceptanceThenReferral()
    {
        EpisodeDays days;
        QCOMPARE(ProgrammeClock(days, m_rules, kStart).number(), 0);
        QVERIFY(!ProgrammeClock(days, m_rules, kStart).reviewDue());
        days.referred = kStart.addDays(-40);
        QCOMPARE(*ProgrammeClock(days, m_rules, kStart).countedFrom(), kStart.addDays(-40));
        days.accepted = kStart.addDays(-20);
        QCOMPARE(ProgrammeClock(days, m_rules, kStart).number(), 3);
    }
    void sessions_scheme_countsContacts()
    {
        ProgrammeRules rules = m_rules;
        rules.countsSessions = true;
        const ProgrammeClock clock(startedOn(kStart), rules, kStart.addDays(100), 6);
        QCOMPARE(clock.number(), 6);
        QCOMPARE(clock.percent(), 50);
        QVERIFY(!clock.isOver() && !clock.endsOn());
        QVERIFY(ProgrammeClock(startedOn(kStart), rules, kStart, 13).isOver());
    }
    void ended_episode_standsStill()
    {
        EpisodeDays days = startedOn(kStart);
        days.ended = kStart.addDays(60);
        const ProgrammeClock clock(days, m_rules, kStart.addDays(300));
        QCOMPARE(clock.number(), 9);
        QVERIFY(!clock.isOver());
    }
    void followUp_monthEnd_isThreeCalendarMonthsLater()
    {
        EpisodeDays days = startedOn(QDate(2026, 9, 1));
        days.ended = QDate(2026, 11, 30);
        QCOMPARE(*ProgrammeClock(days, m_rules, kStart).followUpDue(), QDate(2027, 2, 28));
        days.isSilent = true;
        QVERIFY(!ProgrammeClock(days, m_rules, kStart).followUpDue());
    }
    void stage_throughAnEpisode_isAsThePeopleChips()
    {
        EpisodeDays days;
        days.referred = kStart;
        const auto stage = [&](int day, bool hasFollowUp = false) {
            return ProgrammeClock(days, m_rules, kStart.addDays(day)).stage(hasFollowUp);
        };
        QVERIFY(stage(1) == Stage::New);
        days.isAccepted = true;
        QVERIFY(stage(1) == Stage::Active);
        days.ended = kStart.addDays(84);
        const int due = static_cast<int>(kStart.daysTo(days.ended->addMonths(3)));
        QVERIFY(stage(84) == Stage::Ended);
        QVERIFY(stage(due - 22) == Stage::Ended);
        QVERIFY(stage(due - 21) == Stage::FollowUp);
        QVERIFY(stage(due + 21) == Stage::FollowUp);
        QVERIFY(stage(due, true) == Stage::Ended);
        QVERIFY(stage(due + 22) == Stage::Ended);
        days = EpisodeDays();
        days.isRefused = true;
        QVERIFY(stage(1) == Stage::Ended);
    }
};

QTEST_APPLESS_MAIN(TestProgrammeClock)
#include "tst_programmeclock.moc"
