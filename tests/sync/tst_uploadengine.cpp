#include "files/mediatype.h"
#include "store/attachmentstore.h"
#include "support/phone.h"
#include "sync/filefetch.h"

#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using store::UploadState;
using sync::HubReply;
using sync::HubRequest;

namespace {

constexpr qint64 kPiece = wire::kPieceBytes;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QByteArray photo(char kind, qsizetype size)
{
    QByteArray bytes("\xff\xd8\xff\xe0");
    while (bytes.size() < size)
        bytes += kind + QByteArray::number(bytes.size());
    return bytes.first(size);
}

HubReply refusal(ErrorCode code)
{
    HubReply reply;
    reply.status = base::httpStatus(code);
    reply.error = {code, {}, {}};
    return reply;
}

} // namespace

/// Photos on their way: phones and hub are real, only the line between them is a call.
class UploadEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void attached_isFetchedWholeByAnother();
    void recordNotReceived_noByteIsSent();
    void anyRequestOrAnswerLost_arrivesAllTheSame();
    void sameContentAgain_sendsNoByte();
    void damagedOnTheWay_goesAgainAndThreeTimesIsSaid();
    void damagedOnThePhone_isSaidAndTheOthersGo();
    void recordUnknownToTheHub_waitsAndTheOthersGo();
    void notTakenByTheHub_stepsAsideWithTheReason();
    void hubWithoutRoom_stopsTheRoundAndKeepsAll();
    void fetch_lineBreaks_goesOnFromThere();
    void fetch_killedBeforeTheEnd_isFinishedWithoutAsking();
    void fetch_otherContent_isRefusedAndBeginsAnew();
    void fetch_hubWithoutRanges_takesTheWhole();
    void fetch_ofSomebodyElse_isRefused();

private:
    using Line = std::function<HubReply(const HubRequest&)>;
    domain::Record attach(const QByteArray& bytes);
    [[nodiscard]] store::Upload uploadOf(const domain::Record& record)
    {
        return **store::Uploads(*m_sam->device.store).upload(record.id);
    }
    [[nodiscard]] static QByteArray bytesOn(support::Phone& phone, const domain::Record& record);
    template <class Engine>
    static void talk(Engine& engine, const Line& line)
    {
        while (const auto request = *engine.next())
            QVERIFY(engine.accept(line(*request)));
    }
    sync::UploadReport upload(const Line& line)
    {
        sync::UploadEngine engine(*m_sam->device.store);
        engine.beginRound();
        talk(engine, line);
        return engine.report();
    }

    std::unique_ptr<hub::test::HubFixture> m_hub;
    std::unique_ptr<support::Phone> m_sam, m_ann;
    std::optional<domain::Record> m_person;
    QTemporaryDir m_elsewhere;
};

void UploadEngineTest::init()
{
    m_sam.reset();
    m_ann.reset();
    m_hub = std::make_unique<hub::test::HubFixture>();
    m_hub->addUser(s("Sam"));
    m_hub->addUser(s("Ann"));
    m_sam = std::make_unique<support::Phone>(*m_hub, s("Sam"));
    m_ann = std::make_unique<support::Phone>(*m_hub, s("Ann"));
    m_person = m_sam->create("person", {{s("given_name"), s("Ruth")}});
}

