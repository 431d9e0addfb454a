#include "hub/sender.h"

#include "domain/kinds/worker.h"
#include "hub/secret.h"

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

/// A role that has left the field still delivers what it wrote, and hears what has to go from its phone.
Result<Scope> presentScope(HubTransaction& transaction, const Account& account)
{
    auto scope = scopeOf(account);
    if (scope)
        return scope;
    DOORSTEP_TRY_ASSIGN(const auto ended, transaction.matches().endedScopes(account.id));
    const bool workedOnDevice = std::any_of(ended.begin(), ended.end(), [&](const EndedScope& each) {
        return scopeOf(Account{account.id, account.name, each.role, each.scheme, account.worker}).has_value();
    });
    if (!workedOnDevice)
        return scope;
    return Scope{{}, account.worker, false, true};
}

Result<Sender> senderOf(HubTransaction& transaction, Device device)
{
    DOORSTEP_TRY_ASSIGN(auto account, transaction.accounts().account(device.account));
    if (!account)
        return fail(ErrorCode::Corrupt, QStringLiteral("a device without an account"));
    Sender sender;
    DOORSTEP_TRY_ASSIGN(sender.scope, presentScope(transaction, *account));
    sender.device = std::move(device);
    sender.account = *std::move(account);
    return sender;
}

} // namespace

Result<Sender> senderOfToken(HubTransaction& transaction, const QByteArray& token)
{
    const QByteArray hash = hashOf(token);
    DOORSTEP_TRY_ASSIGN(auto device, transaction.devices().byToken(hash));
    // The look-up by hash tells nothing about the token; the comparison is there should a back end match loosely.
    if (token.isEmpty() || !device || !isSame(device->tokenHash, hash))
        return fail(ErrorCode::Unauthorised, QStringLiteral("unknown token"));
    if (device->isRevoked)
        return fail(ErrorCode::DeviceRevoked, QStringLiteral("this device has been shut out"));
    DOORSTEP_TRY_ASSIGN(Sender sender, senderOf(transaction, *std::move(device)));
    if (sender.account.isDisabled)
        return fail(ErrorCode::Forbidden, QStringLiteral("the account is disabled"));
    return sender;
}

Result<Sender> senderOfDevice(HubTransaction& transaction, DeviceNumber number)
{
    DOORSTEP_TRY_ASSIGN(auto device, transaction.devices().device(number));
    if (!device)
        return fail(ErrorCode::Corrupt, QStringLiteral("a change without a device"));
    return senderOf(transaction, *std::move(device));
}

Result<QString> workerNameOf(HubTransaction& transaction, DeviceNumber number)
{
    DOORSTEP_TRY_ASSIGN(const auto device, transaction.devices().device(number));
    if (!device)
        return QString();
    DOORSTEP_TRY_ASSIGN(const auto account, transaction.accounts().account(device->account));
    if (!account)
        return QString();
    DOORSTEP_TRY_ASSIGN(const auto row, transaction.records().record(RecordId(account->worker)));
    const auto* name = row ? std::get_if<QString>(&row->record.value(u"name")) : nullptr;
    return name ? *name : account->name;
}

} // namespace doorstep::hub
