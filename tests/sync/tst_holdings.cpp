#include "store/draftstore.h"
#include "support/devicefixture.h"
#include "sync/syncengine.h"
#include "wire/enrolment.h"

#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using store::Outbox;
using store::OutboxState;
using support::DeviceFixture;
using sync::HubReply;
using sync::SyncEngine;
using wire::Order;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// What a phone does with what the hub says of the saves and people that it holds.
class HoldingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reply_renewsTheLeaseByTheHubsTime();
    void order_erase_isCarriedOutAndReportedInTheSameRound();
    void order_eraseWithUnsentWork_deliversItFirst();
    void order_ofANewerHub_isNotReportedNorAnyBehindIt();
    void order_replace_pullsAnewAndErasesWhatDoesNotCome();
    void order_replaceWithUnsentWork_deliversItFirst();
    void cursorGone_whatDoesNotComeAgain_goesAtTheEnd();
    void cursorGone_killedMidway_goesOn();
    void cursorGone_unsentWorkAndDrafts_stay();
    void hubLostSaves_theyGoAgainBeforeNewOnes();
    void hubLostSaves_setAsideChange_staysAside();
    void safeThrough_dropsOldSavesAndKeepsTheCount();
    void confirmed_neverPassesASaveWithoutAnswer();
    void rules_ofTheHub_boundTheBatch();
    void remaining_isReported();

private:
    struct Exchange
    {
        wire::ExchangeRequest request;
        wire::ExchangeReply reply;
    };
    /// The next request, and a reply that answers all of it with ok.
    [[nodiscard]] Exchange next();
    void accept(const wire::ExchangeReply& reply);
    void refuse(ErrorCode code);
    void exchange() { accept(next().reply); }
    void expectEnd()
    {
        const auto request = m_engine->next();
        QVERIFY(request);
        QVERIFY(!*request);
    }
    [[nodiscard]] domain::Record person(const char* name)
    {
        return *m_device->create(s("person"), {{s("given_name"), s(name)}});
    }
    [[nodiscard]] domain::Record contact(const domain::Record& person)
    {
        return *m_device->create(s("contact"), {{s("person"), person.id.text()}, {s("mode"), s("telephone")}});
    }
    [[nodiscard]] bool has(const domain::Record& record)
    {
        return store::RecordStore(*m_device->store).get(*record.kind, record.id).has_value();
    }
    [[nodiscard]] store::OutboxCounts counts() { return *Outbox(*m_device->store).counts(); }

    std::unique_ptr<DeviceFixture> m_device;
    std::unique_ptr<SyncEngine> m_engine;
    int m_cursor = 0;
};

void HoldingsTest::init()
{
    m_engine.reset();
    m_device = std::make_unique<DeviceFixture>();
    m_engine = std::make_unique<SyncEngine>(*m_device->store, m_device->clock);
    m_engine->beginRound();
}

HoldingsTest::Exchange HoldingsTest::next()
{
    Exchange exchange;
    const auto request = m_engine->next();
    if (!request || !*request)
        return exchange;
    exchange.request = *wire::requestFromBytes((*request)->body);
    exchange.reply.cursor = s("cursor%1").arg(++m_cursor);
    if (exchange.request.batch) {
        for (const wire::Change& change : exchange.request.batch->changes)
            exchange.reply.results.push_back({change.n, wire::Outcome::Ok, {}, {}, {}, {}, {}});
    }
    return exchange;
}

void HoldingsTest::accept(const wire::ExchangeReply& reply)
{
    HubReply out;
    out.status = 200;
    out.body = wire::toBytes(reply);
    QVERIFY(m_engine->accept(out));
}

void HoldingsTest::refuse(ErrorCode code)
{
    HubReply out;
    out.status = base::httpStatus(code);
    out.error = base::Error{code, {}, {}};
    QVERIFY(m_engine->accept(out));
}

