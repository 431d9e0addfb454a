#include "ui/syncstatus/syncviewmodel.h"

#include "ui/core/tone.h"
#include "ui/forms/momenttext.h"
#include "ui/syncstatus/errortext.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace doorstep::ui {

using base::ErrorCode;

namespace {

using namespace std::chrono_literals;
constexpr int kSecondsAMinute = 60;
// Sending follows a save within seconds; after an hour without, the worker may want to look for signal.
constexpr qint64 kWorthAWordMilliseconds = 60LL * 60 * 1000;

} // namespace

SyncViewModel::SyncViewModel(Session& session, sync::SyncService* service)
    : m_session(session), m_service(service),
      m_waiting({roleOf<&WaitingRow::iconName>("iconName"), roleOf<&WaitingRow::title>("title"),
                 roleOf<&WaitingRow::subtitle>("subtitle"), roleOf<&WaitingRow::stateIcon>("stateIcon"),
                 roleOf<&WaitingRow::stateText>("stateText")}),
      m_refused({roleOf<&RefusedRow::iconName>("iconName"), roleOf<&RefusedRow::title>("title"),
                 roleOf<&RefusedRow::subtitle>("subtitle")}),
      m_conflicts({roleOf<&ConflictRow::title>("title"), roleOf<&ConflictRow::text>("text"),
                   roleOf<&ConflictRow::choices>("choices")})
{
    // Many saves in a row are read once.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SyncViewModel::refresh);
    connect(&session, &Session::changed, &m_soon, qOverload<>(&QTimer::start));
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_progress.secondsToNextTry = std::max(0, m_progress.secondsToNextTry - 1);
        if (m_progress.secondsToNextTry == 0)
            m_second.stop();
        Q_EMIT changed();
    });
    if (service)
        connect(service, &sync::SyncService::progressed, this, &SyncViewModel::setProgress);
    refresh();
}

void SyncViewModel::setProgress(const sync::SyncService::Progress& progress)
{
    m_progress = progress;
    if (!progress.running && progress.secondsToNextTry > 0)
        m_second.start();
    else
        m_second.stop();
    refresh();
}

void SyncViewModel::refresh()
{
    SyncRows rows(m_session);
    auto counts = m_session.outbox().counts();
    auto files = store::Uploads(m_session.store()).counts();
    auto waiting = rows.waiting();
    auto refused = rows.refused();
    auto conflicts = rows.conflicts();
    if (!counts || !files || !waiting || !refused || !conflicts) {
        const base::Error& error = !counts    ? counts.error()
                                   : !files   ? files.error()
                                   : !waiting ? waiting.error()
                                   : !refused ? refused.error()
                                              : conflicts.error();
        m_error = errorText(error.code);
        Q_EMIT changed();
        return;
    }
    m_error.clear();
    m_counts = *counts;
    m_files = *files;
    m_waiting.setRows(*std::move(waiting));
    m_refused.setRows(*std::move(refused));
    m_conflicts.setRows(*std::move(conflicts));
    Q_EMIT changed();
}

bool SyncViewModel::mustSignIn() const
{
    const auto& stopped = m_progress.report.stopped;
    const bool isRefused =
        stopped && (stopped->code == ErrorCode::Unauthorised || stopped->code == ErrorCode::NotEnrolled);
    return isRefused || !m_session.device().isEnrolled();
}

int SyncViewModel::unsent() const
{
    const auto& rows = m_waiting.rows();
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const WaitingRow& row) {
        return row.stateIcon != QLatin1StringView("hourglass_empty");
    }));
}

SyncViewModel::ChipKind SyncViewModel::chipKind() const
{
    if (m_progress.running && unsent() > 0)
        return ChipKind::Sending;
    if (m_counts.needsAttention > 0 || !m_conflicts.isEmpty())
        return ChipKind::NeedsLook;
    if (unsent() == 0)
        return ChipKind::AllReceived;
    return mustSignIn() ? ChipKind::SignIn : ChipKind::ToSend;
}

QString SyncViewModel::chipText() const
{
    switch (chipKind()) {
    case ChipKind::AllReceived:
        return m_counts.recorded() == 0 ? tr("Nothing to send") : tr("All received");
    case ChipKind::ToSend:
        return tr("%n to send", nullptr, unsent());
    case ChipKind::Sending: {
        const int sent = m_progress.report.sent;
        return tr("Sending %1 of %2").arg(sent + 1).arg(sent + unsent());
    }
    case ChipKind::NeedsLook:
        return tr("Needs a look");
    case ChipKind::SignIn:
        return tr("Sign in to send");
    }
    return {};
}

int SyncViewModel::chipTone() const
{
    switch (chipKind()) {
    case ChipKind::AllReceived:
        return Good;
    case ChipKind::Sending:
        return Info;
    default:
        return Attention;
    }
}

