#include "ui/forms/goalprogressformviewmodel.h"

#include "domain/kinds/goal.h"

namespace doorstep::ui {

using base::Result;
using domain::Goal;
using domain::Record;

GoalProgressFormViewModel::GoalProgressFormViewModel(Session& session, Start start)
    : RecordForm(FormPage::GoalProgress, session, std::move(start)),
      m_progress(addField(QLatin1StringView("progress"))), m_point(addField(QLatin1StringView("point"))),
      m_on(addField(QLatin1StringView("on_date"))), m_wording(addField(QLatin1StringView("wording"))),
      m_note(addField(QLatin1StringView("note")))
{
    const auto* id = std::get_if<QUuid>(&record().value(u"goal"));
    const auto goal = session.records().get(base::Id<Goal>(id ? *id : QUuid()));
    if (!goal)
        return;
    m_goalWording = goal->wording.valueOr({});
    m_goalSubtitle = tr("Goal %1").arg(goal->number.valueOr(1));
    if (goal->outcome.has())
        m_goalSubtitle +=
            QStringLiteral(" · ") + session.lists().label(u"goal-outcomes", goal->outcome.value().text).toLower();
}

QString GoalProgressFormViewModel::title() const
{
    return tr("Progress · %1").arg(personName());
}

void GoalProgressFormViewModel::prefill()
{
    fill(m_on, today());
}

Result<std::vector<RecordForm::Companion>> GoalProgressFormViewModel::companions()
{
    const auto* id = std::get_if<QUuid>(&record().value(u"goal"));
    // A changed older entry says nothing about where the goal stands now.
    if (!id || !isNew())
        return std::vector<Companion>();
    DOORSTEP_TRY_ASSIGN(const Record stored, session().records().get(domain::kindOf<Goal>(), base::RecordId(*id)));
    Record goal = stored;
    if (!m_progress->isEmpty()) {
        goal.set(u"progress", m_progress->value());
        goal.set(u"progress_on", m_on->value());
    }
    if (!m_wording->text().trimmed().isEmpty())
        goal.set(u"wording", m_wording->value());
    return std::vector<Companion>{{stored, goal}};
}

} // namespace doorstep::ui
