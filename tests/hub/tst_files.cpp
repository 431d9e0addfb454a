#include "hub/hubfixture.h"

#include <QDirIterator>

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;

namespace {

const QByteArray kPath("/sync/v1/files");

QByteArray content(qsizetype size = 1000)
{
    QByteArray bytes("\xff\xd8\xff\xe0");
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size()) + ' ';
    return bytes.first(size);
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

/// The bytes of attachments at the hub: tus 1.0, one step at a time, and who may have them.
class TstFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void upload_inPieces_isGivenOutWhole();
    void upload_interrupted_goesOnAtTheOffsetTheHubTells();
    void create_knownContent_isWholeAtOnce();
    void create_unfit_isRefused();
    void create_unknownOrOutOfScope_is404InTheSameWords();
    void patch_wrongOffset_is409AndNothingIsTaken();
    void patch_wrongChecksum_is460AndNothingIsTaken();
    void patch_sentTwice_is409TheSecondTime();
    void patch_otherContentThanTheRecords_is460AndBeginsAnew();
    void patch_tooMuch_is413();
    void patch_notTheMediaType_is415();
    void call_withoutTus_is412NamingTheVersion();
    void call_withoutToken_is401();
    void options_anybody_toldWhatIsSpoken();
    void get_range_givesThatPart();
    void get_beforeItArrived_is404();
    void get_deletedRecord_is404();
    void get_volunteer_onlyOfMatchedPeople();
    void upload_afterTheMatchEnded_isTakenFromItsMakerOnly();
    void upload_leftForAWeek_isForgotten();

private:
    using Headers = QMap<QByteArray, QByteArray>;
    void addAttachment(const QUuid& attachment, const QUuid& person, const QByteArray& bytes, qint64 size = -1);
    [[nodiscard]] Response call(const QByteArray& method, const QByteArray& path, Headers headers = {},
                                const QByteArray& body = {}, const TestDevice* by = nullptr);
    [[nodiscard]] Response create(const QUuid& attachment, qint64 size, const TestDevice* by = nullptr);
    [[nodiscard]] Response patch(const QUuid& attachment, qint64 offset, const QByteArray& bytes,
                                 const Headers& more = {});
    [[nodiscard]] Response get(const QUuid& attachment, const QByteArray& range = {}, const TestDevice* by = nullptr);
    static QByteArray pathOf(const QUuid& id) { return kPath + '/' + base::uuidText(id).toLatin1(); }
    static qint64 offsetOf(const Response& response)
    {
        return response.headers.value("Upload-Offset", "-1").toLongLong();
    }

    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone, m_elsewhere;
};

void TstFiles::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(QStringLiteral("Sam"));
    m_hub->addUser(QStringLiteral("Eve"), "connector", "fife");
    m_phone = m_hub->enrol(QStringLiteral("Sam"));
    m_elsewhere = m_hub->enrol(QStringLiteral("Eve"));
    m_hub->save(m_phone, "person", id(1), person("Ruth"));
    m_hub->exchange(m_phone);
    addAttachment(id(2), id(1), content());
}

void TstFiles::addAttachment(const QUuid& attachment, const QUuid& person, const QByteArray& bytes, qint64 size)
{
    m_hub->save(m_phone, "attachment", attachment,
                {{QStringLiteral("person"), base::uuidText(person)},
                 {QStringLiteral("media_type"), QStringLiteral("image/jpeg")},
                 {QStringLiteral("sha256"), QString::fromLatin1(sha256(bytes).toHex())},
                 {QStringLiteral("size"), size < 0 ? bytes.size() : size}});
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.back().outcome, wire::Outcome::Ok);
}

Response TstFiles::call(const QByteArray& method, const QByteArray& path, Headers headers, const QByteArray& body,
                        const TestDevice* by)
{
    headers.insert("authorization", "Bearer " + (by ? by : &m_phone)->enrolment.token.toLatin1());
    if (!headers.contains("tus-resumable"))
        headers.insert("tus-resumable", "1.0.0");
    return m_hub->router().handle({method, path, headers, body});
}

Response TstFiles::create(const QUuid& attachment, qint64 size, const TestDevice* by)
{
    return call("POST", kPath,
                {{"upload-length", QByteArray::number(size)},
                 {"upload-metadata", "name eA==,record " + base::uuidText(attachment).toLatin1().toBase64()}},
                {}, by);
}

