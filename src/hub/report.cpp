#include "hub/report.h"

#include "hub/orders.h"
#include "wire/json.h"

#include <QJsonArray>

namespace doorstep::hub {

namespace {

Result<QJsonObject> deviceJson(HubTransaction& transaction, const Device& device)
{
    DOORSTEP_TRY_ASSIGN(const auto account, transaction.accounts().account(device.account));
    const QJsonValue lastContact = device.lastContact ? QJsonValue(device.lastContact->toIso()) : QJsonValue();
    const QJsonValue oldest = device.oldestWaiting.isEmpty() ? QJsonValue() : QJsonValue(device.oldestWaiting);
    QJsonValue unconfirmed = 0;
    if (account && !device.isRevoked) {
        DOORSTEP_TRY_ASSIGN(const auto orders, Orders(transaction).of(device, *account));
        unconfirmed = static_cast<qint64>(orders.size());
    }
    return QJsonObject{{wire::key::device, device.number},
                       {QLatin1StringView("user"), account ? account->name : QString()},
                       {QLatin1StringView("last_contact"), lastContact},
                       {wire::key::waiting, device.waiting},
                       {wire::key::oldestWaiting, oldest},
                       {wire::key::schema, device.schema},
                       {wire::key::erasedThrough, device.erasedThrough},
                       {QLatin1StringView("orders_unconfirmed"), unconfirmed},
                       {QLatin1StringView("revoked"), device.isRevoked}};
}

} // namespace

Result<QJsonObject> statusOf(HubStore& store)
{
    const auto reading = store.read();
    QJsonObject status;
    DOORSTEP_TRY_ASSIGN(const auto counts, reading->records().counts());
    QJsonObject records;
    for (const domain::KindSpec& kind : domain::allKinds())
        records.insert(kind.key(), counts.value(kind.key()));
    DOORSTEP_TRY_ASSIGN(const qint64 held, reading->custody().heldCount());
    DOORSTEP_TRY_ASSIGN(const qint64 quarantined, reading->custody().quarantinedCount());
    DOORSTEP_TRY_ASSIGN(const qint64 conflicts, reading->records().openConflicts());
    DOORSTEP_TRY_ASSIGN(const qint64 seq, reading->records().seq());
    DOORSTEP_TRY_ASSIGN(const auto all, reading->devices().all());
    DOORSTEP_TRY_ASSIGN(const QByteArray lastBackup, reading->meta(metakey::lastBackup));
    QJsonArray devices;
    for (const Device& device : all) {
        DOORSTEP_TRY_ASSIGN(const QJsonObject json, deviceJson(*reading, device));
        devices.append(json);
    }
    return QJsonObject{{wire::key::records, records},
                       {QLatin1StringView("held"), held},
                       {QLatin1StringView("quarantined"), quarantined},
                       {QLatin1StringView("open_conflicts"), conflicts},
                       {QLatin1StringView("devices"), devices},
                       {QLatin1StringView("last_backup"),
                        lastBackup.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(lastBackup))},
                       {QLatin1StringView("seq"), seq}};
}

Result<QByteArray> exportLine(const QByteArray& body, const QString& receivedAt)
{
    DOORSTEP_TRY_ASSIGN(QJsonObject json, wire::objectFromBytes(body));
    if (!json.contains(wire::key::deleted))
        json.insert(wire::key::deleted, QJsonValue());
    json.insert(QLatin1StringView("received_at"), receivedAt);
    return wire::compact(json);
}

} // namespace doorstep::hub
