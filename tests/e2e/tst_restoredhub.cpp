#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A hub that lost its disk and stands on yesterday's backup: its phones still have what came in since, and give it
/// back.
class RestoredHubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restore_savesSinceTheBackup_areRefilledByThePhones();
};

void RestoredHubTest::restore_savesSinceTheBackup_areRefilledByThePhones()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(s("hub"));
    HubProcess hub(data);
    QVERIFY(hub.init() && hub.serve());
    DeviceProcess sam(folder.filePath(s("sam")));
    DeviceProcess ada(folder.filePath(s("ada")));
    QSet<QString> saved;
    const auto saveAndSync = [&](DeviceProcess& device, const QString& name) {
        saved << name;
        return device.create(s("person"), {{s("given_name"), name}})[s("ok")].toBool() &&
               device.command(s("sync"))[s("complete")].toBool();
    };
    QVERIFY(sam.start() && ada.start());
    QCOMPARE(sam.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
    QCOMPARE(ada.enrol(hub.address(), hub.enrolmentCode(s("Ada")))[s("ok")], true);
    QVERIFY(saveAndSync(sam, s("sam before")) && saveAndSync(ada, s("ada before")));
    const QString backup = folder.filePath(s("backup.db"));
    QCOMPARE(hub.admin({s("backup"), backup}).exitCode, 0);
    QVERIFY(saveAndSync(sam, s("sam after")) && saveAndSync(ada, s("ada after")));

    hub.kill();
    const QStringList files = QDir(data).entryList({s("hub.db*")}, QDir::Files);
    for (const QString& file : files)
        QVERIFY(QFile::remove(data + QLatin1Char('/') + file));
    const HubProcess::Printed restored = hub.admin({s("restore"), backup});
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    QVERIFY(hub.serve());

    for (int round = 0; round < 2; ++round) {
        QCOMPARE(sam.command(s("sync"))[s("complete")], true);
        QCOMPARE(ada.command(s("sync"))[s("complete")], true);
    }
    QSet<QString> atHub;
    const std::vector<QJsonObject> exported = hub.exported(s("person"));
    for (const QJsonObject& record : exported)
        atHub << record[s("fields")].toObject()[s("given_name")].toString();
    QCOMPARE(atHub, saved);
    QCOMPARE(exported.size(), size_t(saved.size()));
    for (DeviceProcess* device : {&sam, &ada}) {
        QCOMPARE(device->ask({{s("command"), s("list")}, {s("kind"), s("person")}})[s("count")].toInt(), saved.size());
        QCOMPARE(device->command(s("status"))[s("conflicts")].toInt(), 0);
    }
}

QTEST_GUILESS_MAIN(RestoredHubTest)
#include "tst_restoredhub.moc"
