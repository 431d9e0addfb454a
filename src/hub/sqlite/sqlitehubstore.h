#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// The embedded back end: one SQLCipher file. Several processes may use it at once.
class SqliteHubStore final : public HubStore
{
public:
    /// Opens or creates the file and brings its schema up to date.
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> open(const QString& path, const sql::DatabaseKey& key);

    [[nodiscard]] Result<std::unique_ptr<HubTransaction>> begin() override;
    [[nodiscard]] std::unique_ptr<HubTransaction> read() override;
    [[nodiscard]] Status tidy() override;

private:
    explicit SqliteHubStore(std::unique_ptr<sql::Connection> connection) : m_connection(std::move(connection)) {}

    std::unique_ptr<sql::Connection> m_connection;
};

} // namespace doorstep::hub
