#pragma once

#include "hub/query.h"

namespace doorstep::hub {

/// What the tables of one transaction share: the connection, and the rows that wait to be written together, so that a
/// batch costs few statements. A table that reads what it has put calls flush() first.
class Session
{
public:
    explicit Session(Database& database) : m_database(database) {}

    [[nodiscard]] Query query(const QByteArray& sql) { return {m_database, sql}; }
    /// For a result that may not fit into memory, outside of transactions.
    [[nodiscard]] Query longQuery(const QByteArray& sql) { return Query(m_database.prepareLong(sql)); }
    [[nodiscard]] Database& database() { return m_database; }
    /// The row is written at the next flush of its shape, at the latest with the commit. `shape` outlives the session.
    void put(const RowShape& shape, std::vector<Value> row);
    /// Writes the rows that wait for this table.
    [[nodiscard]] Status flush(const RowShape& shape);
    /// Writes everything, the rows with a seq as the last.
    [[nodiscard]] Status flushAll();
    /// Adds one row at once and gives its new key.
    [[nodiscard]] Result<qint64> add(const RowShape& shape, std::vector<Value> row, const QByteArray& keyColumn);

private:
    Database& m_database;
    std::vector<Rows> m_waiting; ///< one for each shape in use
};

} // namespace doorstep::hub
