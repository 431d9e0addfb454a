#include "app/appwiring.h"

#include "base/log.h"

#include <QGuiApplication>
#include <QNetworkInformation>

namespace doorstep::app {

namespace {

// A glance at another app keeps the page open; a phone that is put away does not.
constexpr std::chrono::minutes kLockAfter{2};

} // namespace

App::App(const Options& options)
    : m_clock(options.clock), m_syncs(options.syncs), m_installation(options.folder, options.keyStore, options.clock)
{
    auto settings = std::make_unique<ui::SettingsViewModel>(options.folder + QStringLiteral("/settings.ini"),
                                                            options.keyStore.description());
    m_viewModel =
        std::make_unique<ui::AppViewModel>(m_installation, m_client, m_clock, std::move(settings),
                                           [this](sync::Installation::Opened opened) { begin(std::move(opened)); });
    m_lockSoon.setSingleShot(true);
    m_lockSoon.setInterval(kLockAfter);
    connect(&m_lockSoon, &QTimer::timeout, m_viewModel.get(), &ui::AppViewModel::lockUp);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &App::applicationStateChanged);
}

App::~App()
{
    m_engine.reset();
    m_viewModel.reset();
    if (m_syncThread.isRunning()) {
        // The service's timers belong to its thread: they stop there, and only then does the thread end.
        QMetaObject::invokeMethod(m_service.get(), &sync::SyncService::stop, Qt::BlockingQueuedConnection);
        m_syncThread.quit();
        m_syncThread.wait();
    }
}

bool App::show()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral(":/qt/qml"));
    m_engine->setInitialProperties({{QStringLiteral("viewModel"), QVariant::fromValue(m_viewModel.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Doorstep/App/Main.qml")));
    if (m_engine->rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    // The due list needs the whole caseload: it comes after the first picture of the day.
    connect(
        m_window, &QQuickWindow::frameSwapped, this,
        [this] {
            if (ui::TodayViewModel* today = m_viewModel->today(); today && !today->isLoaded())
                QTimer::singleShot(0, today, &ui::TodayViewModel::load);
        },
        Qt::QueuedConnection);
    return m_window != nullptr;
}

base::Status App::enrol(const QString& hub, const QString& code, const QString& pin)
{
    DOORSTEP_TRY_ASSIGN(sync::Installation::Opened opened, m_installation.enrol(m_client, hub, code, pin));
    begin(std::move(opened));
    return {};
}

base::Status App::unlock(const QString& pin)
{
    DOORSTEP_TRY_ASSIGN(sync::Installation::Opened opened, m_installation.unlock(pin));
    begin(std::move(opened));
    return {};
}

void App::begin(sync::Installation::Opened opened)
{
    if (!m_session) {
        m_session = std::make_unique<ui::Session>(std::move(opened.store), m_clock, m_random);
        if (m_syncs)
            startSync(opened.key);
    }
    m_viewModel->open(*m_session, m_service.get());
}

void App::startSync(const sql::DatabaseKey& key)
{
    qRegisterMetaType<sync::SyncService::Progress>();
    m_service = std::make_unique<sync::SyncService>(m_installation.databasePath(), key, m_clock);
    m_service->moveToThread(&m_syncThread);
    connect(&m_syncThread, &QThread::started, m_service.get(), &sync::SyncService::start);
    connect(m_session.get(), &ui::Session::saved, m_service.get(), &sync::SyncService::noteSaved);
    connect(m_service.get(), &sync::SyncService::storeChanged, m_session.get(), &ui::Session::reload);
    watchNetwork();
    m_syncThread.start();
}

void App::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, m_service.get(),
            [service = m_service.get()](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Disconnected)
                    service->runNow();
            });
}

void App::applicationStateChanged(Qt::ApplicationState state)
{
    if (state == Qt::ApplicationActive) {
        m_lockSoon.stop();
        if (m_service)
            QMetaObject::invokeMethod(m_service.get(), &sync::SyncService::runNow, Qt::QueuedConnection);
        return;
    }
    if (!m_session || m_lockSoon.isActive())
        return;
    m_viewModel->forms()->flush();
    m_lockSoon.start();
}

} // namespace doorstep::app
