#pragma once

#include "ui/people/caseload.h"

#include <QAbstractListModel>

namespace doorstep::ui {

/// The people of a list that match what was typed. Rows are made when they come into sight.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PersonRole = Qt::UserRole, NameRole, InitialsRole, SubtitleRole, TagRole, PercentRole };

    explicit PeopleModel(Caseload& caseload) : m_caseload(caseload) {}

    /// Everybody when `stage` is none. `typed` need not be folded.
    void show(std::optional<domain::Stage> stage, const QString& typed);
    [[nodiscard]] QString personAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QString subtitle(const domain::PersonSummary& summary) const;
    [[nodiscard]] QString news(const domain::PersonSummary& summary) const;
    [[nodiscard]] QString tag(const domain::PersonSummary& summary) const;

    Caseload& m_caseload;
    std::vector<QUuid> m_shown;
};

} // namespace doorstep::ui
