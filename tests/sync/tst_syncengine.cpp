#include "domain/kinds/conflict.h"
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

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

HubReply ok(const wire::ExchangeReply& reply)
{
    HubReply out;
    out.status = 200;
    out.body = wire::toBytes(reply);
    return out;
}

HubReply refusal(ErrorCode code)
{
    HubReply out;
    out.status = base::httpStatus(code);
    out.error = base::Error{code, {}, {}};
    return out;
}

/// A reply that answers every change of the request with `outcome`.
wire::ExchangeReply answerAll(const QByteArray& request, wire::Outcome outcome = wire::Outcome::Ok)
{
    wire::ExchangeReply reply;
    reply.cursor = s("cursor");
    const auto read = wire::requestFromBytes(request);
    if (read && read->batch) {
        for (const wire::Change& change : read->batch->changes)
            reply.results.push_back({change.n, outcome, {}, {}, ErrorCode::InvalidValue, s("phone"), {}});
    }
    return reply;
}

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void round_nothingToSend_isOneRequest();
    void push_accepted_isReceived();
    void push_replyLost_resendsTheSameBytes();
    void push_savedWhileInFlight_staysWaiting();
    void push_changeWithoutResult_goesBackToWaiting();
    void push_readAheadButOneWentBack_beginsWithThatOne();
    void push_quarantined_needsAttentionAndTheRestIsReceived();
    void push_tooLarge_halvesTheBatch();
    void push_oneUnreadableChange_stepsAside();
    void push_epochStale_takesANewEpochAndSendsAgain();
    void push_mutatedBatch_isACopyAndTakesANewEpoch();
    void push_noResults_stopsInsteadOfAskingForEver();
    void push_twoTimeouts_halvesTheBatch();
    void pull_cursorRefused_startsAnewAndBlamesNoRecord();
    void pull_overAPendingRemoval_keepsItRemoved();
    void reply_lateResultOfAHeldChange_isTaken();
    void pull_cursorGone_startsAnewAndKeepsTheOutbox();
    void pull_fieldWithUnsentEdit_keepsTheEdit();
    void pull_heldChangeArrives_isReceived();
    void pull_kindOfANewerHub_isKeptAside();
    void reply_garbled_isInDoubtAndLosesNothing();
    void reply_unauthorised_stopsAndKeepsEverything();

private:
    /// The body of the next request, which must be an exchange.
    [[nodiscard]] QByteArray nextBody();
    [[nodiscard]] store::OutboxCounts counts() { return *Outbox(*m_device->store).counts(); }

    std::unique_ptr<DeviceFixture> m_device;
    std::unique_ptr<SyncEngine> m_engine;
};

void SyncEngineTest::init()
{
    m_engine.reset();
    m_device = std::make_unique<DeviceFixture>();
    m_engine = std::make_unique<SyncEngine>(*m_device->store, m_device->clock);
    m_engine->beginRound();
}

QByteArray SyncEngineTest::nextBody()
{
    const auto request = m_engine->next();
    m_engine->prepare();
    return request && *request ? (*request)->body : QByteArray();
}

void SyncEngineTest::round_nothingToSend_isOneRequest()
{
    const QByteArray body = nextBody();
    QVERIFY(!wire::requestFromBytes(body)->batch);
    QVERIFY(m_engine->accept(ok(answerAll(body))));
    QVERIFY(!*m_engine->next());
    QCOMPARE(m_engine->report().exchanges, 1);
    QVERIFY(!m_engine->report().stopped);
    QCOMPARE(m_device->store->device()->cursor, s("cursor"));
}

void SyncEngineTest::push_accepted_isReceived()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    const QByteArray body = nextBody();
    QCOMPARE(counts().inFlight, 1);
    QVERIFY(m_engine->accept(ok(answerAll(body))));
    QVERIFY(!*m_engine->next());
    QCOMPARE(counts().received, 1);
    QCOMPARE(counts().unsent(), 0);
    QCOMPARE(m_device->store->device()->confirmedThrough, 1);
}

