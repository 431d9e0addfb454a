#pragma once

#include "files/contentstore.h"
#include "hub/backupmark.h"

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
    /// A consistent copy of the database in one file, encrypted as it is; the key is not in it. Others may be writing
    /// meanwhile. The copy is opened and checked before it gets its name; what it holds counts as safe then.
    /// AlreadyExists when there is a file of this name.
    [[nodiscard]] Result<BackupMark> backup(const QString& file, const base::Clock& clock) const;
    enum class Restore { InPlace, VerifyOnly };
    /// Makes the database of this directory, where only the key is, out of a backup. It is another life of the hub:
    /// devices pull everything anew and send again what the backup does not hold. Corrupt when key and file do not fit
    /// or the file is damaged.
    [[nodiscard]] Result<BackupMark> restore(const QString& file, base::Random& random, Restore what) const;
    /// The hub behind this store was restored by other means: the same.
    [[nodiscard]] static Status beginNewLife(HubStore& store, base::Random& random);

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
