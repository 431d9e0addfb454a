#include "hub/backupmark.h"
#include "hub/sqlite/sqlitedatabase.h"
#include "sql/copy.h"
#include "support/phone.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace doorstep;
using namespace doorstep::hub::test;
using base::ErrorCode;
using hub::HubDirectory;
using support::Phone;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A hub that is restored from a backup, and one that has forgotten old tombstones: real hubs and real phones.
class BackupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backup_isEncryptedWithoutItsKeyAndLeavesNoOtherFile();
    void backup_whileSomebodyWrites_holdsWhatWasCommitted();
    void backup_damaged_isNotRestored();
    void restore_verifyOnly_changesNothing();
    void restore_overAHub_isRefused();
    void restored_fromABackupAtSixty_isRefilledExactlyOnce();
    void restored_twoPhones_bothEndWithEverything();
    void restored_changesAndRemovals_comeAgainWithoutConflict();
    void safeThrough_coversWhatIsInTheBackup();
    void mark_ofAnotherLife_isRefused();
    void purge_phoneThatMissedARemoval_losesTheRecordAndNothingElse();
    void purge_phoneThatHasSeenIt_goesOn();

private:
    struct Sites
    {
        HubFixture hub;
        QTemporaryDir folder;
        [[nodiscard]] QString backup() const { return folder.filePath(QStringLiteral("hub.backup")); }
    };
    static std::vector<domain::Record> save(Phone& phone, int count)
    {
        std::vector<domain::Record> saved;
        for (int i = 0; i < count; ++i)
            saved.push_back(phone.create("person", {{s("given_name"), s("Ann")}}));
        return saved;
    }
    static QStringList exported(hub::HubStore& store)
    {
        QStringList ids;
        const auto done =
            store.read()->records().forEach(s("person"), [&](const QByteArray& body, const QString&) -> base::Status {
                ids << QString::fromUtf8(body);
                return {};
            });
        return done ? ids : QStringList();
    }
};

void BackupsTest::backup_isEncryptedWithoutItsKeyAndLeavesNoOtherFile()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    sam.create("person", {{s("given_name"), s("Cadwaladr")}});
    sam.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    QFile file(sites.backup());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 4096);
    QVERIFY(!bytes.startsWith("SQLite format 3"));
    QVERIFY(!bytes.contains("Cadwaladr"));
    QFile key(sites.hub.path() + s("/hub.key"));
    QVERIFY(key.open(QIODevice::ReadOnly));
    QVERIFY(!bytes.contains(key.readAll()));
    QCOMPARE(QDir(sites.folder.path()).entryList(QDir::Files), QStringList{s("hub.backup")});
    QCOMPARE(sites.hub.directory().backup(sites.backup(), sites.hub.clock).error().code, ErrorCode::AlreadyExists);
    QVERIFY(!sites.hub.status().value(s("last_backup")).isNull());
}

void BackupsTest::backup_whileSomebodyWrites_holdsWhatWasCommitted()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    save(sam, 3);
    sam.sync();
    {
        const auto open = *sites.hub.store().begin(); // somebody's transaction, not committed
        QVERIFY(open->setMeta(hub::metakey::lists, "{\"lists\":[]}"));
        const auto connection = *sql::Connection::open(sites.hub.path() + s("/hub.db"), sites.hub.key());
        QVERIFY(sql::copyDatabase(*connection, sites.backup(), sites.hub.key()));
    }
    const auto copy = *hub::HubStore::open(std::make_unique<hub::SqliteSource>(sites.backup(), sites.hub.key()));
    QCOMPARE(exported(*copy).size(), 3);
    QVERIFY(copy->read()->meta(hub::metakey::lists)->isEmpty());
}

void BackupsTest::backup_damaged_isNotRestored()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    save(sam, 50);
    sam.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    QFile file(sites.backup());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    file.write(QByteArray(64, 'x'));
    file.close();
    base::SeededRandom random(3);
    const auto verified = sites.hub.directory().restore(sites.backup(), random, HubDirectory::Restore::VerifyOnly);
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::Corrupt);
}

