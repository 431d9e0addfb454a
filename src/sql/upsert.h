#pragma once

#include "sql/statement.h"

#include <QByteArrayList>

namespace doorstep::sql {

/// The statements that write a row by its key.
///
/// Not INSERT OR REPLACE: SQLite keeps a copy of every page that one touches, for the case that it has to take half of
/// it back, and SQLCipher encrypts each copy. On a batch of new records that was most of the cost.
struct UpsertSql
{
    QByteArray insert, update;
};

/// The first `keys` of the columns name the row. Parameters are the columns in their order, in both statements.
[[nodiscard]] UpsertSql upsertSql(const QByteArray& table, const QByteArrayList& columns, int keys);

/// Inserts the row, or changes the one with this key. `bind` binds all columns to the statement it is given. For use
/// inside a transaction that is given up when this fails.
template <class Bind>
[[nodiscard]] base::Status upsert(Connection& connection, const UpsertSql& sql, Bind bind)
{
    {
        Statement insert(connection, sql.insert);
        bind(insert);
        DOORSTEP_TRY(insert.run());
    }
    if (connection.changes() > 0)
        return {};
    Statement update(connection, sql.update);
    bind(update);
    DOORSTEP_TRY(update.run());
    if (connection.changes() > 0)
        return {};
    // A value that the column does not take is passed over by the insert as well.
    return base::fail(base::ErrorCode::Internal, QStringLiteral("a row was not taken"));
}

} // namespace doorstep::sql
