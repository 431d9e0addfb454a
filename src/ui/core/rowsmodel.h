#pragma once

#include <QAbstractListModel>

#include <vector>

namespace doorstep::ui {

/// A role of a list model: its name in QML and how to read it from a row.
template <class Row>
struct Role
{
    const char* name;
    QVariant (*read)(const Row&);
};

template <class Row, class T>
Row rowOfMember(T Row::*);

/// roleOf<&NeedRow::title>("title")
template <auto kMember>
auto roleOf(const char* name)
{
    using Row = decltype(rowOfMember(kMember));
    return Role<Row>{name, [](const Row& row) { return QVariant::fromValue(row.*kMember); }};
}

/// A list model over plain rows. The rows are replaced as a whole; where their number stays, the view keeps its
/// place. Owned by a view model.
template <class Row>
class RowsModel : public QAbstractListModel
{
public:
    explicit RowsModel(std::vector<Role<Row>> roles) : m_roles(std::move(roles)) {}

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < rowCount(); }
    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<size_t>(row)]; }

    void setRows(std::vector<Row> rows)
    {
        if (rows.size() == m_rows.size()) {
            m_rows = std::move(rows);
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0), index(rowCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void setRow(int row, Row value)
    {
        m_rows[static_cast<size_t>(row)] = std::move(value);
        Q_EMIT dataChanged(index(row), index(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const int which = role - Qt::UserRole;
        if (!has(index.row()) || which < 0 || which >= static_cast<int>(m_roles.size()))
            return {};
        return m_roles[static_cast<size_t>(which)].read(at(index.row()));
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (size_t i = 0; i < m_roles.size(); ++i)
            names.insert(Qt::UserRole + static_cast<int>(i), m_roles[i].name);
        return names;
    }

private:
    std::vector<Role<Row>> m_roles;
    std::vector<Row> m_rows;
};

} // namespace doorstep::ui