void SyncEngineTest::push_replyLost_resendsTheSameBytes()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    const auto first = wire::requestFromBytes(nextBody());
    HubReply lost;
    lost.error = base::Error{ErrorCode::Offline, {}, {}};
    QVERIFY(m_engine->accept(lost));
    QVERIFY(!*m_engine->next());
    QCOMPARE(m_engine->report().stopped->code, ErrorCode::Offline);

    // Another save and another program start must not change what was frozen.
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Ruth")}}));
    m_device->reopen();
    m_engine = std::make_unique<SyncEngine>(*m_device->store, m_device->clock);
    m_engine->beginRound();
    const QByteArray body = nextBody();
    const auto second = wire::requestFromBytes(body);
    QCOMPARE(second->batch->digest, first->batch->digest);
    QCOMPARE(wire::changesToBytes(second->batch->changes), wire::changesToBytes(first->batch->changes));
    QVERIFY(m_engine->accept(ok(answerAll(body))));
    QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.front().n, 2);
}

void SyncEngineTest::push_savedWhileInFlight_staysWaiting()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    const QByteArray body = nextBody();
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Ruth")}}));
    QVERIFY(m_engine->accept(ok(answerAll(body))));
    QCOMPARE(counts().received, 1);
    QCOMPARE(counts().waiting, 1);
    QVERIFY(!nextBody().isEmpty());
}

void SyncEngineTest::push_changeWithoutResult_goesBackToWaiting()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Ruth")}}));
    wire::ExchangeReply reply = answerAll(nextBody());
    reply.results.pop_back();
    QVERIFY(m_engine->accept(ok(reply)));
    QCOMPARE(counts().received, 1);
    QCOMPARE(counts().waiting, 1);
}

void SyncEngineTest::push_readAheadButOneWentBack_beginsWithThatOne()
{
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        store::Device device = *m_device->store->device();
        device.batchLimit = 2;
        QVERIFY(m_device->store->setDevice(transaction, device) && transaction.commit());
    }
    for (int i = 0; i < 4; ++i)
        QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    wire::ExchangeReply reply = answerAll(nextBody());
    QCOMPARE(reply.results.size(), 2U);
    reply.results.pop_back();
    QVERIFY(m_engine->accept(ok(reply)));
    const auto request = wire::requestFromBytes(nextBody());
    QCOMPARE(request->batch->changes.front().n, 2);
    QCOMPARE(request->batch->digest, wire::digestOf(wire::changesToBytes(request->batch->changes)));
    // Of what is read ahead now, all is still next.
    const wire::ExchangeReply rest = answerAll(nextBody());
    QVERIFY(m_engine->accept(ok(rest)));
    QVERIFY(counts().received >= 3);
}

void SyncEngineTest::push_quarantined_needsAttentionAndTheRestIsReceived()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Ruth")}}));
    wire::ExchangeReply reply = answerAll(nextBody());
    reply.results.front().outcome = wire::Outcome::Quarantined;
    QVERIFY(m_engine->accept(ok(reply)));
    QCOMPARE(counts().needsAttention, 1);
    QCOMPARE(counts().received, 1);
    const auto refused = Outbox(*m_device->store).entries(OutboxState::NeedsAttention);
    QCOMPARE(refused->front().field, s("phone"));
    QCOMPARE(refused->front().code, s("invalid_value"));
    QVERIFY(!*m_engine->next());
}

void SyncEngineTest::push_tooLarge_halvesTheBatch()
{
    for (int i = 0; i < 8; ++i)
        QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.size(), 8U);
    QVERIFY(m_engine->accept(refusal(ErrorCode::TooLarge)));
    QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.size(), 4U);
}

