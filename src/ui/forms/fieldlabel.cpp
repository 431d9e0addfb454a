#include "ui/forms/fieldlabel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace doorstep::ui {

namespace {

struct Words
{
    const char* name;
    const char* text;
};

// Fields of the same name mean the same in every kind, so one word does.
constexpr std::array kFields{
    Words{"started_at", QT_TRANSLATE_NOOP("FieldLabel", "When")},
    Words{"minutes", QT_TRANSLATE_NOOP("FieldLabel", "How long")},
    Words{"location", QT_TRANSLATE_NOOP("FieldLabel", "Where")},
    Words{"place", QT_TRANSLATE_NOOP("FieldLabel", "Name of the place")},
    Words{"also_there", QT_TRANSLATE_NOOP("FieldLabel", "Who was there")},
    Words{"worker", QT_TRANSLATE_NOOP("FieldLabel", "Worker")},
    Words{"worker_type", QT_TRANSLATE_NOOP("FieldLabel", "Who gave the support")},
    Words{"mode", QT_TRANSLATE_NOOP("FieldLabel", "What happened")},
    Words{"direction", QT_TRANSLATE_NOOP("FieldLabel", "Who got in touch")},
    Words{"with_whom", QT_TRANSLATE_NOOP("FieldLabel", "Who you spoke to")},
    Words{"organisation", QT_TRANSLATE_NOOP("FieldLabel", "Organisation")},
    Words{"purpose", QT_TRANSLATE_NOOP("FieldLabel", "What it was for")},
    Words{"note", QT_TRANSLATE_NOOP("FieldLabel", "Notes")},
    Words{"pointed_somewhere", QT_TRANSLATE_NOOP("FieldLabel", "Pointed them to something?")},
    Words{"travelled_together", QT_TRANSLATE_NOOP("FieldLabel", "Travelled together?")},
    Words{"phoned_about_them", QT_TRANSLATE_NOOP("FieldLabel", "Phoned anyone about them?")},
    Words{"from_place", QT_TRANSLATE_NOOP("FieldLabel", "From")},
    Words{"to_place", QT_TRANSLATE_NOOP("FieldLabel", "To")},
    Words{"miles", QT_TRANSLATE_NOOP("FieldLabel", "Miles")},
    Words{"cost", QT_TRANSLATE_NOOP("FieldLabel", "Cost")},
    Words{"paid_by", QT_TRANSLATE_NOOP("FieldLabel", "Paid by")},
    Words{"independent", QT_TRANSLATE_NOOP("FieldLabel", "After we finish")},
    Words{"name", QT_TRANSLATE_NOOP("FieldLabel", "Name")},
    Words{"destination", QT_TRANSLATE_NOOP("FieldLabel", "Kind of place")},
    Words{"method", QT_TRANSLATE_NOOP("FieldLabel", "How")},
    Words{"step", QT_TRANSLATE_NOOP("FieldLabel", "How far it has got")},
    Words{"step_on", QT_TRANSLATE_NOOP("FieldLabel", "Day")},
    Words{"getting_there", QT_TRANSLATE_NOOP("FieldLabel", "Getting there")},
    Words{"not_taken_up_reason", QT_TRANSLATE_NOOP("FieldLabel", "Why it did not work out")},
    Words{"reason", QT_TRANSLATE_NOOP("FieldLabel", "Why it did not work out")},
    Words{"wording", QT_TRANSLATE_NOOP("FieldLabel", "The goal, in their words")},
    Words{"outcome", QT_TRANSLATE_NOOP("FieldLabel", "What the goal is for")},
    Words{"progress", QT_TRANSLATE_NOOP("FieldLabel", "Progress")},
    Words{"set_on", QT_TRANSLATE_NOOP("FieldLabel", "Set on")},
    Words{"on_date", QT_TRANSLATE_NOOP("FieldLabel", "Day")},
    Words{"company", QT_TRANSLATE_NOOP("FieldLabel", "Would they like company for it?")},
    Words{"point", QT_TRANSLATE_NOOP("FieldLabel", "When it is asked")},
    Words{"way", QT_TRANSLATE_NOOP("FieldLabel", "How it is asked")},
    Words{"taken_on", QT_TRANSLATE_NOOP("FieldLabel", "Day")},
    Words{"not_asked_reason", QT_TRANSLATE_NOOP("FieldLabel", "Why it was not asked")},
    Words{"score", QT_TRANSLATE_NOOP("FieldLabel", "Score")},
    Words{"given_name", QT_TRANSLATE_NOOP("FieldLabel", "First name")},
    Words{"family_name", QT_TRANSLATE_NOOP("FieldLabel", "Family name")},
    Words{"known_as", QT_TRANSLATE_NOOP("FieldLabel", "Known as")},
    Words{"date_of_birth", QT_TRANSLATE_NOOP("FieldLabel", "Date of birth")},
    Words{"phone", QT_TRANSLATE_NOOP("FieldLabel", "Phone number")},
    Words{"phone_alternative", QT_TRANSLATE_NOOP("FieldLabel", "Second phone number")},
    Words{"email", QT_TRANSLATE_NOOP("FieldLabel", "Email")},
    Words{"address", QT_TRANSLATE_NOOP("FieldLabel", "Address")},
    Words{"postcode", QT_TRANSLATE_NOOP("FieldLabel", "Postcode")},
    Words{"gender", QT_TRANSLATE_NOOP("FieldLabel", "Gender")},
    Words{"ethnicity", QT_TRANSLATE_NOOP("FieldLabel", "Ethnicity")},
    Words{"living_arrangements", QT_TRANSLATE_NOOP("FieldLabel", "Who they live with")},
    Words{"matters", QT_TRANSLATE_NOOP("FieldLabel", "What matters to them")},
    Words{"access_note", QT_TRANSLATE_NOOP("FieldLabel", "Access needs")},
    Words{"ended_on", QT_TRANSLATE_NOOP("FieldLabel", "Ended on")},
    Words{"closure_reason", QT_TRANSLATE_NOOP("FieldLabel", "Why support ended")},
    Words{"no_goal_reason", QT_TRANSLATE_NOOP("FieldLabel", "Why there is no goal")},
    Words{"state", QT_TRANSLATE_NOOP("FieldLabel", "State")},
    Words{"starts_at", QT_TRANSLATE_NOOP("FieldLabel", "When")},
};

} // namespace

QString fieldLabel(QStringView field)
{
    const auto* const found = std::find_if(
        kFields.begin(), kFields.end(), [field](const Words& each) { return field == QLatin1StringView(each.name); });
    if (found != kFields.end())
        return QCoreApplication::translate("FieldLabel", found->text);
    return field.toString().replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString unitText(const domain::FieldSpec& field)
{
    const QLatin1StringView unit(field.unit ? field.unit : "");
    if (unit == QLatin1StringView("min"))
        return QCoreApplication::translate("FieldLabel", "min");
    if (unit == QLatin1StringView("mi"))
        return QCoreApplication::translate("FieldLabel", "miles");
    if (unit == QLatin1StringView("GBP"))
        return QStringLiteral("£");
    return unit;
}

} // namespace doorstep::ui
