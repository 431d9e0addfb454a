#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QByteArray line(const QJsonObject& command)
{
    return QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

/// "Saved" means flushed, and a save costs one flush: counted at the system calls of the real device.
class FlushesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void save_each_hasExactlyOneFlush();

private:
    [[nodiscard]] static int flushesOf(const QString& folder, int saves);
};

int FlushesTest::flushesOf(const QString& folder, int saves)
{
    QByteArray commands = line({{s("command"), s("unlock")}, {s("pin"), s("2468")}});
    for (int i = 0; i < saves; ++i)
        commands += line({{s("command"), s("create")},
                          {s("kind"), s("person")},
                          {s("fields"), QJsonObject{{s("given_name"), s("Tom")}}}});
    const QString trace = folder + s(".trace");
    QProcess process;
    process.start(s("strace"), {s("-f"), s("-qq"), s("-e"), s("trace=fsync,fdatasync"), s("-o"), trace,
                                s(DOORSTEP_BIN "/doorstep-device"), s("--data"), folder});
    process.waitForStarted();
    process.write(commands);
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    if (process.readAllStandardOutput().count("\"ok\":true") != saves + 1)
        return -1;
    QFile file(trace);
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("sync(")) : -1;
}

void FlushesTest::save_each_hasExactlyOneFlush()
{
    if (QStandardPaths::findExecutable(s("strace")).isEmpty())
        QSKIP("strace is not installed: flushes were not counted");
    QTemporaryDir folder;
    HubProcess hub(folder.filePath(s("hub")));
    QVERIFY(hub.init() && hub.serve());
    const QString phone = folder.filePath(s("phone"));
    {
        support::DeviceProcess device(phone);
        QVERIFY(device.start());
        QCOMPARE(device.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
    }
    // The first run also tidies up after the process that was killed; the two after it start alike.
    QVERIFY(flushesOf(phone, 1) > 0);
    const int few = flushesOf(phone, 1);
    const int many = flushesOf(phone, 101);
    QCOMPARE(many - few, 100);
}

QTEST_GUILESS_MAIN(FlushesTest)
#include "tst_flushes.moc"
