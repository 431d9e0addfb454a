#include "sync/syncservice.h"

#include "base/log.h"
#include "sync/synctuning.h"

#include <QNetworkInformation>

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

/// Where the system does not say, it costs nothing.
bool isMetered()
{
    const bool isKnown = QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered);
    return isKnown && QNetworkInformation::instance()->isMetered();
}

} // namespace

SyncService::SyncService(QString databasePath, sql::DatabaseKey key, const base::Clock& clock)
    : m_databasePath(std::move(databasePath)), m_key(std::move(key)), m_clock(clock)
{
    qRegisterMetaType<Progress>();
}

SyncService::~SyncService() = default;

void SyncService::start()
{
    m_client = std::make_unique<HubClient>();
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, &SyncService::run);
    run();
}

Status SyncService::open()
{
    if (m_store)
        return {};
    DOORSTEP_TRY_ASSIGN(m_store, store::DeviceStore::open(m_databasePath, m_key));
    m_engine = std::make_unique<SyncEngine>(*m_store, m_clock);
    m_uploads = std::make_unique<UploadEngine>(*m_store);
    return {};
}

void SyncService::stop()
{
    // A round under way unwinds by itself; its batch stays frozen and goes again next time.
    m_stopping = true;
    if (m_timer)
        m_timer->stop();
    if (m_client)
        m_client->abort();
}

void SyncService::noteSaved()
{
    if (!m_timer)
        return;
    if (m_progress.running)
        m_again = true;
    else if (m_failures == 0)
        m_timer->start(tuning::kAfterSave);
    // After a failure the wait goes on: saving must not hammer a hub that is down.
}

void SyncService::runNow()
{
    if (!m_timer)
        return;
    m_failures = 0;
    if (m_progress.running)
        m_again = true;
    else
        m_timer->start(0);
}

void SyncService::sendNow()
{
    m_anyNetwork = true;
    runNow();
}

Status SyncService::exchangeAll()
{
    DOORSTEP_TRY_ASSIGN(const store::Device device, m_store->device());
    DOORSTEP_TRY_ASSIGN(const QUrl address, HubClient::parseAddress(device.hub));
    m_client->setAddress(address);
    m_engine->beginRound();
    DOORSTEP_TRY(m_client->converse(
        *m_engine, [this] { return !m_stopping; }, [this] { announce(); }));
    return m_stopping || m_engine->report().stopped ? Status() : uploadAll();
}

Status SyncService::uploadAll()
{
    const bool anyNetwork = std::exchange(m_anyNetwork, false);
    if (isMetered() && !anyNetwork) {
        DOORSTEP_TRY_ASSIGN(const auto waiting, store::Uploads(*m_store).nextReady());
        m_progress.filesWaitForCheapNetwork = waiting.has_value();
        return {};
    }
    m_uploads->beginRound();
    return m_client->converse(
        *m_uploads, [this] { return !m_stopping; }, [this] { announce(); });
}

void SyncService::announce()
{
    m_progress.report = m_engine->report();
    m_progress.files = m_uploads->report();
    Q_EMIT progressed(m_progress);
    Q_EMIT storeChanged();
}

void SyncService::run()
{
    if (m_progress.running || m_stopping)
        return;
    m_progress = Progress();
    m_progress.running = true;
    Q_EMIT progressed(m_progress);
    // A store that is busy now is tried again with the next round.
    Status done = open();
    if (done)
        done = exchangeAll();
    if (m_stopping)
        return;
    m_progress.running = false;
    if (m_engine) {
        m_progress.report = m_engine->report();
        m_progress.files = m_uploads->report();
    }
    if (!done) {
        base::log(base::LogLevel::Error, QLatin1StringView("sync.store_failed"),
                  {{QStringLiteral("code"), base::wireName(done.error().code)},
                   {QStringLiteral("detail"), done.error().detail}});
        m_progress.report.stopped = done.error();
    }
    // Not on the worker's saving path: this is where the WAL goes into the file.
    if (const Status settled = m_store ? m_store->settle() : Status(); !settled)
        base::log(base::LogLevel::Warning, QLatin1StringView("sync.settle_failed"),
                  {{QStringLiteral("code"), base::wireName(settled.error().code)}});
    const UploadReport& files = m_progress.files;
    if (files.stopped && !m_progress.report.stopped)
        scheduleAfter(files.stopped, files.retryAfterSeconds);
    else
        scheduleAfter(m_progress.report.stopped, m_progress.report.retryAfterSeconds);
    Q_EMIT progressed(m_progress);
    Q_EMIT storeChanged();
}

std::chrono::minutes SyncService::period()
{
    const auto rules = m_engine ? m_engine->rules() : base::Result<domain::SyncRules>(domain::SyncRules());
    return std::chrono::minutes(rules.value_or(domain::SyncRules()).periodMinutes);
}

void SyncService::scheduleAfter(const std::optional<Error>& error, int retryAfterSeconds)
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    milliseconds wait = period();
    if (!error) {
        m_failures = 0;
        if (std::exchange(m_again, false))
            wait = tuning::kAfterSave;
    } else if (base::isTransient(error->code)) {
        const milliseconds most =
            std::min<milliseconds>(tuning::kFirstBackOff * (1LL << std::min(m_failures, 16)), tuning::kLongestBackOff);
        wait = milliseconds(static_cast<qint64>(m_random.below(static_cast<quint64>(most.count()))));
        ++m_failures;
        m_again = false;
    }
    if (retryAfterSeconds > 0) {
        const milliseconds asked = std::min<milliseconds>(seconds(retryAfterSeconds), tuning::kLongestRetryAfter);
        // Up to a fifth more, so that a fleet does not come back in the same second.
        wait = asked + milliseconds(static_cast<qint64>(m_random.below(static_cast<quint64>(asked.count()) / 5)));
    }
    m_progress.secondsToNextTry = static_cast<int>(wait.count() / 1000);
    m_timer->start(wait);
}

} // namespace doorstep::sync
