#include "domain/scoring.h"

#include "domain/record.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace doorstep::domain {

namespace {

struct FieldOfItem
{
    QLatin1StringView instrument, item, field;
};

// Questions without a line here have no field yet: their instrument cannot be asked.
constexpr std::array kFieldsOfItems{
    FieldOfItem{QLatin1StringView("ucla-3"), QLatin1StringView("companionship"), QLatin1StringView("companionship")},
    FieldOfItem{QLatin1StringView("ucla-3"), QLatin1StringView("left-out"), QLatin1StringView("left_out")},
    FieldOfItem{QLatin1StringView("ucla-3"), QLatin1StringView("isolated"), QLatin1StringView("isolated")},
    FieldOfItem{QLatin1StringView("direct-loneliness"), QLatin1StringView("feel-lonely"),
                QLatin1StringView("direct_loneliness")},
    FieldOfItem{QLatin1StringView("ons-4"), QLatin1StringView("life-satisfaction"), QLatin1StringView("satisfied")},
    FieldOfItem{QLatin1StringView("ons-4"), QLatin1StringView("worthwhile"), QLatin1StringView("worthwhile")},
    FieldOfItem{QLatin1StringView("ons-4"), QLatin1StringView("happiness"), QLatin1StringView("happy")},
    FieldOfItem{QLatin1StringView("ons-4"), QLatin1StringView("anxiety"), QLatin1StringView("anxious")},
};

QString textOf(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1StringView(key)).toString();
}

MeasureItem itemFrom(const QJsonObject& json, const QString& instrument, bool lowerIsBetter)
{
    MeasureItem item;
    item.code = textOf(json, "code");
    item.text = textOf(json, "text");
    item.label = textOf(json, "label");
    item.field = measureField(instrument, item.code);
    item.lowerIsBetter = json.value(QLatin1StringView("lower_is_better")).toBool(lowerIsBetter);
    const QJsonArray answers = json.value(QLatin1StringView("answers")).toArray();
    for (const QJsonValue& each : answers) {
        const QJsonObject answer = each.toObject();
        item.answers.push_back(
            {textOf(answer, "code"), textOf(answer, "label"), answer.value(QLatin1StringView("score")).toInt()});
    }
    const QJsonObject scale = json.value(QLatin1StringView("scale")).toObject();
    item.scaleLeast = scale.value(QLatin1StringView("min")).toInt();
    item.scaleMost = scale.value(QLatin1StringView("max")).toInt();
    item.scaleLeastLabel = textOf(scale, "min_label");
    item.scaleMostLabel = textOf(scale, "max_label");
    return item;
}

Instrument instrumentFrom(const CodeEntry& entry)
{
    const QJsonObject& json = entry.extra;
    const QJsonObject scoring = json.value(QLatin1StringView("scoring")).toObject();
    Instrument instrument;
    instrument.code = entry.code;
    instrument.label = entry.label;
    instrument.formal = textOf(json, "formal");
    instrument.personTitle = textOf(json, "person_title");
    instrument.intro = textOf(json, "intro");
    instrument.citation = textOf(json, "citation");
    instrument.points = json.value(QLatin1StringView("points")).toVariant().toStringList();
    instrument.isCore = json.value(QLatin1StringView("core")).toBool();
    instrument.isAdded = scoring.value(QLatin1StringView("sum")).toBool();
    instrument.lowerIsBetter = scoring.value(QLatin1StringView("lower_is_better")).toBool();
    instrument.least = scoring.value(QLatin1StringView("min")).toInt();
    instrument.most = scoring.value(QLatin1StringView("max")).toInt();
    const QJsonArray items = json.value(QLatin1StringView("items")).toArray();
    for (const QJsonValue& item : items)
        instrument.items.push_back(itemFrom(item.toObject(), instrument.code, instrument.lowerIsBetter));
    return instrument;
}

