#include "store/draftstore.h"
#include "support/phone.h"

#include <QJsonArray>
#include <QTest>

using namespace doorstep;
using namespace doorstep::hub::test;
using base::ErrorCode;
using store::Outbox;
using store::OutboxState;
using support::Phone;

namespace {

constexpr qint64 kHour = 60LL * 60 * 1000;
constexpr qint64 kDay = 24 * kHour;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Who holds what, and until when: a real hub and real phones.
class GrantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void match_begins_bringsThePersonToTheVolunteerAndNothingToOthers();
    void match_begins_isPagedAndResumable();
    void match_recordChangedDuringTheBackfill_isNotMissed();
    void match_twoInOneTransaction_bothComeDown();
    void match_ends_personIsErasedAndReported();
    void match_ends_unsentWorkWrittenBefore_isAccepted();
    void match_ends_workWrittenAfterTheGrace_isForACoordinator();
    void match_endsAndBeginsAgain_nothingIsErased();
    void scheme_changes_oldPeopleGoAndNewOnesCome();
    void scheme_changes_unsentWork_isAcceptedByItsTime();
    void role_leavesTheField_phoneIsEmptiedAndNotBarred();
    void lease_over_locksAndAnExchangeOpens();
    void hubRules_pageAndLease_areFollowed();
    void firstSync_bringsTodaysPeopleFirst();

private:
    [[nodiscard]] domain::Record match(Phone& phone, const domain::Record& person, const QUuid& volunteer)
    {
        return phone.create("episode", {{s("person"), person.id.text()}, {s("volunteer"), base::uuidText(volunteer)}});
    }
    [[nodiscard]] domain::Record call(Phone& phone, const domain::Record& person)
    {
        return phone.create("contact", {{s("person"), person.id.text()}, {s("mode"), s("telephone")}});
    }
    void end(Phone& phone, const domain::Record& episode)
    {
        phone.edit(episode, {{s("ended_on"), s("2025-11-10")}});
        QVERIFY(!phone.sync().stopped);
    }
    [[nodiscard]] qint64 unconfirmed(const Phone& phone)
    {
        const QJsonArray devices = m_hub->status().value(s("devices")).toArray();
        for (const QJsonValue& device : devices) {
            if (device[s("device")].toInteger() == phone.device.store->device()->number)
                return device[s("orders_unconfirmed")].toInteger(-1);
        }
        return -1;
    }
    void rules(const QByteArray& value)
    {
        const auto transaction = *m_hub->store().begin();
        const QByteArray bundle = R"({"lists":[{"list":"programme-rules","version":9,"title":"Rules","entries":[)"
                                  R"({"code":"synchronisation","label":"Sync","value":)" +
                                  value + "}]}]}";
        QVERIFY(transaction->setMeta(hub::metakey::lists, bundle));
        QVERIFY(transaction->commit());
    }
    void advance(qint64 milliseconds)
    {
        m_hub->clock.advance(milliseconds);
        for (Phone* phone : {m_sam.get(), m_pat.get()})
            phone->device.clock.advance(milliseconds);
    }

    std::unique_ptr<HubFixture> m_hub;
    std::unique_ptr<Phone> m_sam; ///< a connector
    std::unique_ptr<Phone> m_pat; ///< a volunteer
    QUuid m_patId;
};

void GrantsTest::init()
{
    m_sam.reset();
    m_pat.reset();
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(s("Sam"));
    m_patId = m_hub->addUser(s("Pat"), "volunteer");
    m_sam = std::make_unique<Phone>(*m_hub, s("Sam"));
    m_pat = std::make_unique<Phone>(*m_hub, s("Pat"));
    QVERIFY(!m_sam->sync().stopped);
    QVERIFY(!m_pat->sync().stopped);
}

