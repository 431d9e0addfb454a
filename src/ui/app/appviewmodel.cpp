#include "ui/app/appviewmodel.h"

#include "domain/kinds/goal.h"
#include "domain/kinds/measure.h"

namespace doorstep::ui {

namespace {

// The one that is due at the start and at the end.
const QString kCoreMeasure = QStringLiteral("ucla-3");

} // namespace

AppViewModel::AppViewModel(sync::Installation& installation, sync::HubClient& client, const base::Clock& clock,
                           std::unique_ptr<SettingsViewModel> settings, LockViewModel::Opened opened)
    : m_installation(installation), m_settings(std::move(settings)), m_lock(installation, clock, opened),
      m_enrolment(installation, client, opened), m_state(installation.isEnrolled() ? State::Locked : State::Enrolling)
{
}

AppViewModel::~AppViewModel() = default;

void AppViewModel::open(Session& session, sync::SyncService* service)
{
    if (!m_session)
        makePages(session, service);
    m_state = State::Open;
    Q_EMIT stateChanged();
}

void AppViewModel::makePages(Session& session, sync::SyncService* service)
{
    m_session = &session;
    m_caseload = std::make_unique<Caseload>(session);
    m_today = std::make_unique<TodayViewModel>(session, *m_caseload);
    m_people = std::make_unique<PeopleViewModel>(*m_caseload, session);
    connect(m_people.get(), &PeopleViewModel::newcomerChanged, this, &AppViewModel::detailChanged);
    connect(m_people.get(), &PeopleViewModel::added, this, &AppViewModel::openPerson);
    m_forms =
        std::make_unique<FormsViewModel>(session, [this](const QString& pin) { return m_installation.checkPin(pin); });
    connect(m_forms.get(), &FormsViewModel::currentChanged, this, &AppViewModel::detailChanged);
    connect(m_forms.get(), &FormsViewModel::currentChanged, this, &AppViewModel::handedOverChanged);
    connect(m_forms.get(), &FormsViewModel::handedOverChanged, this, &AppViewModel::handedOverChanged);
    m_sync = std::make_unique<SyncViewModel>(session, service);
    connect(m_sync.get(), &SyncViewModel::recordWanted, this,
            [this](const QString& kind, const QString& record) { openRecord(kind, record); });
    m_settings->showDevice(session);
    m_lock.setWorkerName(session.device().name);
    Q_EMIT sessionChanged();
}

void AppViewModel::lockUp()
{
    if (m_state != State::Open)
        return;
    m_state = State::Locked;
    Q_EMIT stateChanged();
}

void AppViewModel::setPlace(Place place)
{
    if (place == m_place || isHandedOver())
        return;
    m_place = place;
    if (place == Place::People)
        m_people->load();
    Q_EMIT placeChanged();
}

bool AppViewModel::hasDetail() const
{
    return m_person || m_showsSettings || (m_forms && m_forms->current()) || (m_people && m_people->newcomer());
}

bool AppViewModel::isHandedOver() const
{
    return m_forms && m_forms->current() && m_forms->current()->isHandedOver();
}

void AppViewModel::openPerson(const QString& person)
{
    const auto id = base::uuidFromText(person);
    if (!id || isHandedOver())
        return;
    const bool isOther = !m_person || m_person->person() != person;
    m_showsSettings = false;
    if (isOther) {
        closePerson();
        m_person = std::make_unique<PersonViewModel>(*m_session, *m_caseload, *id);
        connect(m_person.get(), &PersonViewModel::recordAsked, this, &AppViewModel::openRecord);
        Q_EMIT personChanged();
    }
    Q_EMIT detailChanged();
}

void AppViewModel::closePerson()
{
    if (!m_person)
        return;
    // A page may still be looking at it: it goes when the page has gone.
    m_person.release()->deleteLater();
    Q_EMIT personChanged();
    Q_EMIT detailChanged();
}

void AppViewModel::openDraft(const QString& draft)
{
    const auto id = base::uuidFromText(draft);
    const auto found = m_session->drafts().get(id.value_or(QUuid()));
    if (!found || !*found || isHandedOver())
        return;
    const domain::Record& edited = (*found)->edited;
    const bool isPerson = edited.kind == &domain::kindOf<domain::Person>();
    if (findPersonGroup((*found)->place) && edited.person()) {
        openPerson(base::uuidText(*edited.person()));
        m_person->beginEdit((*found)->place);
    } else if (!isPerson) {
        m_forms->openDraft(draft);
    } else {
        m_people->beginNewPerson();
    }
}

void AppViewModel::finishVisit()
{
    if (isHandedOver())
        return;
    const QString draft = m_today->visit()->finish();
    if (!draft.isEmpty()) {
        Q_EMIT m_session->changed();
        openDraft(draft);
    }
}

void AppViewModel::openRecord(const QString& kind, const QString& record)
{
    if (isHandedOver())
        return;
    if (!record.isEmpty())
        m_forms->openRecord(kind, record);
    else if (kind == domain::kindOf<domain::Measure>().key())
        this->record(RecordKind::Measure, m_person->person());
    else if (kind == domain::kindOf<domain::Goal>().key())
        this->record(RecordKind::Goal, m_person->person());
    else
        this->record(RecordKind::Visit, m_person->person());
}

void AppViewModel::record(RecordKind kind, const QString& person)
{
    if (isHandedOver())
        return;
    switch (kind) {
    case RecordKind::Visit:
        m_forms->openVisit(person);
        break;
    case RecordKind::Call:
        m_forms->openCall(person);
        break;
    case RecordKind::Message:
        m_forms->openMessage(person);
        break;
    case RecordKind::NoAnswer:
        m_forms->openNoAnswer(person);
        break;
    case RecordKind::CallAbout:
        m_forms->openCallAbout(person);
        break;
    case RecordKind::Journey:
        m_forms->openJourney(person);
        break;
    case RecordKind::Signpost:
        m_forms->openSignpost(person);
        break;
    case RecordKind::Goal:
        m_forms->openGoal(person);
        break;
    case RecordKind::Measure:
        m_forms->openMeasure(person, kCoreMeasure);
        break;
    }
}

void AppViewModel::openSettings()
{
    if (isHandedOver())
        return;
    m_showsSettings = true;
    Q_EMIT detailChanged();
}

bool AppViewModel::back()
{
    if (m_forms && m_forms->current()) {
        m_forms->current()->goBack();
    } else if (m_showsSettings) {
        m_showsSettings = false;
        Q_EMIT detailChanged();
    } else if (m_people && m_people->newcomer()) {
        m_people->closeNewPerson();
    } else if (m_person && m_person->edit()) {
        m_person->edit()->finish();
    } else if (m_person) {
        closePerson();
    } else if (m_place != Place::Today) {
        setPlace(Place::Today);
    } else {
        return false;
    }
    return true;
}

} // namespace doorstep::ui
