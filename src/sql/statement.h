#pragma once

#include "sql/connection.h"

#include <QUuid>

struct sqlite3_stmt;

namespace doorstep::sql {

/// One prepared statement with its parameters, by position. Prepared once per connection and text.
///
///     Statement select(connection, "SELECT n FROM outbox WHERE state = ?");
///     select.bind(state);
///     while (DOORSTEP_TRY…(select.step())) use(select.integer(0));
class Statement
{
public:
    Statement(Connection& connection, const QByteArray& sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Each binds the next parameter.
    Statement& bind(qint64 value);
    Statement& bind(int value) { return bind(static_cast<qint64>(value)); }
    Statement& bind(double value);
    Statement& bind(const QString& value);
    Statement& bind(QLatin1StringView value) { return bind(QString(value)); }
    Statement& bind(const QByteArray& value);
    Statement& bind(const QUuid& value) { return bind(value.toRfc4122()); }
    Statement& bindNull();
    Statement& bind(const char*) = delete;
    Statement& bind(bool) = delete;

    /// True while there is a row. Errors of preparing and binding come out here.
    [[nodiscard]] base::Result<bool> step();
    /// For statements without rows.
    [[nodiscard]] base::Status run();
    /// For statements that give exactly one row or none.
    [[nodiscard]] base::Result<bool> one() { return step(); }
    /// Ready to bind anew.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double decimal(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QUuid uuid(int column) const { return QUuid::fromRfc4122(bytes(column)); }
    [[nodiscard]] bool isNull(int column) const;
    /// SQLITE_INTEGER, SQLITE_TEXT …
    [[nodiscard]] int type(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QByteArray columnName(int column) const;

private:
    Connection& m_connection;
    QByteArray m_sql;
    sqlite3_stmt* m_statement = nullptr;
    int m_next = 1;
    bool m_broken = false;
};

} // namespace doorstep::sql