void HoldingsTest::reply_renewsTheLeaseByTheHubsTime()
{
    Exchange first = next();
    first.reply.hubTime = 1'800'000'000'000;
    accept(first.reply);
    QCOMPARE(m_device->store->device()->leaseUntil, 1'800'000'000'000 + 30 * kDay);
    m_device->clock.advance(31 * kDay);
    QVERIFY(!store::Lease(*m_device->store, m_device->clock).check());
    m_engine->beginRound();
    Exchange second = next();
    second.reply.hubTime = 1'800'000'000'000 + 31 * kDay;
    accept(second.reply);
    QVERIFY(store::Lease(*m_device->store, m_device->clock).check());
}

void HoldingsTest::order_erase_isCarriedOutAndReportedInTheSameRound()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    exchange();
    m_engine->beginRound();
    Exchange told = next();
    QCOMPARE(told.request.erasedThrough, 0);
    told.reply.orders = {Order{9, Order::Type::Erase, ann.id.uuid(), {}, {}}};
    accept(told.reply);
    QVERIFY(!has(ann));
    QVERIFY(has(bob));
    const Exchange report = next();
    QCOMPARE(report.request.erasedThrough, 9);
    accept(report.reply);
    expectEnd();
    QCOMPARE(counts().received, 2);
}

void HoldingsTest::order_eraseWithUnsentWork_deliversItFirst()
{
    const auto ann = person("Ann");
    exchange();
    m_engine->beginRound();
    Exchange told = next();
    const auto call = contact(ann); // saved while the request was on its way
    told.reply.orders = {Order{9, Order::Type::Erase, ann.id.uuid(), {}, {}}};
    accept(told.reply);
    QVERIFY(has(ann));
    QVERIFY(has(call));
    Exchange delivered = next();
    QCOMPARE(delivered.request.erasedThrough, 0);
    QCOMPARE(delivered.request.batch->changes.front().id, call.id);
    delivered.reply.orders = told.reply.orders;
    accept(delivered.reply);
    QVERIFY(!has(ann));
    QVERIFY(!has(call));
    QCOMPARE(next().request.erasedThrough, 9);
}

void HoldingsTest::order_ofANewerHub_isNotReportedNorAnyBehindIt()
{
    const auto ann = person("Ann");
    exchange();
    m_engine->beginRound();
    const Exchange told = next();
    QByteArray body = wire::toBytes(told.reply);
    body.chop(1);
    body += R"(,"orders":[{"place":3,"type":"shred"},{"place":4,"type":"erase","person":")" + ann.id.text().toLatin1() +
            R"("}]})";
    HubReply out;
    out.status = 200;
    out.body = body;
    QVERIFY(m_engine->accept(out));
    QVERIFY(has(ann));
    QCOMPARE(m_device->store->device()->erasedThrough, 0);
    expectEnd();
}

void HoldingsTest::order_replace_pullsAnewAndErasesWhatDoesNotCome()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    const auto call = contact(bob);
    exchange();
    store::DraftStore drafts(*m_device->store);
    const auto unfinished = m_device->newRecord(s("contact"), {{s("person"), bob.id.text()}});
    QVERIFY(
        drafts.put({unfinished.id.uuid(), std::nullopt, unfinished, {}, m_device->clock.now(), m_device->clock.now()}));
    m_engine->beginRound();
    Exchange told = next();
    told.reply.orders = {Order{5, Order::Type::Replace, {}, s("volunteer"), s("conwy")}};
    accept(told.reply);
    QCOMPARE(m_device->store->device()->scheme, s("conwy"));
    QCOMPARE(m_device->store->device()->role, s("volunteer"));
    Exchange first = next();
    QVERIFY(first.request.cursor.isEmpty());
    first.reply.records << wire::recordToBytes(ann);
    first.reply.more = true;
    accept(first.reply);
    QVERIFY(has(bob));
    accept(next().reply);
    QVERIFY(has(ann));
    QVERIFY(!has(bob));
    QVERIFY(!has(call));
    QVERIFY(drafts.all()->empty());
    QVERIFY(Outbox(*m_device->store).entriesOf(call.id)->empty());
    QCOMPARE(next().request.erasedThrough, 5);
    QCOMPARE(counts().received, 3);
}

