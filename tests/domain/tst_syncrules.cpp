#include "domain/syncrules.h"

#include <QJsonDocument>
#include <QTest>

using namespace doorstep::domain;

/// The numbers that a hub may tune.
class SyncRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtIn_areTheStandingNumbers();
    void given_areTaken();
    void outOfBounds_areKeptWithin();
    void notNumbers_areLeftAlone();

private:
    static SyncRules from(const QByteArray& value)
    {
        CodeLists lists;
        const QByteArray bundle = R"({"lists":[{"list":"programme-rules","version":1,"title":"Rules","entries":[)"
                                  R"({"code":"synchronisation","label":"Sync","value":)" +
                                  value + "}]}]}";
        const auto merged = lists.merge(QJsonDocument::fromJson(bundle).object());
        return merged ? SyncRules::from(lists) : SyncRules{0, 0, 0, 0, 0, 0, 0, 0, 0};
    }
};

void SyncRulesTest::builtIn_areTheStandingNumbers()
{
    const SyncRules rules = SyncRules::from(CodeLists::builtIn());
    const SyncRules standing;
    QCOMPARE(rules.batchChanges, standing.batchChanges);
    QCOMPARE(rules.batchBytes, standing.batchBytes);
    QCOMPARE(rules.pageRecords, standing.pageRecords);
    QCOMPARE(rules.periodMinutes, standing.periodMinutes);
    QCOMPARE(rules.digestHours, standing.digestHours);
    QCOMPARE(rules.leaseDays, 30);
    QCOMPARE(rules.graceHours, 72);
    QCOMPARE(rules.tombstoneDays, 180);
    QCOMPARE(rules.keptDays, standing.keptDays);
}

void SyncRulesTest::given_areTaken()
{
    const SyncRules rules = from(R"({"batch_changes":50,"batch_kilobytes":64,"period_minutes":30,"lease_days":14})");
    QCOMPARE(rules.batchChanges, 50);
    QCOMPARE(rules.batchBytes, 64 * 1024);
    QCOMPARE(rules.periodMinutes, 30);
    QCOMPARE(rules.leaseDays, 14);
    QCOMPARE(rules.pageRecords, SyncRules().pageRecords);
}

void SyncRulesTest::outOfBounds_areKeptWithin()
{
    const SyncRules least = from(R"({"batch_changes":0,"page_records":-5,"lease_days":0,"kept_days":0,)"
                                 R"("tombstone_days":1,"period_minutes":0})");
    QCOMPARE(least.batchChanges, 1);
    QCOMPARE(least.pageRecords, 20);
    QCOMPARE(least.leaseDays, 7);
    QCOMPARE(least.keptDays, 1);
    QVERIFY(least.tombstoneDays > 90);
    QCOMPARE(least.periodMinutes, 15);
    const SyncRules most = from(R"({"batch_changes":100000,"batch_kilobytes":999999,"lease_days":9999})");
    QCOMPARE(most.batchChanges, 500);
    QCOMPARE(most.batchBytes, 1024 * 1024);
    QCOMPARE(most.leaseDays, 90);
}

void SyncRulesTest::notNumbers_areLeftAlone()
{
    const SyncRules rules = from(R"({"batch_changes":"many","lease_days":null})");
    QCOMPARE(rules.batchChanges, 500);
    QCOMPARE(rules.leaseDays, 30);
}

QTEST_GUILESS_MAIN(SyncRulesTest)
#include "tst_syncrules.moc"