void SyncEngineTest::push_oneUnreadableChange_stepsAside()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    // A hub that cannot read change 3, in whatever batch it comes.
    for (int i = 0; i < 40; ++i) {
        const QByteArray body = nextBody();
        if (body.isEmpty())
            break;
        const auto request = wire::requestFromBytes(body);
        bool bad = false;
        if (request->batch) {
            for (const wire::Change& change : request->batch->changes)
                bad |= change.n == 3;
        }
        QVERIFY(m_engine->accept(bad ? refusal(ErrorCode::BadRequest) : ok(answerAll(body))));
    }
    QCOMPARE(counts().received, 4);
    QCOMPARE(counts().needsAttention, 1);
    QVERIFY(!m_engine->report().stopped);
}

void SyncEngineTest::push_epochStale_takesANewEpochAndSendsAgain()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QCOMPARE(wire::requestFromBytes(nextBody())->epoch, 1);
    QVERIFY(m_engine->accept(refusal(ErrorCode::EpochStale)));
    const auto again = wire::requestFromBytes(nextBody());
    QCOMPARE(again->epoch, 2);
    QCOMPARE(again->batch->changes.size(), 1U);
}

void SyncEngineTest::push_mutatedBatch_isACopyAndTakesANewEpoch()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(refusal(ErrorCode::BatchMutated)));
    QCOMPARE(wire::requestFromBytes(nextBody())->epoch, 2);
}

void SyncEngineTest::push_noResults_stopsInsteadOfAskingForEver()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(!nextBody().isEmpty());
    wire::ExchangeReply reply;
    reply.cursor = s("x");
    QVERIFY(m_engine->accept(ok(reply)));
    QVERIFY(!*m_engine->next());
    QCOMPARE(m_engine->report().stopped->code, ErrorCode::InDoubt);
    QCOMPARE(counts().unsent(), 1);
}

void SyncEngineTest::push_twoTimeouts_halvesTheBatch()
{
    for (int i = 0; i < 8; ++i)
        QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    HubReply slow;
    slow.error = base::Error{ErrorCode::Timeout, {}, {}};
    for (int i = 0; i < 2; ++i) {
        m_engine->beginRound();
        QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.size(), 8U);
        QVERIFY(m_engine->accept(slow));
    }
    m_engine->beginRound();
    QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.size(), 4U);
}

void SyncEngineTest::pull_cursorRefused_startsAnewAndBlamesNoRecord()
{
    wire::ExchangeReply reply = answerAll(nextBody());
    reply.cursor = s("not of this hub");
    QVERIFY(m_engine->accept(ok(reply)));
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    m_engine->beginRound();
    QVERIFY(!nextBody().isEmpty());
    HubReply refused = refusal(ErrorCode::BadRequest);
    refused.error.field = s("cursor");
    QVERIFY(m_engine->accept(refused));
    const QByteArray again = nextBody();
    QCOMPARE(wire::requestFromBytes(again)->cursor, QString());
    QVERIFY(m_engine->accept(ok(answerAll(again))));
    QCOMPARE(counts().received, 1);
    QCOMPARE(counts().needsAttention, 0);
}

void SyncEngineTest::pull_overAPendingRemoval_keepsItRemoved()
{
    const auto person = m_device->create(s("person"), {{s("given_name"), s("Tom")}});
    wire::ExchangeReply reply = answerAll(nextBody());
    reply.records << wire::recordToBytes(*person);
    // Removed while the page is on its way.
    QVERIFY(store::Recorder(*m_device->store, m_device->clock).remove(*person->kind, person->id, s("entered twice")));
    QVERIFY(m_engine->accept(ok(reply)));
    QVERIFY(store::RecordStore(*m_device->store).get(*person->kind, person->id)->isDeleted());
}

void SyncEngineTest::reply_lateResultOfAHeldChange_isTaken()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(m_engine->accept(ok(answerAll(nextBody(), wire::Outcome::Held))));
    QCOMPARE(counts().held, 1);
    m_engine->beginRound();
    wire::ExchangeReply reply = answerAll(nextBody());
    reply.results.push_back({1, wire::Outcome::Quarantined, {}, {}, ErrorCode::Forbidden, s("scheme"), {}});
    QVERIFY(m_engine->accept(ok(reply)));
    QCOMPARE(counts().held, 0);
    QCOMPARE(counts().needsAttention, 1);
}

