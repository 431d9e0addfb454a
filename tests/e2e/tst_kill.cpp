#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

// Each round ends with a SIGKILL at a moment of chance.
constexpr int kKills = 200;
// Long enough to reach into several saves and a sync, short enough for most kills to hit one.
constexpr int kLongestLifeMicroseconds = 40'000;

} // namespace

/// The device is killed again and again in the middle of creates, updates and syncs. What it acknowledged must be there
/// afterwards, and at the hub exactly once.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void device_killedAtRandomMoments_keepsEveryAcknowledgedWrite();

private:
    void liveUntilKilled(DeviceProcess& device, QRandomGenerator& chance);
    [[nodiscard]] QJsonObject nextCommand(QRandomGenerator& chance);
    void note(const QJsonObject& command, const QJsonObject& reply);

    QString m_person;
    int m_made = 0;
    QHash<QString, int> m_acknowledged; ///< contact id -> minutes as last acknowledged
    QMultiHash<QString, int> m_inDoubt; ///< sent, but killed before the reply: any of them may stand
};

QJsonObject KillTest::nextCommand(QRandomGenerator& chance)
{
    const int what = chance.bounded(10);
    if (what == 0)
        return {{s("command"), s("sync")}};
    const int minutes = chance.bounded(1, 240);
    if (what < 4 && !m_acknowledged.isEmpty()) {
        const QList<QString> ids = m_acknowledged.keys();
        return {{s("command"), s("update")},
                {s("kind"), s("contact")},
                {s("id"), ids[chance.bounded(ids.size())]},
                {s("fields"), QJsonObject{{s("minutes"), minutes}}}};
    }
    const QString id = s("0193e4a2-b7c1-7000-8000-%1").arg(++m_made, 12, 10, QLatin1Char('0'));
    return {{s("command"), s("create")},
            {s("kind"), s("contact")},
            {s("id"), id},
            {s("fields"), QJsonObject{{s("person"), m_person}, {s("mode"), s("telephone")}, {s("minutes"), minutes}}}};
}

void KillTest::note(const QJsonObject& command, const QJsonObject& reply)
{
    const QString id = command[s("id")].toString();
    if (id.isEmpty())
        return;
    const int minutes = command[s("fields")].toObject()[s("minutes")].toInt();
    if (reply.isEmpty()) {
        m_inDoubt.insert(id, minutes);
        return;
    }
    QVERIFY2(reply[s("ok")].toBool(), qPrintable(reply[s("error")].toObject()[s("message")].toString()));
    m_acknowledged.insert(id, minutes);
    m_inDoubt.remove(id);
}

void KillTest::liveUntilKilled(DeviceProcess& device, QRandomGenerator& chance)
{
    const qint64 pid = device.processId();
    const int microseconds = chance.bounded(kLongestLifeMicroseconds);
    std::unique_ptr<QThread> killer(QThread::create([pid, microseconds] {
        QThread::usleep(static_cast<unsigned long>(microseconds));
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    }));
    killer->start();
    while (true) {
        const QJsonObject command = nextCommand(chance);
        const QJsonObject reply = device.ask(command);
        note(command, reply);
        if (reply.isEmpty())
            break;
    }
    killer->wait();
    device.kill();
}

void KillTest::device_killedAtRandomMoments_keepsEveryAcknowledgedWrite()
{
    const quint32 seed = qEnvironmentVariableIsSet("DOORSTEP_SEED") ? qEnvironmentVariableIntValue("DOORSTEP_SEED")
                                                                    : QRandomGenerator::system()->generate();
    qInfo("seed %u (DOORSTEP_SEED=%u repeats it)", seed, seed);
    QRandomGenerator chance(seed);
    QTemporaryDir folder;
    HubProcess hub(folder.filePath(s("hub")));
    QVERIFY(hub.init());
    QVERIFY(hub.serve());
    {
        DeviceProcess device(folder.filePath(s("phone")));
        QVERIFY(device.start());
        QCOMPARE(device.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
        m_person = device.create(s("person"), {{s("given_name"), s("Tom")}})[s("id")].toString();
        QVERIFY(!m_person.isEmpty());
    }
    for (int i = 0; i < kKills; ++i) {
        DeviceProcess device(folder.filePath(s("phone")));
        QVERIFY(device.start());
        QCOMPARE(device.unlock()[s("ok")], true);
        liveUntilKilled(device, chance);
        if (QTest::currentTestFailed())
            return;
    }

    DeviceProcess device(folder.filePath(s("phone")));
    QVERIFY(device.start());
    QCOMPARE(device.unlock()[s("ok")], true);
    QVERIFY2(m_acknowledged.size() > kKills / 2, "the kills came too early to prove anything");
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it) {
        const int minutes = device.get(s("contact"), it.key())[s("fields")].toObject()[s("minutes")].toInt(-1);
        QVERIFY2(minutes == it.value() || m_inDoubt.contains(it.key(), minutes), qPrintable(it.key()));
    }
    const QJsonObject synced = device.command(s("sync"));
    QCOMPARE(synced[s("complete")], true);
    QCOMPARE(synced[s("waiting")].toInt() + synced[s("in_flight")].toInt(), 0);
    QCOMPARE(synced[s("needs_attention")].toInt() + synced[s("conflicts")].toInt(), 0);

    QHash<QString, int> atHub;
    for (const QJsonObject& record : hub.exported(s("contact"))) {
        const QString id = record[s("id")].toString();
        QVERIFY2(!atHub.contains(id), "twice at the hub");
        atHub.insert(id, record[s("fields")].toObject()[s("minutes")].toInt());
    }
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it) {
        QVERIFY2(atHub.contains(it.key()), "acknowledged, but not at the hub");
        const int onDevice = device.get(s("contact"), it.key())[s("fields")].toObject()[s("minutes")].toInt(-1);
        QCOMPARE(atHub.value(it.key()), onDevice);
    }
    qInfo("%d kills, %d writes acknowledged, %d at the hub", kKills, int(m_acknowledged.size()), int(atHub.size()));
}

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
