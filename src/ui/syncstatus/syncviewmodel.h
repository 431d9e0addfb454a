#pragma once

#include "sync/syncservice.h"
#include "ui/core/rowsmodel.h"
#include "ui/syncstatus/syncrows.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// The truth about what is on this phone and what the hub has: the chip on every page and the Sync page. Works without
/// a service too; then nothing is sent.
class SyncViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(doorstep::ui::SyncViewModel::ChipKind chipKind READ chipKind NOTIFY changed FINAL)
    Q_PROPERTY(QString chipText READ chipText NOTIFY changed FINAL)
    Q_PROPERTY(int chipTone READ chipTone NOTIFY changed FINAL)
    Q_PROPERTY(QString iconName READ iconName NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed FINAL)
    Q_PROPERTY(QString oldestText READ oldestText NOTIFY changed FINAL)
    Q_PROPERTY(QString filesText READ filesText NOTIFY changed FINAL)
    Q_PROPERTY(QString lastExchangeText READ lastExchangeText NOTIFY changed FINAL)
    Q_PROPERTY(QString nextTryText READ nextTryText NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(int inFlight READ inFlight NOTIFY changed FINAL)
    Q_PROPERTY(int received READ received NOTIFY changed FINAL)
    Q_PROPERTY(int held READ held NOTIFY changed FINAL)
    Q_PROPERTY(int needsAttention READ needsAttention NOTIFY changed FINAL)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* waitingRows READ waitingRows CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* refusedRows READ refusedRows CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* conflictRows READ conflictRows CONSTANT FINAL)

public:
    enum class ChipKind { AllReceived, ToSend, Sending, NeedsLook, SignIn };
    Q_ENUM(ChipKind)

    /// `service` may be null.
    SyncViewModel(Session& session, sync::SyncService* service);

    [[nodiscard]] ChipKind chipKind() const;
    [[nodiscard]] QString chipText() const;
    [[nodiscard]] int chipTone() const;
    [[nodiscard]] QString iconName() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;
    /// Since when the oldest unsent save has waited, once that is worth a word.
    [[nodiscard]] QString oldestText() const;
    /// Photos and papers that are not at the hub yet; empty when there are none.
    [[nodiscard]] QString filesText() const;
    [[nodiscard]] QString lastExchangeText() const;
    [[nodiscard]] QString nextTryText() const;
    [[nodiscard]] bool isBusy() const { return m_progress.running; }
    [[nodiscard]] bool canSend() const { return m_service != nullptr && !isBusy(); }
    [[nodiscard]] int waiting() const { return m_counts.waiting; }
    [[nodiscard]] int inFlight() const { return m_counts.inFlight; }
    [[nodiscard]] int received() const { return m_counts.received; }
    [[nodiscard]] int held() const { return m_counts.held; }
    [[nodiscard]] int needsAttention() const { return m_counts.needsAttention; }
    [[nodiscard]] int conflictCount() const { return m_conflicts.rowCount(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QAbstractItemModel* waitingRows() { return &m_waiting; }
    [[nodiscard]] QAbstractItemModel* refusedRows() { return &m_refused; }
    [[nodiscard]] QAbstractItemModel* conflictRows() { return &m_conflicts; }

    Q_INVOKABLE void sendNow();
    /// Settles a conflict with one of its choices.
    Q_INVOKABLE void keep(int conflict, int choice);
    /// A tapped row of "Needs a look": asks for its form.
    Q_INVOKABLE void openRefused(int row);

public Q_SLOTS:
    void refresh();
    void setProgress(const doorstep::sync::SyncService::Progress& progress);

Q_SIGNALS:
    void changed();
    void recordWanted(const QString& kind, const QString& id, const QString& field);

private:
    [[nodiscard]] bool mustSignIn() const;
    /// Records that the hub has not got yet.
    [[nodiscard]] int unsent() const;

    Session& m_session;
    sync::SyncService* m_service;
    sync::SyncService::Progress m_progress;
    store::OutboxCounts m_counts;
    store::UploadCounts m_files;
    RowsModel<WaitingRow> m_waiting;
    RowsModel<RefusedRow> m_refused;
    RowsModel<ConflictRow> m_conflicts;
    QTimer m_soon;
    QTimer m_second;
    QString m_error;
};

} // namespace doorstep::ui
