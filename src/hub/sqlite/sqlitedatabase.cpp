#include "hub/sqlite/sqlitedatabase.h"

#include "hub/tables/schema.h"
#include "sql/upsert.h"

namespace doorstep::hub {

namespace {

void bindTo(sql::Statement& statement, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        statement.bind(*number);
    else if (const auto* text = std::get_if<QString>(&value))
        statement.bind(*text);
    else if (const auto* bytes = std::get_if<QByteArray>(&value))
        statement.bind(*bytes);
    else
        statement.bindNull();
}

class SqliteStatement final : public Statement
{
public:
    SqliteStatement(sql::Connection& connection, const QByteArray& sql) : m_statement(connection, sql) {}

    void bind(Value value) override { bindTo(m_statement, value); }
    [[nodiscard]] Result<bool> step() override { return m_statement.step(); }
    [[nodiscard]] qint64 integer(int column) const override { return m_statement.integer(column); }
    [[nodiscard]] QString text(int column) const override { return m_statement.text(column); }
    [[nodiscard]] QByteArray bytes(int column) const override { return m_statement.bytes(column); }
    [[nodiscard]] bool isNull(int column) const override { return m_statement.isNull(column); }

private:
    sql::Statement m_statement;
};

QByteArrayList allColumns(const RowShape& shape)
{
    return shape.seqColumn.isEmpty() ? shape.columns : shape.columns + QByteArrayList{shape.seqColumn};
}

QByteArray insertSql(const RowShape& shape)
{
    const QByteArrayList columns = allColumns(shape);
    const QByteArrayList places(columns.size(), "?");
    return "INSERT INTO " + shape.table + " (" + columns.join(", ") + ") VALUES (" + places.join(", ") + ")";
}

} // namespace

Status SqliteDatabase::begin()
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(*m_connection));
    m_transaction.emplace(std::move(transaction));
    return {};
}

Status SqliteDatabase::commit()
{
    DOORSTEP_TRY(m_transaction->commit());
    m_transaction.reset();
    return {};
}

std::unique_ptr<Statement> SqliteDatabase::prepare(const QByteArray& sql)
{
    return std::make_unique<SqliteStatement>(*m_connection, sql);
}

Status SqliteDatabase::write(const Rows& rows)
{
    return write(rows, 0);
}

Status SqliteDatabase::writeNumbered(std::span<const Rows> all)
{
    DOORSTEP_TRY(m_connection->run("UPDATE counter SET seq = seq + 1"));
    sql::Statement select(*m_connection, "SELECT seq FROM counter");
    DOORSTEP_TRY(select.step());
    const qint64 seq = select.integer(0);
    for (const Rows& rows : all)
        DOORSTEP_TRY(write(rows, seq));
    return {};
}

Status SqliteDatabase::write(const Rows& rows, qint64 seq)
{
    const RowShape& shape = *rows.shape;
    const auto width = static_cast<size_t>(shape.columns.size());
    const auto bindRow = [&](sql::Statement& statement, size_t first) {
        for (size_t i = first; i < first + width; ++i)
            bindTo(statement, rows.values[i]);
        if (!shape.seqColumn.isEmpty())
            statement.bind(seq);
    };
    const sql::UpsertSql upsertSql = sql::upsertSql(shape.table, allColumns(shape), shape.keys);
    const QByteArray insertOnly = insertSql(shape);
    for (size_t first = 0; first < rows.values.size(); first += width) {
        const auto bind = [&](sql::Statement& statement) { bindRow(statement, first); };
        if (shape.keys > 0) {
            DOORSTEP_TRY(sql::upsert(*m_connection, upsertSql, bind));
            continue;
        }
        sql::Statement insert(*m_connection, insertOnly);
        bind(insert);
        DOORSTEP_TRY(insert.run());
    }
    return {};
}

Result<qint64> SqliteDatabase::add(const Rows& row, const QByteArray& /*keyColumn*/)
{
    DOORSTEP_TRY(write(row, 0));
    return m_connection->lastInsertId();
}

Status SqliteDatabase::tidy()
{
    // PASSIVE waits for nobody: an export in another process must not stop the server.
    return m_connection->run("PRAGMA wal_checkpoint(PASSIVE)");
}

Result<std::unique_ptr<Database>> SqliteSource::connect()
{
    if (!m_isMigrated)
        DOORSTEP_TRY(migrate());
    DOORSTEP_TRY_ASSIGN(auto connection, sql::Connection::open(m_path, m_key));
    return std::make_unique<SqliteDatabase>(std::move(connection));
}

Result<SchemaSteps> SqliteSource::migrate()
{
    DOORSTEP_TRY_ASSIGN(const auto connection, sql::Connection::open(m_path, m_key));
    sql::Statement select(*connection, "PRAGMA user_version");
    DOORSTEP_TRY(select.step());
    const int from = static_cast<int>(select.integer(0));
    select.reset();
    DOORSTEP_TRY(sql::migrate(*connection, hubMigrations()));
    m_isMigrated = true;
    return SchemaSteps{from, hubMigrations().back().version};
}

} // namespace doorstep::hub
