#include "ui/forms/formsviewmodel.h"

#include "domain/kinds/goal.h"
#include "domain/kinds/journey.h"
#include "ui/forms/callformviewmodel.h"
#include "ui/forms/goalformviewmodel.h"
#include "ui/forms/goalprogressformviewmodel.h"
#include "ui/forms/journeyformviewmodel.h"
#include "ui/forms/signpostformviewmodel.h"
#include "ui/forms/visitformviewmodel.h"
#include "ui/measures/measureformviewmodel.h"
#include "ui/syncstatus/errortext.h"

#include <QGuiApplication>

#include <array>

namespace doorstep::ui {

using base::ErrorCode;
using domain::Record;
using domain::Value;
using FormPage = RecordForm::FormPage;

namespace {

const QString kMode = QStringLiteral("mode");
const QString kVisit = QStringLiteral("face-to-face");

struct PageOfKind
{
    FormPage page;
    const char* kind;
};

constexpr std::array kPages{
    PageOfKind{FormPage::Visit, "contact"},   PageOfKind{FormPage::Call, "contact"},
    PageOfKind{FormPage::Journey, "journey"}, PageOfKind{FormPage::Signpost, "signpost"},
    PageOfKind{FormPage::Goal, "goal"},       PageOfKind{FormPage::GoalProgress, "goal_progress"},
    PageOfKind{FormPage::Measure, "measure"},
};

const domain::KindSpec& kindOfPage(FormPage page)
{
    return *domain::findKind(QLatin1StringView(kPages[static_cast<size_t>(page)].kind));
}

/// None for a kind that is filled in elsewhere.
std::optional<FormPage> pageOf(const Record& record)
{
    if (record.kind->key() == QLatin1StringView("contact"))
        return record.value(u"mode") == Value(kVisit) ? FormPage::Visit : FormPage::Call;
    for (const PageOfKind& each : kPages) {
        if (record.kind->key() == QLatin1StringView(each.kind))
            return each.page;
    }
    return std::nullopt;
}

} // namespace

FormsViewModel::FormsViewModel(Session& session, VerifyPin verifyPin)
    : m_session(session), m_verifyPin(std::move(verifyPin))
{
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, &FormsViewModel::flush);
}

FormsViewModel::~FormsViewModel()
{
    flush();
}

RecordForm* FormsViewModel::current() const
{
    return m_open.empty() ? nullptr : m_open.back().get();
}

void FormsViewModel::flush()
{
    for (const auto& form : m_open)
        form->flush();
}

bool FormsViewModel::fail(const base::Error& error)
{
    m_error = errorText(error.code);
    Q_EMIT errorChanged();
    return false;
}

bool FormsViewModel::openNew(FormPage page, const QString& person,
                             const std::vector<std::pair<QString, Value>>& answers)
{
    const auto id = base::uuidFromText(person);
    if (!id)
        return fail({ErrorCode::NotFound, {}, {}});
    auto record = m_session.newRecord(kindOfPage(page), *id);
    if (!record)
        return fail(record.error());
    for (const auto& [field, value] : answers)
        record->set(field, value);
    push(page, {std::nullopt, *std::move(record), std::nullopt});
    return true;
}

bool FormsViewModel::openContact(FormPage page, const QString& person, const QString& mode)
{
    return openNew(page, person, {{kMode, mode}});
}

bool FormsViewModel::openVisit(const QString& person)
{
    return openContact(FormPage::Visit, person, kVisit);
}

bool FormsViewModel::openCall(const QString& person)
{
    return openContact(FormPage::Call, person, QStringLiteral("telephone"));
}

bool FormsViewModel::openMessage(const QString& person)
{
    return openContact(FormPage::Call, person, QStringLiteral("message"));
}

bool FormsViewModel::openNoAnswer(const QString& person)
{
    return openContact(FormPage::Call, person, QStringLiteral("no-answer"));
}

bool FormsViewModel::openCallAbout(const QString& person)
{
    return openContact(FormPage::Call, person, QStringLiteral("telephone-about-service-user"));
}

bool FormsViewModel::openJourney(const QString& person)
{
    return openNew(FormPage::Journey, person, {});
}

bool FormsViewModel::openSignpost(const QString& person)
{
    return openNew(FormPage::Signpost, person, {});
}

bool FormsViewModel::openGoal(const QString& person)
{
    return openNew(FormPage::Goal, person, {});
}

bool FormsViewModel::openGoalProgress(const QString& goal)
{
    const auto found = m_session.records().get(domain::kindOf<domain::Goal>(), base::RecordId(QUuid(goal)));
    if (!found)
        return fail(found.error());
    const auto person = found->person();
    return openNew(FormPage::GoalProgress, person ? base::uuidText(*person) : QString(),
                   {{QStringLiteral("goal"), found->id.uuid()}});
}

