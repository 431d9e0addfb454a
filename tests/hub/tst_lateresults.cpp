#include "hub/hubfixture.h"

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;
using wire::Outcome;

/// What a device hears of its changes that waited and were released later.
class TstLateResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void release_refused_isToldUntilTheReplyArrived();
    void release_applied_isTold();
    void release_withoutWorkingRole_isTold();
    void release_beforeConfirmation_resendGivesTheNewResult();
    void release_inOtherEpoch_isNotTold();

private:
    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone, m_tablet;
};

void TstLateResults::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(QStringLiteral("Sam"));
    m_hub->addUser(QStringLiteral("Kim"));
    m_phone = m_hub->enrol(QStringLiteral("Sam"));
    m_tablet = m_hub->enrol(QStringLiteral("Kim"));
}

void TstLateResults::release_refused_isToldUntilTheReplyArrived()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    const qint64 n = m_phone.unsent[0].n;
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Held);
    m_hub->exchange(m_phone); // confirms; the hub forgets the result
    // The person turns out to be of another scheme.
    m_hub->addUser(QStringLiteral("Far"), "connector", "torfaen");
    TestDevice far = m_hub->enrol(QStringLiteral("Far"));
    m_hub->save(far, "person", id(4), person("Bob"));
    m_hub->exchange(far);
    QCOMPARE(m_hub->status().value(QStringLiteral("quarantined")).toInt(), 1);

    QVERIFY(m_hub->send(m_phone, m_hub->request(m_phone))); // this reply never came
    const auto told = m_hub->exchange(m_phone);
    QCOMPARE(told.results.size(), 1U);
    QCOMPARE(told.results.at(0).n, n);
    QCOMPARE(told.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(told.results.at(0).code, base::ErrorCode::Forbidden);
    QVERIFY(m_hub->exchange(m_phone).results.empty());
    QVERIFY(m_hub->store().read()->devices().late(m_phone.enrolment.device, m_phone.epoch)->empty());
    QVERIFY(m_hub->exchange(far).results.empty());
}

void TstLateResults::release_applied_isTold()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    m_hub->exchange(m_phone);
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    QVERIFY(m_hub->exchange(m_phone).results.empty());
    // A place is not given twice: the second late result must not pass for the first.
    m_hub->save(m_phone, "contact", id(8), contact(id(7)));
    m_hub->save(m_phone, "person", id(7), person("Cat"));
    const auto told = m_hub->exchange(m_phone);
    QCOMPARE(told.results.size(), 3U);
    QCOMPARE(told.results.at(0).outcome, Outcome::Held);
    QCOMPARE(told.results.at(2).n, told.results.at(0).n);
    QCOMPARE(told.results.at(2).outcome, Outcome::Ok);
}

void TstLateResults::release_withoutWorkingRole_isTold()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    m_hub->exchange(m_phone);
    auto transaction = *m_hub->store().begin();
    Device device = **transaction->devices().device(m_phone.enrolment.device);
    device.isRevoked = true;
    QVERIFY(transaction->devices().update(device));
    QVERIFY(transaction->commit());
    transaction.reset();
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    const auto late = *m_hub->store().read()->devices().late(m_phone.enrolment.device, m_phone.epoch);
    QCOMPARE(late.size(), 1U);
}

void TstLateResults::release_beforeConfirmation_resendGivesTheNewResult()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    QVERIFY(m_hub->send(m_phone, m_hub->request(m_phone)));
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    const auto again = m_hub->exchange(m_phone);
    QCOMPARE(again.results.at(0).outcome, Outcome::Duplicate);
}

void TstLateResults::release_inOtherEpoch_isNotTold()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    m_hub->exchange(m_phone);
    m_phone.epoch = 2;
    m_phone.confirmed = 0;
    m_hub->exchange(m_phone);
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    // In its new epoch the number may stand for another save.
    QVERIFY(m_hub->exchange(m_phone).results.empty());
}

QTEST_GUILESS_MAIN(TstLateResults)
#include "tst_lateresults.moc"