void GrantsTest::match_begins_bringsThePersonToTheVolunteerAndNothingToOthers()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto bob = m_sam->create("person", {{s("given_name"), s("Bob")}});
    const auto first = call(*m_sam, ann);
    m_sam->sync();
    m_hub->addUser(s("Kim"));
    Phone kim(*m_hub, s("Kim"));
    kim.sync();
    m_pat->sync();
    QVERIFY(!m_pat->has(ann));
    const auto episode = match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync();
    QVERIFY(m_pat->has(ann));
    QVERIFY(m_pat->has(first));
    QVERIFY(m_pat->has(episode));
    QVERIFY(!m_pat->has(bob));
    // Only the episode is news to everybody else.
    QCOMPARE(kim.sync().pulled, 1);
    QCOMPARE(m_pat->sync().pulled, 0);
}

void GrantsTest::match_begins_isPagedAndResumable()
{
    rules(R"({"page_records":20})");
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    std::vector<domain::Record> calls;
    for (int i = 0; i < 50; ++i) {
        calls.push_back(call(*m_sam, ann));
        m_sam->sync();
    }
    m_pat->sync();
    (void)match(*m_sam, ann, m_patId);
    m_sam->sync();
    const auto first = m_pat->sync(1);
    QVERIFY(first.pulled <= 21);
    QVERIFY(first.remaining > 0);
    m_pat->device.reopen();
    const auto rest = m_pat->sync();
    QVERIFY(rest.exchanges >= 2);
    QCOMPARE(first.pulled + rest.pulled, 52);
    for (const domain::Record& each : calls)
        QVERIFY(m_pat->has(each));
    QCOMPARE(rest.remaining, 0);
}

void GrantsTest::match_recordChangedDuringTheBackfill_isNotMissed()
{
    rules(R"({"page_records":20})");
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    std::vector<domain::Record> calls;
    for (int i = 0; i < 45; ++i) {
        calls.push_back(call(*m_sam, ann));
        m_sam->sync();
    }
    m_pat->sync();
    (void)match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync(1);
    // One that has come, one that is next and one that is last move ahead in the log.
    for (const size_t i : {3U, 25U, 44U})
        m_sam->edit(calls[i], {{s("minutes"), 77}});
    m_sam->sync();
    m_pat->sync();
    for (size_t i = 0; i < calls.size(); ++i) {
        const auto stored = store::RecordStore(*m_pat->device.store).get(*calls[i].kind, calls[i].id);
        QVERIFY2(stored, qPrintable(QString::number(i)));
        const bool isChanged = i == 3 || i == 25 || i == 44;
        QCOMPARE(stored->value(u"minutes") == domain::Value(qint64{77}), isChanged);
    }
}

void GrantsTest::match_twoInOneTransaction_bothComeDown()
{
    rules(R"({"page_records":20})");
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto bob = m_sam->create("person", {{s("given_name"), s("Bob")}});
    std::vector<domain::Record> calls;
    for (int i = 0; i < 30; ++i) {
        calls.push_back(call(*m_sam, i % 2 == 0 ? ann : bob));
        m_sam->sync();
    }
    m_pat->sync();
    (void)match(*m_sam, ann, m_patId);
    (void)match(*m_sam, bob, m_patId);
    m_sam->sync();
    m_pat->sync();
    for (const domain::Record& each : calls)
        QVERIFY(m_pat->has(each));
}

void GrantsTest::match_ends_personIsErasedAndReported()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto episode = match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync();
    const auto patsCall = call(*m_pat, ann);
    m_pat->sync();
    const int recorded = m_pat->counts().recorded();
    end(*m_sam, episode);
    QCOMPARE(unconfirmed(*m_pat), 1);
    m_pat->sync();
    QVERIFY(!m_pat->has(ann));
    QVERIFY(!m_pat->has(episode));
    QVERIFY(!m_pat->has(patsCall));
    QCOMPARE(m_pat->counts().recorded(), recorded);
    QCOMPARE(m_pat->counts().received, recorded);
    QCOMPARE(unconfirmed(*m_pat), 0);
    QCOMPARE(m_pat->sync().exchanges, 1);
    QVERIFY(m_sam->has(ann));
}

