#include "store/draftstore.h"
#include "store/erasure.h"
#include "store/safekeeping.h"
#include "support/devicefixture.h"

#include <QFile>
#include <QTest>

using namespace doorstep;
using store::EraseOrder;
using store::Erasure;
using store::Outbox;
using store::OutboxState;
using support::DeviceFixture;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// What goes from a phone, and what must not.
class ErasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void erase_person_takesRecordsDraftsSavesAndUnknownKinds();
    void erase_otherPeople_areNotTouched();
    void erase_unsentSave_stays();
    void erase_savesStayCounted_refusedOnesNotAsReceived();
    void confirm_emptiesTheLogBeforeItCounts();
    void confirm_logInUse_waits();
    void take_orderCarriedOutBefore_isNoOrder();
    void drop_savesInTheBackup_goOnceTheyAreOldEnough();

private:
    [[nodiscard]] domain::Record person(const char* name)
    {
        return *m_device->create(s("person"), {{s("given_name"), s(name)}});
    }
    [[nodiscard]] domain::Record contact(const domain::Record& person)
    {
        return *m_device->create(s("contact"), {{s("person"), person.id.text()}, {s("mode"), s("telephone")}});
    }
    void settleAll(OutboxState state);
    void erase(const domain::Record& person);
    [[nodiscard]] bool has(const domain::Record& record)
    {
        return store::RecordStore(*m_device->store).get(*record.kind, record.id).has_value();
    }
    [[nodiscard]] store::OutboxCounts counts() { return *Outbox(*m_device->store).counts(); }

    std::unique_ptr<DeviceFixture> m_device;
};

void ErasureTest::init()
{
    m_device = std::make_unique<DeviceFixture>();
}

void ErasureTest::settleAll(OutboxState state)
{
    Outbox outbox(*m_device->store);
    const auto waiting = *outbox.entries(OutboxState::Waiting);
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    QVERIFY(outbox.freeze(transaction, {1, waiting.front().n, waiting.back().n, {}, {}}));
    for (const store::OutboxEntry& entry : waiting)
        QVERIFY(outbox.settle(transaction, entry.n, state));
    QVERIFY(outbox.dropBatch(transaction));
    QVERIFY(transaction.commit());
}

void ErasureTest::erase(const domain::Record& person)
{
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    QVERIFY(Erasure(*m_device->store).erase(transaction, person.id.uuid()));
    QVERIFY(transaction.commit());
}

void ErasureTest::erase_person_takesRecordsDraftsSavesAndUnknownKinds()
{
    const auto ann = person("Ann");
    const auto call = contact(ann);
    settleAll(OutboxState::Received);
    store::DraftStore drafts(*m_device->store);
    const auto unfinished = m_device->newRecord(s("contact"), {{s("person"), ann.id.text()}});
    QVERIFY(
        drafts.put({unfinished.id.uuid(), std::nullopt, unfinished, {}, m_device->clock.now(), m_device->clock.now()}));
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        const QByteArray body = R"({"kind":"peer_link","fields":{"person":")" + ann.id.text().toLatin1() + R"("}})";
        QVERIFY(
            store::RecordStore(*m_device->store).putUnknown(transaction, s("peer_link"), QUuid::createUuid(), body));
        QVERIFY(transaction.commit());
    }
    erase(ann);
    QVERIFY(!has(ann));
    QVERIFY(!has(call));
    QVERIFY(drafts.all()->empty());
    QVERIFY(Outbox(*m_device->store).entriesOf(ann.id)->empty());
    QVERIFY(Outbox(*m_device->store).entriesOf(call.id)->empty());
    sql::Statement unknown(m_device->store->connection(), "SELECT 1 FROM unknown_record");
    QVERIFY(!*unknown.one());
}

void ErasureTest::erase_otherPeople_areNotTouched()
{
    const auto ann = person("Ann");
    const auto bob = person("Bob");
    const auto call = contact(bob);
    settleAll(OutboxState::Received);
    erase(ann);
    QVERIFY(has(bob));
    QVERIFY(has(call));
    QCOMPARE(Outbox(*m_device->store).entriesOf(call.id)->size(), 1U);
}

void ErasureTest::erase_unsentSave_stays()
{
    const auto ann = person("Ann");
    Erasure erasure(*m_device->store);
    QVERIFY(*erasure.hasUnsent({1, ann.id.uuid(), {}, {}}));
    QVERIFY(!*erasure.hasUnsent({1, QUuid::createUuid(), {}, {}}));
    QVERIFY(*erasure.hasUnsent({1, std::nullopt, {}, {}}));
    erase(ann);
    QCOMPARE(counts().waiting, 1);
}

