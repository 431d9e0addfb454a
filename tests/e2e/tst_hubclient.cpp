#include "support/faultproxy.h"
#include "support/hubprocess.h"
#include "sync/hubclient.h"
#include "wire/json.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace doorstep;
using base::ErrorCode;
using support::Fault;
using support::Passage;
using sync::HubReply;
using sync::HubRequest;
using Kind = Fault::Kind;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

const HubRequest kHealth{"GET", QString(wire::kPathHealth), {}, {}, {}};
const HubRequest kLists{"GET", QString(wire::kPathLists), {}, {}, {}};

HubRequest largeRequest()
{
    return {"POST", QString(wire::kPathExchange), wire::compact({{s("text"), QString(4000, u'x')}}), "no-token", {}};
}

} // namespace

/// What the client makes of everything that can stand between it and a real hub.
class HubClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void retryAfter_eitherForm_isSeconds_data();
    void retryAfter_eitherForm_isSeconds();
    void retryAfter_ofAProxyWithoutOurHeader_isObeyedAndOffline();
    void portal_anyStatus_isOffline_data();
    void portal_anyStatus_isOffline();
    void reply_ofTheWrongType_isOffline();
    void reply_cutAnywhere_isNoReply();
    void reply_damagedGzip_isNoReply();
    void reply_garbage_isOffline();
    void silence_overTheTimeout_isATimeout();
    void connection_closedWhileIdle_isTriedAgainInSilence();
    void gzip_refused_goesPlainFromThenOn();
    void status_withoutAReadableBody_stillCounts();

private:
    [[nodiscard]] HubReply send(std::vector<Fault> faults, const HubRequest& request = kHealth);
    [[nodiscard]] HubReply always(const Fault& fault, const HubRequest& request = kHealth);

    QTemporaryDir m_folder;
    std::unique_ptr<support::HubProcess> m_hub;
    support::FaultProxy m_proxy;
    std::unique_ptr<sync::HubClient> m_client;
};

void HubClientTest::initTestCase()
{
    m_hub = std::make_unique<support::HubProcess>(m_folder.filePath(s("hub")));
    QVERIFY(m_hub->init() && m_hub->serve());
    m_proxy.setHub(m_hub->address());
}

void HubClientTest::init()
{
    m_client = std::make_unique<sync::HubClient>();
    m_client->setAddress(QUrl(m_proxy.address()));
    (void)m_proxy.takePassages();
}

HubReply HubClientTest::send(std::vector<Fault> faults, const HubRequest& request)
{
    m_proxy.script(std::move(faults));
    return m_client->sendAndWait(request);
}

HubReply HubClientTest::always(const Fault& fault, const HubRequest& request)
{
    m_proxy.setPlan([fault](int) { return fault; });
    return m_client->sendAndWait(request);
}

void HubClientTest::retryAfter_eitherForm_isSeconds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("date, by the answer's own clock") << QByteArray("Thu, 01 Jan 2026 00:05:00 GMT") << 300;
    QTest::newRow("more than an hour") << QByteArray("86400") << 3600;
    QTest::newRow("more than an hour, as a date") << QByteArray("Fri, 02 Jan 2026 00:00:00 GMT") << 3600;
    QTest::newRow("a date gone by") << QByteArray("Wed, 31 Dec 2025 00:00:00 GMT") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
}

void HubClientTest::retryAfter_eitherForm_isSeconds()
{
    QFETCH(QByteArray, value);
    for (const auto& [status, code] : {std::pair(429, ErrorCode::TooManyRequests), std::pair(503, ErrorCode::Busy)}) {
        const HubReply reply = send({Fault{Kind::Refuse, 0, status, value, {}}});
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.error.code, code);
        QVERIFY(base::isTransient(reply.error.code));
        QTEST(reply.retryAfterSeconds, "seconds");
    }
}

