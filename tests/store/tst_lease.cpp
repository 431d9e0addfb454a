#include "store/caseloadstore.h"
#include "support/devicefixture.h"

#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using support::DeviceFixture;

namespace {
constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
} // namespace

/// A phone that nobody has heard of for too long shows nobody.
class LeaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_withinTheLease_isAsEver();
    void read_afterTheLease_isLeaseOver();
    void read_clockAYearWrong_goesByTheHubsTime();
    void read_notAboutSomebody_needsNoLease();
    void save_afterTheLease_isTakenAllTheSame();

private:
    static void lease(DeviceFixture& phone, qint64 days, qint64 clockOffset = 0)
    {
        auto transaction = *sql::Transaction::begin(phone.store->connection());
        store::Device device = *phone.store->device();
        device.leaseUntil = phone.clock.now().utcMilliseconds() + clockOffset + days * kDay;
        device.clockOffset = clockOffset;
        QVERIFY(phone.store->setDevice(transaction, device));
        QVERIFY(transaction.commit());
    }
    static const domain::KindSpec& personKind() { return domain::kindOf<domain::Person>(); }
};

void LeaseTest::read_withinTheLease_isAsEver()
{
    DeviceFixture phone;
    const auto ann = *phone.create(QStringLiteral("person"), {{QStringLiteral("given_name"), QStringLiteral("Ann")}});
    store::RecordStore records(*phone.store, phone.clock);
    // No exchange yet: nothing came from a hub that could have to be locked.
    QVERIFY(records.get(personKind(), ann.id));
    lease(phone, 30);
    phone.clock.advance(29 * kDay);
    QVERIFY(records.get(personKind(), ann.id));
    QCOMPARE(records.list(personKind())->size(), 1U);
}

void LeaseTest::read_afterTheLease_isLeaseOver()
{
    DeviceFixture phone;
    const auto ann = *phone.create(QStringLiteral("person"), {{QStringLiteral("given_name"), QStringLiteral("Ann")}});
    lease(phone, 30);
    phone.clock.advance(31 * kDay);
    store::RecordStore records(*phone.store, phone.clock);
    QCOMPARE(records.get(personKind(), ann.id).error().code, ErrorCode::LeaseOver);
    QCOMPARE(records.list(personKind()).error().code, ErrorCode::LeaseOver);
    QCOMPARE(records.count(*domain::findKind(u"contact")).error().code, ErrorCode::LeaseOver);
    store::CaseloadStore caseload(*phone.store, phone.clock);
    const auto rules = domain::ProgrammeRules::from(domain::CodeLists::builtIn());
    QCOMPARE(caseload.people(rules, phone.clock.now()).error().code, ErrorCode::LeaseOver);
    QCOMPARE(caseload.diary(rules, phone.clock.now()).error().code, ErrorCode::LeaseOver);
    QCOMPARE(caseload.recordsOf(ann.id.uuid()).error().code, ErrorCode::LeaseOver);
    lease(phone, 30);
    QVERIFY(records.get(personKind(), ann.id));
}

void LeaseTest::read_clockAYearWrong_goesByTheHubsTime()
{
    DeviceFixture phone;
    const auto ann = *phone.create(QStringLiteral("person"), {{QStringLiteral("given_name"), QStringLiteral("Ann")}});
    store::RecordStore records(*phone.store, phone.clock);
    lease(phone, 30, -365 * kDay);
    QVERIFY(records.get(personKind(), ann.id));
    lease(phone, 30, 365 * kDay);
    phone.clock.advance(31 * kDay);
    QCOMPARE(records.get(personKind(), ann.id).error().code, ErrorCode::LeaseOver);
}

void LeaseTest::read_notAboutSomebody_needsNoLease()
{
    DeviceFixture phone;
    lease(phone, -1);
    store::RecordStore records(*phone.store, phone.clock);
    QVERIFY(records.list(*domain::findKind(u"worker")));
    QVERIFY(records.list(*domain::findKind(u"organisation")));
}

void LeaseTest::save_afterTheLease_isTakenAllTheSame()
{
    DeviceFixture phone;
    lease(phone, -1);
    QVERIFY(phone.create(QStringLiteral("person"), {{QStringLiteral("given_name"), QStringLiteral("Ann")}}));
    QCOMPARE(store::Outbox(*phone.store).counts()->waiting, 1);
}

QTEST_GUILESS_MAIN(LeaseTest)
#include "tst_lease.moc"
