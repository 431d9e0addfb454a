#include "hub/sqlite/accounttable.h"

#include "hub/sqlite/columns.h"

namespace doorstep::hub {

using sql::Statement;

namespace {

Result<std::optional<Account>> oneFrom(Statement& select)
{
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    return Account{select.integer(0), select.text(1), select.text(2),
                   select.text(3),    select.uuid(4), select.integer(5) != 0};
}

} // namespace

Result<qint64> SqliteAccountTable::add(const Account& account)
{
    Statement insert(m_connection, "INSERT INTO account (name, role, scheme, worker, disabled) VALUES (?, ?, ?, ?, ?)");
    insert.bind(account.name).bind(account.role).bind(account.scheme).bind(account.worker);
    DOORSTEP_TRY(insert.bind(account.isDisabled ? 1 : 0).run());
    return m_connection.lastInsertId();
}

Result<std::optional<Account>> SqliteAccountTable::account(qint64 id)
{
    Statement select(m_connection, "SELECT id, name, role, scheme, worker, disabled FROM account WHERE id = ?");
    return oneFrom(select.bind(id));
}

Result<std::optional<Account>> SqliteAccountTable::byName(const QString& name)
{
    Statement select(m_connection, "SELECT id, name, role, scheme, worker, disabled FROM account WHERE name = ?");
    return oneFrom(select.bind(name));
}

Status SqliteAccountTable::addCode(const EnrolCode& code)
{
    Statement insert(m_connection, "INSERT INTO enrol_code (hash, account, expires, used_at) VALUES (?, ?, ?, NULL)");
    return insert.bind(code.hash).bind(code.account).bind(code.expires.utcMilliseconds()).run();
}

Result<std::optional<EnrolCode>> SqliteAccountTable::code(const QByteArray& hash)
{
    Statement select(m_connection, "SELECT hash, account, expires, used_at FROM enrol_code WHERE hash = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(hash).step());
    if (!found)
        return std::nullopt;
    return EnrolCode{select.bytes(0), select.integer(1), Timestamp(select.integer(2), 0), optionalTimeOf(select, 3)};
}

Status SqliteAccountTable::useCode(const QByteArray& hash, Timestamp at)
{
    Statement update(m_connection, "UPDATE enrol_code SET used_at = ? WHERE hash = ?");
    return update.bind(at.toIso()).bind(hash).run();
}

} // namespace doorstep::hub
