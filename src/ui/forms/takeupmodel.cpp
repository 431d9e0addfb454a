#include "ui/forms/takeupmodel.h"

#include "domain/programmerules.h"
#include "ui/forms/personrecords.h"

namespace doorstep::ui {

using domain::Signpost;

namespace {

const QLatin1StringView kStep("step");
const QLatin1StringView kReason("reason");
const QLatin1StringView kEntry("entry");
constexpr int kAnswersAtFirst = 4;

QStringList picked(const QString& code)
{
    return code.isEmpty() ? QStringList() : QStringList{code};
}

/// What somebody may answer now: everything but that they were told.
std::vector<Choice> answersFor(const domain::CodeList& steps)
{
    std::vector<Choice> main;
    std::vector<Choice> others;
    for (const domain::CodeEntry& step : steps.entries) {
        if (step.code == QLatin1StringView("told"))
            continue;
        const bool isMain = step.extra.value(QLatin1StringView("main_path")).toBool();
        (isMain ? main : others).push_back({step.code, step.label, {}});
    }
    main.insert(main.end(), others.begin(), others.end());
    return main;
}

} // namespace

int TakeUpModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}

QVariant TakeUpModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Answer& answer = m_answers[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case QuestionRole:
        return tr("Did %1 get to %2?").arg(m_givenName, answer.signpost.name.valueOr(tr("the place")));
    case NowRole:
        return m_session->lists().label(u"take-up-steps", answer.signpost.step.valueOr({}).text);
    case AnswersRole:
        return QVariant::fromValue(answer.answers.get());
    case ReasonsRole:
        return QVariant::fromValue(answer.reasons.get());
    case AsksReasonRole:
        return asksReason(answer);
    default:
        return {};
    }
}

QHash<int, QByteArray> TakeUpModel::roleNames() const
{
    return {{QuestionRole, "question"},
            {NowRole, "now"},
            {AnswersRole, "answers"},
            {ReasonsRole, "reasons"},
            {AsksReasonRole, "asksReason"}};
}

bool TakeUpModel::asksReason(const Answer& answer) const
{
    const domain::CodeEntry* step = m_session->lists().list(u"take-up-steps").find(answer.step);
    return step && step->extra.value(QLatin1StringView("asks_reason")).toBool();
}

void TakeUpModel::load(Session& session, const QUuid& person, const QUuid& contact, const QString& givenName)
{
    m_session = &session;
    m_givenName = givenName;
    const auto rules = domain::ProgrammeRules::from(session.lists());
    beginResetModel();
    m_answers.clear();
    for (Signpost& signpost : recordsOf<Signpost>(session, person)) {
        const bool isOpen = signpost.step.isBlank() || rules.openSteps.contains(signpost.step.valueOr({}).text);
        if (!isOpen || signpost.contact.is(base::Id<domain::Contact>(contact)))
            continue;
        Answer answer{
            std::move(signpost), {}, {}, {}, std::make_unique<ChoiceModel>(), std::make_unique<ChoiceModel>()};
        answer.answers->setChoices(answersFor(session.lists().list(u"take-up-steps")));
        answer.answers->setLimit(kAnswersAtFirst);
        answer.reasons->setChoices(choicesOf(session.lists().list(u"not-taken-up-reasons")));
        m_answers.push_back(std::move(answer));
    }
    endResetModel();
}

TakeUpModel::Answer* TakeUpModel::answerIn(int row)
{
    return row >= 0 && row < rowCount() ? &m_answers[static_cast<size_t>(row)] : nullptr;
}

void TakeUpModel::tell(int row)
{
    Q_EMIT dataChanged(index(row), index(row), {AsksReasonRole});
    Q_EMIT edited();
}

void TakeUpModel::pick(int row, int choice)
{
    Answer* answer = answerIn(row);
    const Choice* step = answer ? answer->answers->at(choice) : nullptr;
    if (!step)
        return;
    answer->step = step->code == answer->step ? QString() : step->code;
    answer->entry = base::makeUuid(m_session->clock(), m_session->random());
    if (!asksReason(*answer))
        answer->reason.clear();
    answer->answers->setSelected(picked(answer->step));
    answer->reasons->setSelected(picked(answer->reason));
    tell(row);
}

void TakeUpModel::pickReason(int row, int choice)
{
    Answer* answer = answerIn(row);
    const Choice* reason = answer ? answer->reasons->at(choice) : nullptr;
    if (!reason)
        return;
    answer->reason = reason->code == answer->reason ? QString() : reason->code;
    answer->reasons->setSelected(picked(answer->reason));
    tell(row);
}

QJsonObject TakeUpModel::toJson() const
{
    QJsonObject json;
    for (const Answer& answer : m_answers) {
        if (!answer.entry.isNull())
            json.insert(
                answer.signpost.id.text(),
                QJsonObject{{kStep, answer.step}, {kReason, answer.reason}, {kEntry, base::uuidText(answer.entry)}});
    }
    return json;
}

void TakeUpModel::restore(const QJsonObject& json)
{
    for (int row = 0; row < rowCount(); ++row) {
        Answer& answer = *answerIn(row);
        const QJsonObject kept = json.value(answer.signpost.id.text()).toObject();
        if (kept.isEmpty())
            continue;
        answer.step = kept.value(kStep).toString();
        answer.reason = kept.value(kReason).toString();
        answer.entry = QUuid(kept.value(kEntry).toString());
        answer.answers->setSelected(picked(answer.step));
        answer.reasons->setSelected(picked(answer.reason));
        Q_EMIT dataChanged(index(row), index(row), {AsksReasonRole});
    }
}

} // namespace doorstep::ui
