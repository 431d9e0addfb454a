#include "ui/forms/visitformviewmodel.h"

#include "domain/scoring.h"

#include <algorithm>

namespace doorstep::ui {

using base::Result;
using base::Status;
using domain::Record;
using domain::Worker;

namespace {

const QLatin1StringView kGoals("goals");
const QLatin1StringView kTakeUps("take-ups");
const QLatin1StringView kYes("yes");
constexpr int kPlacesAtFirst = 6;
constexpr int kWorkersAtFirst = 2;

/// "Priya S. (volunteer)": enough to know colleagues by.
QString colleague(const Worker& worker, const domain::CodeLists& lists)
{
    const QStringList words = worker.name.valueOr({}).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString name = words.value(0);
    if (words.size() > 1)
        name += QStringLiteral(" %1.").arg(words.last().front());
    const QString role = worker.role.valueOr({}).text;
    if (role != QLatin1StringView("volunteer"))
        return name;
    return VisitFormViewModel::tr("%1 (%2)", "name, role").arg(name, lists.label(u"worker-roles", role).toLower());
}

} // namespace

VisitFormViewModel::VisitFormViewModel(Session& session, Start start)
    : ContactForm(FormPage::Visit, session, std::move(start)), m_location(addField(QLatin1StringView("location"))),
      m_pointed(addField(QLatin1StringView("pointed_somewhere"))),
      m_travelled(addField(QLatin1StringView("travelled_together"))),
      m_phoned(addField(QLatin1StringView("phoned_about_them"))), m_goals(this), m_takeUps(this),
      m_entries({roleOf<&VisitEntry::iconName>("iconName"), roleOf<&VisitEntry::title>("title"),
                 roleOf<&VisitEntry::subtitle>("subtitle")})
{
    m_location->options()->setLimit(kPlacesAtFirst);
    std::vector<Choice> instruments;
    for (const domain::Instrument& instrument : domain::allInstruments(session.lists())) {
        if (instrument.canBeAsked())
            instruments.push_back({instrument.code, instrument.label, {}});
    }
    m_instruments.setChoices(std::move(instruments));
    offerWorkers();
    load();
    connect(&m_goals, &GoalTalkModel::edited, this, &VisitFormViewModel::touch);
    connect(&m_takeUps, &TakeUpModel::edited, this, &VisitFormViewModel::touch);
}

void VisitFormViewModel::load()
{
    const QUuid who = person().value_or(QUuid());
    m_goals.load(session(), who, id().uuid());
    m_takeUps.load(session(), who, id().uuid(), givenName());
    loadEntries();
}

void VisitFormViewModel::loadEntries()
{
    m_entries.setRows(visitEntries(session(), person().value_or(QUuid()), id().uuid()));
}

bool VisitFormViewModel::hasEntry(QLatin1StringView kind) const
{
    const auto& rows = m_entries.rows();
    return std::any_of(rows.begin(), rows.end(), [kind](const VisitEntry& entry) { return entry.kind == kind; });
}

void VisitFormViewModel::offerWorkers()
{
    std::vector<Choice> choices{{session().device().worker, tr("Me"), {}}};
    store::Query query;
    query.orderBy = QStringLiteral("name");
    std::vector<Worker> workers = session().records().list<Worker>(query).value_or(std::vector<Worker>());
    // Volunteers first: it is mostly they who come along.
    std::stable_partition(workers.begin(), workers.end(), [](const Worker& worker) {
        return worker.role.is(domain::Code{QStringLiteral("volunteer")});
    });
    const QString scheme = session().device().scheme;
    for (const Worker& worker : workers) {
        const bool isHere = scheme.isEmpty() || worker.scheme.isBlank() || worker.scheme.is(domain::Code{scheme});
        if (isHere && worker.id.text() != session().device().worker && !worker.active.is(false))
            choices.push_back({worker.id.text(), colleague(worker, session().lists()), {}});
    }
    m_who.setChoices(std::move(choices));
    m_who.setLimit(kWorkersAtFirst);
}

QStringList VisitFormViewModel::workersThere() const
{
    QStringList there;
    if (const auto* worker = std::get_if<QUuid>(&record().value(u"worker")))
        there.append(base::uuidText(*worker));
    if (const auto* others = std::get_if<QStringList>(&record().value(u"also_there")))
        there.append(*others);
    return there;
}

void VisitFormViewModel::pickWho(int row)
{
    const Choice* choice = m_who.at(row);
    if (!choice)
        return;
    QStringList there = workersThere();
    if (there.removeAll(choice->code) == 0)
        there.append(choice->code);
    there.removeDuplicates();
    // The worker of the record is the one who writes it, as long as they were there.
    const QString me = session().device().worker;
    const QString first = there.contains(me) ? me : there.value(0);
    there.removeAll(first);
    there.sort();
    edited().set(u"worker", first.isEmpty() ? domain::Value(domain::Empty::Blank) : domain::Value(QUuid(first)));
    edited().set(u"also_there", there.isEmpty() ? domain::Value(domain::Empty::Blank) : domain::Value(there));
    touch();
}

void VisitFormViewModel::prefill()
{
    ContactForm::prefill();
    fill(m_location, QStringLiteral("service-users-home"));
}

void VisitFormViewModel::answersChanged()
{
    ContactForm::answersChanged();
    m_who.setSelected(workersThere());
}

QJsonObject VisitFormViewModel::extras() const
{
    return {{kGoals, m_goals.toJson()}, {kTakeUps, m_takeUps.toJson()}};
}

void VisitFormViewModel::restore(const QJsonObject& extras)
{
    m_goals.restore(extras.value(kGoals).toObject());
    m_takeUps.restore(extras.value(kTakeUps).toObject());
}

void VisitFormViewModel::childClosed()
{
    loadEntries();
}

Result<std::vector<RecordForm::Companion>> VisitFormViewModel::companions()
{
    DOORSTEP_TRY_ASSIGN(std::vector<Companion> changes, ContactForm::companions());
    DOORSTEP_TRY(addProgress(changes));
    DOORSTEP_TRY(addSteps(changes));
    return changes;
}

Status VisitFormViewModel::addProgress(std::vector<Companion>& changes)
{
    QStringList talkedAbout;
    for (const GoalTalkModel::Talk& talk : m_goals.talks()) {
        if (talk.progress.isEmpty())
            continue;
        talkedAbout.append(talk.goal.id.text());
        if (!talk.isNew)
            continue;
        DOORSTEP_TRY_ASSIGN(Record entry, newCompanion(domain::kindOf<domain::GoalProgress>(), talk.entry));
        entry.set(u"goal", talk.goal.id.uuid());
        entry.set(u"contact", id().uuid());
        entry.set(u"on_date", day());
        entry.set(u"progress", talk.progress);
        changes.push_back({std::nullopt, entry});
        DOORSTEP_TRY_ASSIGN(const Record stored, session().records().get(domain::kindOf<domain::Goal>(),
                                                                         base::RecordId(talk.goal.id.uuid())));
        Record goal = stored;
        goal.set(u"progress", talk.progress);
        goal.set(u"progress_on", day());
        changes.push_back({stored, goal});
    }
    if (!talkedAbout.isEmpty()) {
        talkedAbout.sort();
        edited().set(u"goals", talkedAbout);
    }
    return {};
}

Status VisitFormViewModel::addSteps(std::vector<Companion>& changes)
{
    for (const TakeUpModel::Answer& answer : m_takeUps.answers()) {
        if (answer.step.isEmpty())
            continue;
        const domain::Value reason = answer.reason.isEmpty() ? domain::Value(domain::Empty::Blank) : answer.reason;
        DOORSTEP_TRY_ASSIGN(Record step, newCompanion(domain::kindOf<domain::SignpostStep>(), answer.entry));
        step.set(u"signpost", answer.signpost.id.uuid());
        step.set(u"contact", id().uuid());
        step.set(u"step", answer.step);
        step.set(u"on_date", day());
        step.set(u"reason", reason);
        changes.push_back({std::nullopt, step});
        DOORSTEP_TRY_ASSIGN(const Record stored, session().records().get(domain::kindOf<domain::Signpost>(),
                                                                         base::RecordId(answer.signpost.id.uuid())));
        Record signpost = stored;
        signpost.set(u"step", answer.step);
        signpost.set(u"step_on", day());
        signpost.set(u"not_taken_up_reason", reason);
        changes.push_back({stored, signpost});
    }
    return {};
}

void VisitFormViewModel::addSignpost()
{
    Q_EMIT childWanted(FormPage::Signpost, {});
}

void VisitFormViewModel::addJourney()
{
    Q_EMIT childWanted(FormPage::Journey, {});
}

void VisitFormViewModel::addCallAbout()
{
    Q_EMIT childWanted(FormPage::Call, QStringLiteral("telephone-about-service-user"));
}

void VisitFormViewModel::addMeasure(int instrument)
{
    if (const Choice* choice = m_instruments.at(instrument))
        Q_EMIT childWanted(FormPage::Measure, choice->code);
}

void VisitFormViewModel::openEntry(int row)
{
    if (m_entries.has(row))
        Q_EMIT recordWanted(m_entries.at(row).kind, m_entries.at(row).id);
}

void VisitFormViewModel::answerPointed(int row)
{
    m_pointed->pick(row);
    if (m_pointed->code() == kYes && !hasEntry(QLatin1StringView("signpost")))
        addSignpost();
}

void VisitFormViewModel::answerTravelled(int row)
{
    m_travelled->pick(row);
    if (m_travelled->code() == kYes && !hasEntry(QLatin1StringView("journey")))
        addJourney();
}

void VisitFormViewModel::answerPhoned(int row)
{
    m_phoned->pick(row);
    if (m_phoned->code() == kYes)
        addCallAbout();
}

} // namespace doorstep::ui
