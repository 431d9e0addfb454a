#pragma once

#include "ui/forms/recordform.h"

#include <functional>
#include <memory>
#include <vector>

namespace doorstep::ui {

/// Opens the forms and holds those that are open: one on top of the other, since a signpost is made from within a visit
/// and leads back to it. Owned by the application.
class FormsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(doorstep::ui::RecordForm* current READ current NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged FINAL)

public:
    using VerifyPin = std::function<base::Status(const QString&)>;

    FormsViewModel(Session& session, VerifyPin verifyPin);
    ~FormsViewModel() override;

    [[nodiscard]] RecordForm* current() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool canUndo() const { return m_discarded.has_value(); }

    Q_INVOKABLE bool openVisit(const QString& person);
    Q_INVOKABLE bool openCall(const QString& person);
    Q_INVOKABLE bool openMessage(const QString& person);
    Q_INVOKABLE bool openNoAnswer(const QString& person);
    Q_INVOKABLE bool openCallAbout(const QString& person);
    Q_INVOKABLE bool openJourney(const QString& person);
    Q_INVOKABLE bool openSignpost(const QString& person);
    Q_INVOKABLE bool openGoal(const QString& person);
    Q_INVOKABLE bool openGoalProgress(const QString& goal);
    Q_INVOKABLE bool openMeasure(const QString& person, const QString& instrument);
    /// Opens a stored record to change it; its draft when there is one. False for a kind without a form here.
    Q_INVOKABLE bool openRecord(const QString& kind, const QString& id);
    Q_INVOKABLE bool openDraft(const QString& id);
    /// Brings back what was discarded last and opens it.
    Q_INVOKABLE bool undoDiscard();
    /// The app goes to the background: what is open is written at once.
    Q_INVOKABLE void flush();

Q_SIGNALS:
    void currentChanged();
    void handedOverChanged();
    void errorChanged();
    void canUndoChanged();
    void opened();
    void closed();

private:
    bool openNew(RecordForm::FormPage page, const QString& person,
                 const std::vector<std::pair<QString, domain::Value>>& answers);
    bool openContact(RecordForm::FormPage page, const QString& person, const QString& mode);
    void openChild(RecordForm::FormPage page, const QString& code);
    void push(RecordForm::FormPage page, RecordForm::Start start);
    [[nodiscard]] std::unique_ptr<RecordForm> make(RecordForm::FormPage page, RecordForm::Start start);
    void pop(RecordForm* form);
    bool fail(const base::Error& error);

    Session& m_session;
    VerifyPin m_verifyPin;
    std::vector<std::unique_ptr<RecordForm>> m_open;
    std::optional<store::Draft> m_discarded;
    QString m_error;
};

} // namespace doorstep::ui
