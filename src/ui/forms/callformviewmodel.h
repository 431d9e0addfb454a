#pragma once

#include "ui/forms/contactform.h"

namespace doorstep::ui {

/// The page of everything that was not face to face: a call, a message, an attempt without answer, a call about the
/// person. The mode says which, and which questions make sense.
class CallFormViewModel : public doorstep::ui::ContactForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::FormField* direction READ direction CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* purpose READ purpose CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* phoneInsteadReason READ phoneInsteadReason CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* withWhom READ withWhom CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* organisation READ organisation CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* tryAgainOn READ tryAgainOn CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* modes READ modes CONSTANT FINAL)
    Q_PROPERTY(bool asksMinutes READ asksMinutes NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool asksPurpose READ asksPurpose NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool asksDirection READ asksDirection NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool isAboutThem READ isAboutThem NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool isNoAnswer READ isNoAnswer NOTIFY modeChanged FINAL)

public:
    CallFormViewModel(Session& session, Start start);

    [[nodiscard]] FormField* direction() const { return m_direction; }
    [[nodiscard]] FormField* purpose() const { return m_purpose; }
    [[nodiscard]] FormField* phoneInsteadReason() const { return m_phoneInsteadReason; }
    [[nodiscard]] FormField* withWhom() const { return m_withWhom; }
    [[nodiscard]] FormField* organisation() const { return m_organisation; }
    [[nodiscard]] FormField* tryAgainOn() const { return m_tryAgainOn; }
    [[nodiscard]] ChoiceModel* modes() { return &m_modes; }
    [[nodiscard]] bool asksMinutes() const;
    [[nodiscard]] bool asksPurpose() const;
    [[nodiscard]] bool asksDirection() const;
    [[nodiscard]] bool isAboutThem() const;
    [[nodiscard]] bool isNoAnswer() const;

    Q_INVOKABLE void pickMode(int row);

Q_SIGNALS:
    void modeChanged();

protected:
    void prefill() override;
    void answersChanged() override;

private:
    [[nodiscard]] bool is(const char* mode) const;
    void offerOrganisations();

    FormField* m_direction;
    FormField* m_purpose;
    FormField* m_phoneInsteadReason;
    FormField* m_withWhom;
    FormField* m_organisation;
    FormField* m_tryAgainOn;
    ChoiceModel m_modes;
};

} // namespace doorstep::ui
