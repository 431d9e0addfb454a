#pragma once

#include "platform/api/keystore.h"
#include "store/devicestore.h"
#include "store/keyvault.h"
#include "sync/hubclient.h"

namespace doorstep::sync {

/// One worker's folder on a device: the vault and the database in it, and how they come to be.
class Installation
{
public:
    /// Makes the folder (mode 0700) when it is missing.
    Installation(QString folder, platform::KeyStore& keyStore, const base::Clock& clock);

    struct Opened
    {
        sql::DatabaseKey key;
        std::unique_ptr<store::DeviceStore> store;
    };

    /// Everything that can be refused here is refused before the one-time code is used up. AlreadyEnrolled when the
    /// folder belongs to a device.
    [[nodiscard]] base::Result<Opened> enrol(HubClient& client, const QString& hub, const QString& code,
                                             const QString& pin);
    /// Needs no network. NotEnrolled, WrongPin, KeyStore or Corrupt.
    [[nodiscard]] base::Result<Opened> unlock(const QString& pin);
    /// Whether this PIN opens the phone; opens nothing.
    [[nodiscard]] base::Status checkPin(const QString& pin)
    {
        return m_vault.open(pin).map([](const sql::DatabaseKey&) {});
    }
    [[nodiscard]] bool isEnrolled() const;
    [[nodiscard]] QString databasePath() const { return m_folder + QStringLiteral("/doorstep.db"); }

private:
    QString m_folder;
    store::KeyVault m_vault;
    const base::Clock& m_clock;
};

} // namespace doorstep::sync
