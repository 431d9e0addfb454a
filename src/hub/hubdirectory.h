#pragma once

#include "files/contentstore.h"
#include "hub/hubstore.h"

namespace doorstep::hub {

/// The hub's directory on disk: the database, the file with its key, and the attachments' bytes.
class HubDirectory
{
public:
    explicit HubDirectory(QString path) : m_path(std::move(path)) {}

    /// Makes the directory (0700), the key (0600, unless the environment gives one) and the database.
    /// AlreadyExists where there is a hub.
    [[nodiscard]] Status create(base::Random& random) const;
    /// NotFound for a directory without a hub; KeyStore for a key file that others can read or that is no key.
    [[nodiscard]] Result<std::unique_ptr<HubStore>> open() const;

    /// Where the bytes of attachments are: in `folder`, or in the directory's own when it is empty. The key is made
    /// from the hub's, so that a copy of the files alone is of no use.
    [[nodiscard]] Result<files::ContentStore> files(const QString& folder = {}) const;

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
