#include "practicesession.h"

using namespace doorstep;
using ui::PracticeSession;

class TestCaseload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void people_ofPracticeCaseload_agreeWithTheirRecords();
    void stageOf_practiceCaseload_countsAsPublished();
};

void TestCaseload::people_ofPracticeCaseload_agreeWithTheirRecords()
{
    PracticeSession practice;
    store::CaseloadStore store(practice.session().store(), practice.clock());
    const base::Timestamp now = practice.clock().now();
    QVERIFY(practice.caseload().people().size() > 50);
    for (const store::CaseloadEntry& entry : practice.caseload().people()) {
        const auto records = store.recordsOf(entry.summary.person.uuid());
        QVERIFY(records.has_value());
        const domain::PersonSummary whole = domain::summarise(*records, practice.caseload().rules(), now);
        const domain::PersonSummary& read = entry.summary;
        QCOMPARE(read.name, whole.name);
        QVERIFY(read.episode == whole.episode);
        QCOMPARE(read.contacts, whole.contacts);
        QCOMPARE(read.faceToFace, whole.faceToFace);
        QVERIFY(read.firstContact == whole.firstContact && read.lastContact == whole.lastContact);
        QCOMPARE(read.hasStartMeasure, whole.hasStartMeasure);
        QCOMPARE(read.hasEndMeasure, whole.hasEndMeasure);
        QCOMPARE(read.hasFollowUp, whole.hasFollowUp);
        QCOMPARE(read.goals, whole.goals);
        QVERIFY(read.goalsSetOn == whole.goalsSetOn);
        QCOMPARE(read.openSignposts.size(), whole.openSignposts.size());
        QVERIFY(read.nextVisit == whole.nextVisit);
        QVERIFY(practice.caseload().stageOf(read) == practice.caseload().stageOf(whole));
    }
}

void TestCaseload::stageOf_practiceCaseload_countsAsPublished()
{
    PracticeSession practice;
    QHash<int, int> counts;
    for (const store::CaseloadEntry& entry : practice.caseload().people())
        ++counts[static_cast<int>(practice.caseload().stageOf(entry.summary))];
    QCOMPARE(counts.value(static_cast<int>(domain::Stage::Active)), 14);
    QCOMPARE(counts.value(static_cast<int>(domain::Stage::New)), 2);
    QCOMPARE(counts.value(static_cast<int>(domain::Stage::FollowUp)), 5);
    QCOMPARE(counts.value(static_cast<int>(domain::Stage::Ended)), 41);
}

QTEST_GUILESS_MAIN(TestCaseload)
#include "tst_caseload.moc"