Response TstFiles::patch(const QUuid& attachment, qint64 offset, const QByteArray& bytes, const Headers& more)
{
    Headers headers{{"content-type", "application/offset+octet-stream"},
                    {"upload-offset", QByteArray::number(offset)},
                    {"upload-checksum", "sha256 " + sha256(bytes).toBase64()}};
    headers.insert(more);
    return call("PATCH", pathOf(attachment), headers, bytes);
}

Response TstFiles::get(const QUuid& attachment, const QByteArray& range, const TestDevice* by)
{
    return call("GET", pathOf(attachment), range.isEmpty() ? Headers() : Headers{{"range", range}}, {}, by);
}

void TstFiles::upload_inPieces_isGivenOutWhole()
{
    const Response created = create(id(2), 1000);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.headers.value("location"), pathOf(id(2)));
    QCOMPARE(offsetOf(created), 0);
    QVERIFY(created.headers.contains("Upload-Expires"));
    QCOMPARE(offsetOf(patch(id(2), 0, content().first(400))), 400);
    const Response last = patch(id(2), 400, content().mid(400));
    QCOMPARE(last.status, 204);
    QCOMPARE(offsetOf(last), 1000);
    const Response given = get(id(2));
    QCOMPARE(given.status, 200);
    QCOMPARE(given.body, content());
    QCOMPARE(given.headers.value("content-type"), "application/octet-stream");
}

void TstFiles::upload_interrupted_goesOnAtTheOffsetTheHubTells()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content().first(400)).status, 204);
    QCOMPARE(offsetOf(create(id(2), 1000)), 400);
    const Response asked = call("HEAD", pathOf(id(2)));
    QCOMPARE(asked.status, 200);
    QCOMPARE(offsetOf(asked), 400);
    QCOMPARE(asked.headers.value("Upload-Length"), "1000");
    QVERIFY(asked.body.isEmpty());
    QCOMPARE(patch(id(2), 400, content().mid(400)).status, 204);
    QCOMPARE(offsetOf(call("HEAD", pathOf(id(2)))), 1000);
}

void TstFiles::create_knownContent_isWholeAtOnce()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    addAttachment(id(3), id(1), content());
    QCOMPARE(offsetOf(create(id(3), 1000)), 1000);
    QCOMPARE(get(id(3)).body, content());
    // Of somebody else's person it is not known, or a made-up record would tell that the picture exists.
    m_hub->save(m_phone, "person", id(4), person("Tom"));
    addAttachment(id(5), id(4), content());
    QCOMPARE(offsetOf(create(id(5), 1000)), 0);
    QCOMPARE(get(id(5)).status, 404);
}

void TstFiles::create_unfit_isRefused()
{
    QCOMPARE(create(id(2), 999).status, 422);
    QCOMPARE(create(id(2), 1LL << 40).status, 413);
    QCOMPARE(call("POST", kPath, {{"upload-length", "1000"}}).status, 400);
    const QByteArray metadata = "record " + base::uuidText(id(2)).toLatin1().toBase64();
    for (const QByteArray& length : QByteArrayList{"", "-1", "+1000", "1e3", "99999999999999999999"})
        QCOMPARE(call("POST", kPath, {{"upload-length", length}, {"upload-metadata", metadata}}).status, 400);
}

void TstFiles::create_unknownOrOutOfScope_is404InTheSameWords()
{
    const Response unknown = create(id(99), 1000);
    const Response elsewhere = create(id(2), 1000, &m_elsewhere);
    const Response person = create(id(1), 1000);
    QCOMPARE(unknown.status, 404);
    QCOMPARE(elsewhere.status, 404);
    QCOMPARE(person.status, 404);
    QCOMPARE(elsewhere.body, unknown.body);
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    QCOMPARE(get(id(2), {}, &m_elsewhere).status, 404);
    QCOMPARE(get(id(2), {}, &m_elsewhere).body, get(id(99), {}, &m_elsewhere).body);
    QCOMPARE(call("HEAD", pathOf(id(2)), {}, {}, &m_elsewhere).status, 404);
}