void GrantsTest::match_ends_unsentWorkWrittenBefore_isAccepted()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto episode = match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync();
    const auto before = call(*m_pat, ann);
    advance(kHour);
    end(*m_sam, episode);
    advance(71 * kHour);
    const auto withinGrace = call(*m_pat, ann);
    advance(20 * kDay);
    m_pat->sync();
    QVERIFY(m_hub->row(before.id.uuid()));
    QVERIFY(m_hub->row(withinGrace.id.uuid()));
    QVERIFY(!m_pat->has(ann));
    QVERIFY(!m_pat->has(before));
    QCOMPARE(m_pat->counts().received, 2);
    QCOMPARE(m_pat->counts().handedOver, 0);
    QCOMPARE(unconfirmed(*m_pat), 0);
    // They come down to those who see the person.
    m_sam->sync();
    QVERIFY(m_sam->has(before));
}

void GrantsTest::match_ends_workWrittenAfterTheGrace_isForACoordinator()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto episode = match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync();
    end(*m_sam, episode);
    advance(73 * kHour);
    const auto late = call(*m_pat, ann);
    const auto report = m_pat->sync();
    QVERIFY(!report.stopped);
    QVERIFY(!m_hub->row(late.id.uuid()));
    const auto kept = *m_hub->store().read()->custody().quarantined(late.id, m_pat->device.store->device()->number);
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept.front().reason.code, ErrorCode::GrantOver);
    QVERIFY(!m_pat->has(late));
    QVERIFY(!m_pat->has(ann));
    // Never counted as received.
    QCOMPARE(m_pat->counts().received, 0);
    QCOMPARE(m_pat->counts().handedOver, 1);
    QCOMPARE(unconfirmed(*m_pat), 0);
}

void GrantsTest::match_endsAndBeginsAgain_nothingIsErased()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    const auto episode = match(*m_sam, ann, m_patId);
    m_sam->sync();
    m_pat->sync();
    end(*m_sam, episode);
    const auto again = match(*m_sam, ann, m_patId);
    m_sam->sync();
    QCOMPARE(unconfirmed(*m_pat), 0);
    m_pat->sync();
    QVERIFY(m_pat->has(ann));
    QVERIFY(m_pat->has(again));
}

void GrantsTest::scheme_changes_oldPeopleGoAndNewOnesCome()
{
    m_hub->addUser(s("Far"), "connector", "torfaen");
    Phone far(*m_hub, s("Far"));
    const auto zoe = far.create("person", {{s("given_name"), s("Zoe")}});
    far.sync();
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    m_sam->sync();
    QVERIFY(m_hub->accounts().change(s("Sam"), {}, s("torfaen"), domain::CodeLists::builtIn()));
    QCOMPARE(unconfirmed(*m_sam), 1);
    QVERIFY(!m_sam->sync().stopped);
    QVERIFY(!m_sam->has(ann));
    QVERIFY(m_sam->has(zoe));
    QCOMPARE(m_sam->device.store->device()->scheme, s("torfaen"));
    QCOMPARE(m_sam->counts().received, 1);
    QCOMPARE(unconfirmed(*m_sam), 0);
    const auto mia = m_sam->create("person", {{s("given_name"), s("Mia")}});
    m_sam->sync();
    QCOMPARE(m_hub->row(mia.id.uuid())->scope, s("torfaen"));
    QVERIFY(m_sam->has(mia));
}

void GrantsTest::scheme_changes_unsentWork_isAcceptedByItsTime()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    m_sam->sync();
    const auto before = call(*m_sam, ann);
    advance(kHour);
    QVERIFY(m_hub->accounts().change(s("Sam"), {}, s("torfaen"), domain::CodeLists::builtIn()));
    advance(80 * kHour);
    const auto after = call(*m_sam, ann);
    QVERIFY(!m_sam->sync().stopped);
    QVERIFY(m_hub->row(before.id.uuid()));
    QVERIFY(!m_hub->row(after.id.uuid()));
    QVERIFY(!m_sam->has(before));
    QVERIFY(!m_sam->has(after));
    QCOMPARE(m_sam->counts().received, 2);
    QCOMPARE(m_sam->counts().handedOver, 1);
    QCOMPARE(m_sam->counts().unsent(), 0);
}

