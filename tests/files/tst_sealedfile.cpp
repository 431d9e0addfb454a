#include "files/mediatype.h"
#include "files/sealedfile.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using files::FileHandle;
using files::FolderKey;
using files::SealedFile;

namespace {

const FolderKey kKey{QByteArray(32, 'k')};

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// One encrypted file: any part of it can be read, nothing of it can be changed, a torn end costs only itself.
class SealedFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read_anyRange_givesThatPart();
    void open_everyTornLength_keepsTheWholePieces();
    void open_otherKey_isCorrupt();
    void read_everyFlippedByte_isNoticed();
    void read_piecesSwapped_isCorrupt();
    void read_pieceOfAnotherFile_isCorrupt();
    void append_whileSomebodyElseAppends_isBusy();
    void file_anyContent_isNotThere();
    void mediaType_ofFirstBytes_isTold();

private:
    [[nodiscard]] QString path(const char* name = "a") const { return m_folder->filePath(QString::fromLatin1(name)); }
    void make(const QString& path, const QByteArrayList& pieces);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SealedFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SealedFileTest::make(const QString& path, const QByteArrayList& pieces)
{
    auto file = SealedFile::openToAppend(path, kKey);
    QVERIFY(file);
    for (const QByteArray& piece : pieces)
        QVERIFY(file->append(piece));
    QVERIFY(file->flush());
}

void SealedFileTest::read_anyRange_givesThatPart()
{
    make(path(), {"abc", "defgh", "i", "jkl"});
    const auto file = SealedFile::open(path(), kKey);
    QVERIFY(file);
    QCOMPARE(file->size(), 12);
    const QByteArray all = "abcdefghijkl";
    for (int from = 0; from <= all.size() + 1; ++from) {
        for (int length = 0; length <= all.size() + 1; ++length)
            QCOMPARE(*file->read(from, length), all.mid(from, length));
    }
}

void SealedFileTest::open_everyTornLength_keepsTheWholePieces()
{
    make(path(), {"abc", "defgh"});
    const QByteArray whole = read(path());
    for (int length = 0; length < whole.size(); ++length) {
        for (const bool zeros : {false, true}) {
            // What a crash leaves of an append: the end is missing, or there and empty.
            write(path(), whole.first(length) + (zeros ? QByteArray(whole.size() - length, '\0') : QByteArray()));
            auto file = SealedFile::openToAppend(path(), kKey);
            QVERIFY(file);
            const QByteArray left = *file->read(0, 100);
            QVERIFY2(left.isEmpty() || left == "abc", left.constData());
            QVERIFY(file->append("xyz"));
            QCOMPARE(*SealedFile::open(path(), kKey)->read(0, 100), left + "xyz");
        }
    }
}

void SealedFileTest::open_otherKey_isCorrupt()
{
    make(path(), {"abc"});
    QCOMPARE(SealedFile::open(path(), FolderKey{QByteArray(32, 'x')})->read(0, 3).error().code, ErrorCode::Corrupt);
    write(path(), "something else that is long enough to be a header");
    QCOMPARE(SealedFile::open(path(), kKey).error().code, ErrorCode::Corrupt);
    QCOMPARE(SealedFile::open(path("none"), kKey).error().code, ErrorCode::NotFound);
}

void SealedFileTest::read_everyFlippedByte_isNoticed()
{
    make(path(), {"abc", "defgh"});
    const QByteArray whole = read(path());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        write(path(), changed);
        const auto file = SealedFile::open(path(), kKey);
        // Either it says so, or a length was hit and content is missing at the end.
        const auto content = file ? file->read(0, 100) : base::Result<QByteArray>(base::fail(file.error()));
        QVERIFY2(!content || content->size() < 8, qPrintable(QString::number(at)));
    }
}

void SealedFileTest::read_piecesSwapped_isCorrupt()
{
    make(path(), {"abc", "def"});
    QByteArray whole = read(path());
    const qsizetype piece = (whole.size() - 40) / 2;
    whole = whole.first(40) + whole.last(piece) + whole.mid(40, piece);
    write(path(), whole);
    QCOMPARE(SealedFile::open(path(), kKey)->read(0, 6).error().code, ErrorCode::Corrupt);
}

void SealedFileTest::read_pieceOfAnotherFile_isCorrupt()
{
    make(path(), {"abc"});
    make(path("b"), {"xyz"});
    write(path(), read(path()).first(40) + read(path("b")).mid(40));
    QCOMPARE(SealedFile::open(path(), kKey)->read(0, 3).error().code, ErrorCode::Corrupt);
}

void SealedFileTest::append_whileSomebodyElseAppends_isBusy()
{
    const auto first = SealedFile::openToAppend(path(), kKey);
    QVERIFY(first);
    QCOMPARE(SealedFile::openToAppend(path(), kKey).error().code, ErrorCode::Busy);
}

void SealedFileTest::file_anyContent_isNotThere()
{
    make(path(), {"zqxcanaryword"});
    QVERIFY(!read(path()).contains("canary"));
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void SealedFileTest::mediaType_ofFirstBytes_isTold()
{
    QCOMPARE(files::mediaTypeOf("\xff\xd8\xff\xe0"), QLatin1StringView("image/jpeg"));
    QCOMPARE(files::mediaTypeOf("\x89PNG\r\n\x1a\n"), QLatin1StringView("image/png"));
    QCOMPARE(files::mediaTypeOf(QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16)), QLatin1StringView("image/webp"));
    QCOMPARE(files::mediaTypeOf("%PDF-1.7"), QLatin1StringView("application/pdf"));
    for (const QByteArray& other : {QByteArray(), QByteArray("<html>"), QByteArray("GIF89a"),
                                    QByteArray("RIFF____WAVE"), QByteArray("\xff\xd8"), QByteArray("%PD")})
        QVERIFY(!files::mediaTypeOf(other));
}

QTEST_GUILESS_MAIN(SealedFileTest)
#include "tst_sealedfile.moc"
