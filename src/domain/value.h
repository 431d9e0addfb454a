#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/timestamp.h"

#include <QDate>
#include <QJsonValue>
#include <QStringList>

#include <variant>

namespace doorstep::domain {

/// Why a field holds no value (R19). Blank means nobody has touched it; the other three are answers and survive
/// every round trip.
enum class Empty : quint8 { Blank, NotAsked, Declined, NotKnown };

enum class FieldType : quint8 {
    Text,
    Code,  ///< an entry of a code list; unknown codes are kept
    Codes, ///< a set of codes or ids
    Integer,
    Decimal,
    Boolean,
    Date,      ///< a calendar day
    Time,      ///< a moment with offset
    Reference, ///< the id of another record
};

/// The value of one field in the form that store, wire and merge share.
using Value = std::variant<Empty, QString, QStringList, qint64, double, bool, QDate, base::Timestamp, QUuid>;

[[nodiscard]] inline bool isEmpty(const Value& value)
{
    return std::holds_alternative<Empty>(value);
}
[[nodiscard]] inline bool isBlank(const Value& value)
{
    const Empty* empty = std::get_if<Empty>(&value);
    return empty && *empty == Empty::Blank;
}

/// "not-asked", "declined", "not-known"; Blank has no code.
[[nodiscard]] QLatin1StringView emptyCode(Empty empty);
[[nodiscard]] std::optional<Empty> emptyFromCode(QStringView code);
/// "text", "code", … as `describe` prints them.
[[nodiscard]] QLatin1StringView typeName(FieldType type);

/// Blank is null, the other empty states {"empty":"declined"}; dates, times and ids are strings, sets arrays.
[[nodiscard]] QJsonValue toJson(const Value& value);
/// InvalidValue with a sentence about the expected form when the JSON does not fit the type.
[[nodiscard]] base::Result<Value> valueFromJson(const QJsonValue& json, FieldType type);
/// The value as a person would type it: for search, exports and messages.
[[nodiscard]] QString toText(const Value& value);

} // namespace doorstep::domain
