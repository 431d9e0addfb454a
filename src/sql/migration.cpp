#include "sql/migration.h"

#include "sql/statement.h"

namespace doorstep::sql {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

Result<int> schemaVersion(Connection& connection)
{
    Statement select(connection, "PRAGMA user_version");
    DOORSTEP_TRY(select.step());
    return static_cast<int>(select.integer(0));
}

Status apply(Connection& connection, const Migration& migration)
{
    DOORSTEP_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    DOORSTEP_TRY(connection.run(migration.sql));
    DOORSTEP_TRY(connection.run(("PRAGMA user_version = " + QByteArray::number(migration.version)).constData()));
    return transaction.commit();
}

} // namespace

Status migrate(Connection& connection, std::span<const Migration> migrations)
{
    DOORSTEP_TRY_ASSIGN(const int current, schemaVersion(connection));
    if (!migrations.empty() && current > migrations.back().version)
        return fail(ErrorCode::UpgradeNeeded, QStringLiteral("the file has schema %1, this program knows %2")
                                                  .arg(current)
                                                  .arg(migrations.back().version));
    for (const Migration& migration : migrations) {
        if (migration.version > current)
            DOORSTEP_TRY(apply(connection, migration));
    }
    return {};
}

} // namespace doorstep::sql
