#include "store/attachmentstore.h"
#include "support/devicefixture.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using domain::Attachment;
using store::AttachmentStore;
using store::Upload;
using store::Uploads;
using store::UploadState;
using support::DeviceFixture;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QByteArray photo(const QByteArray& content = "a form", qsizetype size = 400'000)
{
    return ("\xff\xd8\xff\xe0" + content).leftJustified(size, '.');
}

} // namespace

/// Photos on the device: encrypted before their record is there, kept until the hub has them.
class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void attach_photo_isKeptAndQueued();
    void attach_sameFileTwice_keepsOneFile();
    void attach_unfit_isRefusedAndLeavesNothing_data();
    void attach_unfit_isRefusedAndLeavesNothing();
    void attach_overTheLimitOfTheRules_isRefused();
    void attach_noRoom_isRefusedBeforeAnythingIsWritten();
    void sweep_afterAKillBeforeTheRecord_removesTheFileOnly();
    void erase_person_takesOnlyWhatTheHubHas();
    void nextReady_recordNotAtTheHub_waits();
    void exportTo_attachment_givesTheBytes();

private:
    [[nodiscard]] base::Result<domain::Record> attach(const QByteArray& bytes, const QString& person = {});
    [[nodiscard]] Attachment newAttachment(const QString& person = {});
    [[nodiscard]] QString write(const QByteArray& bytes) const;
    [[nodiscard]] int filesKept() const;
    void received(const base::RecordId& id);

    std::unique_ptr<DeviceFixture> m_device;
    QTemporaryDir m_elsewhere;
    QString m_ruth;
};

void AttachmentsTest::init()
{
    m_device = std::make_unique<DeviceFixture>();
    m_ruth = m_device->create(s("person"), {{s("given_name"), s("Ruth")}})->id.text();
}

