#include "ui/forms/signpostformviewmodel.h"

#include "domain/kinds/signpost.h"
#include "ui/forms/personrecords.h"

#include <algorithm>

namespace doorstep::ui {

using base::Result;
using domain::Empty;
using domain::Record;
using domain::Signpost;
using domain::SignpostStep;

namespace {

const QLatin1StringView kQuery("query");
const QLatin1StringView kNewPlace("new-place");
const QLatin1StringView kSteps("steps");
constexpr int kKindsAtFirst = 6;

} // namespace

SignpostFormViewModel::SignpostFormViewModel(Session& session, Start start)
    : RecordForm(FormPage::Signpost, session, std::move(start)), m_directory(session),
      m_steps(session.lists().list(u"take-up-steps")),
      m_places({roleOf<&PlaceRow::title>("title"), roleOf<&PlaceRow::subtitle>("subtitle"),
                roleOf<&PlaceRow::isSelected>("selected")}),
      m_stepRows({roleOf<&StepRow::code>("code"), roleOf<&StepRow::label>("label"), roleOf<&StepRow::day>("day"),
                  roleOf<&StepRow::mark>("mark")}),
      m_stepOn(addField(QLatin1StringView("step_on"))), m_destination(addField(QLatin1StringView("destination"))),
      m_method(addField(QLatin1StringView("method"))), m_gettingThere(addField(QLatin1StringView("getting_there"))),
      m_reason(addField(QLatin1StringView("not_taken_up_reason"))), m_note(addField(QLatin1StringView("note")))
{
    std::vector<Choice> others;
    for (const domain::CodeEntry& step : session.lists().list(u"take-up-steps").entries) {
        if (!step.extra.value(QLatin1StringView("main_path")).toBool())
            others.push_back({step.code, step.label, {}});
    }
    m_otherSteps.setChoices(std::move(others));
    m_destination->options()->setLimit(kKindsAtFirst);
    readSteps();
    search();
}

QString SignpostFormViewModel::title() const
{
    return tr("Signpost · %1").arg(personName());
}

void SignpostFormViewModel::readSteps()
{
    std::vector<SignpostStep> steps = recordsOf<SignpostStep>(session(), person());
    std::stable_sort(steps.begin(), steps.end(), [](const SignpostStep& a, const SignpostStep& b) {
        return a.on.valueOr(QDate()) < b.on.valueOr(QDate());
    });
    for (const SignpostStep& step : steps) {
        if (step.signpost.is(base::Id<Signpost>(id().uuid())))
            m_steps.addStored({step.step.valueOr({}).text, step.on.valueOr(QDate()), step.id.uuid(), true});
    }
    if (!original())
        return;
    const Signpost before = domain::fromRecord<Signpost>(*original());
    const QString now = before.step.valueOr({}).text;
    if (!now.isEmpty() && (!m_steps.current() || m_steps.current()->code != now))
        m_steps.addStored({now, before.stepOn.valueOr(before.madeOn.valueOr(QDate())), {}, true});
}

void SignpostFormViewModel::prefill()
{
    edited().set(u"made_on", today());
    reach(QStringLiteral("told"));
}

QString SignpostFormViewModel::organisation() const
{
    const auto* place = std::get_if<QUuid>(&record().value(u"organisation"));
    return place ? base::uuidText(*place) : QString();
}

void SignpostFormViewModel::search()
{
    m_places.setRows(m_directory.find(m_query, organisation()));
    Q_EMIT placesChanged();
}

void SignpostFormViewModel::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    search();
    touch();
}

QString SignpostFormViewModel::newPlaceText() const
{
    const QString name = m_query.simplified();
    const auto& rows = m_places.rows();
    const bool isKnown = std::any_of(rows.begin(), rows.end(), [&](const PlaceRow& row) {
        return row.title.compare(name, Qt::CaseInsensitive) == 0;
    });
    return isKnown || name.compare(m_newPlace, Qt::CaseInsensitive) == 0 ? QString() : name;
}

