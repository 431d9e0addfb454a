#include "hub/sqlite/sqlitehubstore.h"

#include "hub/sqlite/accounttable.h"
#include "hub/sqlite/custodytable.h"
#include "hub/sqlite/devicetable.h"
#include "hub/sqlite/matchtable.h"
#include "hub/sqlite/recordtable.h"
#include "hub/sqlite/schema.h"
#include "sql/statement.h"

namespace doorstep::hub {

using sql::Statement;

namespace {

class SqliteHubTransaction final : public HubTransaction
{
public:
    SqliteHubTransaction(sql::Connection& connection, std::optional<sql::Transaction> transaction)
        : m_connection(connection), m_transaction(std::move(transaction)), m_records(connection), m_matches(connection),
          m_custody(connection), m_devices(connection), m_accounts(connection)
    {
    }

    [[nodiscard]] RecordTable& records() override { return m_records; }
    [[nodiscard]] MatchTable& matches() override { return m_matches; }
    [[nodiscard]] CustodyTable& custody() override { return m_custody; }
    [[nodiscard]] DeviceTable& devices() override { return m_devices; }
    [[nodiscard]] AccountTable& accounts() override { return m_accounts; }

    [[nodiscard]] Result<QByteArray> meta(QLatin1StringView key) override
    {
        Statement select(m_connection, "SELECT value FROM meta WHERE key = ?");
        DOORSTEP_TRY_ASSIGN(const bool found, select.bind(key).step());
        return found ? select.bytes(0) : QByteArray();
    }

    [[nodiscard]] Status setMeta(QLatin1StringView key, const QByteArray& value) override
    {
        Statement insert(m_connection, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
        return insert.bind(key).bind(value).run();
    }

    [[nodiscard]] Status commit() override
    {
        if (!m_transaction)
            return base::fail(base::ErrorCode::Internal, QStringLiteral("commit of a transaction that only reads"));
        DOORSTEP_TRY(m_records.flush());
        return m_transaction->commit();
    }

private:
    sql::Connection& m_connection;
    std::optional<sql::Transaction> m_transaction;
    SqliteRecordTable m_records;
    SqliteMatchTable m_matches;
    SqliteCustodyTable m_custody;
    SqliteDeviceTable m_devices;
    SqliteAccountTable m_accounts;
};

} // namespace

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::open(const QString& path, const sql::DatabaseKey& key)
{
    DOORSTEP_TRY_ASSIGN(auto connection, sql::Connection::open(path, key));
    DOORSTEP_TRY(sql::migrate(*connection, sqliteMigrations()));
    return std::unique_ptr<SqliteHubStore>(new SqliteHubStore(std::move(connection)));
}

Result<std::unique_ptr<HubTransaction>> SqliteHubStore::begin()
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(*m_connection));
    return std::make_unique<SqliteHubTransaction>(*m_connection, std::move(transaction));
}

std::unique_ptr<HubTransaction> SqliteHubStore::read()
{
    return std::make_unique<SqliteHubTransaction>(*m_connection, std::nullopt);
}

Status SqliteHubStore::tidy()
{
    // PASSIVE waits for nobody: an export in another process must not stop the server.
    return m_connection->run("PRAGMA wal_checkpoint(PASSIVE)");
}

} // namespace doorstep::hub