std::optional<Crossing> crossingOf(int start, int later, const ProgrammeRules& rules)
{
    const auto before = lonelinessClass(start, rules);
    const auto after = lonelinessClass(later, rules);
    if (!before || !after)
        return std::nullopt;
    if (*before == LonelinessClass::Lonely)
        return *after == LonelinessClass::Lonely ? Crossing::StayedLonely : Crossing::BecameNotLonely;
    return *after == LonelinessClass::Lonely ? Crossing::BecameLonely : Crossing::StayedNotLonely;
}

} // namespace

bool Instrument::canBeAsked() const
{
    return !items.empty() &&
           std::all_of(items.begin(), items.end(), [](const MeasureItem& item) { return !item.field.isEmpty(); });
}

QLatin1StringView measureField(QStringView instrument, QStringView item)
{
    for (const FieldOfItem& each : kFieldsOfItems) {
        if (instrument == each.instrument && item == each.item)
            return each.field;
    }
    return {};
}

std::optional<Instrument> findInstrument(const CodeLists& lists, QStringView code)
{
    const CodeEntry* entry = lists.list(u"measures").find(code);
    return entry ? std::optional(instrumentFrom(*entry)) : std::nullopt;
}

std::vector<Instrument> allInstruments(const CodeLists& lists)
{
    std::vector<Instrument> all;
    for (const CodeEntry& entry : lists.list(u"measures").entries)
        all.push_back(instrumentFrom(entry));
    return all;
}

Whole itemAnswer(const Measure& measure, const MeasureItem& item)
{
    const Record record = toRecord(measure);
    const Value& value = record.value(item.field);
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    return isEmpty(value) ? std::get<Empty>(value) : Empty::Blank;
}

std::optional<int> score(const Instrument& instrument, const Measure& measure)
{
    if (!instrument.isAdded || !instrument.canBeAsked() || !measure.instrument.is(Code{instrument.code}))
        return std::nullopt;
    qint64 sum = 0;
    for (const MeasureItem& item : instrument.items) {
        const Whole answer = itemAnswer(measure, item);
        if (!answer.has())
            return std::nullopt;
        sum += answer.value();
    }
    return static_cast<int>(sum);
}

std::optional<LonelinessClass> lonelinessClass(int uclaScore, const ProgrammeRules& rules)
{
    if (rules.lonely.holds(uclaScore))
        return LonelinessClass::Lonely;
    if (rules.notLonely.holds(uclaScore))
        return LonelinessClass::NotLonely;
    return std::nullopt;
}

bool isMostLonely(int uclaScore, const ProgrammeRules& rules)
{
    return rules.mostLonely.holds(uclaScore);
}

std::optional<ScoreChange> scoreChange(const Instrument& instrument, const Measure& start, const Measure& later,
                                       const ProgrammeRules& rules)
{
    const auto before = score(instrument, start);
    const auto after = score(instrument, later);
    if (!before || !after)
        return std::nullopt;
    ScoreChange change{*before, *after, *after - *before, {}, {}};
    const int gain = instrument.lowerIsBetter ? -change.difference : change.difference;
    change.change = gain > 0 ? ChangeClass::Improved : gain < 0 ? ChangeClass::Deteriorated : ChangeClass::Maintained;
    if (instrument.code == QLatin1StringView("ucla-3"))
        change.crossing = crossingOf(*before, *after, rules);
    return change;
}

std::optional<ScoreChange> changeSinceStart(const Instrument& instrument, std::span<const Measure> measures,
                                            QStringView point, const ProgrammeRules& rules)
{
    const Measure* start = nullptr;
    const Measure* later = nullptr;
    const auto takenOn = [](const Measure* measure) { return measure->takenOn.valueOr(QDate()); };
    for (const Measure& measure : measures) {
        if (!score(instrument, measure))
            continue;
        const QString at = measure.point.valueOr(Code{}).text;
        if (at == QLatin1StringView("start") && (!start || takenOn(&measure) < takenOn(start)))
            start = &measure;
        if (at == point && (!later || takenOn(&measure) >= takenOn(later)))
            later = &measure;
    }
    if (!start || !later || start == later)
        return std::nullopt;
    return scoreChange(instrument, *start, *later, rules);
}

} // namespace doorstep::domain
