#include "hub/hubfixture.h"
#include "sql/statement.h"

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;

namespace {

QByteArray digestOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

/// One bad change blocks no other, and its bytes are kept; what is no request at all is answered precisely.
class TstBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void change_malformed_isQuarantinedAlone_data();
    void change_malformed_isQuarantinedAlone();
    void change_malformedThenSavedAnew_keepsBoth();
    void change_malformedSentAgain_isAnsweredTheSame();
    void request_wrong_isRefusedNamingTheMember_data();
    void request_wrong_isRefusedNamingTheMember();

private:
    /// The batch with a good change before and after the given one.
    Result<wire::ExchangeReply> sendBetweenGoodOnes(const QByteArray& middle);
    Response post(const QByteArray& body)
    {
        return m_hub->post("/sync/v1/exchange", body, m_phone.enrolment.token.toLatin1());
    }
    [[nodiscard]] QByteArray good(int n, const char* name) const
    {
        return QByteArray(R"({"n":%1,"kind":"person","id":"%2","version":"%3","fields":{"given_name":"%4"}})")
            .replace("%1", QByteArray::number(n))
            .replace("%2", base::uuidText(id(n)).toLatin1())
            .replace("%3", m_version)
            .replace("%4", name);
    }

    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone;
    QByteArray m_version;
};

void TstBadInput::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(QStringLiteral("Sam"));
    m_phone = m_hub->enrol(QStringLiteral("Sam"));
    m_version = m_hub->nextVersion(m_phone).text().toLatin1();
}

Result<wire::ExchangeReply> TstBadInput::sendBetweenGoodOnes(const QByteArray& middle)
{
    m_phone.nextN = 4;
    wire::ExchangeRequest request = m_hub->request(m_phone);
    const QByteArray changes = '[' + good(1, "Ann") + ',' + middle + ',' + good(3, "Tom") + ']';
    request.batch = wire::Batch{m_phone.epoch, digestOf(changes), {}};
    const Response response = post(wire::toBytes(request, changes));
    if (response.status != 200)
        return base::fail(wire::problemFromBytes(response.body));
    return wire::replyFromBytes(response.body);
}

void TstBadInput::change_malformed_isQuarantinedAlone_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& change, const char* field) {
        QTest::newRow(name) << change << QString::fromLatin1(field);
    };
    const QByteArray whole = R"({"n":2,"kind":"person","id":"01930000-0000-7000-8000-000000000002",)"
                             R"("version":"019400000000ffff.1","fields":{"given_name":"Mo"}})";
    const auto with = [&](const char* before, const QByteArray& after) {
        return QByteArray(whole).replace(before, after);
    };
    row("no id", with(R"("id":"01930000-0000-7000-8000-000000000002",)", ""), "id");
    row("id is no uuid", with("01930000-0000-7000", "0193-7000"), "id");
    row("id is a number", with(R"("01930000-0000-7000-8000-000000000002")", "7"), "id");
    row("no version", with(R"("version":"019400000000ffff.1",)", ""), "version");
    row("version is a word", with("019400000000ffff.1", "soon"), "version");
    row("no kind", with(R"("kind":"person",)", ""), "kind");
    row("unknown kind", with(R"("kind":"person")", R"("kind":"unicorn")"), "kind");
    row("fields are a list", with(R"({"given_name":"Mo"})", R"(["Mo"])"), "fields");
    row("a field of another type", with(R"("given_name":"Mo")", R"("given_name":["Mo"])"), "given_name");
    row("a field twice", with(R"("given_name":"Mo")", R"("given_name":"Mo","given_name":"Jo")"), "given_name");
    row("a member twice", with(R"("n":2,)", R"("n":2,"kind":"person",)"), "kind");
    row("base is no version", with(R"("fields")", R"("base":{"given_name":"then"},"fields")"), "given_name");
    row("at is no time", with(R"("fields")", R"("at":"yesterday","fields")"), "at");
    row("op is unknown", with(R"("fields")", R"("op":"append","fields")"), "op");
    row("by is a number", with(R"("fields")", R"("by":7,"fields")"), "by");
    row("resolves is text", with(R"("fields")", R"("resolves":"all","fields")"), "resolves");
    row("a number that is none", with(R"("Mo")", "-"), "given_name");
    row("a bare word", with(R"("Mo")", "maybe"), "given_name");
    row("deep", with(R"("Mo")", QByteArray(200, '[') + QByteArray(200, ']')), "given_name");
    row("another device's version", with("ffff.1", "ffff.9"), "version");
}

