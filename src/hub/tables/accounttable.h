#pragma once

#include "hub/rows.h"
#include "hub/session.h"

namespace doorstep::hub {

/// Accounts and one-time codes.
class AccountTable
{
public:
    explicit AccountTable(Session& session) : m_session(session) {}

    /// AlreadyExists when the name is taken.
    [[nodiscard]] Result<qint64> add(const Account& account);
    /// Role, scheme and whether it is disabled.
    [[nodiscard]] Status update(const Account& account);
    [[nodiscard]] Result<std::optional<Account>> account(qint64 id);
    [[nodiscard]] Result<std::optional<Account>> byName(const QString& name);
    [[nodiscard]] Status addCode(const EnrolCode& code);
    [[nodiscard]] Result<std::optional<EnrolCode>> code(const QByteArray& hash);
    [[nodiscard]] Status useCode(const QByteArray& hash, Timestamp at);

private:
    Session& m_session;
};

} // namespace doorstep::hub
