#include "hub/sqlite/matchtable.h"

#include "sql/statement.h"

namespace doorstep::hub {

using sql::Statement;

Result<QList<QUuid>> SqliteMatchTable::workersOf(const QUuid& subject)
{
    QList<QUuid> workers;
    Statement select(m_connection, "SELECT worker FROM matched WHERE subject = ?");
    select.bind(subject);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return workers;
        workers << select.uuid(0);
    }
}

Result<bool> SqliteMatchTable::isMatched(const QUuid& worker, const QUuid& subject)
{
    Statement select(m_connection, "SELECT 1 FROM matched WHERE worker = ? AND subject = ?");
    select.bind(worker).bind(subject);
    return select.step();
}

Status SqliteMatchTable::add(const QUuid& worker, const QUuid& subject)
{
    Statement insert(m_connection, "INSERT OR IGNORE INTO matched (worker, subject) VALUES (?, ?)");
    return insert.bind(worker).bind(subject).run();
}

Status SqliteMatchTable::remove(const QUuid& worker, const QUuid& subject)
{
    Statement erase(m_connection, "DELETE FROM matched WHERE worker = ? AND subject = ?");
    return erase.bind(worker).bind(subject).run();
}

} // namespace doorstep::hub
