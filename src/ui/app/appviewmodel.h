#pragma once

#include "ui/app/enrolmentviewmodel.h"
#include "ui/app/settingsviewmodel.h"
#include "ui/forms/formsviewmodel.h"
#include "ui/people/peopleviewmodel.h"
#include "ui/person/personviewmodel.h"
#include "ui/syncstatus/syncviewmodel.h"
#include "ui/today/todayviewmodel.h"

namespace doorstep::ui {

/// The root of the interface: which page is in sight and the view models of the pages. Knows the way back. The only
/// object that Main.qml gets.
class AppViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Place place READ place WRITE setPlace NOTIFY placeChanged FINAL)
    Q_PROPERTY(bool hasDetail READ hasDetail NOTIFY detailChanged FINAL)
    Q_PROPERTY(bool isHandedOver READ isHandedOver NOTIFY handedOverChanged FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY sessionChanged FINAL)
    Q_PROPERTY(bool showsSettings READ showsSettings NOTIFY detailChanged FINAL)
    Q_PROPERTY(doorstep::ui::EnrolmentViewModel* enrolment READ enrolment CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::LockViewModel* lock READ lock CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::SettingsViewModel* settings READ settings CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::TodayViewModel* today READ today NOTIFY sessionChanged FINAL)
    Q_PROPERTY(doorstep::ui::PeopleViewModel* people READ people NOTIFY sessionChanged FINAL)
    Q_PROPERTY(doorstep::ui::PersonViewModel* person READ person NOTIFY personChanged FINAL)
    Q_PROPERTY(doorstep::ui::FormsViewModel* forms READ forms NOTIFY sessionChanged FINAL)
    Q_PROPERTY(doorstep::ui::SyncViewModel* sync READ sync NOTIFY sessionChanged FINAL)

public:
    enum class State { Enrolling, Locked, Open };
    Q_ENUM(State)
    enum class Place { Today, People, Sync };
    Q_ENUM(Place)
    enum class RecordKind { Visit, Call, Message, NoAnswer, CallAbout, Journey, Signpost, Goal, Measure };
    Q_ENUM(RecordKind)

    AppViewModel(sync::Installation& installation, sync::HubClient& client, const base::Clock& clock,
                 std::unique_ptr<SettingsViewModel> settings, LockViewModel::Opened opened);
    ~AppViewModel() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Place place() const { return m_place; }
    void setPlace(Place place);
    /// True when something covers, or on a tablet stands beside, the page of the place.
    [[nodiscard]] bool hasDetail() const;
    /// The phone is in the hands of the person visited: nothing but their question is in sight or in reach.
    [[nodiscard]] bool isHandedOver() const;
    /// There are pages under the lock.
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] bool showsSettings() const { return m_showsSettings; }
    [[nodiscard]] EnrolmentViewModel* enrolment() { return &m_enrolment; }
    [[nodiscard]] LockViewModel* lock() { return &m_lock; }
    [[nodiscard]] SettingsViewModel* settings() { return m_settings.get(); }
    [[nodiscard]] TodayViewModel* today() const { return m_today.get(); }
    [[nodiscard]] PeopleViewModel* people() const { return m_people.get(); }
    [[nodiscard]] PersonViewModel* person() const { return m_person.get(); }
    [[nodiscard]] FormsViewModel* forms() const { return m_forms.get(); }
    [[nodiscard]] SyncViewModel* sync() const { return m_sync.get(); }

    /// After unlocking: makes the pages, or only uncovers them when they are there. Without a service nothing is sent.
    void open(Session& session, sync::SyncService* service);
    /// Covers everything; nothing is torn down.
    Q_INVOKABLE void lockUp();
    Q_INVOKABLE void openPerson(const QString& person);
    /// Opens the form for something new.
    Q_INVOKABLE void record(doorstep::ui::AppViewModel::RecordKind kind, const QString& person);
    Q_INVOKABLE void openDraft(const QString& draft);
    /// Stops the running visit and opens its form.
    Q_INVOKABLE void finishVisit();
    Q_INVOKABLE void openSettings();
    /// One step back; asks for the PIN while the phone is handed over. False when there is nowhere to go back to.
    Q_INVOKABLE bool back();

Q_SIGNALS:
    void stateChanged();
    void placeChanged();
    void detailChanged();
    void handedOverChanged();
    void sessionChanged();
    void personChanged();

private:
    void makePages(Session& session, sync::SyncService* service);
    void closePerson();
    void openRecord(const QString& kind, const QString& record);

    sync::Installation& m_installation;
    std::unique_ptr<SettingsViewModel> m_settings;
    LockViewModel m_lock;
    EnrolmentViewModel m_enrolment;
    Session* m_session = nullptr;
    std::unique_ptr<Caseload> m_caseload;
    std::unique_ptr<TodayViewModel> m_today;
    std::unique_ptr<PeopleViewModel> m_people;
    std::unique_ptr<PersonViewModel> m_person;
    std::unique_ptr<FormsViewModel> m_forms;
    std::unique_ptr<SyncViewModel> m_sync;
    State m_state;
    Place m_place = Place::Today;
    bool m_showsSettings = false;
};

} // namespace doorstep::ui
