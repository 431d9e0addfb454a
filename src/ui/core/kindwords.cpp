#include "ui/core/kindwords.h"

#include "domain/kinds/contact.h"
#include "ui/core/tone.h"

#include <QCoreApplication>

namespace doorstep::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("KindWords", text);
}

struct Known
{
    const char* code;
    const char* name;
    const char* icon;
    int tone;
};

constexpr Known kModes[] = {
    {"face-to-face", QT_TRANSLATE_NOOP("KindWords", "Visit"), "home", Primary},
    {"telephone", QT_TRANSLATE_NOOP("KindWords", "Phone call"), "call", Primary},
    {"telephone-about-service-user", QT_TRANSLATE_NOOP("KindWords", "Call about them"), "record_voice_over", Info},
    {"email", QT_TRANSLATE_NOOP("KindWords", "Email"), "mail_outline", Info},
    {"letter", QT_TRANSLATE_NOOP("KindWords", "Letter"), "local_post_office", Info},
    {"message", QT_TRANSLATE_NOOP("KindWords", "Message"), "message", Info},
    {"no-answer", QT_TRANSLATE_NOOP("KindWords", "No answer"), "phone_missed", Neutral},
    {"journey-support", QT_TRANSLATE_NOOP("KindWords", "Journey"), "directions_bus", Info},
};

constexpr Known kKinds[] = {
    {"journey", QT_TRANSLATE_NOOP("KindWords", "Journey"), "directions_bus", Info},
    {"signpost", QT_TRANSLATE_NOOP("KindWords", "Signpost"), "signpost", Primary},
    {"goal", QT_TRANSLATE_NOOP("KindWords", "Goal"), "outlined_flag", Primary},
    {"goal_progress", QT_TRANSLATE_NOOP("KindWords", "Goal progress"), "outlined_flag", Primary},
    {"measure", QT_TRANSLATE_NOOP("KindWords", "Measure"), "assignment_turned_in", Attention},
    {"person", QT_TRANSLATE_NOOP("KindWords", "Person"), "person", Primary},
    {"episode", QT_TRANSLATE_NOOP("KindWords", "Support"), "event", Neutral},
    {"contact", QT_TRANSLATE_NOOP("KindWords", "Contact"), "message", Primary},
    {"signpost_step", QT_TRANSLATE_NOOP("KindWords", "Take-up"), "signpost", Primary},
    {"planned_visit", QT_TRANSLATE_NOOP("KindWords", "Plan"), "event", Primary},
    {"organisation", QT_TRANSLATE_NOOP("KindWords", "Place"), "place", Info},
    {"worker", QT_TRANSLATE_NOOP("KindWords", "Worker"), "person", Info},
    {"conflict", QT_TRANSLATE_NOOP("KindWords", "Two answers"), "call_merge", Attention},
    {"attachment", QT_TRANSLATE_NOOP("KindWords", "Photo or paper"), "attach_file", Info},
};

template <size_t kSize>
KindWords find(const Known (&all)[kSize], QAnyStringView code)
{
    for (const Known& known : all) {
        if (code == QLatin1StringView(known.code))
            return {tr(known.name), QString::fromLatin1(known.icon), known.tone};
    }
    return {code.toString(), QStringLiteral("description"), Neutral};
}

} // namespace

KindWords KindWords::of(const domain::Record& record)
{
    if (record.kind == &domain::kindOf<domain::Contact>()) {
        if (const QString mode = domain::toText(record.value(u"mode")); !mode.isEmpty())
            return ofMode(mode);
    }
    return find(kKinds, record.kind->key());
}

KindWords KindWords::ofMode(const QString& mode)
{
    return find(kModes, mode);
}

} // namespace doorstep::ui
