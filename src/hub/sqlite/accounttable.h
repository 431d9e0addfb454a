#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// Accounts and one-time codes in SQLite.
class SqliteAccountTable final : public AccountTable
{
public:
    explicit SqliteAccountTable(sql::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<qint64> add(const Account& account) override;
    [[nodiscard]] Result<std::optional<Account>> account(qint64 id) override;
    [[nodiscard]] Result<std::optional<Account>> byName(const QString& name) override;
    [[nodiscard]] Status addCode(const EnrolCode& code) override;
    [[nodiscard]] Result<std::optional<EnrolCode>> code(const QByteArray& hash) override;
    [[nodiscard]] Status useCode(const QByteArray& hash, Timestamp at) override;

private:
    sql::Connection& m_connection;
};

} // namespace doorstep::hub
