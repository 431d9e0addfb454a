#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// The hub's directory on disk: the database and the file with its key.
class HubDirectory
{
public:
    explicit HubDirectory(QString path) : m_path(std::move(path)) {}

    /// Makes the directory (0700), the key (0600, unless the environment gives one) and the database.
    /// AlreadyExists where there is a hub.
    [[nodiscard]] Status create(base::Random& random) const;
    /// NotFound for a directory without a hub; KeyStore for a key file that others can read or that is no key.
    [[nodiscard]] Result<std::unique_ptr<HubStore>> open() const;

    /// The environment variable that takes the place of the key file: 64 hexadecimal digits.
    static constexpr const char* kKeyVariable = "DOORSTEP_HUB_KEY";

private:
    [[nodiscard]] QString keyPath() const { return m_path + QStringLiteral("/hub.key"); }
    [[nodiscard]] QString databasePath() const { return m_path + QStringLiteral("/hub.db"); }
    [[nodiscard]] Result<QByteArray> readKey() const;
    [[nodiscard]] Result<QByteArray> makeKey(base::Random& random) const;

    QString m_path;
};

} // namespace doorstep::hub