void HoldingsTest::order_replaceWithUnsentWork_deliversItFirst()
{
    const auto bob = person("Bob");
    exchange();
    m_engine->beginRound();
    Exchange told = next();
    const auto call = contact(bob);
    told.reply.orders = {Order{5, Order::Type::Replace, {}, s("volunteer"), s("conwy")}};
    accept(told.reply);
    const Exchange delivered = next();
    QVERIFY(!delivered.request.cursor.isEmpty());
    QCOMPARE(delivered.request.batch->changes.front().id, call.id);
    accept(delivered.reply);
    const Exchange anew = next();
    QVERIFY(anew.request.cursor.isEmpty());
    accept(anew.reply);
    QVERIFY(!has(bob));
    QVERIFY(!has(call));
}

void HoldingsTest::cursorGone_whatDoesNotComeAgain_goesAtTheEnd()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    const auto call = contact(bob);
    exchange();
    m_engine->beginRound();
    QVERIFY(!next().request.cursor.isEmpty());
    refuse(ErrorCode::CursorGone);
    Exchange first = next();
    first.reply.records << wire::recordToBytes(ann);
    first.reply.more = true;
    accept(first.reply);
    QVERIFY(has(bob));
    QVERIFY(has(call));
    accept(next().reply);
    QVERIFY(has(ann));
    QVERIFY(!has(bob));
    QVERIFY(!has(call));
    expectEnd();
}

void HoldingsTest::cursorGone_killedMidway_goesOn()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    const auto cid = person("Cid");
    exchange();
    m_engine->beginRound();
    QVERIFY(!next().request.cursor.isEmpty());
    refuse(ErrorCode::CursorGone);
    Exchange first = next();
    first.reply.records << wire::recordToBytes(ann);
    first.reply.more = true;
    accept(first.reply);
    m_engine.reset();
    m_device->reopen();
    m_engine = std::make_unique<SyncEngine>(*m_device->store, m_device->clock);
    m_engine->beginRound();
    Exchange second = next();
    QCOMPARE(second.request.cursor, first.reply.cursor);
    second.reply.records << wire::recordToBytes(bob);
    accept(second.reply);
    QVERIFY(has(ann));
    QVERIFY(has(bob));
    QVERIFY(!has(cid));
}

void HoldingsTest::cursorGone_unsentWorkAndDrafts_stay()
{
    const auto ann = person("Ann");
    exchange();
    store::DraftStore drafts(*m_device->store);
    const auto unfinished = m_device->newRecord(s("contact"), {{s("person"), ann.id.text()}});
    QVERIFY(
        drafts.put({unfinished.id.uuid(), std::nullopt, unfinished, {}, m_device->clock.now(), m_device->clock.now()}));
    m_engine->beginRound();
    QVERIFY(!next().request.cursor.isEmpty());
    refuse(ErrorCode::CursorGone);
    Exchange look = next();
    const auto bob = person("Bob"); // saved while everything comes anew
    look.reply.more = true;
    accept(look.reply);
    Exchange sent = next();
    QCOMPARE(sent.request.batch->changes.front().id, bob.id);
    const auto cid = person("Cid");
    accept(sent.reply);
    QVERIFY(!has(ann));
    QVERIFY(has(bob)); // sent meanwhile; the hub sends no echo of it
    QVERIFY(has(cid));
    QCOMPARE(drafts.all()->size(), 1U);
    accept(next().reply);
    QVERIFY(has(cid));
}

