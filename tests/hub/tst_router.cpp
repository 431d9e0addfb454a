#include "hub/hubfixture.h"
#include "wire/gzip.h"

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;

/// The REST interface: what is refused and how, enrolment, lists.
class TstRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answer_any_carriesProtocolAndNoStore();
    void get_unknownPath_is404();
    void call_wrongMethod_is405WithAllow();
    void post_withoutToken_is401();
    void post_unknownToken_is401();
    void post_notJson_is400();
    void post_wrongMemberTypes_is400AndNothingIsWritten();
    void post_oldProtocol_is426();
    void post_otherMediaType_is415();
    void post_unknownEncoding_is415();
    void post_gzipBomb_is413();
    void post_brokenGzip_is400();
    void post_tooManyChanges_is413();
    void post_gzipBody_isReadAndAnsweredWithGzip();
    void enrol_codeUsedTwice_isRefused();
    void enrol_codeExpired_isRefused();
    void enrol_codeTypedSloppily_isAccepted();
    void enrol_tenWrongCodes_is429UntilTheWaitIsOver();
    void enrol_manyDevices_areNotSlowedDown();
    void enrol_withoutCode_is400NamingCode();
    void lists_knownTag_is304();
    void lists_newerListGiven_isHandedOut();

private:
    [[nodiscard]] Response exchangeWith(const QByteArray& body, const QMap<QByteArray, QByteArray>& headers = {});
    static QString title(const Response& response) { return json(response).value(wire::key::title).toString(); }
    static QJsonObject json(const Response& response)
    {
        return wire::objectFromBytes(response.body).value_or(QJsonObject());
    }

    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone;
};

void TstRouter::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(QStringLiteral("Sam"));
    m_phone = m_hub->enrol(QStringLiteral("Sam"));
}

Response TstRouter::exchangeWith(const QByteArray& body, const QMap<QByteArray, QByteArray>& headers)
{
    return m_hub->post("/sync/v1/exchange", body, m_phone.enrolment.token.toLatin1(), headers);
}

void TstRouter::answer_any_carriesProtocolAndNoStore()
{
    for (const char* path : {"/health", "/nowhere", "/v1/lists"}) {
        const Response response = m_hub->router().handle({"GET", path, {}, {}});
        QCOMPARE(response.headers.value("Sync-Protocol"), "1");
        QCOMPARE(response.headers.value("x-content-type-options"), "nosniff");
        QCOMPARE(response.headers.value("cache-control"), "no-store");
    }
}

void TstRouter::get_unknownPath_is404()
{
    for (const char* path : {"/", "/v1", "/v1/lists/../enrol", "/sync/v1/exchange/"}) {
        const Response response = m_hub->router().handle({"GET", path, {}, {}});
        QCOMPARE(response.status, 404);
        QCOMPARE(response.headers.value("content-type"), "application/problem+json");
    }
}

void TstRouter::call_wrongMethod_is405WithAllow()
{
    const Response response = m_hub->router().handle({"DELETE", "/sync/v1/exchange", {}, {}});
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.value("allow"), "POST");
    QCOMPARE(json(response).value(wire::key::status).toInt(), 405);
}

void TstRouter::post_withoutToken_is401()
{
    const Response response = m_hub->post("/sync/v1/exchange", "{}");
    QCOMPARE(response.status, 401);
    QCOMPARE(title(response), QStringLiteral("unauthorised"));
    QCOMPARE(response.headers.value("www-authenticate"), "Bearer");
}

void TstRouter::post_unknownToken_is401()
{
    QCOMPARE(m_hub->post("/sync/v1/exchange", "{}", "abc").status, 401);
    QByteArray almost = m_phone.enrolment.token.toLatin1();
    almost.chop(1);
    QCOMPARE(m_hub->post("/sync/v1/exchange", "{}", almost).status, 401);
}

void TstRouter::post_notJson_is400()
{
    for (const QByteArray& body : QByteArrayList{"", "{", "[]", "null", "{\"a\":1}x", QByteArray(5000, '[')}) {
        const Response response = exchangeWith(body);
        QCOMPARE(response.status, 400);
        QCOMPARE(title(response), QStringLiteral("bad_request"));
    }
}

void TstRouter::post_wrongMemberTypes_is400AndNothingIsWritten()
{
    const qint64 seq = *m_hub->store().read()->records().seq();
    const QByteArray start = R"({"protocol":1,"schema":1,"next_n":2,"epoch":)";
    QCOMPARE(exchangeWith(start + R"("one"})").status, 400);
    QCOMPARE(exchangeWith(start + R"(1,"batch":{"digest":7,"changes":[]}})").status, 400);
    QCOMPARE(*m_hub->store().read()->records().seq(), seq);
}

void TstRouter::post_oldProtocol_is426()
{
    QCOMPARE(exchangeWith(R"({"protocol":0,"epoch":1,"next_n":1})").status, 426);
}

void TstRouter::post_otherMediaType_is415()
{
    const Response response =
        m_hub->router().handle({"POST", "/v1/enrol", {{"content-type", "text/plain"}}, R"({"code":"K7QM-2XPT"})"});
    QCOMPARE(response.status, 415);
}

void TstRouter::post_unknownEncoding_is415()
{
    QCOMPARE(exchangeWith("{}", {{"content-encoding", "br"}}).status, 415);
}

