#pragma once

#include "ui/forms/recordform.h"

namespace doorstep::ui {

/// The page of a journey made together.
class JourneyFormViewModel : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::FormField* when READ when CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* fromKind READ fromKind CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* fromPlace READ fromPlace CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* toKind READ toKind CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* toPlace READ toPlace CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* mode READ mode CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* purpose READ purpose CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* independent READ independent CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* minutes READ minutes CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* miles READ miles CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* cost READ cost CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* note READ note CONSTANT FINAL)

public:
    JourneyFormViewModel(Session& session, Start start);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] FormField* when() const { return m_when; }
    [[nodiscard]] FormField* fromKind() const { return m_fromKind; }
    [[nodiscard]] FormField* fromPlace() const { return m_fromPlace; }
    [[nodiscard]] FormField* toKind() const { return m_toKind; }
    [[nodiscard]] FormField* toPlace() const { return m_toPlace; }
    [[nodiscard]] FormField* mode() const { return m_mode; }
    [[nodiscard]] FormField* purpose() const { return m_purpose; }
    [[nodiscard]] FormField* independent() const { return m_independent; }
    [[nodiscard]] FormField* minutes() const { return m_minutes; }
    [[nodiscard]] FormField* miles() const { return m_miles; }
    [[nodiscard]] FormField* cost() const { return m_cost; }
    [[nodiscard]] FormField* note() const { return m_note; }

    /// Picks the kind of place and writes its name where none was typed.
    Q_INVOKABLE void pickFrom(int row);
    Q_INVOKABLE void pickTo(int row);

protected:
    void prefill() override;
    void answersChanged() override;

private:
    FormField* m_when;
    FormField* m_fromKind;
    FormField* m_fromPlace;
    FormField* m_toKind;
    FormField* m_toPlace;
    FormField* m_mode;
    FormField* m_purpose;
    FormField* m_independent;
    FormField* m_minutes;
    FormField* m_miles;
    FormField* m_cost;
    FormField* m_note;
};

} // namespace doorstep::ui