QString SignpostFormViewModel::newPlace() const
{
    const auto* name = std::get_if<QString>(&record().value(u"name"));
    return m_newPlace.isEmpty() && name && !m_directory.place(organisation()) ? *name : m_newPlace;
}

void SignpostFormViewModel::pickPlace(int row)
{
    if (!m_places.has(row))
        return;
    const QString id = m_places.at(row).id;
    const domain::Organisation* place = m_directory.place(id);
    const bool takesBack = id == organisation();
    m_newPlace.clear();
    edited().set(u"organisation", takesBack || !place ? domain::Value(Empty::Blank) : domain::Value(QUuid(id)));
    edited().set(u"name", takesBack || !place ? domain::Value(Empty::Blank) : domain::toValue(place->name));
    if (place && place->destination.has())
        m_destination->setValue(place->destination.value().text);
    search();
    touch();
}

void SignpostFormViewModel::addPlace()
{
    m_newPlace = newPlaceText();
    if (m_newPlace.isEmpty())
        return;
    edited().set(u"organisation", newId());
    edited().set(u"name", m_newPlace);
    search();
    touch();
}

void SignpostFormViewModel::reachStep(int row)
{
    if (!m_stepRows.has(row))
        return;
    const QString code = m_stepRows.at(row).code;
    m_showsOtherSteps = code.isEmpty();
    if (!code.isEmpty())
        reach(code);
    showSteps();
    touch();
}

void SignpostFormViewModel::pickOtherStep(int row)
{
    const Choice* choice = m_otherSteps.at(row);
    if (!choice)
        return;
    reach(QString(choice->code));
    touch();
}

void SignpostFormViewModel::reach(const QString& code)
{
    m_steps.reach(code, today(), newId());
    edited().set(u"step", code);
    m_stepOn->setValue(m_steps.current()->on);
    if (!m_steps.asksReason())
        m_reason->setValue(Empty::Blank);
    showSteps();
}

void SignpostFormViewModel::showSteps()
{
    m_stepRows.setRows(m_steps.rows(today()));
    const auto* step = std::get_if<QString>(&record().value(u"step"));
    m_otherSteps.setSelected(step ? QStringList{*step} : QStringList());
    Q_EMIT stepsChanged();
}

void SignpostFormViewModel::answersChanged()
{
    if (const auto* on = std::get_if<QDate>(&record().value(u"step_on")))
        m_steps.setDay(*on);
    m_showsOtherSteps = m_showsOtherSteps || m_steps.hasFailed();
    showSteps();
}

QJsonObject SignpostFormViewModel::extras() const
{
    return {{kQuery, m_query}, {kNewPlace, m_newPlace}, {kSteps, m_steps.toJson()}};
}

void SignpostFormViewModel::restore(const QJsonObject& extras)
{
    m_query = extras.value(kQuery).toString();
    m_newPlace = extras.value(kNewPlace).toString();
    m_steps.restore(extras.value(kSteps).toArray());
    search();
}

std::vector<Record> SignpostFormViewModel::recordsBefore()
{
    if (m_newPlace.isEmpty())
        return {};
    auto place = session().newRecord(domain::kindOf<domain::Organisation>(), std::nullopt);
    if (!place)
        return {};
    place->id = base::RecordId(QUuid(organisation()));
    place->set(u"name", m_newPlace);
    place->set(u"destination", m_destination->value());
    return {*place};
}

Result<std::vector<RecordForm::Companion>> SignpostFormViewModel::companions()
{
    std::vector<Companion> changes;
    for (const SignpostSteps::Step& step : m_steps.steps()) {
        if (step.isStored)
            continue;
        DOORSTEP_TRY_ASSIGN(Record entry, newCompanion(domain::kindOf<SignpostStep>(), step.entry));
        entry.set(u"signpost", id().uuid());
        entry.set(u"contact", record().value(u"contact"));
        entry.set(u"step", step.code);
        entry.set(u"on_date", step.on);
        if (&step == m_steps.current())
            entry.set(u"reason", m_reason->value());
        changes.push_back({std::nullopt, std::move(entry)});
    }
    return changes;
}

} // namespace doorstep::ui
