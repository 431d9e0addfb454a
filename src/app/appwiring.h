#pragma once

#include "base/random.h"
#include "platform/api/keystore.h"
#include "sync/syncservice.h"
#include "ui/app/appviewmodel.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QThread>

#include <memory>

namespace doorstep::app {

/// Puts the app together: installation, view models, engine, and after unlocking the session and the sync in its
/// thread. Main, the self-test and the field day use it. Interface thread only.
class App : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString folder;
        platform::KeyStore& keyStore;
        const base::Clock& clock;
        bool syncs = true; ///< false: nothing is sent; for pictures and the self-test
    };

    explicit App(const Options& options);
    ~App() override;

    [[nodiscard]] ui::AppViewModel& viewModel() { return *m_viewModel; }
    /// Null before unlocking.
    [[nodiscard]] ui::Session* session() { return m_session.get(); }
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] sync::Installation& installation() { return m_installation; }

    /// Loads the window. False when its QML does not load.
    [[nodiscard]] bool show();
    /// Without the page: for scripts.
    [[nodiscard]] base::Status enrol(const QString& hub, const QString& code, const QString& pin);
    [[nodiscard]] base::Status unlock(const QString& pin);
    /// The store is open: makes session, sync and pages, or uncovers them.
    void begin(sync::Installation::Opened opened);

private:
    void startSync(const sql::DatabaseKey& key);
    void watchNetwork();
    void applicationStateChanged(Qt::ApplicationState state);

    const base::Clock& m_clock;
    base::SystemRandom m_random;
    bool m_syncs;
    sync::Installation m_installation;
    sync::HubClient m_client;
    std::unique_ptr<ui::Session> m_session;
    QThread m_syncThread;
    std::unique_ptr<sync::SyncService> m_service;
    std::unique_ptr<ui::AppViewModel> m_viewModel;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr;
    QTimer m_lockSoon;
};

} // namespace doorstep::app
