#include "hub/hubfixture.h"

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;
using wire::Outcome;

/// Batches, results and pages of the exchange.
class TstExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void push_newRecords_areThereOnceWithResults();
    void push_sameBatchAgain_isDuplicateAndHasNoEffect();
    void push_replyLost_resendGivesTheStoredResults();
    void push_laterBatchArrivesFirst_earlierIsStillApplied();
    void push_sameBatchOtherDigest_isBatchMutated();
    void push_sameContentAgainInSmallerBatch_isDuplicate();
    void push_versionFarAhead_isClampedAndComesBack();
    void push_twoChangesFarAhead_doNotClash();
    void pull_ownCleanChange_isNotSentBack();
    void pull_ownChangeOverUnseenOne_isSentBack();
    void pull_freshStart_getsOwnRecordsOnEveryPage();
    void pull_page_neverSplitsOneSeq();
    void pull_forgedCursor_isBadRequestNamingCursor();
    void pull_cursorOfOtherHubLife_isGone();
    void exchange_withoutNews_flushesNothing();
};

void TstExchange::push_newRecords_areThereOnceWithResults()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "contact", id(2), contact(id(1)));
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.size(), 2U);
    QCOMPARE(reply.results[0].outcome, Outcome::Ok);
    QCOMPARE(reply.results[1].outcome, Outcome::Ok);
    QCOMPARE(hub.fields(id(1)).value(QStringLiteral("scheme")).toString(), QStringLiteral("conwy"));
    QCOMPARE(hub.row(id(2))->scope, QStringLiteral("conwy"));
    QCOMPARE(hub.row(id(2))->subject, id(1));
    QCOMPARE(hub.row(id(1))->seq, hub.row(id(2))->seq);
}

void TstExchange::push_sameBatchAgain_isDuplicateAndHasNoEffect()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    const auto request = hub.request(phone);
    QVERIFY(hub.send(phone, request));
    const qint64 seq = hub.row(id(1))->seq;
    const auto again = hub.send(phone, request);
    QVERIFY(again);
    QCOMPARE(again->results.at(0).outcome, Outcome::Duplicate);
    QCOMPARE(hub.row(id(1))->seq, seq);
}

void TstExchange::push_replyLost_resendGivesTheStoredResults()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "contact", id(2), contact(id(9)));
    hub.save(phone, "contact", id(3), contact(id(1), -5));
    QVERIFY(hub.send(phone, hub.request(phone)));
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Duplicate);
    QCOMPARE(reply.results.at(1).outcome, Outcome::Held);
    QCOMPARE(reply.results.at(1).needs, base::uuidText(id(9)));
    QCOMPARE(reply.results.at(2).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(2).field, QStringLiteral("minutes"));
    QCOMPARE(hub.status().value(QStringLiteral("held")).toInt(), 1);
    QCOMPARE(hub.status().value(QStringLiteral("quarantined")).toInt(), 1);
}

void TstExchange::push_laterBatchArrivesFirst_earlierIsStillApplied()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    const auto first = hub.save(phone, "person", id(1), person("Ann"));
    const auto second = hub.save(phone, "person", id(2), person("Bob"));
    phone.unsent = {second};
    QVERIFY(hub.send(phone, hub.request(phone)));
    phone.unsent = {first};
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Ok);
    QVERIFY(hub.row(id(1)));
}

void TstExchange::push_sameBatchOtherDigest_isBatchMutated()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    QVERIFY(hub.send(phone, hub.request(phone)));
    // The changes are the same to the letter, their tag is not.
    auto request = hub.request(phone);
    request.batch->digest = QByteArray(64, 'a');
    const auto reply = hub.send(phone, request);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::BatchMutated);
    QCOMPARE(hub.fields(id(1)).value(QStringLiteral("given_name")).toString(), QStringLiteral("Ann"));
}

void TstExchange::push_sameContentAgainInSmallerBatch_isDuplicate()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    for (int i = 1; i <= 4; ++i)
        hub.save(phone, "person", id(i), person("Ann"));
    QVERIFY(hub.send(phone, hub.request(phone)));
    phone.unsent.resize(2);
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.size(), 2U);
    QCOMPARE(reply.results.at(1).outcome, Outcome::Duplicate);
}

void TstExchange::push_versionFarAhead_isClampedAndComesBack()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.exchange(phone);
    phone.ticks = (10ULL * 60 * 1000) << 16;
    hub.save(phone, "organisation", id(1), {{QStringLiteral("name"), QStringLiteral("Hall")}});
    hub.exchange(phone);
    QVERIFY(hub.row(id(1))->record.versions[0].time.milliseconds() <= hub.clock.now().utcMilliseconds());
    QVERIFY(phone.pulled.contains(base::uuidText(id(1))));
}