void TstFiles::patch_wrongOffset_is409AndNothingIsTaken()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 1, content().mid(1)).status, 409);
    QCOMPARE(patch(id(2), 0, content().first(10)).status, 204);
    QCOMPARE(patch(id(2), 11, content().mid(11)).status, 409);
    QCOMPARE(offsetOf(call("HEAD", pathOf(id(2)))), 10);
}

void TstFiles::patch_wrongChecksum_is460AndNothingIsTaken()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content(), {{"upload-checksum", "sha256 " + sha256("x").toBase64()}}).status, 460);
    QCOMPARE(patch(id(2), 0, content(), {{"upload-checksum", "md5 AAAA"}}).status, 400);
    QCOMPARE(offsetOf(call("HEAD", pathOf(id(2)))), 0);
}

void TstFiles::patch_sentTwice_is409TheSecondTime()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content().first(400)).status, 204);
    QCOMPARE(patch(id(2), 0, content().first(400)).status, 409);
    QCOMPARE(offsetOf(create(id(2), 1000)), 400);
}

void TstFiles::patch_otherContentThanTheRecords_is460AndBeginsAnew()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content().first(500)).status, 204);
    QCOMPARE(patch(id(2), 500, QByteArray(500, '#')).status, 460);
    QCOMPARE(get(id(2)).status, 404);
    QCOMPARE(offsetOf(create(id(2), 1000)), 0);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    QCOMPARE(get(id(2)).body, content());
}

void TstFiles::patch_tooMuch_is413()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content(1001)).status, 413);
}

void TstFiles::patch_notTheMediaType_is415()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content(), {{"content-type", "image/jpeg"}}).status, 415);
    QCOMPARE(patch(id(2), 0, content(), {{"content-encoding", "gzip"}}).status, 415);
}

void TstFiles::call_withoutTus_is412NamingTheVersion()
{
    for (const char* method : {"HEAD", "PATCH"}) {
        const Response refused = call(method, pathOf(id(2)), {{"tus-resumable", "0.2.2"}});
        QCOMPARE(refused.status, 412);
        QCOMPARE(refused.headers.value("tus-version"), "1.0.0");
    }
}

void TstFiles::call_withoutToken_is401()
{
    for (const char* method : {"GET", "HEAD", "PATCH"})
        QCOMPARE(m_hub->router().handle({method, pathOf(id(2)), {{"tus-resumable", "1.0.0"}}, {}}).status, 401);
    QCOMPARE(m_hub->router().handle({"POST", kPath, {{"tus-resumable", "1.0.0"}}, {}}).status, 401);
    QCOMPARE(call("DELETE", pathOf(id(2))).status, 405);
    QCOMPARE(call("DELETE", pathOf(id(2))).headers.value("allow"), "GET, HEAD, OPTIONS, PATCH");
    QCOMPARE(call("GET", kPath).status, 405);
    for (const char* path : {"/sync/v1/files/", "/sync/v1/files/..", "/sync/v1/files/x/y", "/sync/v1/filesx"})
        QCOMPARE(call("GET", path).status, 404);
}

void TstFiles::options_anybody_toldWhatIsSpoken()
{
    const Response told = m_hub->router().handle({"OPTIONS", kPath, {}, {}});
    QCOMPARE(told.status, 204);
    QCOMPARE(told.headers.value("tus-version"), "1.0.0");
    QCOMPARE(told.headers.value("tus-checksum-algorithm"), "sha256");
    QCOMPARE(told.headers.value("tus-max-size"), "20971520");
}

void TstFiles::get_range_givesThatPart()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    const Response part = get(id(2), "bytes=100-199");
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, content().mid(100, 100));
    QCOMPARE(part.headers.value("content-range"), "bytes 100-199/1000");
    QCOMPARE(get(id(2), "bytes=990-5000").body, content().mid(990));
    QCOMPARE(get(id(2), "bytes=990-").body, content().mid(990));
    const Response behind = get(id(2), "bytes=1000-1001");
    QCOMPARE(behind.status, 416);
    QCOMPARE(behind.headers.value("content-range"), "bytes */1000");
    for (const QByteArray& odd : QByteArrayList{"bytes=5-1", "bytes=0-1,5-6", "lines=1-2", "bytes=-"})
        QCOMPARE(get(id(2), odd).body, content());
}

void TstFiles::get_beforeItArrived_is404()
{
    QCOMPARE(get(id(2)).status, 404);
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content().first(999)).status, 204);
    QCOMPARE(get(id(2)).status, 404);
}

