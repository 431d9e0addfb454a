#pragma once

#include "platform/api/keystore.h"

#include <QHash>

namespace doorstep::platform {

/// A key store for tests. `setBroken` makes every call fail, as a lost or locked key store does.
class MemoryKeyStore final : public KeyStore
{
public:
    [[nodiscard]] base::Result<QByteArray> read(const QString& name) override
    {
        if (m_broken)
            return base::fail(base::ErrorCode::KeyStore, QStringLiteral("broken on purpose"));
        const auto found = m_secrets.constFind(name);
        if (found == m_secrets.constEnd())
            return base::fail(base::ErrorCode::NotFound, name);
        return *found;
    }
    [[nodiscard]] base::Status write(const QString& name, const QByteArray& secret) override
    {
        if (m_broken)
            return base::fail(base::ErrorCode::KeyStore, QStringLiteral("broken on purpose"));
        m_secrets.insert(name, secret);
        return {};
    }
    [[nodiscard]] base::Status remove(const QString& name) override
    {
        m_secrets.remove(name);
        return {};
    }
    [[nodiscard]] QString description() const override { return QStringLiteral("memory (tests)"); }
    void setBroken(bool broken) { m_broken = broken; }

private:
    QHash<QString, QByteArray> m_secrets;
    bool m_broken = false;
};

} // namespace doorstep::platform
