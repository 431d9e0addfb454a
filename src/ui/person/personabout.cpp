#include "ui/person/personabout.h"

#include "ui/core/words.h"
#include "ui/person/persongroups.h"

#include <QCoreApplication>

namespace doorstep::ui {

using domain::Empty;
using domain::FieldSpec;
using domain::FieldType;
using domain::Record;
using domain::Value;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PersonAbout)
};

QString textOf(const CaseFile& file, const FieldSpec& field, const Value& value)
{
    if (const Empty* empty = std::get_if<Empty>(&value))
        return words::empty(*empty);
    if (const bool* flag = std::get_if<bool>(&value))
        return *flag ? Say::tr("Yes") : Say::tr("No");
    if (const QDate* day = std::get_if<QDate>(&value))
        return QLocale().toString(*day, QStringLiteral("d MMMM yyyy"));
    const QString list = QString::fromLatin1(field.list);
    if (field.type == FieldType::Code)
        return file.lists().label(list, std::get<QString>(value));
    if (field.type != FieldType::Codes)
        return domain::toText(value);
    QStringList labels;
    for (const QString& code : std::get<QStringList>(value))
        labels << file.lists().label(list, code);
    return labels.join(QStringLiteral(", "));
}

/// Detail questions stay out of sight until something is known.
bool isShown(const FieldSpec& field, const Value& value)
{
    static const QStringList kDetails{QStringLiteral("birth_year"),           QStringLiteral("gender_description"),
                                      QStringLiteral("bereaved_on"),          QStringLiteral("separated_on"),
                                      QStringLiteral("retired_on"),           QStringLiteral("health_kinds"),
                                      QStringLiteral("phone_alternative"),    QStringLiteral("known_as"),
                                      QStringLiteral("decline_reason"),       QStringLiteral("no_goal_reason"),
                                      QStringLiteral("transport_arranged_on")};
    return !domain::isBlank(value) || !kDetails.contains(field.key());
}

QString labelsOf(const CaseFile& file, QStringView list, const domain::Choices& codes)
{
    QStringList labels;
    for (const QString& code : codes.valueOr({}).list)
        labels << file.lists().label(list, code);
    return labels.join(QStringLiteral(", "));
}

} // namespace

std::vector<AboutRow> aboutRowsOf(const CaseFile& file)
{
    std::vector<AboutRow> rows;
    const Record person = file.records().front();
    for (const PersonGroup& group : personGroups()) {
        const Record* record = group.kind == std::string_view("person") ? &person : file.episode();
        if (!record)
            continue;
        const size_t first = rows.size();
        for (const PersonQuestion& question : group.questions) {
            const auto index = static_cast<size_t>(record->kind->indexOf(QLatin1StringView(question.field)));
            const FieldSpec& field = record->kind->fields[index];
            const Value& value = record->values[index];
            if (!isShown(field, value))
                continue;
            AboutRow row{QString::fromLatin1(group.code), questionText(group.title), questionText(question.label),
                         textOf(file, field, value), !domain::isEmpty(value)};
            if (row.text.isEmpty())
                row.text = Say::tr("Not asked yet");
            rows.push_back(std::move(row));
        }
        if (rows.size() > first) {
            rows[first].isFirst = true;
            rows.back().isLast = true;
        }
    }
    return rows;
}

BeforeVisit beforeVisitOf(const CaseFile& file)
{
    const domain::Person& person = file.person();
    BeforeVisit before;
    if (person.visitRisk.has()) {
        const domain::CodeEntry* entry = file.lists().list(u"visit-risk-ratings").find(person.visitRisk.value().text);
        before.isWarning = entry && entry->extra.value(QLatin1StringView("warns")).toBool();
        before.risk = before.isWarning ? words::joined({entry->label, person.riskNote.valueOr({})}) : QString();
    }
    before.access = words::joined({labelsOf(file, u"access-needs", person.accessNeeds),
                                   labelsOf(file, u"communication-needs", person.communicationNeeds),
                                   person.accessNote.valueOr({})});
    before.matters = person.matters.valueOr({});
    return before;
}

QString missingSentence(const QString& sentence, const QString& label)
{
    static const QHash<QString, const char*> kSentences{
        {QStringLiteral("date-of-birth"), QT_TRANSLATE_NOOP("Missing", "Date of birth was not asked yet")},
        {QStringLiteral("gender"), QT_TRANSLATE_NOOP("Missing", "Gender was not asked yet")},
        {QStringLiteral("ethnicity"), QT_TRANSLATE_NOOP("Missing", "Ethnicity was not asked yet")},
        {QStringLiteral("living-arrangements"), QT_TRANSLATE_NOOP("Missing", "Who they live with was not asked yet")},
        {QStringLiteral("trigger-groups"),
         QT_TRANSLATE_NOOP("Missing", "Bereavement, health and the like were not asked yet")},
        {QStringLiteral("referral-source"), QT_TRANSLATE_NOOP("Missing", "Who referred them is not recorded")},
        {QStringLiteral("assessment"), QT_TRANSLATE_NOOP("Missing", "The assessment is not recorded")},
        {QStringLiteral("start-measure"), QT_TRANSLATE_NOOP("Missing", "There is no start score and no reason why")},
        {QStringLiteral("goals"), QT_TRANSLATE_NOOP("Missing", "No goal yet, and no reason why")},
        {QStringLiteral("contact-minutes"), QT_TRANSLATE_NOOP("Missing", "A visit or call has no minutes")},
        {QStringLiteral("take-up"), QT_TRANSLATE_NOOP("Missing", "What came of a signpost is not known")},
        {QStringLiteral("end-measure"), QT_TRANSLATE_NOOP("Missing", "There is no end score and no reason why")},
        {QStringLiteral("closure-reason"), QT_TRANSLATE_NOOP("Missing", "Why support ended is not recorded")},
    };
    const char* text = kSentences.value(sentence);
    return text ? QCoreApplication::translate("Missing", text) : label;
}

} // namespace doorstep::ui
