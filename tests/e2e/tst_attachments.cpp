#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QFile>
#include <QJsonArray>
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

/// A photo of a paper form from one phone to another, between real processes that are killed on the way.
class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attach_phoneAndHubKilledOnTheWay_arrivesWhole();
};

void AttachmentsTest::attach_phoneAndHubKilledOnTheWay_arrivesWhole()
{
    QTemporaryDir folder;
    QByteArray photo("\xff\xd8\xff\xe0");
    while (photo.size() < 4'000'000)
        photo += QByteArray::number(photo.size() * 7919) + '\n';
    const QString path = folder.filePath(s("form.jpg"));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(photo) == photo.size());
    }
    HubProcess hub(folder.filePath(s("hub")));
    QVERIFY(hub.init() && hub.serve());
    DeviceProcess sam(folder.filePath(s("sam")));
    DeviceProcess ada(folder.filePath(s("ada")));
    QVERIFY(sam.start() && ada.start());
    QCOMPARE(sam.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
    QCOMPARE(ada.enrol(hub.address(), hub.enrolmentCode(s("Ada")))[s("ok")], true);
    const QString person = sam.create(s("person"), {{s("given_name"), s("Joan")}})[s("id")].toString();
    const QJsonObject attached =
        sam.ask({{s("command"), s("attach")}, {s("path"), path}, {s("fields"), QJsonObject{{s("person"), person}}}});
    QVERIFY2(attached[s("ok")].toBool(), qPrintable(attached[s("error")][s("message")].toString()));
    const QString id = attached[s("id")].toString();
    QVERIFY(QFile::remove(path));
    QCOMPARE(sam.command(s("status"))[s("files")][s("waiting")].toInt(), 1);

    // Killed ever later in the round: before, among and after the sixteen pieces.
    bool isSent = false;
    for (int wait = 5; !isSent && wait < 3000; wait += wait / 2 + 1) {
        sam.send({{s("command"), s("sync")}});
        QTest::qWait(wait);
        if (wait % 2 == 0) {
            sam.kill();
        } else {
            hub.kill();
            static_cast<void>(sam.reply());
            sam.kill();
            QVERIFY(hub.serve());
        }
        QVERIFY(sam.start());
        QCOMPARE(sam.unlock()[s("ok")], true);
        isSent = sam.command(s("status"))[s("files")][s("waiting")].toInt() == 0;
    }
    QCOMPARE(sam.command(s("sync"))[s("complete")], true);
    const QJsonObject there = sam.command(s("attachments"))[s("attachments")].toArray().first().toObject();
    QCOMPARE(there[s("state")], s("received"));
    QCOMPARE(there[s("sent")].toInteger(), photo.size());

    QCOMPARE(ada.command(s("sync"))[s("complete")], true);
    const QString copy = folder.filePath(s("copy.jpg"));
    const QJsonObject exporting{{s("command"), s("export")}, {s("id"), id}, {s("path"), copy}};
    QCOMPARE(ada.ask(exporting)[s("error")][s("code")], s("not_found"));
    const QJsonObject fetched = ada.ask({{s("command"), s("fetch")}, {s("id"), id}});
    QVERIFY2(fetched[s("ok")].toBool(), qPrintable(fetched[s("error")][s("message")].toString()));
    QCOMPARE(ada.ask(exporting)[s("ok")], true);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == photo);
    QCOMPARE(ada.ask(exporting)[s("error")][s("code")], s("already_exists"));
}

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
