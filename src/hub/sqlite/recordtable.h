#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// The record table in SQLite. Lives as long as its transaction.
class SqliteRecordTable final : public RecordTable
{
public:
    explicit SqliteRecordTable(sql::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<RecordRow>> record(const RecordId& id) override;
    [[nodiscard]] Result<std::vector<RecordRow>> recordsOf(const QUuid& subject) override;
    void put(RecordRow row) override;
    [[nodiscard]] Result<qint64> seq() override;
    [[nodiscard]] Result<Page> pull(const PullQuery& query) override;
    [[nodiscard]] Status forEach(const QString& kind,
                                 const std::function<Status(const QByteArray&, const QString&)>& use) override;
    [[nodiscard]] Result<QMap<QString, qint64>> counts() override;
    [[nodiscard]] Result<qint64> openConflicts() override;

    /// Takes the next seq and writes what was put.
    [[nodiscard]] Status flush();

private:
    [[nodiscard]] Status write(const RecordRow& row, qint64 seq);

    sql::Connection& m_connection;
    std::vector<RecordRow> m_put;
    QHash<QUuid, size_t> m_places; ///< where a record lies in m_put
};

} // namespace doorstep::hub