void BackupsTest::restore_verifyOnly_changesNothing()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    save(sam, 3);
    sam.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    const QStringList before = QDir(sites.hub.path()).entryList(QDir::Files);
    QFile file(sites.backup());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    base::SeededRandom random(3);
    const auto mark = sites.hub.directory().restore(sites.backup(), random, HubDirectory::Restore::VerifyOnly);
    QVERIFY(mark);
    QVERIFY(mark->seq > 0);
    QCOMPARE(QDir(sites.hub.path()).entryList(QDir::Files), before);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), bytes);
}

void BackupsTest::restore_overAHub_isRefused()
{
    Sites sites;
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    base::SeededRandom random(3);
    QCOMPARE(sites.hub.directory().restore(sites.backup(), random, HubDirectory::Restore::InPlace).error().code,
             ErrorCode::AlreadyExists);
}

void BackupsTest::restored_fromABackupAtSixty_isRefilledExactlyOnce()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    save(sam, 60);
    sam.sync();
    sam.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    save(sam, 40);
    sam.sync();
    sam.sync();
    QCOMPARE(exported(sites.hub.store()).size(), 100);
    const QStringList before = exported(sites.hub.store());
    sites.hub.restoreFrom(sites.backup());
    QCOMPARE(exported(sites.hub.store()).size(), 60);
    save(sam, 1); // saved before the phone knows of it

    const auto report = sam.sync();
    QVERIFY(!report.stopped);
    QStringList after = exported(sites.hub.store());
    QCOMPARE(after.size(), 101);
    QCOMPARE(QSet<QString>(after.begin(), after.end()).size(), 101);
    for (const QString& each : before)
        QVERIFY(after.contains(each));
    QCOMPARE(sam.counts().received, 101);
    QCOMPARE(sam.counts().recorded(), 101);
    QCOMPARE(*store::RecordStore(*sam.device.store).count(*domain::findKind(u"person")), 101);
    QCOMPARE(sites.hub.status().value(s("open_conflicts")).toInt(), 0);
    QCOMPARE(sam.sync().exchanges, 1);
    // Everything is exactly once in the history too.
    Phone fresh(sites.hub, s("Sam"));
    fresh.sync();
    QCOMPARE(*store::RecordStore(*fresh.device.store).count(*domain::findKind(u"person")), 101);
}

void BackupsTest::restored_twoPhones_bothEndWithEverything()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    sites.hub.addUser(s("Kim"));
    Phone sam(sites.hub, s("Sam"));
    Phone kim(sites.hub, s("Kim"));
    save(sam, 5);
    sam.sync();
    kim.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    const auto sams = save(sam, 5);
    sam.sync();
    kim.sync();
    // Kim's visit is about a person that the restored hub does not know before Sam's phone comes.
    const auto visit = kim.create("contact", {{s("person"), sams[0].id.text()}, {s("mode"), s("telephone")}});
    kim.sync();
    sites.hub.restoreFrom(sites.backup());
    QVERIFY(!kim.sync().stopped);
    QVERIFY(!sites.hub.row(visit.id.uuid()));
    QVERIFY(kim.has(visit));
    QVERIFY(!sam.sync().stopped);
    QVERIFY(!kim.sync().stopped);
    QVERIFY(!sam.sync().stopped);
    QVERIFY(sites.hub.row(visit.id.uuid()));
    QCOMPARE(exported(sites.hub.store()).size(), 10);
    for (Phone* phone : {&sam, &kim}) {
        QCOMPARE(*store::RecordStore(*phone->device.store).count(*domain::findKind(u"person")), 10);
        QVERIFY(phone->has(visit));
        QCOMPARE(phone->counts().held, 0);
    }
    QCOMPARE(kim.counts().received, 1);
}

void BackupsTest::restored_changesAndRemovals_comeAgainWithoutConflict()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    const auto people = save(sam, 2);
    sam.sync();
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    sam.edit(people[0], {{s("given_name"), s("Anna")}});
    sam.edit(people[0], {{s("given_name"), s("Annie")}});
    QVERIFY(store::Recorder(*sam.device.store, sam.device.clock).remove(*people[1].kind, people[1].id, s("twice")));
    sam.sync();
    sites.hub.restoreFrom(sites.backup());
    QVERIFY(!sam.sync().stopped);
    QCOMPARE(sites.hub.fields(people[0].id.uuid()).value(s("given_name")).toString(), s("Annie"));
    QVERIFY(sites.hub.row(people[1].id.uuid())->record.isDeleted());
    QCOMPARE(sites.hub.status().value(s("open_conflicts")).toInt(), 0);
    QCOMPARE(sam.counts().needsAttention, 0);
}