void SyncEngineTest::pull_cursorGone_startsAnewAndKeepsTheOutbox()
{
    QVERIFY(m_engine->accept(ok(answerAll(nextBody()))));
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    m_engine->beginRound();
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(refusal(ErrorCode::CursorGone)));
    const auto again = wire::requestFromBytes(nextBody());
    QCOMPARE(again->cursor, QString());
    QCOMPARE(again->batch->changes.size(), 1U);
}

void SyncEngineTest::pull_fieldWithUnsentEdit_keepsTheEdit()
{
    const auto person = m_device->create(s("person"), {{s("given_name"), s("Tom")}, {s("phone"), s("mine")}});
    domain::Record theirs = *person;
    const base::Version later{base::HybridTime::fromMilliseconds(1'795'517'500'000), 9};
    for (const QString& field : {s("phone"), s("postcode")}) {
        theirs.set(field, s("theirs"));
        theirs.versions[static_cast<size_t>(theirs.kind->indexOf(field))] = later;
    }
    wire::ExchangeReply reply;
    reply.cursor = s("c");
    reply.records << wire::recordToBytes(theirs);
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(ok(reply)));
    const auto stored = store::RecordStore(*m_device->store).get(*person->kind, person->id);
    QCOMPARE(stored->value(u"phone"), domain::Value(s("mine")));
    QCOMPARE(stored->value(u"postcode"), domain::Value(s("theirs")));
    // The clock has seen their stamp: the next save here is later.
    const auto next = m_device->create(s("person"), {{s("given_name"), s("Ruth")}});
    QVERIFY(next->versions.front() > later);
}

void SyncEngineTest::pull_heldChangeArrives_isReceived()
{
    const auto person = m_device->create(s("person"), {{s("given_name"), s("Tom")}});
    QVERIFY(m_engine->accept(ok(answerAll(nextBody(), wire::Outcome::Held))));
    QCOMPARE(counts().held, 1);
    wire::ExchangeReply reply;
    reply.cursor = s("c");
    reply.records << wire::recordToBytes(*person);
    m_engine->beginRound();
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(ok(reply)));
    QCOMPARE(counts().held, 0);
    QCOMPARE(counts().received, 1);
}

void SyncEngineTest::pull_kindOfANewerHub_isKeptAside()
{
    wire::ExchangeReply reply;
    reply.cursor = s("c");
    reply.records
        << R"({"kind":"peer_link","id":"0193e4a2-b7c1-7000-8000-000000000001","fields":{"why":"chess"},"versions":{}})";
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(ok(reply)));
    sql::Statement select(m_device->store->connection(), "SELECT body FROM unknown_record WHERE kind = 'peer_link'");
    QVERIFY(*select.one());
    QVERIFY(select.bytes(0).contains("chess"));
}

void SyncEngineTest::reply_garbled_isInDoubtAndLosesNothing()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    HubReply cut = ok(answerAll(nextBody()));
    cut.body.truncate(cut.body.size() / 2);
    QVERIFY(m_engine->accept(cut));
    QCOMPARE(m_engine->report().stopped->code, ErrorCode::InDoubt);
    QCOMPARE(counts().inFlight, 1);
    m_engine->beginRound();
    QCOMPARE(wire::requestFromBytes(nextBody())->batch->changes.size(), 1U);
}

void SyncEngineTest::reply_unauthorised_stopsAndKeepsEverything()
{
    QVERIFY(m_device->create(s("person"), {{s("given_name"), s("Tom")}}));
    QVERIFY(!nextBody().isEmpty());
    QVERIFY(m_engine->accept(refusal(ErrorCode::Unauthorised)));
    QVERIFY(!*m_engine->next());
    QCOMPARE(m_engine->report().stopped->code, ErrorCode::Unauthorised);
    QCOMPARE(counts().unsent(), 1);
}

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "tst_syncengine.moc"
