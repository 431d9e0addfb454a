#pragma once

#include "ui/forms/recordform.h"

namespace doorstep::ui {

/// The page on which progress with one goal is noted outside a visit, with new words for it where it changed.
class GoalProgressFormViewModel
    : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(QString goalWording READ goalWording CONSTANT FINAL)
    Q_PROPERTY(QString goalSubtitle READ goalSubtitle CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* progress READ progress CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* point READ point CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* on READ on CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* wording READ wording CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* note READ note CONSTANT FINAL)

public:
    GoalProgressFormViewModel(Session& session, Start start);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString goalWording() const { return m_goalWording; }
    /// "Goal 1 · friendships and networks"
    [[nodiscard]] QString goalSubtitle() const { return m_goalSubtitle; }
    [[nodiscard]] FormField* progress() const { return m_progress; }
    [[nodiscard]] FormField* point() const { return m_point; }
    [[nodiscard]] FormField* on() const { return m_on; }
    [[nodiscard]] FormField* wording() const { return m_wording; }
    [[nodiscard]] FormField* note() const { return m_note; }

protected:
    void prefill() override;
    [[nodiscard]] base::Result<std::vector<Companion>> companions() override;

private:
    FormField* m_progress;
    FormField* m_point;
    FormField* m_on;
    FormField* m_wording;
    FormField* m_note;
    QString m_goalWording, m_goalSubtitle;
};

} // namespace doorstep::ui