domain::Record UploadEngineTest::attach(const QByteArray& bytes)
{
    QFile file(m_elsewhere.filePath(s("photo.jpg")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the photo");
    file.close();
    support::DeviceFixture& device = m_sam->device;
    domain::Attachment attachment;
    attachment.id = base::Id<domain::Attachment>(base::makeUuid(device.clock, device.random));
    attachment.person = base::Id<domain::Person>(m_person->id.uuid());
    return *store::AttachmentStore(*device.store, device.clock).attach(attachment, file.fileName());
}

QByteArray UploadEngineTest::bytesOn(support::Phone& phone, const domain::Record& record)
{
    const auto file = store::AttachmentStore(*phone.device.store, phone.device.clock).open(record.id);
    return file ? *file->read(0, file->size()) : QByteArray();
}

void UploadEngineTest::attached_isFetchedWholeByAnother()
{
    const QByteArray bytes = photo('a', 2 * kPiece + 1000);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    const sync::UploadReport report = m_sam->upload();
    QCOMPARE(report.files, 1);
    QCOMPARE(report.bytes, bytes.size());
    QCOMPARE(uploadOf(record).state, UploadState::Received);

    m_ann->sync();
    QVERIFY(bytesOn(*m_ann, record).isEmpty());
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    m_ann->converse(fetch);
    QVERIFY(fetch.isHere());
    QCOMPARE(bytesOn(*m_ann, record), bytes);
    // What came from the hub is not sent back.
    QCOMPARE(m_ann->upload().files, 0);
    QCOMPARE(store::Uploads(*m_ann->device.store).counts()->received, 1);
    QVERIFY(sync::FileFetch::begin(*m_ann->device.store, record.id)->isHere());
}

void UploadEngineTest::recordNotReceived_noByteIsSent()
{
    attach(photo('a', 1000));
    QCOMPARE(upload([](const HubRequest&) -> HubReply { qFatal("the hub was asked"); }).files, 0);
    m_sam->sync();
    QCOMPARE(m_sam->upload().files, 1);
}

void UploadEngineTest::anyRequestOrAnswerLost_arrivesAllTheSame()
{
    // A request, then its answer, then the next request … each breaks off once.
    const QByteArray bytes = photo('b', 3 * kPiece);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    int rounds = 0;
    for (int fine = 0; uploadOf(record).state != UploadState::Received && rounds < 100; ++rounds) {
        int asked = 0;
        const auto report = upload([&](const HubRequest& request) {
            const int now = asked++;
            const HubReply reply = 2 * now + 1 > fine && 2 * now > fine ? HubReply() : m_sam->ask(request);
            HubReply lost;
            lost.error = {ErrorCode::Offline, {}, {}};
            return 2 * now + 1 > fine ? lost : reply;
        });
        QVERIFY(report.files == 1 || report.stopped->code == ErrorCode::Offline);
        ++fine;
    }
    QVERIFY(rounds > 4);
    QCOMPARE(uploadOf(record).failures, 0);
    m_ann->sync();
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    m_ann->converse(fetch);
    QCOMPARE(bytesOn(*m_ann, record), bytes);
}

void UploadEngineTest::sameContentAgain_sendsNoByte()
{
    const QByteArray bytes = photo('c', 5000);
    attach(bytes);
    m_sam->sync();
    QCOMPARE(m_sam->upload().bytes, 5000);
    attach(bytes);
    m_sam->sync();
    const sync::UploadReport report = m_sam->upload();
    QCOMPARE(report.files, 1);
    QCOMPARE(report.bytes, 0);
}

void UploadEngineTest::damagedOnTheWay_goesAgainAndThreeTimesIsSaid()
{
    const domain::Record once = attach(photo('d', 5000));
    m_sam->sync();
    int spoilt = 0;
    const auto spoil = [&](int times) {
        return [this, &spoilt, times](HubRequest request) {
            if (request.method == "PATCH" && spoilt < times) {
                ++spoilt;
                request.body[100] = static_cast<char>(request.body[100] ^ 1);
            }
            return m_sam->ask(request);
        };
    };
    QCOMPARE(upload(spoil(2)).files, 1);
    QCOMPARE(uploadOf(once).state, UploadState::Received);
    QCOMPARE(spoilt, 2);

    const domain::Record always = attach(photo('e', 5000));
    m_sam->sync();
    QCOMPARE(upload(spoil(1000)).files, 0);
    QCOMPARE(uploadOf(always).state, UploadState::NeedsAttention);
    QCOMPARE(uploadOf(always).reason.code, ErrorCode::BadChecksum);
}

void UploadEngineTest::damagedOnThePhone_isSaidAndTheOthersGo()
{
    const domain::Record bad = attach(photo('f', 5000));
    const domain::Record good = attach(photo('g', 5000));
    m_sam->sync();
    QVERIFY(m_sam->device.store->files().remove(uploadOf(bad).address));
    QCOMPARE(m_sam->upload().files, 1);
    QCOMPARE(uploadOf(bad).state, UploadState::NeedsAttention);
    QCOMPARE(uploadOf(bad).reason.code, ErrorCode::NotFound);
    QCOMPARE(uploadOf(good).state, UploadState::Received);
}

void UploadEngineTest::recordUnknownToTheHub_waitsAndTheOthersGo()
{
    const domain::Record lost = attach(photo('h', 5000));
    const domain::Record known = attach(photo('i', 5000));
    m_sam->sync();
    const QByteArray path = lost.id.text().toLatin1().toBase64();
    const auto report = upload([&](const HubRequest& request) {
        const bool isOfLost = std::any_of(request.headers.begin(), request.headers.end(),
                                          [&](const auto& header) { return header.second.contains(path); });
        return isOfLost ? refusal(ErrorCode::NotFound) : m_sam->ask(request);
    });
    QCOMPARE(report.files, 1);
    QVERIFY(!report.stopped);
    QCOMPARE(uploadOf(lost).state, UploadState::Waiting);
    QCOMPARE(uploadOf(known).state, UploadState::Received);
    QCOMPARE(m_sam->upload().files, 1);
}

void UploadEngineTest::notTakenByTheHub_stepsAsideWithTheReason()
{
    const domain::Record large = attach(photo('j', 5000));
    m_sam->sync();
    QVERIFY(!upload([](const HubRequest&) { return refusal(ErrorCode::TooLarge); }).stopped);
    QCOMPARE(uploadOf(large).state, UploadState::NeedsAttention);
    QCOMPARE(uploadOf(large).reason.code, ErrorCode::TooLarge);
    // The file is still here for whoever finds another way.
    QCOMPARE(bytesOn(*m_sam, large).size(), 5000);
}

void UploadEngineTest::hubWithoutRoom_stopsTheRoundAndKeepsAll()
{
    const domain::Record record = attach(photo('k', 5000));
    attach(photo('l', 5000));
    m_sam->sync();
    int asked = 0;
    const auto report = upload([&](const HubRequest&) {
        ++asked;
        HubReply reply = refusal(ErrorCode::DiskFull);
        reply.retryAfterSeconds = 60;
        return reply;
    });
    QCOMPARE(asked, 1);
    QCOMPARE(report.stopped->code, ErrorCode::DiskFull);
    QCOMPARE(report.retryAfterSeconds, 60);
    QCOMPARE(uploadOf(record).state, UploadState::Waiting);
}

void UploadEngineTest::fetch_lineBreaks_goesOnFromThere()
{
    const QByteArray bytes = photo('m', 3 * kPiece);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    m_sam->upload();
    m_ann->sync();
    {
        auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
        int asked = 0;
        talk(fetch, [&](const HubRequest& request) {
            HubReply lost;
            lost.error = {ErrorCode::Offline, {}, {}};
            return asked++ == 2 ? lost : m_ann->ask(request);
        });
        QVERIFY(!fetch.isHere());
        QCOMPARE(fetch.stopped()->code, ErrorCode::Offline);
    }
    m_ann->device.reopen();
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    int asked = 0;
    talk(fetch, [&](const HubRequest& request) {
        ++asked;
        return m_ann->ask(request);
    });
    QCOMPARE(asked, 1);
    QCOMPARE(bytesOn(*m_ann, record), bytes);
}

void UploadEngineTest::fetch_killedBeforeTheEnd_isFinishedWithoutAsking()
{
    const QByteArray bytes = photo('n', 1000);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    m_ann->sync();
    {
        files::SealedFile part = *m_ann->device.store->files().incoming(uploadOf(record).address);
        QVERIFY(part.append(bytes) && part.flush());
    }
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    talk(fetch, [](const HubRequest&) -> HubReply { qFatal("the hub was asked"); });
    QVERIFY(fetch.isHere());
    QCOMPARE(bytesOn(*m_ann, record), bytes);
}

void UploadEngineTest::fetch_otherContent_isRefusedAndBeginsAnew()
{
    const QByteArray bytes = photo('o', 1000);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    m_sam->upload();
    m_ann->sync();
    {
        auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
        HubReply reply = m_ann->ask(**fetch.next());
        reply.body[10] = 'x';
        QCOMPARE(fetch.accept(reply).error().code, ErrorCode::BadChecksum);
    }
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    m_ann->converse(fetch);
    QCOMPARE(bytesOn(*m_ann, record), bytes);
}

void UploadEngineTest::fetch_hubWithoutRanges_takesTheWhole()
{
    const QByteArray bytes = photo('p', 2 * kPiece);
    const domain::Record record = attach(bytes);
    m_sam->sync();
    m_sam->upload();
    m_ann->sync();
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    talk(fetch, [&](HubRequest request) {
        request.headers.clear();
        return m_ann->ask(request);
    });
    QCOMPARE(bytesOn(*m_ann, record), bytes);
}

void UploadEngineTest::fetch_ofSomebodyElse_isRefused()
{
    m_hub->addUser(s("Eve"), "connector", "fife");
    support::Phone eve(*m_hub, s("Eve"));
    const domain::Record record = attach(photo('q', 1000));
    m_sam->sync();
    m_sam->upload();
    eve.sync();
    QCOMPARE(sync::FileFetch::begin(*eve.device.store, record.id).error().code, ErrorCode::NotFound);
    m_ann->sync();
    auto fetch = *sync::FileFetch::begin(*m_ann->device.store, record.id);
    talk(fetch, [&](HubRequest request) {
        request.token = eve.device.store->device()->token.toLatin1();
        return m_ann->ask(request);
    });
    QCOMPARE(fetch.stopped()->code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(UploadEngineTest)
#include "tst_uploadengine.moc"