void TstExchange::push_twoChangesFarAhead_doNotClash()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    phone.ticks = (10ULL * 60 * 1000) << 16;
    const auto first = hub.save(phone, "person", id(1), person("Ann"));
    hub.exchange(phone);
    hub.save(phone, "person", id(1), person("Anna"), {{QStringLiteral("given_name"), first.change.version}});
    QCOMPARE(hub.exchange(phone).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(hub.fields(id(1)).value(QStringLiteral("given_name")).toString(), QStringLiteral("Anna"));
}

void TstExchange::pull_ownCleanChange_isNotSentBack()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.exchange(phone);
    hub.exchange(phone);
    phone.pulled.clear();
    hub.save(phone, "contact", id(2), contact(id(1)));
    QCOMPARE(hub.exchange(phone).pulled.size(), 0U);
    TestDevice tablet = hub.enrol(QStringLiteral("Sam"));
    hub.exchange(tablet);
    QVERIFY(tablet.pulled.contains(base::uuidText(id(2))));
}

void TstExchange::pull_ownChangeOverUnseenOne_isSentBack()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice tablet = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.exchange(phone);
    hub.exchange(tablet);
    hub.save(tablet, "person", id(1), {{QStringLiteral("phone"), QStringLiteral("1")}});
    hub.exchange(tablet);
    phone.pulled.clear();
    // The phone has not seen the tablet's edit; its own clean one must bring the whole record down.
    hub.save(phone, "person", id(1), {{QStringLiteral("email"), QStringLiteral("a@b")}});
    hub.exchange(phone);
    const QJsonObject pulled = phone.pulled.value(base::uuidText(id(1))).value(wire::key::fields).toObject();
    QCOMPARE(pulled.value(QStringLiteral("phone")).toString(), QStringLiteral("1"));
}

void TstExchange::pull_freshStart_getsOwnRecordsOnEveryPage()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    // With their scheme, so that the hub has nothing to add and takes the phone's records as they are.
    QJsonObject ann = person("Ann");
    ann.insert(QStringLiteral("scheme"), QStringLiteral("conwy"));
    for (int batch = 0; batch < 3; ++batch) {
        for (int i = 0; i < 300; ++i)
            hub.save(phone, "person", id(batch * 300 + i + 1), ann);
        hub.exchange(phone);
    }
    phone.cursor.clear();
    phone.pulled.clear();
    while (hub.exchange(phone).more) {
    }
    QCOMPARE(phone.pulled.size(), 900 + 1); // and the worker
}

void TstExchange::pull_page_neverSplitsOneSeq()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    for (int i = 0; i < 400; ++i)
        hub.save(phone, "person", id(i + 1), person("Ann"));
    hub.exchange(phone);
    for (int i = 400; i < 800; ++i)
        hub.save(phone, "person", id(i + 1), person("Ann"));
    hub.exchange(phone);
    TestDevice tablet = hub.enrol(QStringLiteral("Sam"));
    const auto first = hub.exchange(tablet);
    QCOMPARE(first.pulled.size(), 801U);
    QVERIFY(!first.more);
    hub.addUser(QStringLiteral("Kim"));
    hub.addUser(QStringLiteral("Lou"));
    TestDevice other = hub.enrol(QStringLiteral("Kim"));
    const auto page = hub.exchange(other);
    QCOMPARE(page.pulled.size(), 802U); // Kim's own worker came ahead
    QVERIFY(page.more);
    QCOMPARE(hub.exchange(other).pulled.size(), 1U);
}

void TstExchange::pull_forgedCursor_isBadRequestNamingCursor()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.exchange(phone);
    phone.cursor[15] = phone.cursor[15] == u'A' ? u'B' : u'A';
    const auto reply = hub.send(phone, hub.request(phone));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::BadRequest);
    QCOMPARE(reply.error().field, QStringLiteral("cursor"));
}

void TstExchange::pull_cursorOfOtherHubLife_isGone()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.exchange(phone);
    const auto transaction = *hub.store().begin();
    QVERIFY(transaction->setMeta(metakey::hubEpoch, "12345678"));
    QVERIFY(transaction->commit());
    const auto reply = hub.send(phone, hub.request(phone));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::CursorGone);
}

void TstExchange::exchange_withoutNews_flushesNothing()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.exchange(phone);
    // Somebody else holds the write lock: an exchange that wants to write would have to wait for it.
    const auto writing = *hub.store().begin();
    const auto reply = hub.send(phone, hub.request(phone));
    QVERIFY(reply);
    QVERIFY(reply->pulled.empty());
}

QTEST_GUILESS_MAIN(TstExchange)
#include "tst_exchange.moc"
