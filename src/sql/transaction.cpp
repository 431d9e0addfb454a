#include "sql/transaction.h"

namespace doorstep::sql {

using base::Result;
using base::Status;

Result<Transaction> Transaction::begin(Connection& connection)
{
    DOORSTEP_TRY(connection.run("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // A failed rollback means that SQLite has rolled back already.
    if (m_connection) [[maybe_unused]]
        const Status ignored = m_connection->run("ROLLBACK");
}

Status Transaction::commit()
{
    DOORSTEP_TRY(m_connection->run("COMMIT"));
    m_connection = nullptr;
    return {};
}

Result<Savepoint> Savepoint::begin(Transaction& transaction)
{
    DOORSTEP_TRY(transaction.connection().run("SAVEPOINT part"));
    return Savepoint(transaction.connection());
}

Savepoint::~Savepoint()
{
    if (m_connection) [[maybe_unused]]
        const Status ignored = m_connection->run("ROLLBACK TO part; RELEASE part");
}

Status Savepoint::release()
{
    DOORSTEP_TRY(m_connection->run("RELEASE part"));
    m_connection = nullptr;
    return {};
}

} // namespace doorstep::sql
