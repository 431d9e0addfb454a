#include "ui/forms/goaltalkmodel.h"

#include "ui/forms/personrecords.h"

#include <algorithm>

namespace doorstep::ui {

using domain::Goal;
using domain::GoalProgress;

namespace {

const QLatin1StringView kProgress("progress");
const QLatin1StringView kEntry("entry");

} // namespace

int GoalTalkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_talks.size());
}

QVariant GoalTalkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Talk& talk = m_talks[static_cast<size_t>(index.row())];
    if (role == WordingRole || role == Qt::DisplayRole)
        return talk.goal.wording.valueOr({});
    if (role == ProgressRole)
        return QVariant::fromValue(talk.choices.get());
    return {};
}

QHash<int, QByteArray> GoalTalkModel::roleNames() const
{
    return {{WordingRole, "wording"}, {ProgressRole, "progress"}};
}

void GoalTalkModel::load(Session& session, const QUuid& person, const QUuid& contact)
{
    m_session = &session;
    const std::vector<GoalProgress> said = recordsOf<GoalProgress>(session, person);
    beginResetModel();
    m_talks.clear();
    for (Goal& goal : recordsOf<Goal>(session, person)) {
        if (goal.endedOn.has())
            continue;
        Talk talk{std::move(goal), {}, {}, false, std::make_unique<ChoiceModel>()};
        talk.choices->setChoices(choicesOf(session.lists().list(u"goal-progress"), QLatin1StringView("short")));
        const auto found = std::find_if(said.begin(), said.end(), [&](const GoalProgress& entry) {
            return entry.goal.is(talk.goal.id) && entry.contact.is(base::Id<domain::Contact>(contact));
        });
        if (found != said.end()) {
            talk.entry = found->id.uuid();
            say(talk, found->progress.valueOr({}).text);
        }
        m_talks.push_back(std::move(talk));
    }
    endResetModel();
}

void GoalTalkModel::say(Talk& talk, const QString& progress)
{
    talk.progress = progress;
    talk.choices->setSelected(progress.isEmpty() ? QStringList() : QStringList{progress});
}

void GoalTalkModel::pick(int row, int choice)
{
    if (row < 0 || row >= rowCount())
        return;
    Talk& talk = m_talks[static_cast<size_t>(row)];
    const Choice* picked = talk.choices->at(choice);
    if (!picked)
        return;
    // An entry that was written stays; other words about the same day are an entry of their own.
    talk.entry = base::makeUuid(m_session->clock(), m_session->random());
    talk.isNew = true;
    say(talk, picked->code == talk.progress ? QString() : picked->code);
    Q_EMIT edited();
}

QJsonObject GoalTalkModel::toJson() const
{
    QJsonObject json;
    for (const Talk& talk : m_talks) {
        if (talk.isNew)
            json.insert(talk.goal.id.text(),
                        QJsonObject{{kProgress, talk.progress}, {kEntry, base::uuidText(talk.entry)}});
    }
    return json;
}

void GoalTalkModel::restore(const QJsonObject& json)
{
    for (Talk& talk : m_talks) {
        const QJsonObject kept = json.value(talk.goal.id.text()).toObject();
        if (kept.isEmpty())
            continue;
        talk.isNew = true;
        talk.entry = QUuid(kept.value(kEntry).toString());
        say(talk, kept.value(kProgress).toString());
    }
}

} // namespace doorstep::ui
