#pragma once

#include "hub/database.h"
#include "sql/transaction.h"

#include <atomic>
#include <optional>

namespace doorstep::hub {

/// The embedded back end: one SQLCipher file. Several connections and processes may use it at once; SQLite lets one of
/// them write at a time.
class SqliteDatabase final : public Database
{
public:
    explicit SqliteDatabase(std::unique_ptr<sql::Connection> connection) : m_connection(std::move(connection)) {}

    [[nodiscard]] Status begin() override;
    [[nodiscard]] Status commit() override;
    void rollback() override { m_transaction.reset(); }
    [[nodiscard]] std::unique_ptr<Statement> prepare(const QByteArray& sql) override;
    [[nodiscard]] Status write(const Rows& rows) override;
    [[nodiscard]] Status writeNumbered(std::span<const Rows> all) override;
    [[nodiscard]] Result<qint64> add(const Rows& row, const QByteArray& keyColumn) override;
    [[nodiscard]] Status tidy() override;

private:
    /// `seq` is written into the shape's column for it, where it has one.
    [[nodiscard]] Status write(const Rows& rows, qint64 seq);

    std::unique_ptr<sql::Connection> m_connection;
    std::optional<sql::Transaction> m_transaction;
};

/// Opens or creates the file. The first connection brings its schema up to date: the file is this program's alone.
class SqliteSource final : public DatabaseSource
{
public:
    SqliteSource(QString path, sql::DatabaseKey key) : m_path(std::move(path)), m_key(std::move(key)) {}

    [[nodiscard]] Result<std::unique_ptr<Database>> connect() override;
    [[nodiscard]] Result<SchemaSteps> migrate() override;

private:
    QString m_path;
    sql::DatabaseKey m_key;
    std::atomic<bool> m_isMigrated = false;
};

} // namespace doorstep::hub