void HoldingsTest::hubLostSaves_theyGoAgainBeforeNewOnes()
{
    std::vector<domain::Record> saved;
    saved.reserve(5);
    for (int i = 0; i < 5; ++i)
        saved.push_back(person("Ann"));
    exchange();
    const auto unsent = contact(saved[4]);
    m_engine->beginRound();
    QCOMPARE(next().request.batch->changes.size(), 1U);
    refuse(ErrorCode::CursorGone);
    Exchange look = next();
    QVERIFY(!look.request.batch);
    QVERIFY(look.request.cursor.isEmpty());
    look.reply.lastN = QMap<qint64, qint64>{{1, 3}};
    accept(look.reply);
    QCOMPARE(counts().received, 3);
    QCOMPARE(m_device->store->device()->confirmedThrough, 3);
    const Exchange again = next();
    QCOMPARE(again.request.confirmedThrough, 3);
    QCOMPARE(again.request.batch->changes.size(), 3U);
    QCOMPARE(again.request.batch->changes[0].id, saved[3].id);
    QCOMPARE(again.request.batch->changes[2].id, unsent.id);
    accept(again.reply);
    QCOMPARE(counts().received, 6);
    expectEnd();
    for (const domain::Record& each : {saved[3], saved[4], unsent})
        QVERIFY(has(each));
    QVERIFY(!has(saved[0])); // the hub did not send it
}

void HoldingsTest::hubLostSaves_setAsideChange_staysAside()
{
    const auto ann = person("Ann");
    QVERIFY(next().request.batch);
    refuse(ErrorCode::BadRequest);
    QCOMPARE(counts().needsAttention, 1);
    Exchange other = next();
    other.reply.lastN = QMap<qint64, qint64>{{1, 0}};
    accept(other.reply);
    QCOMPARE(counts().needsAttention, 1);
    QVERIFY(has(ann));
}

void HoldingsTest::safeThrough_dropsOldSavesAndKeepsTheCount()
{
    const auto ann = person("Ann");
    exchange();
    m_device->clock.advance(15 * kDay);
    const auto bob = person("Bob");
    m_engine->beginRound();
    exchange();
    m_engine->beginRound();
    Exchange told = next();
    told.reply.safeThrough = 2;
    accept(told.reply);
    QVERIFY(Outbox(*m_device->store).entriesOf(ann.id)->empty());
    QCOMPARE(Outbox(*m_device->store).entriesOf(bob.id)->size(), 1U); // not yet fourteen days old
    QCOMPARE(counts().received, 2);
    QCOMPARE(counts().recorded(), 2);
    QCOMPARE(m_device->store->device()->safeThrough, 2);
}

void HoldingsTest::confirmed_neverPassesASaveWithoutAnswer()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    Exchange told = next();
    told.reply.results.erase(told.reply.results.begin());
    accept(told.reply);
    QCOMPARE(m_device->store->device()->confirmedThrough, 0);
    const Exchange again = next();
    QCOMPARE(again.request.batch->changes.front().id, ann.id);
    accept(again.reply);
    QCOMPARE(counts().received, 2);
    QVERIFY(has(bob));
}

void HoldingsTest::rules_ofTheHub_boundTheBatch()
{
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        store::Device device = *m_device->store->device();
        device.listsTag = s("\"new\"");
        QVERIFY(m_device->store->setLists(
            transaction, R"({"lists":[{"list":"programme-rules","version":9,"title":"Rules","entries":[)"
                         R"({"code":"synchronisation","label":"Sync","value":{"batch_changes":2}}]}]})"));
        QVERIFY(m_device->store->setDevice(transaction, device));
        QVERIFY(transaction.commit());
    }
    for (int i = 0; i < 5; ++i)
        QVERIFY(has(person("Ann")));
    QCOMPARE(next().request.batch->changes.size(), 2U);
}

void HoldingsTest::remaining_isReported()
{
    Exchange told = next();
    told.reply.more = true;
    told.reply.remaining = 6800;
    accept(told.reply);
    QCOMPARE(m_engine->report().remaining, 6800);
    accept(next().reply);
    QCOMPARE(m_engine->report().remaining, 0);
}

QTEST_GUILESS_MAIN(HoldingsTest)
#include "tst_holdings.moc"
