#pragma once

#include "ui/core/session.h"
#include "ui/forms/formfield.h"
#include "ui/forms/formstart.h"

#include <QTimer>

namespace doorstep::ui {

/// A form over one record: what every page that one fills in has in common. Each change is in the encrypted draft at
/// most half a second later; Finish turns the draft into the record. Owned by FormsViewModel.
class RecordForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::RecordForm::FormPage page READ page CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged FINAL)
    Q_PROPERTY(QString personName READ personName CONSTANT FINAL)
    Q_PROPERTY(QString givenName READ givenName CONSTANT FINAL)
    Q_PROPERTY(bool isNew READ isNew CONSTANT FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY savedChanged FINAL)
    Q_PROPERTY(bool isHandedOver READ isHandedOver NOTIFY handedOverChanged FINAL)
    Q_PROPERTY(bool isRecorded READ isRecorded NOTIFY savedChanged FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL)
    Q_PROPERTY(QStringList warnings READ warnings NOTIFY warningsChanged FINAL)

public:
    enum class FormPage { Visit, Call, Journey, Signpost, Goal, GoalProgress, Measure };
    Q_ENUM(FormPage)

    using Start = FormStart;

    RecordForm(FormPage page, Session& session, Start start);
    /// Fills in what is known, or what the draft held. Called once after the constructor.
    void begin();

    [[nodiscard]] FormPage page() const { return m_page; }
    [[nodiscard]] virtual QString title() const;
    [[nodiscard]] QString personName() const { return m_personName; }
    /// What the person is called; "they" has no name.
    [[nodiscard]] QString givenName() const { return m_givenName; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isSaved() const { return m_isSaved; }
    /// The phone is in the person's hands: only this form may be seen, and the PIN leads out of it.
    [[nodiscard]] virtual bool isHandedOver() const { return false; }
    /// This form has made its record already, so that discarding removes a record.
    [[nodiscard]] bool isRecorded() const;
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QStringList warnings() const { return m_warnings; }
    [[nodiscard]] const domain::Record& record() const { return m_edited; }
    [[nodiscard]] base::RecordId id() const { return m_edited.id; }
    [[nodiscard]] std::optional<QUuid> person() const { return m_edited.person(); }
    /// The draft as it stands; what an undo brings back.
    [[nodiscard]] store::Draft draft() const;

    /// Saves the record so that others can refer to it, and keeps the form open. False: `error` says why.
    bool saveSoFar();
    /// Another form that was opened from here has closed.
    virtual void childClosed() {}

    /// Writes the draft now. False: `error` says why.
    Q_INVOKABLE bool flush();
    Q_INVOKABLE bool finish();
    /// Closes and keeps the draft.
    Q_INVOKABLE void leave();
    /// One step back by key or gesture.
    virtual void goBack() { leave(); }
    /// Closes and drops the draft, which an undo brings back. A record that this form made is removed for good; what
    /// was made from within it stays.
    Q_INVOKABLE void discard();

Q_SIGNALS:
    void titleChanged();
    void handedOverChanged();
    void savedChanged();
    void errorChanged();
    void warningsChanged();
    /// Finished or left: the page goes away.
    void closed();
    void discarded(const doorstep::store::Draft& draft);
    void childWanted(doorstep::ui::RecordForm::FormPage page, const QString& code);

protected:
    using Companion = FormCompanion;

    FormField* addField(QLatin1StringView name);
    [[nodiscard]] FormField* findField(QAnyStringView name) const;
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] const Session& session() const { return m_session; }
    [[nodiscard]] domain::Record& edited() { return m_edited; }
    [[nodiscard]] const std::optional<domain::Record>& original() const { return m_original; }
    [[nodiscard]] QDate today() const { return m_session.clock().now().date(); }
    /// Something that is kept in the draft has changed.
    void touch();

    /// Answers a question that is still blank.
    static void fill(FormField* field, const domain::Value& value);
    /// Answers of a new form that are known without asking.
    virtual void prefill() {}
    /// What the form knows beside its record, for the draft.
    [[nodiscard]] virtual QJsonObject extras() const { return {}; }
    virtual void restore(const QJsonObject& extras) { Q_UNUSED(extras) }
    [[nodiscard]] virtual std::vector<domain::Record> recordsBefore() { return {}; }
    [[nodiscard]] virtual base::Result<std::vector<Companion>> companions() { return std::vector<Companion>(); }
    [[nodiscard]] virtual QStringList findWarnings() { return {}; }
    [[nodiscard]] virtual bool savesRecord() const { return true; }
    /// An answer has changed, by whichever way.
    virtual void answersChanged() {}
    /// A record to go with this one: of the same person, with what the device knows. `id` keeps it one record however
    /// often finishing is tried.
    [[nodiscard]] base::Result<domain::Record> newCompanion(const domain::KindSpec& kind, const QUuid& id);
    [[nodiscard]] QUuid newId() { return base::makeUuid(m_session.clock(), m_session.random()); }

private:
    [[nodiscard]] base::Status saveAll();
    [[nodiscard]] base::Status saveRecord();
    [[nodiscard]] base::Status saveCompanion(const Companion& companion);
    [[nodiscard]] base::Status removeRecord();
    [[nodiscard]] base::Status saveOnce(const domain::Record& record);
    [[nodiscard]] bool hasUnreadText() const;
    [[nodiscard]] QString place() const;
    void readPlace(const QString& place);
    void markRefusals();
    void refreshWarnings();
    void setSaved(bool isSaved);
    void setError(const QString& error);
    void readPerson();

    FormPage m_page;
    Session& m_session;
    std::optional<domain::Record> m_original;
    domain::Record m_edited;
    std::optional<QString> m_draftPlace;
    base::Timestamp m_startedAt;
    std::vector<FormField*> m_fields;
    QTimer m_autosave;
    QString m_personName, m_givenName, m_error;
    QStringList m_warnings;
    bool m_isNew;
    bool m_isTouched = false; ///< there is something to keep in a draft
    bool m_isSaved = true;
    bool m_isBeginning = true;
    bool m_hasMadeRecord = false; ///< saved by this form, or by its draft before
};

} // namespace doorstep::ui
