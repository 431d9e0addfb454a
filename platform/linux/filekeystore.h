#pragma once

#include "platform/api/keystore.h"

#include <QJsonObject>

namespace doorstep::platform {

/// Secrets in one file that only its owner may read (mode 0600): the fallback for development and for scripts, where
/// no key store of the system runs. Refuses a file that others may read.
class FileKeyStore final : public KeyStore
{
public:
    explicit FileKeyStore(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] base::Result<QByteArray> read(const QString& name) override;
    [[nodiscard]] base::Status write(const QString& name, const QByteArray& secret) override;
    [[nodiscard]] base::Status remove(const QString& name) override;
    [[nodiscard]] QString description() const override { return QStringLiteral("file (development)"); }

private:
    [[nodiscard]] base::Result<QJsonObject> load() const;
    [[nodiscard]] base::Status store(const QJsonObject& secrets) const;

    QString m_path;
};

} // namespace doorstep::platform
