#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// The matches of volunteers in SQLite.
class SqliteMatchTable final : public MatchTable
{
public:
    explicit SqliteMatchTable(sql::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<QList<QUuid>> workersOf(const QUuid& subject) override;
    [[nodiscard]] Result<bool> isMatched(const QUuid& worker, const QUuid& subject) override;
    [[nodiscard]] Status add(const QUuid& worker, const QUuid& subject) override;
    [[nodiscard]] Status remove(const QUuid& worker, const QUuid& subject) override;

private:
    sql::Connection& m_connection;
};

} // namespace doorstep::hub
