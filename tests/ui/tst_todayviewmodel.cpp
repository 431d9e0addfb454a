#include "practicesession.h"
#include "ui/today/todayviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace doorstep;
using ui::PracticeSession;
using ui::TodayViewModel;

class TestTodayViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void construction_visitGoingOn_isReadWithoutTheCaseload();
    void load_afterwards_listsWhoIsDue();
    void finish_runningVisit_leavesAFormWithTheMinutes();
    void startVisit_ofThePlan_isDoneWhenItsContactIsSaved();
};

void TestTodayViewModel::construction_visitGoingOn_isReadWithoutTheCaseload()
{
    PracticeSession practice;
    TodayViewModel today(practice.session(), practice.caseload());
    QAbstractItemModelTester visits(today.visits());
    QVERIFY(today.visit()->isRunning());
    QCOMPARE(today.visit()->title(), QStringLiteral("You are with Margaret Ellis"));
    QCOMPARE(today.visit()->minutesText(), QStringLiteral("48 min"));
    QVERIFY(today.hasVisits());
    QVERIFY(!today.isLoaded());
    QVERIFY(!today.hasNeeds());
}

void TestTodayViewModel::load_afterwards_listsWhoIsDue()
{
    PracticeSession practice;
    TodayViewModel today(practice.session(), practice.caseload());
    QAbstractItemModelTester needs(today.needs());
    today.load();
    QVERIFY(today.hasNeeds());
}

void TestTodayViewModel::finish_runningVisit_leavesAFormWithTheMinutes()
{
    PracticeSession practice;
    TodayViewModel today(practice.session(), practice.caseload());
    const QString draft = today.visit()->finish();
    QVERIFY(!draft.isEmpty());
    const auto kept = practice.session().drafts().get(QUuid(draft));
    QVERIFY(kept && *kept);
    QCOMPARE(domain::toText((*kept)->edited.value(u"minutes")), QStringLiteral("48"));
    QSignalSpy changed(&today, &TodayViewModel::changed);
    Q_EMIT practice.session().changed();
    QVERIFY(changed.wait());
    QVERIFY(!today.visit()->isRunning());
    QVERIFY(today.hasDrafts());
}

void TestTodayViewModel::startVisit_ofThePlan_isDoneWhenItsContactIsSaved()
{
    PracticeSession practice;
    TodayViewModel today(practice.session(), practice.caseload());
    const QUuid draft(today.visit()->finish());
    const auto kept = practice.session().drafts().get(draft);
    QVERIFY(kept && *kept);
    store::Recorder::Context context;
    context.draft = draft;
    QSignalSpy changed(&today, &TodayViewModel::changed);
    QVERIFY(practice.session().save(std::nullopt, (*kept)->edited, context).has_value());
    QVERIFY(changed.wait());
    const QModelIndex first = today.visits()->index(0, 0);
    QCOMPARE(first.data(today.visits()->roleNames().key("isDone")).toBool(), true);
    const auto diary = store::CaseloadStore(practice.session().store(), practice.clock())
                           .diary(practice.caseload().rules(), practice.clock().now());
    QVERIFY(diary && diary->front().plan.state.is(domain::Code{QStringLiteral("done")}));
}

QTEST_GUILESS_MAIN(TestTodayViewModel)
#include "tst_todayviewmodel.moc"
