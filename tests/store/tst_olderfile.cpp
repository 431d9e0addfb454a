#include "support/devicefixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace doorstep;
using store::Outbox;
using store::OutboxState;

namespace {

// The tables of a file of schema 5, where a save was kept in columns and the code lists in the device's row.
constexpr const char* kSchema5 = R"sql(
DROP TABLE outbox;
DROP TABLE outbox_change;
CREATE TABLE outbox (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, record BLOB NOT NULL, person BLOB, operation INTEGER NOT NULL,
    fields TEXT NOT NULL, base TEXT NOT NULL, version TEXT NOT NULL, saved_at INTEGER NOT NULL, author TEXT NOT NULL,
    resolves TEXT NOT NULL DEFAULT '[]', why TEXT NOT NULL DEFAULT '', schema INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, code TEXT NOT NULL DEFAULT '', field TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '', epoch INTEGER NOT NULL DEFAULT 0);
CREATE INDEX outbox_by_state ON outbox (state);
CREATE INDEX outbox_by_record ON outbox (record);
CREATE INDEX outbox_by_person ON outbox (person);
DROP TABLE batch;
CREATE TABLE batch (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), epoch INTEGER NOT NULL, first_n INTEGER NOT NULL,
    last_n INTEGER NOT NULL, digest TEXT NOT NULL, changes BLOB NOT NULL);
DROP TABLE code_lists;
UPDATE device SET lists = '{"lists":[]}';
PRAGMA user_version = 5;
)sql";

// 2026-11-26T09:30+00:00, as a file keeps it.
constexpr qint64 kSavedAt = 1'795'685'400'000 * 4096 + 2048;

} // namespace

/// A file that an older program wrote, with work in it that nobody has yet.
class OlderFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_keepsEverySaveAndWhereItIs();
    void open_batchUnderWay_isTheSameToTheLetter();
    void open_keepsTheCodeLists();

private:
    [[nodiscard]] static base::RecordId id(int number)
    {
        return base::RecordId(
            QUuid(QStringLiteral("0193e4a2-b7c1-7000-8000-0000000000%1").arg(number, 2, 10, QLatin1Char('0'))));
    }
    /// The save as the older program would have sent it.
    [[nodiscard]] static wire::Change change(int n);
    void addRow(int n, OutboxState state, const char* code, const char* field);

    std::unique_ptr<support::DeviceFixture> m_phone;
};

wire::Change OlderFileTest::change(int n)
{
    wire::Change change;
    change.n = n;
    change.kind = QStringLiteral("person");
    change.id = id(n);
    change.change.version = *base::Version::fromText(QStringLiteral("0193e4a2b7c1000%1.7").arg(n));
    change.savedAt = base::Timestamp(1'795'685'400'000, 0);
    change.author = QStringLiteral("0193e4a2-b7c1-7000-8000-00000000000a");
    change.schema = 1;
    if (n == 4) {
        change.operation = wire::Operation::Delete;
        change.why = QStringLiteral("twice there");
    } else {
        change.change.fields = {{QStringLiteral("given_name"), QStringLiteral("Ann \"Nan\" %1").arg(n)}};
    }
    change.change.base = {{QStringLiteral("given_name"), *base::Version::fromText(u"0193e4a2b7c00000.3")}};
    change.resolves = {QStringLiteral("0193e4a2-b7c1-7000-8000-00000000000c")};
    return change;
}

void OlderFileTest::addRow(int n, OutboxState state, const char* code, const char* field)
{
    const wire::Change change = OlderFileTest::change(n);
    const bool isDelete = change.operation == wire::Operation::Delete;
    sql::Statement insert(
        m_phone->store->connection(),
        "INSERT INTO outbox VALUES (?, 'person', ?, ?, ?, ?, '{\"given_name\":\"0193e4a2b7c00000.3\"}',"
        " ?, ?, ?, '[\"0193e4a2-b7c1-7000-8000-00000000000c\"]', ?, 1, ?, ?, ?, 'why', 1)");
    insert.bind(n).bind(id(n).uuid()).bind(id(n).uuid()).bind(isDelete ? 1 : 0);
    insert.bind(isDelete ? QStringLiteral("{}") : QStringLiteral(R"({"given_name":"Ann \"Nan\" %1"})").arg(n));
    insert.bind(change.change.version.text()).bind(kSavedAt).bind(change.author).bind(change.why);
    insert.bind(static_cast<int>(state)).bind(QString::fromLatin1(code)).bind(QString::fromLatin1(field));
    QVERIFY(insert.run());
}

void OlderFileTest::init()
{
    m_phone = std::make_unique<support::DeviceFixture>();
    sql::Connection& connection = m_phone->store->connection();
    QVERIFY(connection.run(kSchema5));
    addRow(1, OutboxState::NeedsAttention, "invalid_value", "given_name");
    addRow(2, OutboxState::InFlight, "", "");
    addRow(3, OutboxState::InFlight, "", "");
    addRow(4, OutboxState::Waiting, "", "");
    const QByteArray digest =
        QCryptographicHash::hash(wire::changesToBytes({change(2), change(3)}), QCryptographicHash::Sha256).toHex();
    {
        sql::Statement batch(connection, "INSERT INTO batch VALUES (1, 1, 2, 3, ?, 'as it was')");
        QVERIFY(batch.bind(QString::fromLatin1(digest)).run());
    }
    m_phone->reopen();
}

void OlderFileTest::open_keepsEverySaveAndWhereItIs()
{
    Outbox outbox(*m_phone->store);
    const std::array states{OutboxState::NeedsAttention, OutboxState::InFlight, OutboxState::InFlight,
                            OutboxState::Waiting};
    for (int n = 1; n <= 4; ++n) {
        const auto entries = *outbox.entriesOf(id(n));
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries.front().state, states.at(static_cast<size_t>(n) - 1));
        QCOMPARE(entries.front().person, id(n).uuid());
        QCOMPARE(entries.front().savedAt.toIso(), change(n).savedAt.toIso());
        QCOMPARE(wire::changeToBytes(entries.front()), wire::changeToBytes(change(n)));
    }
    QCOMPARE(outbox.entriesOf(id(1))->front().code, QStringLiteral("invalid_value"));
    QCOMPARE(outbox.entriesOf(id(1))->front().field, QStringLiteral("given_name"));
    QCOMPARE(outbox.entriesOf(id(1))->front().detail, QStringLiteral("why"));
    QVERIFY(*outbox.hasPendingDelete(id(4)));
    QCOMPARE(*outbox.pendingFields(id(2)), QSet<QString>{QStringLiteral("given_name")});
    QVERIFY(m_phone->store->connection().checkIntegrity());
}

void OlderFileTest::open_batchUnderWay_isTheSameToTheLetter()
{
    const auto batch = *Outbox(*m_phone->store).frozen();
    QVERIFY(batch);
    QCOMPARE(batch->first, 2);
    QCOMPARE(batch->last, 3);
    QCOMPARE(QCryptographicHash::hash(wire::changesToBytes(batch->changes), QCryptographicHash::Sha256).toHex(),
             batch->digest);
}

void OlderFileTest::open_keepsTheCodeLists()
{
    QCOMPARE(*m_phone->store->lists(), QByteArray(R"({"lists":[]})"));
}

QTEST_GUILESS_MAIN(OlderFileTest)
#include "tst_olderfile.moc"