void TstFiles::get_deletedRecord_is404()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    wire::Change removal = m_hub->save(m_phone, "attachment", id(2), {});
    m_phone.unsent.back().operation = wire::Operation::Delete;
    m_phone.unsent.back().why = QStringLiteral("wrong person");
    const base::Version made = m_hub->row(id(2))->record.versions.front();
    for (const char* field : {"person", "media_type", "sha256", "size"})
        m_phone.unsent.back().change.base.insert(QString::fromLatin1(field), made);
    QCOMPARE(m_hub->exchange(m_phone).results.back().n, removal.n);
    QVERIFY(m_hub->row(id(2))->record.isDeleted());
    QCOMPARE(get(id(2)).status, 404);
    QCOMPARE(create(id(2), 1000).status, 404);
}

void TstFiles::get_volunteer_onlyOfMatchedPeople()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content()).status, 204);
    const QUuid worker = m_hub->addUser(QStringLiteral("Vera"), "volunteer");
    const TestDevice volunteer = m_hub->enrol(QStringLiteral("Vera"));
    QCOMPARE(get(id(2), {}, &volunteer).status, 404);
    m_hub->save(
        m_phone, "episode", id(7),
        {{QStringLiteral("person"), base::uuidText(id(1))}, {QStringLiteral("volunteer"), base::uuidText(worker)}});
    m_hub->exchange(m_phone);
    QCOMPARE(get(id(2), {}, &volunteer).body, content());
}

void TstFiles::upload_afterTheMatchEnded_isTakenFromItsMakerOnly()
{
    const QUuid worker = m_hub->addUser(QStringLiteral("Vera"), "volunteer");
    TestDevice volunteer = m_hub->enrol(QStringLiteral("Vera"));
    TestDevice second = m_hub->enrol(QStringLiteral("Vera"));
    const QJsonObject open{{QStringLiteral("person"), base::uuidText(id(1))},
                           {QStringLiteral("volunteer"), base::uuidText(worker)}};
    m_hub->save(m_phone, "episode", id(7), open);
    m_hub->exchange(m_phone);
    m_hub->save(volunteer, "attachment", id(8),
                {{QStringLiteral("person"), base::uuidText(id(1))},
                 {QStringLiteral("media_type"), QStringLiteral("image/jpeg")},
                 {QStringLiteral("sha256"), QString::fromLatin1(sha256(content(600)).toHex())},
                 {QStringLiteral("size"), 600}});
    QCOMPARE(m_hub->exchange(volunteer).results.back().outcome, wire::Outcome::Ok);
    m_hub->save(m_phone, "episode", id(7), {{QStringLiteral("ended_on"), QStringLiteral("2026-11-20")}});
    m_hub->exchange(m_phone);
    QCOMPARE(create(id(8), 600, &second).status, 404);
    QCOMPARE(create(id(8), 600, &volunteer).status, 201);
    QCOMPARE(patch(id(8), 0, content(600)).status, 204);
    QCOMPARE(offsetOf(create(id(8), 600, &volunteer)), 600);
    QCOMPARE(get(id(8), {}, &volunteer).status, 404);
}

void TstFiles::upload_leftForAWeek_isForgotten()
{
    QCOMPARE(create(id(2), 1000).status, 201);
    QCOMPARE(patch(id(2), 0, content().first(400)).status, 204);
    addAttachment(id(3), id(1), content(500));
    // A file's age is told by the machine's clock.
    const qint64 ahead = QDateTime::currentMSecsSinceEpoch() - m_hub->clock.now().utcMilliseconds();
    m_hub->clock.advance(ahead + wire::kUploadDays * 24LL * 60 * 60 * 1000 - 60'000);
    QCOMPARE(create(id(3), 500).status, 201);
    QCOMPARE(offsetOf(call("HEAD", pathOf(id(2)))), 400);
    m_hub->clock.advance(120'000);
    addAttachment(id(4), id(1), content(600));
    QCOMPARE(create(id(4), 600).status, 201);
    QCOMPARE(call("HEAD", pathOf(id(2))).status, 404);
    QCOMPARE(patch(id(2), 400, content().mid(400)).status, 404);
}

QTEST_GUILESS_MAIN(TstFiles)
#include "tst_files.moc"
