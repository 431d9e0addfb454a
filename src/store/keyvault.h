#pragma once

#include "platform/api/keystore.h"
#include "sql/connection.h"

namespace doorstep::store {

/// How many digits a PIN may have.
inline constexpr int kShortestPin = 4;
inline constexpr int kLongestPin = 6;
/// InvalidValue, field "pin", for anything but that many digits.
[[nodiscard]] base::Status checkPin(const QString& pin);

/// Keeps the database key closed: wrapped by a key made of the PIN (Argon2id) and of a secret in the key store. Neither
/// alone opens it. The wrap lies in vault.json beside the database; a wrong PIN changes nothing.
class KeyVault
{
public:
    KeyVault(QString folder, platform::KeyStore& keyStore) : m_folder(std::move(folder)), m_keyStore(keyStore) {}

    [[nodiscard]] bool exists() const;
    /// A new random key under this PIN. An older vault is moved aside, never overwritten.
    [[nodiscard]] base::Result<sql::DatabaseKey> create(const QString& pin);
    /// WrongPin, KeyStore (the secret is gone) or Corrupt.
    [[nodiscard]] base::Result<sql::DatabaseKey> open(const QString& pin);

private:
    [[nodiscard]] QString path() const;

    QString m_folder;
    platform::KeyStore& m_keyStore;
};

} // namespace doorstep::store
