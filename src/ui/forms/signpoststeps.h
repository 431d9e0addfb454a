#pragma once

#include "domain/codelist.h"

#include <QDate>
#include <QJsonArray>
#include <QUuid>

#include <vector>

namespace doorstep::ui {

/// A row of "How far has it got?".
struct StepRow
{
    QString code, label, day;
    int mark = 0; ///< Mark
};

/// The take-up of one signpost as it is being answered: the steps known so far, with their days and the ids that new
/// ones will have.
class SignpostSteps
{
public:
    enum Mark { Open, Done, Current, Failed }; ///< in the order of the radio row's marks

    struct Step
    {
        QString code;
        QDate on;
        QUuid entry;
        bool isStored = false;
    };

    explicit SignpostSteps(domain::CodeList list) : m_list(std::move(list)) {}

    void addStored(Step step);
    /// The step it has got to now. One on this path replaces later ones that were only tapped by mistake.
    void reach(const QString& code, const QDate& on, const QUuid& entry);
    void setDay(const QDate& on);
    [[nodiscard]] const Step* current() const { return m_steps.empty() ? nullptr : &m_steps.back(); }
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    [[nodiscard]] bool asksReason() const;
    [[nodiscard]] bool hasFailed() const;

    /// The main path, one step under another, and "Did not work out" (an empty code) at its end.
    [[nodiscard]] std::vector<StepRow> rows(const QDate& today) const;
    [[nodiscard]] QJsonArray toJson() const;
    void restore(const QJsonArray& json);

private:
    [[nodiscard]] int orderOf(const QString& code) const;
    [[nodiscard]] bool isOnPath(const domain::CodeEntry& entry) const;
    [[nodiscard]] const Step* find(const QString& code) const;

    domain::CodeList m_list; ///< a copy: newer lists may arrive while the form is open
    std::vector<Step> m_steps;
};

} // namespace doorstep::ui
