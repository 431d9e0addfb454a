#include "hub/tables/accounttable.h"

#include "hub/tables/columns.h"

namespace doorstep::hub {

namespace {

const RowShape kAccount{"account", {"name", "role", "scheme", "worker", "disabled"}};

Result<std::optional<Account>> oneFrom(Query& select)
{
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    return Account{select.integer(0), select.text(1), select.text(2),
                   select.text(3),    select.uuid(4), select.integer(5) != 0};
}

} // namespace

Result<qint64> AccountTable::add(const Account& account)
{
    return m_session.add(
        kAccount, {account.name, account.role, account.scheme, account.worker.toRfc4122(), qint64{account.isDisabled}},
        "id");
}

Status AccountTable::update(const Account& account)
{
    Query update = m_session.query("UPDATE account SET role = ?, scheme = ?, disabled = ? WHERE id = ?");
    return update.bind(account.role).bind(account.scheme).bind(account.isDisabled ? 1 : 0).bind(account.id).run();
}

Result<std::optional<Account>> AccountTable::account(qint64 id)
{
    Query select = m_session.query("SELECT id, name, role, scheme, worker, disabled FROM account WHERE id = ?");
    return oneFrom(select.bind(id));
}

Result<std::optional<Account>> AccountTable::byName(const QString& name)
{
    Query select = m_session.query("SELECT id, name, role, scheme, worker, disabled FROM account WHERE name = ?");
    return oneFrom(select.bind(name));
}

Status AccountTable::addCode(const EnrolCode& code)
{
    Query insert = m_session.query("INSERT INTO enrol_code (hash, account, expires, used_at) VALUES (?, ?, ?, NULL)");
    return insert.bind(code.hash).bind(code.account).bind(code.expires.utcMilliseconds()).run();
}

Result<std::optional<EnrolCode>> AccountTable::code(const QByteArray& hash)
{
    Query select = m_session.query("SELECT hash, account, expires, used_at FROM enrol_code WHERE hash = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(hash).step());
    if (!found)
        return std::nullopt;
    return EnrolCode{select.bytes(0), select.integer(1), Timestamp(select.integer(2), 0), optionalTimeOf(select, 3)};
}

Status AccountTable::useCode(const QByteArray& hash, Timestamp at)
{
    Query update = m_session.query("UPDATE enrol_code SET used_at = ? WHERE hash = ?");
    return update.bind(at.toIso()).bind(hash).run();
}

} // namespace doorstep::hub
