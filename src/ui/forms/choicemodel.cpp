#include "ui/forms/choicemodel.h"

namespace doorstep::ui {

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    const Choice* choice = index.isValid() ? at(index.row()) : nullptr;
    if (!choice)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return choice->label;
    case CodeRole:
        return choice->code;
    case SelectedRole:
        return m_selected.contains(choice->code);
    case IconNameRole:
        return choice->iconName;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceModel::roleNames() const
{
    return {{LabelRole, "label"}, {CodeRole, "code"}, {SelectedRole, "selected"}, {IconNameRole, "iconName"}};
}

void ChoiceModel::setChoices(std::vector<Choice> choices)
{
    m_choices = std::move(choices);
    beginResetModel();
    m_shown = shownNow();
    endResetModel();
    Q_EMIT hasMoreChanged();
}

void ChoiceModel::setSelected(const QStringList& codes)
{
    if (codes == m_selected)
        return;
    m_selected = codes;
    show();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SelectedRole});
}

void ChoiceModel::setLimit(int limit)
{
    m_limit = limit;
    show();
}

void ChoiceModel::showAll()
{
    setLimit(0);
}

const Choice* ChoiceModel::at(int row) const
{
    const auto index = static_cast<size_t>(row);
    return row >= 0 && index < m_shown.size() ? &m_choices[m_shown[index]] : nullptr;
}

std::vector<size_t> ChoiceModel::shownNow() const
{
    std::vector<size_t> rows;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_limit == 0 || i < static_cast<size_t>(m_limit) || m_selected.contains(m_choices[i].code))
            rows.push_back(i);
    }
    return rows;
}

void ChoiceModel::show()
{
    std::vector<size_t> rows = shownNow();
    if (rows == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(rows);
    endResetModel();
    Q_EMIT hasMoreChanged();
}

std::vector<Choice> choicesOf(const domain::CodeList& list, QLatin1StringView labelKey)
{
    std::vector<Choice> choices;
    choices.reserve(list.entries.size());
    for (const domain::CodeEntry& entry : list.entries) {
        const QString other = labelKey.isEmpty() ? QString() : entry.text(labelKey);
        choices.push_back({entry.code, other.isEmpty() ? entry.label : other, entry.text(QLatin1StringView("icon"))});
    }
    return choices;
}

} // namespace doorstep::ui
