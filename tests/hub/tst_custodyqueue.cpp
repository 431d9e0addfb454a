#include "hub/custodyqueue.h"
#include "hub/hubfixture.h"
#include "sql/statement.h"

#include <QJsonArray>

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;

namespace {
constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}
} // namespace

/// A coordinator's view of what waits and what was refused, and what they can do about it.
class TstCustodyQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void list_nothing_isEmpty();
    void list_heldAndRefused_saysWhoAndWhy();
    void list_heldForFiveDays_isLate();
    void show_any_givesTheWholeChange();
    void replay_withMendedField_appliesItAndTellsTheDevice();
    void replay_stillWithoutParent_waitsUnderANewName();
    void replay_cannotBeRead_isRefusedAndStays();
    void close_withReason_goesIntoTheHistory();
    void close_withoutReason_isRefusedAndStays();
    void anyCommand_unknownName_isNotFound();

private:
    [[nodiscard]] CustodyQueue queue() { return {m_hub->store(), m_hub->clock}; }
    [[nodiscard]] QString onlyName()
    {
        const auto lines = *queue().list();
        return lines.size() == 1 ? lines.front().value(wire::key::name).toString() : QString();
    }
    void refuseOne()
    {
        m_hub->save(m_phone, "person", id(1), {{s("given_name"), QJsonArray{s("Mo")}}});
        QCOMPARE(m_hub->exchange(m_phone).results.front().outcome, wire::Outcome::Quarantined);
    }
    void holdOne()
    {
        m_hub->save(m_phone, "contact", id(2), contact(id(9)));
        QCOMPARE(m_hub->exchange(m_phone).results.front().outcome, wire::Outcome::Held);
    }

    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone;
};

void TstCustodyQueue::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(s("Sam"));
    m_phone = m_hub->enrol(s("Sam"));
}

void TstCustodyQueue::list_nothing_isEmpty()
{
    QVERIFY(queue().list()->empty());
}

void TstCustodyQueue::list_heldAndRefused_saysWhoAndWhy()
{
    refuseOne();
    holdOne();
    const auto lines = *queue().list();
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].value(wire::key::by).toString(), s("Sam"));
    QCOMPARE(lines[0].value(wire::key::needs).toString(), base::uuidText(id(9)));
    QCOMPARE(lines[0].value(s("late")).toBool(), false);
    QCOMPARE(lines[1].value(wire::key::field).toString(), s("given_name"));
    QCOMPARE(lines[1].value(wire::key::code).toString(), s("invalid_value"));
    QCOMPARE(lines[1].value(wire::key::id).toString(), base::uuidText(id(1)));
}

void TstCustodyQueue::list_heldForFiveDays_isLate()
{
    holdOne();
    m_hub->clock.advance(5 * kDay - 1);
    QCOMPARE(queue().list()->front().value(s("late")).toBool(), false);
    m_hub->clock.advance(1);
    QCOMPARE(queue().list()->front().value(s("late")).toBool(), true);
    QCOMPARE(queue().list()->front().value(s("days")).toInteger(), 5);
}

void TstCustodyQueue::show_any_givesTheWholeChange()
{
    refuseOne();
    const auto shown = queue().show(onlyName());
    QVERIFY(shown);
    QCOMPARE((*shown)[s("change")][s("fields")][s("given_name")].toArray(), QJsonArray{s("Mo")});
}

void TstCustodyQueue::replay_withMendedField_appliesItAndTellsTheDevice()
{
    refuseOne();
    const auto result = queue().replay(onlyName(), {{s("given_name"), s("Mo")}});
    QVERIFY(result);
    QCOMPARE(result->outcome, wire::Outcome::Ok);
    QVERIFY(queue().list()->empty());
    QCOMPARE(m_hub->fields(id(1)).value(s("given_name")).toString(), s("Mo"));
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.size(), 1U);
    QCOMPARE(reply.results.front().n, 1);
    QCOMPARE(reply.results.front().outcome, wire::Outcome::Ok);
    // What the device has is not what was applied.
    QCOMPARE(m_phone.pulled.value(base::uuidText(id(1)))[s("fields")][s("given_name")].toString(), s("Mo"));
}

void TstCustodyQueue::replay_stillWithoutParent_waitsUnderANewName()
{
    holdOne();
    const QString name = onlyName();
    QCOMPARE(queue().replay(name)->outcome, wire::Outcome::Held);
    QVERIFY(!onlyName().isEmpty());
    m_hub->save(m_phone, "person", id(9), person("Ann"));
    m_hub->exchange(m_phone);
    QVERIFY(queue().list()->empty());
    QVERIFY(m_hub->row(id(2)));
}

void TstCustodyQueue::replay_cannotBeRead_isRefusedAndStays()
{
    m_hub->save(m_phone, "person", id(1), person("Mo"));
    m_phone.unsent.front().bytes = R"({"n":1,"kind":"person","fields":{}})";
    m_hub->exchange(m_phone);
    const QString name = onlyName();
    const auto result = queue().replay(name);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::InvalidValue);
    QCOMPARE(onlyName(), name);
}

void TstCustodyQueue::close_withReason_goesIntoTheHistory()
{
    refuseOne();
    QVERIFY(queue().close(onlyName(), s("a test entry")));
    QVERIFY(queue().list()->empty());
    const auto connection = *sql::Connection::open(m_hub->path() + s("/hub.db"), m_hub->key());
    sql::Statement select(*connection, "SELECT note FROM history WHERE n = 1");
    QVERIFY(select.step().value_or(false));
    QCOMPARE(select.text(0), s("closed: a test entry"));
}

void TstCustodyQueue::close_withoutReason_isRefusedAndStays()
{
    refuseOne();
    QCOMPARE(queue().close(onlyName(), s("  ")).error().field, s("why"));
    QVERIFY(!onlyName().isEmpty());
}

void TstCustodyQueue::anyCommand_unknownName_isNotFound()
{
    refuseOne();
    for (const char* name : {"q99", "h1", "", "1"}) {
        QCOMPARE(queue().show(s(name)).error().code, base::ErrorCode::NotFound);
        QCOMPARE(queue().replay(s(name)).error().code, base::ErrorCode::NotFound);
        QCOMPARE(queue().close(s(name), s("why not")).error().code, base::ErrorCode::NotFound);
    }
}

QTEST_GUILESS_MAIN(TstCustodyQueue)
#include "tst_custodyqueue.moc"
