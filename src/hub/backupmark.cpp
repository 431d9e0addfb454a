#include "hub/backupmark.h"

#include "wire/json.h"

#include <QJsonArray>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {
const QLatin1StringView kHubEpoch("hub_epoch");
const QLatin1StringView kSeq("seq");
const QLatin1StringView kEpochs("epochs");
const QLatin1StringView kConfirmed("confirmed");
} // namespace

Result<BackupMark> BackupMark::of(HubTransaction& transaction)
{
    BackupMark mark;
    DOORSTEP_TRY_ASSIGN(mark.hubEpoch, transaction.meta(metakey::hubEpoch));
    DOORSTEP_TRY_ASSIGN(mark.seq, transaction.records().seq());
    DOORSTEP_TRY_ASSIGN(mark.epochs, transaction.devices().marks());
    return mark;
}

Result<BackupMark> BackupMark::fromBytes(const QByteArray& bytes)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(bytes));
    BackupMark mark;
    mark.hubEpoch = QByteArray::fromHex(json.value(kHubEpoch).toString().toLatin1());
    mark.seq = json.value(kSeq).toInteger();
    if (mark.hubEpoch.isEmpty() || !json.value(kEpochs).isArray())
        return fail(ErrorCode::BadRequest, QStringLiteral("not a mark of a backup"), QStringLiteral("FILE"));
    const QJsonArray epochs = json.value(kEpochs).toArray();
    for (const QJsonValue& each : epochs) {
        const QJsonObject epoch = each.toObject();
        mark.epochs.push_back({static_cast<DeviceNumber>(epoch.value(wire::key::device).toInteger()),
                               epoch.value(wire::key::epoch).toInteger(), epoch.value(kConfirmed).toInteger()});
    }
    return mark;
}

QByteArray BackupMark::toBytes() const
{
    QJsonArray all;
    for (const EpochMark& each : epochs)
        all.append(QJsonObject{
            {wire::key::device, each.device}, {wire::key::epoch, each.epoch}, {kConfirmed, each.confirmed}});
    return wire::compact({{kHubEpoch, QString::fromLatin1(hubEpoch.toHex())}, {kSeq, seq}, {kEpochs, all}});
}

Status BackupMark::putInto(HubStore& store, const Timestamp& now) const
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, store.begin());
    DOORSTEP_TRY_ASSIGN(const QByteArray present, transaction->meta(metakey::hubEpoch));
    if (present != hubEpoch)
        return fail(ErrorCode::Conflict, QStringLiteral("the backup is of another life of this hub"));
    for (const EpochMark& each : epochs)
        DOORSTEP_TRY(transaction->devices().setSafe(each));
    DOORSTEP_TRY(transaction->setMeta(metakey::lastBackup, now.toIso().toLatin1()));
    return transaction->commit();
}

} // namespace doorstep::hub
