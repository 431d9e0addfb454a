#include "store/replacement.h"

#include "domain/kinds/person.h"
#include "sql/statement.h"
#include "store/recordsql.h"

namespace doorstep::store {

using base::Result;
using base::Status;

namespace {

// What the hub cannot have sent: unsent, waiting there for something else, or refused as a record.
const QByteArray kPending = "(SELECT record FROM outbox WHERE state IN (0, 1, 3, 4))";
const QByteArray kUnsent = "(SELECT record FROM outbox WHERE state IN (0, 1))";

QByteArray isGone(const QByteArray& column, const QByteArray& kept)
{
    return column + " NOT IN (SELECT id FROM arrived) AND " + column + " NOT IN " + kept;
}

} // namespace

Status Replacement::begin(sql::Transaction& transaction, qint64 order)
{
    DOORSTEP_TRY(transaction.connection().run("UPDATE device SET cursor = ''; DELETE FROM arrived"));
    sql::Statement insert(transaction.connection(),
                          "INSERT OR REPLACE INTO replacement (only_row, erase_order)"
                          " VALUES (1, max(?, coalesce((SELECT erase_order FROM replacement), 0)))");
    return insert.bind(order).run();
}

Status Replacement::forgetOrder(sql::Transaction& transaction)
{
    return transaction.connection().run("UPDATE replacement SET erase_order = 0");
}

Result<std::optional<qint64>> Replacement::underWay()
{
    sql::Statement select(m_store.connection(), "SELECT erase_order FROM replacement");
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    return found ? std::optional(select.integer(0)) : std::nullopt;
}

Status Replacement::noteArrived(sql::Transaction& transaction, const QUuid& id)
{
    sql::Statement insert(transaction.connection(), "INSERT OR IGNORE INTO arrived (id) VALUES (?)");
    return insert.bind(id).run();
}

Status Replacement::noteSent(sql::Transaction& transaction, qint64 first, qint64 last)
{
    sql::Statement insert(transaction.connection(), "INSERT OR IGNORE INTO arrived (id)"
                                                    " SELECT record FROM outbox WHERE n BETWEEN ? AND ?");
    return insert.bind(first).bind(last).run();
}

Status Replacement::finish(sql::Transaction& transaction)
{
    DOORSTEP_TRY_ASSIGN(const auto order, underWay());
    // Where the account sees something else, even what the hub refused goes with its person: it is kept there.
    const QByteArray& kept = order.value_or(0) > 0 ? kUnsent : kPending;
    for (const domain::KindSpec& kind : domain::allKinds()) {
        const QByteArray erase = "DELETE FROM " + recordSql(kind).table + " WHERE ";
        const bool isPerson = &kind == &domain::kindOf<domain::Person>();
        DOORSTEP_TRY(transaction.connection().run((erase + isGone("id", isPerson ? kept : kPending)).constData()));
        // What was sent of a person who did not come again is theirs too.
        if (kind.personField >= 0)
            DOORSTEP_TRY(
                transaction.connection().run((erase + isGone("person", kept) + " AND id NOT IN " + kept).constData()));
    }
    DOORSTEP_TRY(
        transaction.connection().run(("DELETE FROM unknown_record WHERE " + isGone("id", kPending)).constData()));
    return transaction.connection().run("DELETE FROM arrived; DELETE FROM replacement");
}

} // namespace doorstep::store
