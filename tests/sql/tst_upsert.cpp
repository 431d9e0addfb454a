#include "sql/upsert.h"

#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;

class UpsertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void upsert_newKey_inserts();
    void upsert_knownKey_changesTheRow();
    void upsert_valueTheColumnRefuses_isAnError();

private:
    [[nodiscard]] base::Status write(qint64 device, qint64 n, const QString& text);
    [[nodiscard]] QStringList rows();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sql::Connection> m_connection;
};

void UpsertTest::init()
{
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = sql::Connection::open(m_folder->filePath(QStringLiteral("t.db")), {QByteArray(sql::kKeyBytes, 'k')});
    QVERIFY(opened);
    m_connection = *std::move(opened);
    QVERIFY(m_connection->run("CREATE TABLE t (device INTEGER, n INTEGER, text TEXT NOT NULL,"
                              " PRIMARY KEY (device, n)) WITHOUT ROWID"));
}

base::Status UpsertTest::write(qint64 device, qint64 n, const QString& text)
{
    return sql::upsert(*m_connection, sql::upsertSql("t", {"device", "n", "text"}, 2), [&](sql::Statement& row) {
        row.bind(device).bind(n);
        if (text.isEmpty())
            row.bindNull();
        else
            row.bind(text);
    });
}

QStringList UpsertTest::rows()
{
    QStringList rows;
    sql::Statement select(*m_connection, "SELECT device, n, text FROM t ORDER BY device, n");
    while (select.step().value_or(false))
        rows << QStringLiteral("%1.%2 %3").arg(select.integer(0)).arg(select.integer(1)).arg(select.text(2));
    return rows;
}

void UpsertTest::upsert_newKey_inserts()
{
    QVERIFY(write(1, 1, QStringLiteral("tea")));
    QVERIFY(write(1, 2, QStringLiteral("walk")));
    QVERIFY(write(2, 1, QStringLiteral("choir")));
    QCOMPARE(rows(), (QStringList{QStringLiteral("1.1 tea"), QStringLiteral("1.2 walk"), QStringLiteral("2.1 choir")}));
}

void UpsertTest::upsert_knownKey_changesTheRow()
{
    QVERIFY(write(1, 1, QStringLiteral("tea")));
    QVERIFY(write(1, 2, QStringLiteral("walk")));
    QVERIFY(write(1, 1, QStringLiteral("coffee")));
    QCOMPARE(rows(), (QStringList{QStringLiteral("1.1 coffee"), QStringLiteral("1.2 walk")}));
}

void UpsertTest::upsert_valueTheColumnRefuses_isAnError()
{
    QVERIFY(!write(1, 1, {}));
    QVERIFY(write(1, 1, QStringLiteral("tea")));
    QVERIFY(!write(1, 1, {}));
    QCOMPARE(rows(), QStringList{QStringLiteral("1.1 tea")});
}

QTEST_GUILESS_MAIN(UpsertTest)
#include "tst_upsert.moc"
