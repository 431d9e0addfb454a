#include "support/hubcontents.h"

#include "platform/linux/filekeystore.h"
#include "sql/statement.h"
#include "store/keyvault.h"
#include "support/deviceprocess.h"

#include <QFile>
#include <QJsonDocument>

namespace doorstep::support {

using base::Result;
using base::Status;

namespace {

const char* const kSelect = "SELECT device, epoch, n, note, change FROM history"
                            " UNION ALL SELECT device, epoch, n, 'held', change FROM held"
                            " UNION ALL SELECT device, epoch, n, 'quarantined', change FROM quarantine"
                            " WHERE state = 'open'";

Result<std::unique_ptr<sql::Connection>> openHub(const QString& folder)
{
    QFile key(folder + QStringLiteral("/hub.key"));
    if (!key.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::KeyStore, key.errorString());
    return sql::Connection::open(folder + QStringLiteral("/hub.db"), {key.readAll()});
}

} // namespace

Result<std::vector<KeptChange>> keptChanges(const QString& hubFolder)
{
    DOORSTEP_TRY_ASSIGN(const auto connection, openHub(hubFolder));
    sql::Statement select(*connection, kSelect);
    std::vector<KeptChange> kept;
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return kept;
        kept.push_back({static_cast<int>(select.integer(0)), select.integer(1), select.integer(2), select.text(3),
                        QJsonDocument::fromJson(select.bytes(4)).object()});
    }
}

Status checkHubFile(const QString& hubFolder)
{
    DOORSTEP_TRY_ASSIGN(const auto connection, openHub(hubFolder));
    return connection->checkIntegrity();
}

Status checkDeviceFile(const QString& deviceFolder)
{
    platform::FileKeyStore keyStore(deviceFolder + QStringLiteral("/device.key"));
    DOORSTEP_TRY_ASSIGN(const sql::DatabaseKey key, store::KeyVault(deviceFolder, keyStore).open(DeviceProcess::pin()));
    DOORSTEP_TRY_ASSIGN(const auto connection,
                        sql::Connection::open(deviceFolder + QStringLiteral("/doorstep.db"), key));
    return connection->checkIntegrity();
}

} // namespace doorstep::support
