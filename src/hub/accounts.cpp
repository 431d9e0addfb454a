#include "hub/accounts.h"

#include "domain/kinds/worker.h"
#include "hub/enrolcode.h"
#include "hub/secret.h"

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr qint64 kCodeLifeMilliseconds = 24LL * 60 * 60 * 1000;
constexpr int kTokenBytes = 32;
constexpr int kLongestName = 100;

RecordRow workerRow(const Account& account, Timestamp now)
{
    domain::Worker worker;
    worker.id = base::Id<domain::Worker>(account.worker);
    worker.name = account.name;
    worker.role = domain::Code{account.role};
    worker.scheme = domain::Code{account.scheme};
    worker.active = true;
    RecordRow row{domain::toRecord(worker), account.scheme};
    const base::Version stamp{base::HybridTime::fromMilliseconds(now.utcMilliseconds()), 0};
    for (size_t i = 0; i < row.record.values.size(); ++i)
        row.record.versions[i] = domain::isBlank(row.record.values[i]) ? base::Version{} : stamp;
    row.receivedAt = now;
    row.updatedAt = now;
    return row;
}

Status checkCodes(const QString& role, const QString& scheme, const domain::CodeLists& lists)
{
    if (!lists.list(u"worker-roles").find(role))
        return fail(ErrorCode::InvalidValue, QStringLiteral("no such role: %1").arg(role), QStringLiteral("role"));
    if (!lists.list(u"schemes").find(scheme))
        return fail(ErrorCode::InvalidValue, QStringLiteral("no such scheme: %1").arg(scheme),
                    QStringLiteral("scheme"));
    return {};
}

} // namespace

Result<Account> Accounts::add(const QString& name, const QString& role, const QString& scheme,
                              const domain::CodeLists& lists)
{
    if (name.trimmed().isEmpty() || name.size() > kLongestName)
        return fail(ErrorCode::InvalidValue, QStringLiteral("a name has 1 to %1 characters").arg(kLongestName),
                    QStringLiteral("name"));
    DOORSTEP_TRY(checkCodes(role, scheme, lists));
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const auto taken, transaction->accounts().byName(name));
    if (taken)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("there is a user of this name"), QStringLiteral("name"));
    Account account{0, name, role, scheme, base::makeUuid(m_clock, m_random), false};
    DOORSTEP_TRY_ASSIGN(account.id, transaction->accounts().add(account));
    transaction->records().put(workerRow(account, m_clock.now()));
    DOORSTEP_TRY(transaction->commit());
    return account;
}

Result<Account> Accounts::change(const QString& name, const QString& role, const QString& scheme,
                                 const domain::CodeLists& lists)
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const auto present, transaction->accounts().byName(name));
    if (!present)
        return fail(ErrorCode::NotFound, QStringLiteral("no such user: %1").arg(name), QStringLiteral("name"));
    Account account = *present;
    account.role = role.isEmpty() ? present->role : role;
    account.scheme = scheme.isEmpty() ? present->scheme : scheme;
    DOORSTEP_TRY(checkCodes(account.role, account.scheme, lists));
    if (account.role == present->role && account.scheme == present->scheme)
        return account;
    DOORSTEP_TRY(
        transaction->matches().endScope(present->id, present->role, present->scheme, m_clock.now().utcMilliseconds()));
    DOORSTEP_TRY(transaction->accounts().update(account));
    DOORSTEP_TRY(updateWorker(*transaction, account));
    DOORSTEP_TRY(transaction->commit());
    return account;
}

Status Accounts::updateWorker(HubTransaction& transaction, const Account& account)
{
    DOORSTEP_TRY_ASSIGN(auto row, transaction.records().record(RecordId(account.worker)));
    if (!row)
        return fail(ErrorCode::Corrupt, QStringLiteral("an account without its worker record"));
    const base::Version stamp{base::HybridTime::fromMilliseconds(m_clock.now().utcMilliseconds()), 0};
    const auto set = [&](QLatin1StringView field, const QString& value) {
        row->record.set(field, value);
        row->record.versions[static_cast<size_t>(row->record.kind->indexOf(field))] = stamp;
    };
    set(QLatin1StringView("role"), account.role);
    set(QLatin1StringView("scheme"), account.scheme);
    row->scope = account.scheme;
    row->echoDevice = 0;
    row->updatedAt = m_clock.now();
    transaction.records().put(*std::move(row));
    return {};
}

Result<QString> Accounts::makeCode(const QString& name)
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const auto account, transaction->accounts().byName(name));
    if (!account)
        return fail(ErrorCode::NotFound, QStringLiteral("no such user: %1").arg(name), QStringLiteral("user"));
    const QString code = makeEnrolCode(m_random);
    const Timestamp expires(m_clock.now().utcMilliseconds() + kCodeLifeMilliseconds, 0);
    DOORSTEP_TRY(transaction->accounts().addCode({hashOf(code.toLatin1()), account->id, expires, std::nullopt}));
    DOORSTEP_TRY(transaction->commit());
    return code;
}

Result<wire::Enrolment> Accounts::enrol(const QString& typedCode)
{
    const auto refused =
        fail(ErrorCode::CodeUsed, QStringLiteral("the code is unknown, used or too old"), QStringLiteral("code"));
    const QString normalised = normalisedEnrolCode(typedCode);
    if (normalised.isEmpty())
        return refused;
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const auto code, transaction->accounts().code(hashOf(normalised.toLatin1())));
    const Timestamp now = m_clock.now();
    if (!code || code->usedAt || code->expires <= now)
        return refused;
    DOORSTEP_TRY_ASSIGN(const auto account, transaction->accounts().account(code->account));
    if (!account || account->isDisabled)
        return refused;
    DOORSTEP_TRY(transaction->accounts().useCode(code->hash, now));
    const QByteArray token =
        randomBytes(m_random, kTokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    Device device;
    device.account = account->id;
    device.tokenHash = hashOf(token);
    device.created = now;
    // A new device holds nothing of what ended before.
    DOORSTEP_TRY_ASSIGN(device.erasedThrough, transaction->records().seq());
    DOORSTEP_TRY_ASSIGN(device.number, transaction->devices().add(device));
    DOORSTEP_TRY(transaction->commit());
    return wire::Enrolment{
        device.number,   QString::fromLatin1(token), base::uuidText(account->worker), account->name, account->role,
        account->scheme, now.utcMilliseconds()};
}

} // namespace doorstep::hub
