#include "sql/statement.h"

#include "sql/statementcache.h"

#include <sqlcipher/sqlite3.h>

namespace doorstep::sql {

using base::fail;
using base::Result;
using base::Status;

Connection::StatementCache::~StatementCache()
{
    for (sqlite3_stmt* statement : std::as_const(idle))
        sqlite3_finalize(statement);
}

Statement::Statement(Connection& connection, const QByteArray& sql)
    : m_connection(connection), m_sql(sql), m_statement(connection.m_cache->idle.take(sql))
{
    if (!m_statement) {
        const int size = static_cast<int>(sql.size()) + 1;
        m_broken = sqlite3_prepare_v2(connection.handle(), sql.constData(), size, &m_statement, nullptr) != SQLITE_OK;
    }
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    reset();
    sqlite3_stmt*& place = m_connection.m_cache->idle[m_sql];
    // Two of one text were in use at once; one is enough to keep.
    if (place)
        sqlite3_finalize(place);
    place = m_statement;
}

Statement& Statement::bind(qint64 value)
{
    m_broken |= sqlite3_bind_int64(m_statement, m_next++, value) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(double value)
{
    m_broken |= sqlite3_bind_double(m_statement, m_next++, value) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    // SQLITE_TRANSIENT: the bytes are gone before the step.
    m_broken |= sqlite3_bind_text(m_statement, m_next++, utf8.constData(), static_cast<int>(utf8.size()),
                                  SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(const QByteArray& value)
{
    // An empty array is an empty blob, never NULL.
    m_broken |= sqlite3_bind_blob(m_statement, m_next++, value.isNull() ? "" : value.constData(),
                                  static_cast<int>(value.size()), SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement& Statement::bindNull()
{
    m_broken |= sqlite3_bind_null(m_statement, m_next++) != SQLITE_OK;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_broken)
        return fail(lastError(m_connection.handle(), m_sql.constData()));
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return fail(lastError(m_connection.handle(), m_sql.constData()));
    }
}

Status Statement::run()
{
    DOORSTEP_TRY(step());
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_next = 1;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::decimal(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto* blob = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {blob, sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

QByteArray Statement::columnName(int column) const
{
    return sqlite3_column_name(m_statement, column);
}

} // namespace doorstep::sql
