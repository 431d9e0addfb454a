#pragma once

#include "domain/kinds/goal.h"
#include "ui/core/session.h"
#include "ui/forms/choicemodel.h"

#include <memory>

namespace doorstep::ui {

/// The open goals of a person with what was said of each in this visit.
class GoalTalkModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a visit")

public:
    enum Role { WordingRole = Qt::UserRole + 1, ProgressRole };

    explicit GoalTalkModel(QObject* parent) : QAbstractListModel(parent) {}

    /// A goal talked about: the progress said, and the id its entry will have.
    struct Talk
    {
        domain::Goal goal;
        QString progress;
        QUuid entry;
        bool isNew = false; ///< said since the form was opened, not read from an earlier finish
        std::unique_ptr<ChoiceModel> choices;
    };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// `contact` is the visit itself: what it has said of goals before is taken up again.
    void load(Session& session, const QUuid& person, const QUuid& contact);
    [[nodiscard]] const std::vector<Talk>& talks() const { return m_talks; }
    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& json);

    /// Picks the progress of a goal; picking it again takes it back.
    Q_INVOKABLE void pick(int row, int choice);

Q_SIGNALS:
    void edited();

private:
    void say(Talk& talk, const QString& progress);

    Session* m_session = nullptr;
    std::vector<Talk> m_talks;
};

} // namespace doorstep::ui