void ErasureTest::erase_savesStayCounted_refusedOnesNotAsReceived()
{
    const auto ann = person("Ann");
    settleAll(OutboxState::Received);
    const auto call = contact(ann);
    settleAll(OutboxState::NeedsAttention);
    const int recorded = counts().recorded();
    erase(ann);
    QCOMPARE(counts().received, 1);
    QCOMPARE(counts().needsAttention, 0);
    QCOMPARE(counts().handedOver, 1);
    QCOMPARE(counts().recorded(), recorded);
}

void ErasureTest::confirm_emptiesTheLogBeforeItCounts()
{
    const auto ann = person("Ann");
    settleAll(OutboxState::Received);
    Erasure erasure(*m_device->store);
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        QVERIFY(erasure.take(transaction, {12, ann.id.uuid(), {}, {}}));
        QVERIFY(transaction.commit());
    }
    QVERIFY(!*erasure.confirm());
    QCOMPARE((*erasure.next())->person, ann.id.uuid());
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        QVERIFY(erasure.erase(transaction, ann.id.uuid()));
        QVERIFY(erasure.markDone(transaction, 12));
        QVERIFY(transaction.commit());
    }
    QVERIFY(!*erasure.next());
    QVERIFY(QFile(m_device->path() + s("-wal")).size() > 100'000);
    QVERIFY(*erasure.confirm());
    // What is written after the log was cut: the note that it was.
    QVERIFY(QFile(m_device->path() + s("-wal")).size() < 50'000);
    QCOMPARE(m_device->store->device()->erasedThrough, 12);
    QVERIFY(!*erasure.confirm());
}

void ErasureTest::confirm_logInUse_waits()
{
    const auto ann = person("Ann");
    const auto reader = *store::DeviceStore::open(m_device->path(), m_device->key);
    QVERIFY(reader->connection().run("BEGIN; SELECT count(*) FROM record_person"));
    QVERIFY(m_device->store->connection().run("PRAGMA busy_timeout = 1"));
    Erasure erasure(*m_device->store);
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        QVERIFY(erasure.take(transaction, {12, ann.id.uuid(), {}, {}}));
        QVERIFY(erasure.markDone(transaction, 12));
        QVERIFY(transaction.commit());
    }
    QVERIFY(!*erasure.confirm());
    QCOMPARE(m_device->store->device()->erasedThrough, 0);
    QVERIFY(reader->connection().run("COMMIT"));
    QVERIFY(*erasure.confirm());
    QCOMPARE(m_device->store->device()->erasedThrough, 12);
}

void ErasureTest::take_orderCarriedOutBefore_isNoOrder()
{
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    QVERIFY(transaction.connection().run("UPDATE device SET erased_through = 12"));
    Erasure erasure(*m_device->store);
    QVERIFY(erasure.take(transaction, {12, QUuid::createUuid(), {}, {}}));
    QVERIFY(!*erasure.next());
    QVERIFY(erasure.take(transaction, {13, std::nullopt, s("volunteer"), s("conwy")}));
    QCOMPARE((*erasure.next())->scheme, s("conwy"));
}

void ErasureTest::drop_savesInTheBackup_goOnceTheyAreOldEnough()
{
    const auto ann = person("Ann");
    settleAll(OutboxState::Received);
    const base::Timestamp between = m_device->clock.now();
    m_device->clock.advance(1000);
    const auto bob = person("Bob");
    settleAll(OutboxState::Received);
    const auto unsent = person("Cid");
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    store::SafeKeeping keeping(*m_device->store);
    const base::Timestamp cut(between.utcMilliseconds() + 1, 0);
    QVERIFY(keeping.drop(transaction, 3, cut));
    QVERIFY(Outbox(*m_device->store).entriesOf(ann.id)->empty());
    QCOMPARE(Outbox(*m_device->store).entriesOf(bob.id)->size(), 1U);
    QVERIFY(keeping.drop(transaction, 1, m_device->clock.now()));
    QCOMPARE(Outbox(*m_device->store).entriesOf(bob.id)->size(), 1U);
    QVERIFY(keeping.drop(transaction, 3, base::Timestamp(m_device->clock.now().utcMilliseconds() + 1, 0)));
    QVERIFY(Outbox(*m_device->store).entriesOf(bob.id)->empty());
    QCOMPARE(Outbox(*m_device->store).entriesOf(unsent.id)->size(), 1U);
    QCOMPARE(counts().received, 2);
    QCOMPARE(counts().recorded(), 3);
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "tst_erasure.moc"
