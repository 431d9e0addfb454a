#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace doorstep::platform {

/// Where a device keeps small secrets: the operating system's key store where there is one.
class KeyStore
{
public:
    virtual ~KeyStore() = default;
    /// NotFound when nothing was ever written under the name; KeyStore when the store itself fails.
    [[nodiscard]] virtual base::Result<QByteArray> read(const QString& name) = 0;
    [[nodiscard]] virtual base::Status write(const QString& name, const QByteArray& secret) = 0;
    [[nodiscard]] virtual base::Status remove(const QString& name) = 0;
    /// For the settings page: "file (development)", "secret service".
    [[nodiscard]] virtual QString description() const = 0;
};

} // namespace doorstep::platform