void HubClientTest::retryAfter_ofAProxyWithoutOurHeader_isObeyedAndOffline()
{
    const HubReply reply = send({Fault{Kind::Portal, 0, 503, "90", {}}});
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error.code, ErrorCode::Offline);
    QCOMPARE(reply.retryAfterSeconds, 90);
}

void HubClientTest::portal_anyStatus_isOffline_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 401, 403, 404, 410, 422, 500, 511})
        QTest::addRow("%d", status) << status;
}

void HubClientTest::portal_anyStatus_isOffline()
{
    QFETCH(int, status);
    const HubReply reply = send({Fault{Kind::Portal, 0, status, {}, {}}});
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error.code, ErrorCode::Offline);
}

void HubClientTest::reply_ofTheWrongType_isOffline()
{
    // Our header, but not a success of ours.
    const HubReply reply = send({Fault{Kind::Refuse, 0, 200, {}, {}}});
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error.code, ErrorCode::Offline);
}

void HubClientTest::reply_cutAnywhere_isNoReply()
{
    const HubReply whole = send({}, kLists);
    QCOMPARE(whole.status, 200);
    const qsizetype size = m_proxy.takePassages().back().replyBytes;
    QVERIFY(size > 500);
    for (qsizetype bytes = 0; bytes < size; bytes += bytes < 400 ? 37 : size / 20) {
        const HubReply reply = always({Kind::CutReply, bytes, 0, {}, {}}, kLists);
        QVERIFY2(reply.status == 0, qPrintable(s("after %1 bytes of %2").arg(bytes).arg(size)));
        QVERIFY(base::isTransient(reply.error.code));
    }
}

void HubClientTest::reply_damagedGzip_isNoReply()
{
    const HubReply reply = always({Kind::BadGzip, 0, 0, {}, {}}, kLists);
    QCOMPARE(reply.status, 0);
    QVERIFY(base::isTransient(reply.error.code));
}

void HubClientTest::reply_garbage_isOffline()
{
    const HubReply reply = always({Kind::Garbage, 0, 0, {}, {}});
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error.code, ErrorCode::Offline);
}

void HubClientTest::silence_overTheTimeout_isATimeout()
{
    m_client->setTimeout(std::chrono::milliseconds(150));
    const HubReply reply = always({Kind::Silence, 0, 0, {}, {}});
    QCOMPARE(reply.status, 0);
    QCOMPARE(reply.error.code, ErrorCode::Timeout);
    // The next request must not wait behind the dead connection.
    QCOMPARE(send({}).status, 200);
}

void HubClientTest::connection_closedWhileIdle_isTriedAgainInSilence()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(send({Fault{Kind::CloseIdle, 0, 0, {}, {}}}).status, 200);
}

void HubClientTest::gzip_refused_goesPlainFromThenOn()
{
    HubReply reply = send({Fault{Kind::Refuse, 0, 415, {}, {}}}, largeRequest());
    QCOMPARE(reply.error.code, ErrorCode::Unauthorised);
    reply = send({}, largeRequest());
    QCOMPARE(reply.error.code, ErrorCode::Unauthorised);
    const std::vector<Passage> passages = m_proxy.takePassages();
    QCOMPARE(int(passages.size()), 3);
    QCOMPARE(passages[0].headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(passages[0].requestBytes < 1000);
    for (size_t i = 1; i < passages.size(); ++i) {
        QVERIFY(!passages[i].headers.contains("content-encoding"));
        QVERIFY(passages[i].requestBytes > 4000);
        QCOMPARE(passages[i].status, 401);
    }
}

void HubClientTest::status_withoutAReadableBody_stillCounts()
{
    const HubReply reply = send({Fault{Kind::Refuse, 0, 408, {}, {}}});
    QCOMPARE(reply.status, 408);
    QVERIFY(base::isTransient(reply.error.code));
}

QTEST_GUILESS_MAIN(HubClientTest)
#include "tst_hubclient.moc"