QString SyncViewModel::iconName() const
{
    switch (chipKind()) {
    case ChipKind::AllReceived:
        return QStringLiteral("cloud_done");
    case ChipKind::Sending:
        return QStringLiteral("cloud_upload");
    case ChipKind::SignIn:
        return QStringLiteral("lock_outline");
    case ChipKind::NeedsLook:
        return unsent() > 0 ? QStringLiteral("cloud_off") : QStringLiteral("cloud_done");
    case ChipKind::ToSend:
        return QStringLiteral("cloud_off");
    }
    return {};
}

QString SyncViewModel::headline() const
{
    if (unsent() > 0)
        return unsent() == 1 ? tr("1 record waits on this phone") : tr("%1 records wait on this phone").arg(unsent());
    return m_counts.recorded() == 0 ? tr("Nothing to send yet") : tr("Everything has been received");
}

QString SyncViewModel::explanation() const
{
    if (!m_error.isEmpty())
        return m_error;
    const sync::RoundReport& round = m_progress.report;
    if (m_progress.running && round.remaining > 0)
        return tr("Receiving %1 of about %2 records. You can work meanwhile.")
            .arg(QLocale().toString(round.pulled), QLocale().toString(round.pulled + round.remaining));
    const auto& stopped = m_progress.report.stopped;
    if (unsent() == 0)
        return stopped && stopped->code != ErrorCode::Offline
                   ? errorText(stopped->code)
                   : tr("What you record is kept here, encrypted, and goes by itself.");
    if (mustSignIn())
        return errorText(ErrorCode::Unauthorised);
    const bool isOfNetwork = !stopped || stopped->code == ErrorCode::Offline || stopped->code == ErrorCode::Timeout;
    if (isOfNetwork)
        return tr("They are saved and encrypted here. They go when there is signal; you do not need to do anything.");
    return errorText(stopped->code);
}

QString SyncViewModel::oldestText() const
{
    const base::Timestamp now = m_session.clock().now();
    const auto& oldest = m_counts.oldestWaiting;
    if (!oldest || now.utcMilliseconds() - oldest->utcMilliseconds() < kWorthAWordMilliseconds)
        return {};
    return tr("The oldest has waited since %1.").arg(momentText(oldest->toDateTime(), now.date()).toLower());
}

QString SyncViewModel::filesText() const
{
    if (m_files.needsAttention > 0)
        return tr("Photos and papers that could not be sent: %1. They are kept on this phone.")
            .arg(m_files.needsAttention);
    if (m_files.waiting == 0)
        return {};
    if (m_progress.filesWaitForCheapNetwork)
        return tr("Photos and papers that wait for Wi-Fi: %1. \"Send now\" uses mobile data for them.")
            .arg(m_files.waiting);
    return tr("Photos and papers to send: %1 (%2)")
        .arg(m_files.waiting)
        .arg(QLocale().formattedDataSize(m_files.bytesToSend, 1, QLocale::DataSizeTraditionalFormat));
}

QString SyncViewModel::lastExchangeText() const
{
    const qint64 last = m_session.device().lastExchange;
    if (last == 0)
        return tr("Nothing has been exchanged with the hub yet");
    const base::Timestamp now = m_session.clock().now();
    const base::Timestamp at(last, now.offsetMinutes());
    return tr("Last sent and received %1").arg(momentText(at.toDateTime(), now.date()).toLower());
}

QString SyncViewModel::nextTryText() const
{
    const int seconds = m_progress.secondsToNextTry;
    if (m_progress.running || seconds == 0 || unsent() == 0)
        return {};
    return seconds < kSecondsAMinute
               ? tr("Tries again in %n s", nullptr, seconds)
               : tr("Tries again in %n min", nullptr, (seconds + kSecondsAMinute - 1) / kSecondsAMinute);
}

void SyncViewModel::sendNow()
{
    if (m_service)
        QMetaObject::invokeMethod(m_service, &sync::SyncService::sendNow, Qt::QueuedConnection);
}

void SyncViewModel::keep(int conflict, int choice)
{
    if (!m_conflicts.has(conflict))
        return;
    const ConflictRow row = m_conflicts.at(conflict);
    if (choice < 0 || choice >= static_cast<int>(row.values.size()))
        return;
    const base::Status settled = m_session.resolve(QUuid(row.conflict), row.values[static_cast<size_t>(choice)]);
    refresh();
    if (!settled) {
        m_error = saveErrorText(settled.error());
        Q_EMIT changed();
    }
}

void SyncViewModel::openRefused(int row)
{
    if (m_refused.has(row))
        Q_EMIT recordWanted(m_refused.at(row).kind, m_refused.at(row).id, m_refused.at(row).field);
}

} // namespace doorstep::ui
