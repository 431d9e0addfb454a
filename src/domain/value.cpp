#include "domain/value.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <cmath>

namespace doorstep::domain {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::array kEmptyCodes{QLatin1StringView(""), QLatin1StringView("not-asked"), QLatin1StringView("declined"),
                                 QLatin1StringView("not-known")};
constexpr std::array kTypeNames{
    QLatin1StringView("text"),    QLatin1StringView("code"),    QLatin1StringView("codes"),
    QLatin1StringView("integer"), QLatin1StringView("decimal"), QLatin1StringView("boolean"),
    QLatin1StringView("date"),    QLatin1StringView("time"),    QLatin1StringView("reference")};
// Beyond 2^53 a JSON number is no longer exact.
constexpr double kLargestExact = 9007199254740992.0;
const QLatin1StringView kEmptyKey("empty");

auto wrong(const char* expected)
{
    return fail(ErrorCode::InvalidValue, QString::fromLatin1(expected));
}

Result<Value> textFromJson(const QJsonValue& json, FieldType type)
{
    if (!json.isString())
        return wrong(type == FieldType::Text ? "expected text" : "expected a code");
    const QString text = json.toString();
    if (type == FieldType::Code && text.isEmpty())
        return wrong("a code is never empty; null clears the field");
    return Value(text);
}

Result<Value> setFromJson(const QJsonValue& json)
{
    if (!json.isArray())
        return wrong("expected a list of codes");
    QStringList codes;
    const QJsonArray array = json.toArray();
    for (const QJsonValue& each : array) {
        if (!each.isString() || each.toString().isEmpty())
            return wrong("expected a list of codes");
        codes << each.toString();
    }
    // A set has no order and no doubles; one form makes equal sets equal.
    codes.sort();
    codes.removeDuplicates();
    return Value(codes);
}

Result<Value> numberFromJson(const QJsonValue& json, FieldType type)
{
    if (!json.isDouble())
        return wrong("expected a number");
    const double number = json.toDouble();
    if (type == FieldType::Decimal)
        return Value(number);
    if (std::trunc(number) != number || std::abs(number) > kLargestExact)
        return wrong("expected a whole number");
    return Value(static_cast<qint64>(number));
}

Result<Value> dateFromJson(const QJsonValue& json)
{
    const QDate date = QDate::fromString(json.toString(), Qt::ISODate);
    if (!json.isString() || json.toString().size() != 10 || !date.isValid())
        return wrong("expected a date such as 2026-11-24");
    return Value(date);
}

Result<Value> timeFromJson(const QJsonValue& json)
{
    const auto time = base::Timestamp::fromIso(json.toString());
    if (!json.isString() || !time)
        return wrong("expected a time with offset such as 2026-11-24T10:02:00+00:00");
    return Value(*time);
}

Result<Value> referenceFromJson(const QJsonValue& json)
{
    const auto id = base::uuidFromText(json.toString());
    if (!json.isString() || !id)
        return wrong("expected the id of a record");
    return Value(*id);
}

Result<Value> emptyFromJson(const QJsonObject& object)
{
    const auto empty = emptyFromCode(object.value(kEmptyKey).toString());
    if (!empty || object.size() != 1)
        return wrong(R"(expected a value, null, or {"empty":"not-asked"|"declined"|"not-known"})");
    return Value(*empty);
}

} // namespace

QLatin1StringView emptyCode(Empty empty)
{
    return kEmptyCodes.at(static_cast<size_t>(empty));
}

std::optional<Empty> emptyFromCode(QStringView code)
{
    for (size_t i = 1; i < kEmptyCodes.size(); ++i) {
        if (code == kEmptyCodes.at(i))
            return static_cast<Empty>(i);
    }
    return std::nullopt;
}

QLatin1StringView typeName(FieldType type)
{
    return kTypeNames.at(static_cast<size_t>(type));
}

QJsonValue toJson(const Value& value)
{
    struct Visitor
    {
        QJsonValue operator()(Empty empty) const
        {
            if (empty == Empty::Blank)
                return QJsonValue::Null;
            return QJsonObject{{kEmptyKey, emptyCode(empty)}};
        }
        QJsonValue operator()(const QString& text) const { return text; }
        QJsonValue operator()(const QStringList& codes) const { return QJsonArray::fromStringList(codes); }
        QJsonValue operator()(qint64 number) const { return number; }
        QJsonValue operator()(double number) const { return number; }
        QJsonValue operator()(bool truth) const { return truth; }
        QJsonValue operator()(QDate date) const { return date.toString(Qt::ISODate); }
        QJsonValue operator()(const base::Timestamp& time) const { return time.toIso(); }
        QJsonValue operator()(const QUuid& id) const { return base::uuidText(id); }
    };
    return std::visit(Visitor{}, value);
}

Result<Value> valueFromJson(const QJsonValue& json, FieldType type)
{
    if (json.isNull() || json.isUndefined())
        return Value(Empty::Blank);
    if (json.isObject())
        return emptyFromJson(json.toObject());
    switch (type) {
    case FieldType::Text:
    case FieldType::Code:
        return textFromJson(json, type);
    case FieldType::Codes:
        return setFromJson(json);
    case FieldType::Integer:
    case FieldType::Decimal:
        return numberFromJson(json, type);
    case FieldType::Boolean:
        if (!json.isBool())
            return wrong("expected true or false");
        return Value(json.toBool());
    case FieldType::Date:
        return dateFromJson(json);
    case FieldType::Time:
        return timeFromJson(json);
    case FieldType::Reference:
        return referenceFromJson(json);
    }
    return wrong("expected a value");
}

QString toText(const Value& value)
{
    if (const auto* codes = std::get_if<QStringList>(&value))
        return codes->join(QStringLiteral(", "));
    if (isEmpty(value))
        return emptyCode(std::get<Empty>(value));
    return toJson(value).toVariant().toString();
}

} // namespace doorstep::domain
