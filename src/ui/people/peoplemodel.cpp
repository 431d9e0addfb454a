#include "ui/people/peoplemodel.h"

#include "domain/duelist.h"
#include "store/recordsql.h"
#include "ui/core/duewords.h"
#include "ui/core/words.h"

namespace doorstep::ui {

using domain::PersonSummary;

void PeopleModel::show(std::optional<domain::Stage> stage, const QString& typed)
{
    const QStringList wanted = store::foldForSearch(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<QUuid> shown;
    for (const store::CaseloadEntry& entry : m_caseload.people()) {
        const bool isMatch =
            std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) { return entry.search.contains(word); });
        if (isMatch && (!stage || m_caseload.stageOf(entry.summary) == *stage))
            shown.push_back(entry.summary.person.uuid());
    }
    // Row by row instead of a reset: the delegates in sight stay and only read anew, which is what makes a key cheap.
    const int before = rowCount();
    const int after = static_cast<int>(shown.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_shown = std::move(shown);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_shown = std::move(shown);
        endInsertRows();
    } else {
        m_shown = std::move(shown);
    }
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
}

QString PeopleModel::personAt(int row) const
{
    return row >= 0 && row < rowCount() ? base::uuidText(m_shown[static_cast<size_t>(row)]) : QString();
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QUuid person = m_shown[static_cast<size_t>(index.row())];
    const store::CaseloadEntry* entry = m_caseload.find(person);
    if (!entry)
        return {};
    switch (role) {
    case PersonRole:
        return base::uuidText(person);
    case NameRole:
        return entry->summary.name;
    case InitialsRole:
        return words::initials(entry->summary.name);
    case SubtitleRole:
        return subtitle(entry->summary);
    case TagRole:
        return tag(entry->summary);
    case PercentRole:
        return m_caseload.completeness(person);
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{PersonRole, "person"},     {NameRole, "name"}, {InitialsRole, "initials"},
            {SubtitleRole, "subtitle"}, {TagRole, "tag"},   {PercentRole, "percent"}};
}

QString PeopleModel::subtitle(const PersonSummary& summary) const
{
    const QDate today = m_caseload.today();
    if (summary.days.ended)
        return tr("Ended %1").arg(words::day(*summary.days.ended, today));
    return words::joined({m_caseload.weekOf(summary), news(summary)});
}

QString PeopleModel::news(const PersonSummary& summary) const
{
    const QDate today = m_caseload.today();
    const bool wasSeenToday = summary.lastContact == today;
    if (!wasSeenToday && summary.nextVisit && summary.nextVisit->date() == today)
        return tr("today %1").arg(words::time(summary.nextVisit->toDateTime()));
    if (summary.lastContact)
        return tr("seen %1").arg(words::day(*summary.lastContact, today));
    if (summary.nextVisit)
        return tr("first visit %1").arg(words::day(summary.nextVisit->date(), today));
    return summary.days.isAccepted ? tr("first visit not booked") : tr("not assessed yet");
}

QString PeopleModel::tag(const PersonSummary& summary) const
{
    const auto due = domain::dueItems(summary, m_caseload.rules(), m_caseload.today());
    return due.empty() ? QString() : DueWords::of(due.front(), m_caseload.today()).tag;
}

} // namespace doorstep::ui