void TstBadInput::change_malformed_isQuarantinedAlone()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, field);
    const auto reply = sendBetweenGoodOnes(change);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
    QCOMPARE(reply->results.size(), 3U);
    QCOMPARE(reply->results[0].outcome, wire::Outcome::Ok);
    QCOMPARE(reply->results[1].outcome, wire::Outcome::Quarantined);
    QCOMPARE(reply->results[1].field, field);
    QVERIFY(!reply->results[1].detail.isEmpty());
    QCOMPARE(reply->results[2].outcome, wire::Outcome::Ok);
    QVERIFY(m_hub->row(id(1)));
    QVERIFY(!m_hub->row(id(2)));
    QVERIFY(m_hub->row(id(3)));
    QCOMPARE(*m_hub->store().read()->custody().quarantinedCount(), 1);
    // To the letter, however little of it can be read.
    const auto connection = *sql::Connection::open(m_hub->path() + QStringLiteral("/hub.db"), m_hub->key());
    sql::Statement select(*connection, "SELECT change FROM quarantine");
    QVERIFY(select.step().value_or(false));
    QCOMPARE(select.bytes(0), change);
}

void TstBadInput::change_malformedThenSavedAnew_keepsBoth()
{
    QByteArray broken = good(2, "Mo");
    broken.replace(R"("given_name":"Mo")", R"("given_name":"Mo","given_name":"Jo")");
    QVERIFY(sendBetweenGoodOnes(broken));
    m_phone.nextN = 5;
    wire::ExchangeRequest request = m_hub->request(m_phone);
    const QByteArray changes =
        '[' + good(4, "Mo").replace(base::uuidText(id(4)).toLatin1(), base::uuidText(id(2)).toLatin1()) + ']';
    request.batch = wire::Batch{m_phone.epoch, digestOf(changes), {}};
    QCOMPARE(post(wire::toBytes(request, changes)).status, 200);
    QCOMPARE(m_hub->fields(id(2)).value(QStringLiteral("given_name")).toString(), QStringLiteral("Mo"));
    // Nobody can say that the later save carries what the first one meant.
    QCOMPARE(*m_hub->store().read()->custody().quarantinedCount(), 1);
}

void TstBadInput::change_malformedSentAgain_isAnsweredTheSame()
{
    const QByteArray broken = good(2, "Mo").replace(R"("Mo")", "maybe");
    const auto first = sendBetweenGoodOnes(broken);
    const auto second = sendBetweenGoodOnes(broken);
    QVERIFY(first && second);
    QCOMPARE(second->results[0].outcome, wire::Outcome::Duplicate);
    QCOMPARE(second->results[1].outcome, wire::Outcome::Quarantined);
    QCOMPARE(second->results[1].detail, first->results[1].detail);
    QCOMPARE(*m_hub->store().read()->custody().quarantinedCount(), 1);
}

void TstBadInput::request_wrong_isRefusedNamingTheMember_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const QByteArray head = R"({"protocol":1,"schema":1,"epoch":1,"next_n":9)";
    const QByteArray digest = QByteArray(64, 'a');
    const auto batch = [&](const QByteArray& sum, const QByteArray& changes) {
        return QByteArray(head + R"(,"batch":{"digest":")" + sum + R"(","changes":)" + changes + "}}");
    };
    QTest::newRow("cut") << head << QString();
    QTest::newRow("two values") << QByteArray(head + "} 7") << QString();
    QTest::newRow("a list") << QByteArray("[1]") << QString();
    QTest::newRow("not UTF-8") << QByteArray(head + ",\"cursor\":\"\xff\xfe\"}") << QString();
    QTest::newRow("epoch is text") << QByteArray(R"({"protocol":1,"epoch":"one"})") << QStringLiteral("epoch");
    QTest::newRow("batch is a list") << QByteArray(head + R"(,"batch":[]})") << QStringLiteral("batch");
    QTest::newRow("changes is text") << batch(digest, R"("all")") << QStringLiteral("changes");
    QTest::newRow("a change is a number") << batch(digest, "[7]") << QStringLiteral("changes");
    QTest::newRow("a change without number") << batch(digest, "[{}]") << QStringLiteral("n");
    QTest::newRow("numbers descend") << batch(digest, R"([{"n":2},{"n":1}])") << QStringLiteral("n");
    QTest::newRow("no digest") << batch("", R"([{"n":1}])") << QStringLiteral("digest");
    QTest::newRow("digest in capitals") << batch(QByteArray(64, 'A'), R"([{"n":1}])") << QStringLiteral("digest");
    QTest::newRow("digest too long") << batch(QByteArray(65, 'a'), R"([{"n":1}])") << QStringLiteral("digest");
    QTest::newRow("forged cursor") << QByteArray(head + R"(,"cursor":"AAAA"})") << QStringLiteral("cursor");
}

void TstBadInput::request_wrong_isRefusedNamingTheMember()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Response response = post(body);
    QCOMPARE(response.status, 400);
    const base::Error problem = wire::problemFromBytes(response.body);
    QCOMPARE(problem.field, field);
    QVERIFY(!problem.detail.isEmpty());
    QCOMPARE(*m_hub->store().read()->custody().quarantinedCount(), 0);
}

QTEST_GUILESS_MAIN(TstBadInput)
#include "tst_badinput.moc"