void GrantsTest::role_leavesTheField_phoneIsEmptiedAndNotBarred()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    m_sam->sync();
    const auto before = call(*m_sam, ann);
    advance(kHour);
    QVERIFY(m_hub->accounts().change(s("Sam"), s("area-manager"), {}, domain::CodeLists::builtIn()));
    QVERIFY(!m_sam->sync().stopped);
    QVERIFY(m_hub->row(before.id.uuid()));
    QVERIFY(!m_sam->has(ann));
    QVERIFY(!m_sam->has(before));
    QCOMPARE(store::RecordStore(*m_sam->device.store).count(*domain::findKind(u"worker")).value(), 0);
    QCOMPARE(unconfirmed(*m_sam), 0);
}

void GrantsTest::lease_over_locksAndAnExchangeOpens()
{
    const auto ann = m_sam->create("person", {{s("given_name"), s("Ann")}});
    m_sam->sync();
    advance(31 * kDay);
    store::RecordStore shown(*m_sam->device.store, m_sam->device.clock);
    QCOMPARE(shown.get(*ann.kind, ann.id).error().code, ErrorCode::LeaseOver);
    const auto late = call(*m_sam, ann);
    QVERIFY(!m_sam->sync().stopped);
    QVERIFY(m_hub->row(late.id.uuid()));
    QVERIFY(shown.get(*ann.kind, ann.id));
}

void GrantsTest::hubRules_pageAndLease_areFollowed()
{
    rules(R"({"lease_days":10,"page_records":20})");
    m_sam->sync(); // fetches the lists
    m_sam->sync();
    QCOMPARE(m_sam->device.store->device()->leaseUntil, m_hub->clock.now().utcMilliseconds() + 10 * kDay);
}

void GrantsTest::firstSync_bringsTodaysPeopleFirst()
{
    rules(R"({"page_records":20})");
    const QString sam = m_sam->device.store->device()->worker;
    std::vector<domain::Record> people;
    std::vector<domain::Record> calls;
    for (int i = 0; i < 16; ++i) {
        people.push_back(m_sam->create("person", {{s("given_name"), s("Ann")}}));
        calls.push_back(call(*m_sam, people.back()));
        m_sam->sync();
    }
    const auto plan = [&](const domain::Record& person, qint64 inMilliseconds) {
        const base::Timestamp at(m_hub->clock.now().utcMilliseconds() + inMilliseconds, 0);
        return m_sam->create("planned_visit", {{s("person"), person.id.text()},
                                               {s("worker"), sam},
                                               {s("starts_at"), at.toIso()},
                                               {s("state"), s("planned")}});
    };
    const auto tomorrow = plan(people[13], kDay);
    const auto today = plan(people[14], kHour);
    (void)plan(people[15], 10 * kDay);
    m_sam->sync();

    Phone fresh(*m_hub, s("Sam"));
    const auto first = fresh.sync(1);
    for (const size_t i : {13U, 14U}) {
        QVERIFY(fresh.has(people[i]));
        QVERIFY(fresh.has(calls[i]));
    }
    QVERIFY(fresh.has(today));
    QVERIFY(fresh.has(tomorrow));
    QVERIFY(!fresh.has(people[15]));
    const auto worker = store::RecordStore(*fresh.device.store)
                            .get(*domain::findKind(u"worker"), base::RecordId(*base::uuidFromText(sam)));
    QVERIFY(worker);
    const auto rest = fresh.sync();
    // 16 people, 16 calls, 3 plans, 2 workers: each once.
    QCOMPARE(first.pulled + rest.pulled, 37);
    QCOMPARE(first.remaining, 37 - first.pulled);
    QCOMPARE(rest.remaining, 0);
    for (const domain::Record& each : calls)
        QVERIFY(fresh.has(each));
}

QTEST_GUILESS_MAIN(GrantsTest)
#include "tst_grants.moc"
