#pragma once

#include "domain/kinds/signpost.h"
#include "ui/core/session.h"
#include "ui/forms/choicemodel.h"

#include <memory>

namespace doorstep::ui {

/// The earlier signposts of a person whose outcome is open, each with the question what came of it.
class TakeUpModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a visit")

public:
    enum Role { QuestionRole = Qt::UserRole + 1, NowRole, AnswersRole, ReasonsRole, AsksReasonRole };

    explicit TakeUpModel(QObject* parent) : QAbstractListModel(parent) {}

    struct Answer
    {
        domain::Signpost signpost;
        QString step, reason;
        QUuid entry; ///< the id the step will have
        std::unique_ptr<ChoiceModel> answers, reasons;
    };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Without the signposts of `contact` itself.
    void load(Session& session, const QUuid& person, const QUuid& contact, const QString& givenName);
    [[nodiscard]] const std::vector<Answer>& answers() const { return m_answers; }
    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& json);

    Q_INVOKABLE void pick(int row, int answer);
    Q_INVOKABLE void pickReason(int row, int reason);

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] bool asksReason(const Answer& answer) const;
    [[nodiscard]] Answer* answerIn(int row);
    void tell(int row);

    Session* m_session = nullptr;
    QString m_givenName;
    std::vector<Answer> m_answers;
};

} // namespace doorstep::ui