void TstRouter::post_gzipBomb_is413()
{
    const QByteArray bomb = wire::gzip(QByteArray(wire::kInflatedLimit + 1, ' '));
    QVERIFY(bomb.size() < 200'000);
    const Response response = exchangeWith(bomb, {{"content-encoding", "gzip"}});
    QCOMPARE(response.status, 413);
    QCOMPARE(title(response), QStringLiteral("too_large"));
}

void TstRouter::post_brokenGzip_is400()
{
    QCOMPARE(exchangeWith(wire::gzip("{}").chopped(6), {{"content-encoding", "gzip"}}).status, 400);
}

void TstRouter::post_tooManyChanges_is413()
{
    for (int i = 0; i <= wire::kBatchChanges; ++i)
        m_hub->save(m_phone, "person", id(i + 1), person("Ann"));
    const auto reply = m_hub->send(m_phone, m_hub->request(m_phone));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::TooLarge);
}

void TstRouter::post_gzipBody_isReadAndAnsweredWithGzip()
{
    for (int i = 0; i < 20; ++i)
        m_hub->save(m_phone, "person", id(i + 1), person("Ann"));
    const auto request = m_hub->request(m_phone);
    const QByteArray body = wire::toBytes(request, wire::changesToBytes(request.batch->changes));
    const Response response =
        exchangeWith(wire::gzip(body), {{"content-encoding", "gzip"}, {"accept-encoding", "gzip, deflate"}});
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.value("content-encoding"), "gzip");
    const auto reply = wire::replyFromBytes(*wire::gunzip(response.body, wire::kInflatedLimit));
    QCOMPARE(reply->results.size(), 20U);
}

void TstRouter::enrol_codeUsedTwice_isRefused()
{
    const QString code = *m_hub->accounts().makeCode(QStringLiteral("Sam"));
    const QByteArray body = wire::compact({{wire::key::code, code}});
    const Response first = m_hub->post("/v1/enrol", body);
    QCOMPARE(first.status, 200);
    QCOMPARE(json(first).value(wire::key::name).toString(), QStringLiteral("Sam"));
    const Response second = m_hub->post("/v1/enrol", body);
    QCOMPARE(second.status, 403);
    QCOMPARE(title(second), QStringLiteral("code_used"));
}

void TstRouter::enrol_codeExpired_isRefused()
{
    const QString code = *m_hub->accounts().makeCode(QStringLiteral("Sam"));
    m_hub->clock.advance(24LL * 60 * 60 * 1000);
    QCOMPARE(title(m_hub->post("/v1/enrol", wire::compact({{wire::key::code, code}}))), QStringLiteral("code_used"));
}

void TstRouter::enrol_codeTypedSloppily_isAccepted()
{
    QString code = *m_hub->accounts().makeCode(QStringLiteral("Sam"));
    code = code.toLower().replace(u'0', u'o').replace(u'1', u'i').remove(u'-');
    QCOMPARE(m_hub->post("/v1/enrol", wire::compact({{wire::key::code, u' ' + code}})).status, 200);
}

void TstRouter::enrol_tenWrongCodes_is429UntilTheWaitIsOver()
{
    const QByteArray right = wire::compact({{wire::key::code, *m_hub->accounts().makeCode(QStringLiteral("Sam"))}});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_hub->post("/v1/enrol", R"({"code":"0000-0000"})").status, 403);
    {
        // The store is not asked: somebody else writes, and a hub that wanted to would have to wait.
        const auto writing = *m_hub->store().begin();
        const Response refused = m_hub->post("/v1/enrol", right);
        QCOMPARE(refused.status, 429);
        QCOMPARE(title(refused), QStringLiteral("too_many_requests"));
        QCOMPARE(refused.headers.value("retry-after"), "6");
    }
    m_hub->clock.advance(5'999);
    QCOMPARE(m_hub->post("/v1/enrol", right).headers.value("retry-after"), "1");
    m_hub->clock.advance(1);
    QCOMPARE(m_hub->post("/v1/enrol", right).status, 200);
}

void TstRouter::enrol_manyDevices_areNotSlowedDown()
{
    for (int i = 0; i < 25; ++i) {
        const QString code = *m_hub->accounts().makeCode(QStringLiteral("Sam"));
        QCOMPARE(m_hub->post("/v1/enrol", wire::compact({{wire::key::code, code}})).status, 200);
    }
}

void TstRouter::enrol_withoutCode_is400NamingCode()
{
    const Response response = m_hub->post("/v1/enrol", "{}");
    QCOMPARE(response.status, 400);
    QCOMPARE(json(response).value(wire::key::field).toString(), QStringLiteral("code"));
}

void TstRouter::lists_knownTag_is304()
{
    const Response first = m_hub->router().handle({"GET", "/v1/lists", {}, {}});
    QCOMPARE(first.status, 200);
    const QByteArray tag = first.headers.value("etag");
    QCOMPARE(m_hub->exchange(m_phone).listsTag.toLatin1(), tag);
    const Response second = m_hub->router().handle({"GET", "/v1/lists", {{"if-none-match", tag}}, {}});
    QCOMPARE(second.status, 304);
    QVERIFY(second.body.isEmpty());
}

void TstRouter::lists_newerListGiven_isHandedOut()
{
    const QByteArray tag = m_hub->router().handle({"GET", "/v1/lists", {}, {}}).headers.value("etag");
    const auto transaction = *m_hub->store().begin();
    QVERIFY(transaction->setMeta(
        metakey::lists, R"({"lists":[{"list":"schemes","version":99,"entries":[{"code":"new","label":"New"}]}]})"));
    QVERIFY(transaction->commit());
    const Response response = m_hub->router().handle({"GET", "/v1/lists", {{"if-none-match", tag}}, {}});
    QCOMPARE(response.status, 200);
    domain::CodeLists lists;
    QVERIFY(lists.merge(json(response)));
    QVERIFY(lists.list(u"schemes").find(u"new"));
}

QTEST_GUILESS_MAIN(TstRouter)
#include "tst_router.moc"
