#pragma once

#include "domain/kinds/contact.h"
#include "domain/programmeclock.h"
#include "ui/forms/recordform.h"

namespace doorstep::ui {

/// What visits and calls have in common: when, how long, notes, and the checks of a contact.
class ContactForm : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::FormField* when READ when CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* minutes READ minutes CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* note READ note CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* minutesChoices READ minutesChoices CONSTANT FINAL)

public:
    ContactForm(FormPage page, Session& session, Start start);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] FormField* when() const { return m_when; }
    [[nodiscard]] FormField* minutes() const { return m_minutes; }
    [[nodiscard]] FormField* note() const { return m_note; }
    [[nodiscard]] ChoiceModel* minutesChoices() { return &m_minutesChoices; }

    Q_INVOKABLE void pickMinutes(int row);

protected:
    void prefill() override;
    void answersChanged() override;
    [[nodiscard]] QStringList findWarnings() override;
    [[nodiscard]] base::Result<std::vector<Companion>> companions() override;
    [[nodiscard]] QString mode() const;
    /// The day of the contact; today when it is not known.
    [[nodiscard]] QDate day() const;
    /// Offers the minutes of the rule and takes those of the last contact of this mode, while the form is new.
    void offerMinutes();

private:
    [[nodiscard]] std::optional<qint64> lastMinutes() const;

    FormField* m_when;
    FormField* m_minutes;
    FormField* m_note;
    ChoiceModel m_minutesChoices;
    domain::ProgrammeRules m_rules;
    domain::EpisodeDays m_episode;
    std::vector<domain::Contact> m_others;
};

} // namespace doorstep::ui
