#include "files/contentstore.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace doorstep;
using base::ErrorCode;
using files::Address;
using files::ContentStore;
using files::SealedFile;

namespace {

const files::FolderKey kKey{QByteArray(32, 'k')};
const QUuid kRuth(0x01930000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
const QUuid kTom(0x01930000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2);

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Larger than one piece, and no two pieces alike.
QByteArray content(qsizetype size = 700'000)
{
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size()) + ' ';
    return bytes.first(size);
}

/// The kernel's word for "no room" while it lives: no file grows over so many bytes.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class ContentStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void put_content_comesBackUnderItsHash();
    void put_sameContentOfTwoPeople_isKeptTwice();
    void put_diskFull_leavesNothing();
    void checkRoom_littleLeft_isDiskFull();
    void incoming_inPieces_becomesTheFile();
    void incoming_reopened_goesOnWhereItWas();
    void complete_otherContent_beginsAnew();
    void sweep_orphans_goAndKeptFilesStay();
    void sweep_whileHeld_removesNothing();
    void removePartsBefore_oldOnes_go();

private:
    [[nodiscard]] ContentStore::Content put(const QUuid& owner, QByteArray bytes);
    [[nodiscard]] QStringList filesLeft() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ContentStore> m_store;
};

void ContentStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ContentStore>(m_folder->filePath(QStringLiteral("files")), kKey);
}

ContentStore::Content ContentStoreTest::put(const QUuid& owner, QByteArray bytes)
{
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    return m_store->put(owner, source).value_or(ContentStore::Content{});
}

QStringList ContentStoreTest::filesLeft() const
{
    QStringList names;
    QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo file(all.next());
        if (file.fileName() != QStringLiteral("lock"))
            names << file.fileName();
    }
    return names;
}

void ContentStoreTest::put_content_comesBackUnderItsHash()
{
    const ContentStore::Content stored = put(kRuth, content());
    QCOMPARE(stored.address, (Address{kRuth, hashOf(content())}));
    QCOMPARE(stored.size, content().size());
    QVERIFY(m_store->has(stored.address));
    QCOMPARE(*m_store->open(stored.address)->read(0, stored.size), content());
    QVERIFY(m_store->remove(stored.address));
    QVERIFY(!m_store->has(stored.address));
    QCOMPARE(filesLeft(), QStringList());
}

void ContentStoreTest::put_sameContentOfTwoPeople_isKeptTwice()
{
    const auto ruth = put(kRuth, content());
    QVERIFY(!m_store->has({kTom, ruth.address.hash}));
    const auto tom = put(kTom, content());
    QVERIFY(m_store->remove(ruth.address));
    QVERIFY(m_store->has(tom.address));
}

void ContentStoreTest::put_diskFull_leavesNothing()
{
    QByteArray bytes = content();
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    {
        const FileSizeLimit limit(300'000);
        QCOMPARE(m_store->put(kRuth, source).error().code, ErrorCode::DiskFull);
    }
    QCOMPARE(filesLeft(), QStringList());
}

void ContentStoreTest::checkRoom_littleLeft_isDiskFull()
{
    qint64 free = 100'000'000;
    const ContentStore store(m_folder->path(), kKey, [&](const QString&) { return free; });
    QVERIFY(store.checkRoom(20'000'000));
    free = 21'000'000;
    QCOMPARE(store.checkRoom(20'000'000).error().code, ErrorCode::DiskFull);
}

void ContentStoreTest::incoming_inPieces_becomesTheFile()
{
    const Address address{kRuth, hashOf(content())};
    auto part = m_store->incoming(address);
    QVERIFY(part && part->append(content().first(300'000)) && part->append(content().mid(300'000)));
    QVERIFY(!m_store->has(address));
    QVERIFY(m_store->complete(address, *part));
    QCOMPARE(*m_store->open(address)->read(0, 1'000'000), content());
    QCOMPARE(filesLeft().size(), 1);
}

void ContentStoreTest::incoming_reopened_goesOnWhereItWas()
{
    const Address address{kRuth, hashOf(content())};
    {
        auto part = m_store->incoming(address);
        QVERIFY(part && part->append(content().first(1000)) && part->flush());
    }
    auto part = m_store->incoming(address);
    QCOMPARE(part->size(), 1000);
    QVERIFY(part->append(content().mid(1000)));
    QVERIFY(m_store->complete(address, *part));
}

void ContentStoreTest::complete_otherContent_beginsAnew()
{
    const Address address{kRuth, hashOf(content())};
    auto part = m_store->incoming(address);
    QVERIFY(part->append(content().chopped(1) + '#'));
    QCOMPARE(m_store->complete(address, *part).error().code, ErrorCode::BadChecksum);
    QVERIFY(!m_store->has(address));
    QCOMPARE(part->size(), 0);
    QVERIFY(part->append(content()) && m_store->complete(address, *part));
}

void ContentStoreTest::sweep_orphans_goAndKeptFilesStay()
{
    const auto kept = put(kRuth, content());
    const auto orphan = put(kTom, content());
    const Address arriving{kTom, hashOf("x")};
    QVERIFY(m_store->incoming(arriving)->append("part"));
    QFile left(m_folder->filePath(QStringLiteral("files/incoming/put-killed")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    QVERIFY(m_store->sweep({kept.address}));
    QVERIFY(m_store->has(kept.address) && !m_store->has(orphan.address));
    QVERIFY(!left.exists());
    QCOMPARE(m_store->incoming(arriving)->size(), 4);
}

void ContentStoreTest::sweep_whileHeld_removesNothing()
{
    const auto orphan = put(kTom, content());
    {
        const auto held = m_store->hold();
        QVERIFY(held && m_store->hold());
        QVERIFY(m_store->sweep({}));
        QVERIFY(m_store->has(orphan.address));
    }
    QVERIFY(m_store->sweep({}));
    QVERIFY(!m_store->has(orphan.address));
}

void ContentStoreTest::removePartsBefore_oldOnes_go()
{
    const Address address{kRuth, hashOf("x")};
    QVERIFY(m_store->incoming(address)->append("part"));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(*m_store->removePartsBefore(now - 60'000), 0);
    QCOMPARE(*m_store->removePartsBefore(now + 60'000), 1);
    QCOMPARE(m_store->incoming(address)->size(), 0);
}

QTEST_GUILESS_MAIN(ContentStoreTest)
#include "tst_contentstore.moc"
