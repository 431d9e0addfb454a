#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlcipher/sqlite3.h>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

const QByteArray kCanary = "zqxcanaryword";

/// Files below a folder that hold the canary in UTF-8 or UTF-16.
QStringList filesWithCanary(const QString& folder, int* read)
{
    const QString text = QString::fromLatin1(kCanary);
    const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++*read;
        const QByteArray bytes = file.readAll();
        if (bytes.contains(kCanary) || bytes.contains(wide))
            found << file.fileName();
    }
    return found;
}

} // namespace

/// What people typed is in no file that device or hub wrote, whatever its name: database, WAL, log, temporary.
class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_afterASession_holdNoPlainText();
    void search_withoutEncryption_findsTheCanary();
};

void PlainTextTest::files_afterASession_holdNoPlainText()
{
    QTemporaryDir folder;
    qputenv("TMPDIR", folder.path().toUtf8());
    HubProcess hub(folder.filePath(s("hub")));
    QVERIFY(hub.init() && hub.serve());
    DeviceProcess device(folder.filePath(s("phone")));
    QVERIFY(device.start());
    QCOMPARE(device.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
    const QString canary = QString::fromLatin1(kCanary);
    const QString person =
        device.create(s("person"), {{s("given_name"), canary}, {s("address"), canary}})[s("id")].toString();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(device.create(s("contact"),
                               {{s("person"), person}, {s("mode"), s("telephone")}, {s("note"), canary}})[s("ok")],
                 true);
    // Refused on purpose, so that error texts are looked at as well.
    QCOMPARE(device.create(s("person"), {{s("given_name"), canary}, {s("birth_year"), 1}})[s("ok")], false);
    int read = 0;
    QCOMPARE(filesWithCanary(folder.path(), &read), QStringList());
    QCOMPARE(device.command(s("sync"))[s("complete")], true);
    QCOMPARE(hub.exported(s("contact")).size(), 50U);
    QCOMPARE(filesWithCanary(folder.path(), &read), QStringList());
    device.kill();
    hub.kill();
    QCOMPARE(filesWithCanary(folder.path(), &read), QStringList());
    QVERIFY2(read > 10, "too few files were read to prove anything");
}

void PlainTextTest::search_withoutEncryption_findsTheCanary()
{
    // The same library without a key: what the files would be if encryption were off.
    QTemporaryDir folder;
    sqlite3* plain = nullptr;
    QCOMPARE(sqlite3_open(folder.filePath(s("plain.db")).toUtf8().constData(), &plain), SQLITE_OK);
    const QByteArray sql =
        "PRAGMA journal_mode = WAL; CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('" + kCanary + "')";
    QCOMPARE(sqlite3_exec(plain, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    int read = 0;
    QVERIFY(!filesWithCanary(folder.path(), &read).isEmpty());
    sqlite3_close(plain);
}

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
