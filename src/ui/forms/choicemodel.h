#pragma once

#include "domain/codelist.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// One answer that can be picked.
struct Choice
{
    QString code, label, iconName;
};

/// The answers offered to one question, with those picked. Shows the first few until all are asked for; what is picked
/// is always in sight.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a field")
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY hasMoreChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY hasMoreChanged FINAL)

public:
    enum Role { LabelRole = Qt::UserRole + 1, CodeRole, SelectedRole, IconNameRole };

    explicit ChoiceModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setChoices(std::vector<Choice> choices);
    void setSelected(const QStringList& codes);
    /// How many are shown before "More…"; 0 shows all.
    void setLimit(int limit);
    [[nodiscard]] const QStringList& selected() const { return m_selected; }
    /// The choice in a visible row; null outside.
    [[nodiscard]] const Choice* at(int row) const;
    [[nodiscard]] bool hasMore() const { return m_shown.size() < m_choices.size(); }
    [[nodiscard]] bool isEmpty() const { return m_choices.empty(); }

    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void hasMoreChanged();

private:
    [[nodiscard]] std::vector<size_t> shownNow() const;
    void show();

    std::vector<Choice> m_choices;
    std::vector<size_t> m_shown;
    QStringList m_selected;
    int m_limit = 0;
};

/// The choices of a code list, in its order. `labelKey` names another label than the usual one where an entry has it.
[[nodiscard]] std::vector<Choice> choicesOf(const domain::CodeList& list, QLatin1StringView labelKey = {});

} // namespace doorstep::ui