bool FormsViewModel::openMeasure(const QString& person, const QString& instrument)
{
    return openNew(FormPage::Measure, person, {{QStringLiteral("instrument"), instrument}});
}

bool FormsViewModel::openRecord(const QString& kindName, const QString& id)
{
    const domain::KindSpec* kind = domain::findKind(kindName);
    if (!kind)
        return false;
    if (const auto draft = m_session.drafts().get(QUuid(id)); draft && *draft)
        return openDraft(id);
    auto found = m_session.records().get(*kind, base::RecordId(QUuid(id)));
    if (!found)
        return fail(found.error());
    const auto page = pageOf(*found);
    if (page)
        push(*page, {*found, *found, std::nullopt});
    return page.has_value();
}

bool FormsViewModel::openDraft(const QString& id)
{
    const auto draft = m_session.drafts().get(QUuid(id));
    if (!draft)
        return fail(draft.error());
    if (!*draft)
        return fail({ErrorCode::NotFound, {}, {}});
    const auto page = pageOf((*draft)->edited);
    if (page)
        push(*page, {(*draft)->original, (*draft)->edited, (*draft)->place});
    return page.has_value();
}

bool FormsViewModel::undoDiscard()
{
    if (!m_discarded)
        return false;
    if (const base::Status kept = m_session.drafts().put(*m_discarded); !kept)
        return fail(kept.error());
    const QString id = base::uuidText(m_discarded->id);
    m_discarded.reset();
    Q_EMIT canUndoChanged();
    return openDraft(id);
}

void FormsViewModel::openChild(FormPage page, const QString& code)
{
    RecordForm* parent = current();
    if (!parent || !parent->person() || !parent->saveSoFar())
        return;
    std::vector<std::pair<QString, Value>> answers;
    if (page == FormPage::Call)
        answers = {{kMode, code}};
    else
        answers = {{QStringLiteral("contact"), parent->id().uuid()}};
    if (page == FormPage::Measure)
        answers.emplace_back(QStringLiteral("instrument"), code);
    openNew(page, base::uuidText(*parent->person()), answers);
}

std::unique_ptr<RecordForm> FormsViewModel::make(FormPage page, RecordForm::Start start)
{
    switch (page) {
    case FormPage::Visit: {
        auto visit = std::make_unique<VisitFormViewModel>(m_session, std::move(start));
        connect(visit.get(), &VisitFormViewModel::recordWanted, this, &FormsViewModel::openRecord);
        return visit;
    }
    case FormPage::Call:
        return std::make_unique<CallFormViewModel>(m_session, std::move(start));
    case FormPage::Journey:
        return std::make_unique<JourneyFormViewModel>(m_session, std::move(start));
    case FormPage::Signpost:
        return std::make_unique<SignpostFormViewModel>(m_session, std::move(start));
    case FormPage::Goal:
        return std::make_unique<GoalFormViewModel>(m_session, std::move(start));
    case FormPage::GoalProgress:
        return std::make_unique<GoalProgressFormViewModel>(m_session, std::move(start));
    case FormPage::Measure:
        return std::make_unique<MeasureFormViewModel>(m_session, std::move(start), m_verifyPin);
    }
    return nullptr;
}

void FormsViewModel::push(FormPage page, RecordForm::Start start)
{
    std::unique_ptr<RecordForm> form = make(page, std::move(start));
    form->begin();
    connect(form.get(), &RecordForm::childWanted, this, &FormsViewModel::openChild);
    connect(form.get(), &RecordForm::handedOverChanged, this, &FormsViewModel::handedOverChanged);
    connect(form.get(), &RecordForm::closed, this, [this, open = form.get()] { pop(open); });
    connect(form.get(), &RecordForm::discarded, this, [this](const store::Draft& draft) {
        m_discarded = draft;
        Q_EMIT canUndoChanged();
    });
    m_open.push_back(std::move(form));
    Q_EMIT currentChanged();
    Q_EMIT opened();
}

void FormsViewModel::pop(RecordForm* form)
{
    if (form != current())
        return;
    std::unique_ptr<RecordForm> gone = std::move(m_open.back());
    m_open.pop_back();
    if (current())
        current()->childClosed();
    Q_EMIT currentChanged();
    // After its page, which is bound to it and may be inside one of its functions.
    gone.release()->deleteLater();
    Q_EMIT closed();
    Q_EMIT m_session.changed();
}

} // namespace doorstep::ui
