#include "wire/enrolment.h"
#include "wire/exchange.h"
#include "wire/json.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace doorstep;

/// The program itself: its commands, and its server over real sockets.
class TstHubProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void command_withoutHub_endsWith2NamingData();
    void init_twice_endsWith2();
    void serve_readableKey_endsWith2();
    void serve_beyondLoopback_endsWith2NamingListen();
    void serve_freePort_answersAndEndsWith0OnSigterm();
    void serve_oversizedBody_is413();
    void serve_oversizedHeader_is413();
    void serve_notHttp_is400();
    void export_whileServing_printsImportedRecords();

private:
    struct Ended
    {
        int code;
        QByteArray out, error;
    };
    [[nodiscard]] Ended run(const QStringList& arguments, const QByteArray& input = {}) const;
    void serve();
    [[nodiscard]] QByteArray talk(const QByteArray& bytes) const;
    static QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& more = {})
    {
        return "POST " + path + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Type: application/json\r\n" +
               more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray bodyOf(const QByteArray& answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_server;
    quint16 m_port = 0;
};

namespace {
constexpr int kPatience = 30'000;
const QString kProgram = QStringLiteral(DOORSTEP_HUB_PROGRAM);
} // namespace

void TstHubProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstHubProgram::cleanup()
{
    if (m_server.state() != QProcess::NotRunning) {
        m_server.kill();
        m_server.waitForFinished(kPatience);
    }
}

TstHubProgram::Ended TstHubProgram::run(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    process.start(kProgram,
                  arguments + QStringList{QStringLiteral("--data"), m_folder->path() + QStringLiteral("/hub")});
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(kPatience);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TstHubProgram::serve()
{
    m_server.start(kProgram,
                   {QStringLiteral("serve"), QStringLiteral("--data"), m_folder->path() + QStringLiteral("/hub"),
                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QVERIFY(m_server.waitForReadyRead(kPatience));
    const QByteArray line = m_server.readLine();
    QVERIFY(line.startsWith("listening on http://127.0.0.1:"));
    m_port = line.trimmed().split(':').last().toUShort();
}

QByteArray TstHubProgram::talk(const QByteArray& bytes) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    if (!socket.waitForConnected(kPatience))
        return {};
    socket.write(bytes);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(kPatience)) {
    }
    return socket.readAll();
}

void TstHubProgram::command_withoutHub_endsWith2NamingData()
{
    for (const char* command : {"serve", "status", "export"}) {
        const Ended ended = run({QString::fromLatin1(command)});
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.error.startsWith("doorstep-hub: data:"));
        QCOMPARE(ended.error.count('\n'), 1);
    }
}

void TstHubProgram::init_twice_endsWith2()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    QCOMPARE(run({QStringLiteral("init")}).code, 2);
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_folder->path() + QStringLiteral("/hub")) & others));
    QVERIFY(!(QFile::permissions(m_folder->path() + QStringLiteral("/hub/hub.key")) & others));
}

void TstHubProgram::serve_readableKey_endsWith2()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    QFile key(m_folder->path() + QStringLiteral("/hub/hub.key"));
    QVERIFY(key.setPermissions(key.permissions() | QFile::ReadGroup));
    const Ended ended = run({QStringLiteral("status")});
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.error.contains("0600"));
}

void TstHubProgram::serve_beyondLoopback_endsWith2NamingListen()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    const Ended ended = run({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")});
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.error.contains("listen") && ended.error.contains("TLS"));
}

void TstHubProgram::serve_freePort_answersAndEndsWith0OnSigterm()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("Sam"), QStringLiteral("--role"),
                  QStringLiteral("connector"), QStringLiteral("--scheme"), QStringLiteral("conwy")})
                 .code,
             0);
    serve();
    const QByteArray code =
        run({QStringLiteral("enrol"), QStringLiteral("--user"), QStringLiteral("Sam")}).out.trimmed();
    const auto enrolment = wire::enrolmentFromBytes(
        bodyOf(talk(post("/v1/enrol", wire::compact({{wire::key::code, QString::fromLatin1(code)}})))));
    QVERIFY(enrolment);
    wire::ExchangeRequest request;
    request.protocol = wire::kProtocolVersion;
    request.epoch = 1;
    request.nextN = 1;
    const QByteArray answer = talk(post("/sync/v1/exchange", wire::toBytes(request, {}),
                                        "Authorization: Bearer " + enrolment->token.toLatin1() + "\r\n"));
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(answer.contains("Sync-Protocol: 1\r\n"));
    const auto reply = wire::replyFromBytes(bodyOf(answer));
    QVERIFY(reply);
    QCOMPARE(reply->pulled.size(), 1U);
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(kPatience));
    QCOMPARE(m_server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_server.exitCode(), 0);
}

void TstHubProgram::serve_oversizedBody_is413()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    serve();
    const QByteArray head = "POST /v1/enrol HTTP/1.1\r\nHost: hub\r\nContent-Length: 3000000\r\n\r\n";
    QVERIFY(talk(head).startsWith("HTTP/1.1 413"));
}

void TstHubProgram::serve_oversizedHeader_is413()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    serve();
    const QByteArray head = "GET /health HTTP/1.1\r\nX-Long: " + QByteArray(20'000, 'a') + "\r\n\r\n";
    QVERIFY(talk(head).startsWith("HTTP/1.1 413"));
}

void TstHubProgram::serve_notHttp_is400()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    serve();
    const QByteArray answer = talk("hello there\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 400"));
    QVERIFY(answer.contains("application/problem+json"));
}

void TstHubProgram::export_whileServing_printsImportedRecords()
{
    QCOMPARE(run({QStringLiteral("init")}).code, 0);
    serve();
    const QByteArray line = R"({"kind":"person","id":"01930000-0000-7000-8000-000000000001",)"
                            R"("fields":{"given_name":"Ann"},"scheme":"conwy"})";
    const Ended imported = run({QStringLiteral("import"), QStringLiteral("-")}, line);
    QCOMPARE(imported.code, 0);
    const Ended exported = run({QStringLiteral("export"), QStringLiteral("--kind"), QStringLiteral("person")});
    QCOMPARE(exported.code, 0);
    const auto json = wire::objectFromBytes(exported.out.trimmed());
    QVERIFY(json);
    QCOMPARE(json->value(wire::key::fields).toObject().value(QStringLiteral("given_name")).toString(),
             QStringLiteral("Ann"));
    QVERIFY(json->value(wire::key::deleted).isNull());
    QVERIFY(base::Timestamp::fromIso(json->value(QStringLiteral("received_at")).toString()));
    const auto status = wire::objectFromBytes(run({QStringLiteral("status")}).out.trimmed());
    QCOMPARE(status->value(wire::key::records).toObject().value(QStringLiteral("person")).toInt(), 1);
}

QTEST_GUILESS_MAIN(TstHubProgram)
#include "tst_hubprogram.moc"
