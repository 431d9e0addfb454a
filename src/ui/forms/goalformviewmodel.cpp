#include "ui/forms/goalformviewmodel.h"

#include "domain/kinds/goal.h"
#include "ui/forms/personrecords.h"

namespace doorstep::ui {

using base::Result;
using domain::Goal;
using domain::GoalProgress;
using domain::Record;

namespace {

const QLatin1StringView kReason("no-goal-reason");
const QLatin1StringView kBefore("entry-before");
const QLatin1StringView kNow("entry-now");

} // namespace

GoalFormViewModel::GoalFormViewModel(Session& session, Start start)
    : RecordForm(FormPage::Goal, session, std::move(start)), m_wording(addField(QLatin1StringView("wording"))),
      m_outcome(addField(QLatin1StringView("outcome"))), m_company(addField(QLatin1StringView("company"))),
      m_setOn(addField(QLatin1StringView("set_on"))), m_entryBefore(newId()), m_entryNow(newId())
{
    m_noGoalReasons.setChoices(choicesOf(session.lists().list(u"no-goal-reasons")));
    for (const Goal& goal : recordsOf<Goal>(session, person()))
        m_isFirst = m_isFirst && goal.id.uuid() == id().uuid();
    if (!original())
        return;
    m_wordingBefore = domain::fromRecord<Goal>(*original()).wording.valueOr({});
    for (const GoalProgress& entry : recordsOf<GoalProgress>(session, person())) {
        if (entry.goal.is(base::Id<Goal>(id().uuid())) && entry.wording.has() &&
            entry.wording.value() != m_wordingBefore)
            m_earlier.append(entry.wording.value());
    }
}

QString GoalFormViewModel::title() const
{
    return tr("Goal · %1").arg(personName());
}

void GoalFormViewModel::prefill()
{
    fill(m_setOn, today());
    qint64 highest = 0;
    for (const Goal& goal : recordsOf<Goal>(session(), person()))
        highest = std::max(highest, goal.number.valueOr(0));
    edited().set(u"number", highest + 1);
}

bool GoalFormViewModel::hasWording() const
{
    return !m_wording->text().trimmed().isEmpty();
}

bool GoalFormViewModel::asksWhyNone() const
{
    return isNew() && m_isFirst && !hasWording();
}

bool GoalFormViewModel::savesRecord() const
{
    return !(asksWhyNone() && !m_noGoalReason.isEmpty());
}

void GoalFormViewModel::pickNoGoalReason(int row)
{
    const Choice* choice = m_noGoalReasons.at(row);
    if (!choice)
        return;
    m_noGoalReason = choice->code == m_noGoalReason ? QString() : choice->code;
    touch();
}

void GoalFormViewModel::answersChanged()
{
    m_noGoalReasons.setSelected(m_noGoalReason.isEmpty() ? QStringList() : QStringList{m_noGoalReason});
    Q_EMIT asksWhyNoneChanged();
}

QJsonObject GoalFormViewModel::extras() const
{
    return {{kReason, m_noGoalReason}, {kBefore, base::uuidText(m_entryBefore)}, {kNow, base::uuidText(m_entryNow)}};
}

void GoalFormViewModel::restore(const QJsonObject& extras)
{
    if (extras.isEmpty())
        return;
    m_noGoalReason = extras.value(kReason).toString();
    m_entryBefore = QUuid(extras.value(kBefore).toString());
    m_entryNow = QUuid(extras.value(kNow).toString());
}

Result<Record> GoalFormViewModel::wordingEntry(const QUuid& entry, const QString& words, const QDate& on)
{
    DOORSTEP_TRY_ASSIGN(Record record, newCompanion(domain::kindOf<GoalProgress>(), entry));
    record.set(u"goal", id().uuid());
    record.set(u"wording", words);
    record.set(u"on_date", on);
    return record;
}

Result<std::vector<RecordForm::Companion>> GoalFormViewModel::companions()
{
    std::vector<Companion> changes;
    if (!savesRecord()) {
        const auto* episode = std::get_if<QUuid>(&record().value(u"episode"));
        if (!episode)
            return changes;
        DOORSTEP_TRY_ASSIGN(const Record stored,
                            session().records().get(domain::kindOf<domain::Episode>(), base::RecordId(*episode)));
        Record without = stored;
        without.set(u"no_goal_reason", m_noGoalReason);
        changes.push_back({stored, without});
        return changes;
    }
    const QString words = m_wording->text().trimmed();
    if (m_wordingBefore.isEmpty() || words.isEmpty() || words == m_wordingBefore)
        return changes;
    // The words it had at first are kept once; from then on each entry has the words of its day.
    if (m_earlier.isEmpty()) {
        const QDate setOn = domain::fromRecord<Goal>(*original()).setOn.valueOr(today());
        DOORSTEP_TRY_ASSIGN(Record before, wordingEntry(m_entryBefore, m_wordingBefore, setOn));
        changes.push_back({std::nullopt, std::move(before)});
    }
    DOORSTEP_TRY_ASSIGN(Record now, wordingEntry(m_entryNow, words, today()));
    changes.push_back({std::nullopt, std::move(now)});
    return changes;
}

} // namespace doorstep::ui