QString AttachmentsTest::write(const QByteArray& bytes) const
{
    QString path = m_elsewhere.filePath(s("photo.jpg"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

Attachment AttachmentsTest::newAttachment(const QString& person)
{
    Attachment attachment;
    attachment.id = base::Id<Attachment>::make(m_device->clock, m_device->random);
    attachment.person = base::Id<domain::Person>(QUuid(person.isEmpty() ? m_ruth : person));
    attachment.caption = s("the form of today");
    return attachment;
}

base::Result<domain::Record> AttachmentsTest::attach(const QByteArray& bytes, const QString& person)
{
    return AttachmentStore(*m_device->store, m_device->clock).attach(newAttachment(person), write(bytes));
}

int AttachmentsTest::filesKept() const
{
    int files = 0;
    QDirIterator all(m_device->folder.filePath(s("files")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files += QFileInfo(all.next()).fileName() == s("lock") ? 0 : 1;
    return files;
}

void AttachmentsTest::received(const base::RecordId& id)
{
    Uploads uploads(*m_device->store);
    Upload upload = **uploads.upload(id);
    upload.state = UploadState::Received;
    upload.sent = upload.size;
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    QVERIFY(uploads.put(transaction, upload) && transaction.commit());
}

void AttachmentsTest::attach_photo_isKeptAndQueued()
{
    const auto saved = attach(photo());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    const auto attachment = domain::fromRecord<Attachment>(*saved);
    QCOMPARE(attachment.mediaType.value(), s("image/jpeg"));
    QCOMPARE(attachment.size.value(), photo().size());
    QCOMPARE(attachment.sha256.value().toLatin1(),
             QCryptographicHash::hash(photo(), QCryptographicHash::Sha256).toHex());
    QVERIFY(attachment.enteredAt.has());
    m_device->reopen();
    const auto counts = *Uploads(*m_device->store).counts();
    QCOMPARE(counts.waiting, 1);
    QCOMPARE(counts.bytesToSend, photo().size());
    const auto file = AttachmentStore(*m_device->store, m_device->clock).open(saved->id);
    QCOMPARE(*file->read(0, 1'000'000), photo());
    QCOMPARE(store::Outbox(*m_device->store).counts()->waiting, 2);
}

void AttachmentsTest::attach_sameFileTwice_keepsOneFile()
{
    QVERIFY(attach(photo()) && attach(photo()));
    QCOMPARE(filesKept(), 1);
    QCOMPARE(Uploads(*m_device->store).counts()->waiting, 2);
}

void AttachmentsTest::attach_unfit_isRefusedAndLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("person");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("a page") << QByteArray("<html>") << QString() << QString() << ErrorCode::Unsupported << s("path");
    QTest::newRow("nothing") << QByteArray() << QString() << QString() << ErrorCode::Unsupported << s("path");
    QTest::newRow("other type") << photo() << s("image/png") << QString() << ErrorCode::InvalidValue << s("media_type");
    QTest::newRow("nobody") << photo() << QString() << s("0193e4a2-b7c1-7000-8000-00000000dead") << ErrorCode::NotFound
                            << s("id");
}

void AttachmentsTest::attach_unfit_isRefusedAndLeavesNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, stated);
    QFETCH(QString, person);
    QFETCH(ErrorCode, code);
    QFETCH(QString, field);
    Attachment attachment = newAttachment(person);
    if (!stated.isEmpty())
        attachment.mediaType = stated;
    const auto refused = AttachmentStore(*m_device->store, m_device->clock).attach(attachment, write(bytes));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(filesKept(), 0);
    QCOMPARE(Uploads(*m_device->store).all()->size(), 0U);
}

void AttachmentsTest::attach_overTheLimitOfTheRules_isRefused()
{
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        QVERIFY(m_device->store->setLists(transaction,
                                          R"({"lists":[{"list":"programme-rules","version":99,"title":"","entries":[)"
                                          R"({"code":"attachments","label":"","value":{"bytes_max":1000}}]}]})"));
        QVERIFY(transaction.commit());
    }
    QVERIFY(attach(photo("small", 1000)));
    QCOMPARE(attach(photo("large", 1001)).error().code, ErrorCode::TooLarge);
}

void AttachmentsTest::attach_noRoom_isRefusedBeforeAnythingIsWritten()
{
    m_device->store =
        *store::DeviceStore::open(m_device->path(), m_device->key, [](const QString&) { return 1'000'000; });
    QCOMPARE(attach(photo()).error().code, ErrorCode::DiskFull);
    QCOMPARE(filesKept(), 0);
}

void AttachmentsTest::sweep_afterAKillBeforeTheRecord_removesTheFileOnly()
{
    const auto kept = attach(photo());
    QFile source(write(photo("never saved")));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QVERIFY(m_device->store->files().put(QUuid(m_ruth), source));
    QCOMPARE(filesKept(), 2);
    m_device->reopen();
    QVERIFY(Uploads(*m_device->store).sweepFiles(m_device->clock));
    QCOMPARE(filesKept(), 1);
    QVERIFY(AttachmentStore(*m_device->store, m_device->clock).open(kept->id));
}

void AttachmentsTest::erase_person_takesOnlyWhatTheHubHas()
{
    const QString tom = m_device->create(s("person"), {{s("given_name"), s("Tom")}})->id.text();
    const auto sent = attach(photo("sent"));
    const auto unsent = attach(photo("unsent"));
    const auto twice = attach(photo("unsent"));
    const auto toms = attach(photo("tom"), tom);
    received(sent->id);
    received(twice->id);
    received(toms->id);
    Uploads uploads(*m_device->store);
    {
        auto transaction = *sql::Transaction::begin(m_device->store->connection());
        QCOMPARE(*uploads.erase(transaction, QUuid(m_ruth)), 2);
        QVERIFY(transaction.commit());
    }
    AttachmentStore attachments(*m_device->store, m_device->clock);
    QCOMPARE(attachments.open(sent->id).error().code, ErrorCode::NotFound);
    QVERIFY(attachments.open(unsent->id));
    QVERIFY(attachments.open(toms->id));
    QCOMPARE(uploads.all()->size(), 2U);
}

void AttachmentsTest::nextReady_recordNotAtTheHub_waits()
{
    const auto saved = attach(photo());
    Uploads uploads(*m_device->store);
    QVERIFY(!*uploads.nextReady());
    auto transaction = *sql::Transaction::begin(m_device->store->connection());
    QVERIFY(transaction.connection().run("UPDATE outbox SET state = 2"));
    QCOMPARE((*uploads.nextReady())->record, saved->id);
    QVERIFY(!*uploads.nextReady(saved->id));
}

void AttachmentsTest::exportTo_attachment_givesTheBytes()
{
    const auto saved = attach(photo());
    AttachmentStore attachments(*m_device->store, m_device->clock);
    const QString path = m_elsewhere.filePath(s("out.jpg"));
    QVERIFY(attachments.exportTo(saved->id, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), photo());
    QCOMPARE(attachments.exportTo(saved->id, path).error().code, ErrorCode::AlreadyExists);
}

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
