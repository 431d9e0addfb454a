#pragma once

#include "ui/forms/recordform.h"

namespace doorstep::ui {

/// The page of a goal: its words, what it is for, or why there is none yet. New words keep the earlier ones.
class GoalFormViewModel : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::FormField* wording READ wording CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* outcome READ outcome CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* company READ company CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* setOn READ setOn CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* noGoalReasons READ noGoalReasons CONSTANT FINAL)
    Q_PROPERTY(bool asksWhyNone READ asksWhyNone NOTIFY asksWhyNoneChanged FINAL)
    Q_PROPERTY(QStringList earlierWordings READ earlierWordings CONSTANT FINAL)

public:
    GoalFormViewModel(Session& session, Start start);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] FormField* wording() const { return m_wording; }
    [[nodiscard]] FormField* outcome() const { return m_outcome; }
    [[nodiscard]] FormField* company() const { return m_company; }
    [[nodiscard]] FormField* setOn() const { return m_setOn; }
    [[nodiscard]] ChoiceModel* noGoalReasons() { return &m_noGoalReasons; }
    /// While nothing is written and the person has no goal.
    [[nodiscard]] bool asksWhyNone() const;
    [[nodiscard]] QStringList earlierWordings() const { return m_earlier; }

    Q_INVOKABLE void pickNoGoalReason(int row);

Q_SIGNALS:
    void asksWhyNoneChanged();

protected:
    void prefill() override;
    [[nodiscard]] QJsonObject extras() const override;
    void restore(const QJsonObject& extras) override;
    void answersChanged() override;
    [[nodiscard]] bool savesRecord() const override;
    [[nodiscard]] base::Result<std::vector<Companion>> companions() override;

private:
    [[nodiscard]] bool hasWording() const;
    [[nodiscard]] base::Result<domain::Record> wordingEntry(const QUuid& id, const QString& words, const QDate& on);

    FormField* m_wording;
    FormField* m_outcome;
    FormField* m_company;
    FormField* m_setOn;
    ChoiceModel m_noGoalReasons;
    QString m_noGoalReason;
    QString m_wordingBefore;
    QStringList m_earlier;
    bool m_isFirst = true;
    QUuid m_entryBefore, m_entryNow; ///< ids of the entries that keep the words
};

} // namespace doorstep::ui
