#pragma once

#include "platform/api/keystore.h"

namespace doorstep::platform {

/// The desktop's key store (Secret Service, KWallet) through QtKeychain. Waits for it in a local event loop, so it
/// is used while nothing else runs: at enrolment and when unlocking.
class KeychainStore final : public KeyStore
{
public:
    /// False where no key store answers, for example without a session bus; the caller then says which fallback it
    /// takes.
    [[nodiscard]] static bool isAvailable();

    [[nodiscard]] base::Result<QByteArray> read(const QString& name) override;
    [[nodiscard]] base::Status write(const QString& name, const QByteArray& secret) override;
    [[nodiscard]] base::Status remove(const QString& name) override;
    [[nodiscard]] QString description() const override;
};

} // namespace doorstep::platform