void BackupsTest::safeThrough_coversWhatIsInTheBackup()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    save(sam, 3);
    sam.sync();
    sam.sync(); // tells the hub that it has the results
    QCOMPARE(sam.device.store->device()->safeThrough, 0);
    QVERIFY(sites.hub.directory().backup(sites.backup(), sites.hub.clock));
    sites.hub.clock.advance(15 * kDay);
    sam.device.clock.advance(15 * kDay);
    save(sam, 1);
    sam.sync();
    QCOMPARE(sam.device.store->device()->safeThrough, 3);
    QCOMPARE(store::Outbox(*sam.device.store).entries(store::OutboxState::Received)->size(), 1U);
    QCOMPARE(sam.counts().received, 4);
}

void BackupsTest::mark_ofAnotherLife_isRefused()
{
    Sites sites;
    const auto mark = *hub::BackupMark::of(*sites.hub.store().read());
    const auto read = hub::BackupMark::fromBytes(mark.toBytes());
    QVERIFY(read);
    QVERIFY(read->putInto(sites.hub.store(), sites.hub.clock.now()));
    base::SeededRandom random(3);
    QVERIFY(HubDirectory::beginNewLife(sites.hub.store(), random));
    QCOMPARE(read->putInto(sites.hub.store(), sites.hub.clock.now()).error().code, ErrorCode::Conflict);
    QVERIFY(!hub::BackupMark::fromBytes("{}"));
}

void BackupsTest::purge_phoneThatMissedARemoval_losesTheRecordAndNothingElse()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    Phone sam(sites.hub, s("Sam"));
    Phone away(sites.hub, s("Sam"));
    const auto people = save(sam, 3);
    sam.sync();
    away.sync();
    const auto unsent = away.edit(people[2], {{s("given_name"), s("Mine")}});
    const auto made = away.create("person", {{s("given_name"), s("Bob")}});
    QVERIFY(store::Recorder(*sam.device.store, sam.device.clock).remove(*people[0].kind, people[0].id, s("twice")));
    sam.sync();
    QCOMPARE(*sites.hub.housekeeping().purge(), 0);
    sites.hub.clock.advance(181 * kDay);
    sam.device.clock.advance(181 * kDay);
    away.device.clock.advance(181 * kDay);
    QCOMPARE(*sites.hub.housekeeping().purge(), 1);
    QVERIFY(!sites.hub.row(people[0].id.uuid()));

    const auto report = away.sync();
    QVERIFY(!report.stopped);
    QVERIFY(!away.has(people[0]));
    QVERIFY(away.has(people[1]));
    QVERIFY(away.has(made));
    const auto stored = *store::RecordStore(*away.device.store).get(*unsent.kind, unsent.id);
    QCOMPARE(stored.value(u"given_name"), domain::Value(s("Mine")));
    QCOMPARE(away.counts().received, 2);
    QCOMPARE(exported(sites.hub.store()).size(), 3);
}

void BackupsTest::purge_phoneThatHasSeenIt_goesOn()
{
    Sites sites;
    sites.hub.addUser(s("Sam"));
    sites.hub.addUser(s("Far"), "connector", "torfaen");
    Phone sam(sites.hub, s("Sam"));
    Phone far(sites.hub, s("Far"));
    const auto people = save(sam, 2);
    sam.sync();
    QVERIFY(store::Recorder(*sam.device.store, sam.device.clock).remove(*people[0].kind, people[0].id, s("twice")));
    sam.sync();
    sam.sync();
    far.sync(); // sees nothing of it, but was here after it
    sites.hub.clock.advance(181 * kDay);
    QCOMPARE(*sites.hub.housekeeping().purge(), 1);
    QCOMPARE(sam.sync().exchanges, 1);
    QCOMPARE(far.sync().exchanges, 1);
}

QTEST_GUILESS_MAIN(BackupsTest)
#include "tst_backups.moc"
