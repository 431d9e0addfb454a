#pragma once

#include "store/draftstore.h"
#include "store/recorder.h"
#include "sync/filefetch.h"
#include "sync/installation.h"
#include "sync/syncengine.h"
#include "sync/uploadengine.h"

#include <QJsonObject>

namespace doorstep::app {

/// The commands of the headless device: one JSON object in, one out. The same store, sync and domain code as the
/// app's. A reply to a write comes after its flush.
class DeviceShell
{
public:
    DeviceShell(const QString& folder, platform::KeyStore& keyStore, const base::Clock& clock, base::Random& random);

    /// Always answers: {"ok":true,…} or {"ok":false,"error":{"code","message","field"}}.
    [[nodiscard]] QJsonObject run(const QByteArray& line);
    [[nodiscard]] bool hasQuit() const { return m_quit; }
    void setTimeout(std::chrono::milliseconds timeout) { m_client.setTimeout(timeout); }

private:
    using Reply = base::Result<QJsonObject>;
    using Command = Reply (DeviceShell::*)(const QJsonObject&);

    [[nodiscard]] Reply dispatch(const QJsonObject& input);
    [[nodiscard]] Reply describe(const QJsonObject& input);
    [[nodiscard]] Reply enrol(const QJsonObject& input);
    [[nodiscard]] Reply unlock(const QJsonObject& input);
    [[nodiscard]] Reply create(const QJsonObject& input);
    [[nodiscard]] Reply update(const QJsonObject& input);
    [[nodiscard]] Reply remove(const QJsonObject& input);
    [[nodiscard]] Reply get(const QJsonObject& input);
    [[nodiscard]] Reply list(const QJsonObject& input);
    [[nodiscard]] Reply sync(const QJsonObject& input);
    [[nodiscard]] Reply status(const QJsonObject& input);
    [[nodiscard]] Reply conflicts(const QJsonObject& input);
    [[nodiscard]] Reply resolve(const QJsonObject& input);
    [[nodiscard]] Reply attach(const QJsonObject& input);
    [[nodiscard]] Reply attachments(const QJsonObject& input);
    [[nodiscard]] Reply fetch(const QJsonObject& input);
    [[nodiscard]] Reply exportFile(const QJsonObject& input);
    [[nodiscard]] Reply quit(const QJsonObject& input);

    [[nodiscard]] base::Status findHub();
    void adopt(sync::Installation::Opened opened);
    [[nodiscard]] base::Result<domain::Record> find(const QJsonObject& input);

    sync::Installation m_installation;
    const base::Clock& m_clock;
    base::Random& m_random;
    sync::HubClient m_client;
    std::unique_ptr<store::DeviceStore> m_store;
    bool m_quit = false;
};

} // namespace doorstep::app
