#include "ui/forms/warningtext.h"

#include <QCoreApplication>

namespace doorstep::ui {

using domain::SoftWarning;

QString warningText(SoftWarning warning)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("WarningText", text); };
    switch (warning) {
    case SoftWarning::AllDayOuting:
        return say(QT_TRANSLATE_NOOP("WarningText", "More than four hours: was it an outing for most of the day?"));
    case SoftWarning::VeryLong:
        return say(QT_TRANSLATE_NOOP("WarningText", "More than twelve hours: is the time right?"));
    case SoftWarning::InFuture:
        return say(QT_TRANSLATE_NOOP("WarningText", "This day or time is still to come."));
    case SoftWarning::SecondVisitOfDay:
        return say(QT_TRANSLATE_NOOP("WarningText", "There is another visit to them on this day."));
    case SoftWarning::Duplicate:
        return say(QT_TRANSLATE_NOOP("WarningText", "The same is recorded for this day already. Is it the same one?"));
    case SoftWarning::AfterEnding:
        return say(QT_TRANSLATE_NOOP("WarningText", "Support had ended by then. It is kept as after-care."));
    case SoftWarning::EndBeforeStart:
        return say(QT_TRANSLATE_NOOP("WarningText", "The end lies before the start."));
    case SoftWarning::EndMeasureOnStartDay:
        return say(QT_TRANSLATE_NOOP("WarningText", "The start measure is of the same day."));
    case SoftWarning::EndMeasureTooEarly:
        return say(QT_TRANSLATE_NOOP("WarningText", "There have been fewer than two contacts so far: is it the end?"));
    case SoftWarning::PlannedEndUnseen:
        return say(QT_TRANSLATE_NOOP("WarningText", "It says the agreed end was reached, but no contact is recorded."));
    }
    return {};
}

QStringList warningTexts(const std::vector<domain::SoftCheck>& checks)
{
    QStringList texts;
    for (const domain::SoftCheck& check : checks)
        texts.append(warningText(check.warning));
    return texts;
}

} // namespace doorstep::ui
