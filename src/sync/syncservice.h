#pragma once

#include "base/random.h"
#include "sync/hubclient.h"
#include "sync/syncengine.h"
#include "sync/uploadengine.h"

#include <QTimer>

#include <memory>

namespace doorstep::sync {

/// Runs rounds when there is reason to: after a save, when the network or the app comes back, now and then, and again
/// after a failure with growing, jittered waits. Lives in its own thread with its own connection to the store: a save
/// waits for a sync at most while one page is being applied. Signals go to the interface's thread.
class SyncService : public QObject
{
    Q_OBJECT

public:
    SyncService(QString databasePath, sql::DatabaseKey key, const base::Clock& clock);
    ~SyncService() override;

    struct Progress
    {
        bool running = false;
        RoundReport report; ///< of the running or the last round
        UploadReport files; ///< likewise
        bool filesWaitForCheapNetwork = false;
        int secondsToNextTry = 0;
    };

public Q_SLOTS:
    /// Starts the first round, which opens the store. Called in the service's thread.
    void start();
    void stop();
    /// Soon, together with other saves.
    void noteSaved();
    /// The network or the app came back: waits are forgotten.
    void runNow();
    /// The worker tapped "Send now": the same, and files go over a network that costs by the byte too.
    void sendNow();

Q_SIGNALS:
    void progressed(const doorstep::sync::SyncService::Progress& progress);
    /// Records or the states of saves have changed in the store.
    void storeChanged();

private:
    void run();
    [[nodiscard]] base::Status open();
    [[nodiscard]] base::Status exchangeAll();
    [[nodiscard]] base::Status uploadAll();
    void announce();
    /// Between rounds without a reason.
    [[nodiscard]] std::chrono::minutes period();
    void scheduleAfter(const std::optional<base::Error>& error, int retryAfterSeconds);

    QString m_databasePath;
    sql::DatabaseKey m_key;
    const base::Clock& m_clock;
    base::SystemRandom m_random;
    std::unique_ptr<store::DeviceStore> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<UploadEngine> m_uploads;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<QTimer> m_timer;
    Progress m_progress;
    int m_failures = 0;
    bool m_again = false;
    bool m_anyNetwork = false; ///< for the next round
    bool m_stopping = false;
};

} // namespace doorstep::sync

Q_DECLARE_METATYPE(doorstep::sync::SyncService::Progress)
