#include "support/deviceprocess.h"
#include "support/hubcontents.h"
#include "support/hubprocess.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

/// As long as it lives, a running process may write nothing into any file, as on a full disk.
class NoRoom
{
public:
    explicit NoRoom(qint64 processId) : m_process(static_cast<pid_t>(processId))
    {
        m_isSet = ::prlimit(m_process, RLIMIT_FSIZE, nullptr, &m_before) == 0;
        const rlimit none{0, m_before.rlim_max};
        m_isSet = m_isSet && ::prlimit(m_process, RLIMIT_FSIZE, &none, nullptr) == 0;
    }
    ~NoRoom() { ::prlimit(m_process, RLIMIT_FSIZE, &m_before, nullptr); }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    pid_t m_process;
    rlimit m_before{};
    bool m_isSet = false;
};

} // namespace

/// Real processes that run out of room: nothing that was saved is lost, and work goes on when there is room again.
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void save_deviceHasNoRoom_isRefusedAndLosesNothing();
    void sync_deviceHasNoRoom_keepsEverythingForTheNextRound();
    void sync_hubHasNoRoom_staysOnTheDeviceUntilThereIs();

private:
    [[nodiscard]] QString save(const QString& name);
    [[nodiscard]] QStringList namesAtHub();
    void everythingIsSent();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubProcess> m_hub;
    std::unique_ptr<DeviceProcess> m_phone;
};

void DiskFullTest::init()
{
    m_phone.reset();
    m_hub.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<HubProcess>(m_folder->filePath(s("hub")));
    QVERIFY(m_hub->init() && m_hub->serve());
    m_phone = std::make_unique<DeviceProcess>(m_folder->filePath(s("phone")));
    QVERIFY(m_phone->start());
    QCOMPARE(m_phone->enrol(m_hub->address(), m_hub->enrolmentCode(s("Sam")))[s("ok")], true);
    QCOMPARE(save(s("before")), QString());
}

/// The code of the error, empty when it is saved.
QString DiskFullTest::save(const QString& name)
{
    return m_phone->create(s("person"), {{s("given_name"), name}})[s("error")].toObject()[s("code")].toString();
}

QStringList DiskFullTest::namesAtHub()
{
    QStringList names;
    for (const QJsonObject& record : m_hub->exported(s("person")))
        names << record[s("fields")].toObject()[s("given_name")].toString();
    names.sort();
    return names;
}

void DiskFullTest::everythingIsSent()
{
    const QJsonObject synced = m_phone->command(s("sync"));
    QCOMPARE(synced[s("complete")], true);
    QCOMPARE(synced[s("waiting")].toInt() + synced[s("in_flight")].toInt() + synced[s("needs_attention")].toInt(), 0);
    m_phone->kill();
    QVERIFY(support::checkDeviceFile(m_folder->filePath(s("phone"))));
    QVERIFY(support::checkHubFile(m_folder->filePath(s("hub"))));
}

void DiskFullTest::save_deviceHasNoRoom_isRefusedAndLosesNothing()
{
    {
        const NoRoom noRoom(m_phone->processId());
        QVERIFY(noRoom.isSet());
        QCOMPARE(save(s("refused")), s("disk_full"));
        QCOMPARE(m_phone->ask({{s("command"), s("list")}, {s("kind"), s("person")}})[s("count")].toInt(), 1);
    }
    QCOMPARE(save(s("after")), QString());
    everythingIsSent();
    QCOMPARE(namesAtHub(), QStringList({s("after"), s("before")}));
}

void DiskFullTest::sync_deviceHasNoRoom_keepsEverythingForTheNextRound()
{
    {
        const NoRoom noRoom(m_phone->processId());
        QVERIFY(noRoom.isSet());
        const QJsonObject refused = m_phone->command(s("sync"));
        QVERIFY(!refused[s("complete")].toBool());
        QCOMPARE(m_phone->command(s("status"))[s("received")].toInt(), 0);
    }
    everythingIsSent();
    QCOMPARE(namesAtHub(), QStringList(s("before")));
}

void DiskFullTest::sync_hubHasNoRoom_staysOnTheDeviceUntilThereIs()
{
    {
        const NoRoom noRoom(m_hub->processId());
        QVERIFY(noRoom.isSet());
        const QJsonObject refused = m_phone->command(s("sync"));
        QCOMPARE(refused[s("ok")], true);
        QCOMPARE(refused[s("complete")], false);
        QCOMPARE(refused[s("reason")].toObject()[s("code")], s("disk_full"));
        QCOMPARE(refused[s("waiting")].toInt() + refused[s("in_flight")].toInt(), 1);
        QCOMPARE(refused[s("received")].toInt() + refused[s("needs_attention")].toInt(), 0);
    }
    everythingIsSent();
    QCOMPARE(namesAtHub(), QStringList(s("before")));
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "tst_diskfull.moc"
