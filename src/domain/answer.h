#pragma once

#include "domain/value.h"

namespace doorstep::domain {

/// An entry of a code list. A type of its own, so that a code is never mistaken for words.
struct Code
{
    QString text;
    friend bool operator==(const Code&, const Code&) = default;
};

/// A set of codes or record ids, kept sorted without doubles.
struct Codes
{
    QStringList list;
    friend bool operator==(const Codes&, const Codes&) = default;
};

/// A field of a record: a value, or the reason why there is none.
template <class T>
class Answer
{
public:
    Answer() = default;
    Answer(T value) : m_value(std::move(value)) {} // NOLINT: a value is an answer
    Answer(Empty empty) : m_value(empty) {}        // NOLINT

    [[nodiscard]] bool has() const { return std::holds_alternative<T>(m_value); }
    [[nodiscard]] const T& value() const { return std::get<T>(m_value); }
    [[nodiscard]] T valueOr(T fallback) const { return has() ? value() : std::move(fallback); }
    /// Only when has() is false.
    [[nodiscard]] Empty empty() const { return std::get<Empty>(m_value); }
    [[nodiscard]] bool is(const T& value) const { return has() && this->value() == value; }
    [[nodiscard]] bool isBlank() const { return !has() && empty() == Empty::Blank; }

    friend bool operator==(const Answer&, const Answer&) = default;

private:
    std::variant<Empty, T> m_value = Empty::Blank;
};

using Text = Answer<QString>;
using Choice = Answer<Code>;
using Choices = Answer<Codes>;
using Whole = Answer<qint64>;
using Decimal = Answer<double>;
using YesNo = Answer<bool>;
using Day = Answer<QDate>;
using Moment = Answer<base::Timestamp>;
template <class Record>
using Ref = Answer<base::Id<Record>>;

/// How a C++ type of an Answer maps to a FieldType and to the shared Value.
template <class T>
struct AnswerTraits;

template <class T, FieldType kFieldType>
struct PlainTraits
{
    static constexpr FieldType kType = kFieldType;
    static Value toValue(const T& value) { return value; }
    static T fromValue(const Value& value) { return std::get<T>(value); }
};
template <>
struct AnswerTraits<QString> : PlainTraits<QString, FieldType::Text>
{
};
template <>
struct AnswerTraits<qint64> : PlainTraits<qint64, FieldType::Integer>
{
};
template <>
struct AnswerTraits<double> : PlainTraits<double, FieldType::Decimal>
{
};
template <>
struct AnswerTraits<bool> : PlainTraits<bool, FieldType::Boolean>
{
};
template <>
struct AnswerTraits<QDate> : PlainTraits<QDate, FieldType::Date>
{
};
template <>
struct AnswerTraits<base::Timestamp> : PlainTraits<base::Timestamp, FieldType::Time>
{
};
template <>
struct AnswerTraits<Code>
{
    static constexpr FieldType kType = FieldType::Code;
    static Value toValue(const Code& code) { return code.text; }
    static Code fromValue(const Value& value) { return Code{std::get<QString>(value)}; }
};
template <>
struct AnswerTraits<Codes>
{
    static constexpr FieldType kType = FieldType::Codes;
    static Value toValue(const Codes& codes) { return codes.list; }
    static Codes fromValue(const Value& value) { return Codes{std::get<QStringList>(value)}; }
};
template <class Tag>
struct AnswerTraits<base::Id<Tag>>
{
    static constexpr FieldType kType = FieldType::Reference;
    static Value toValue(const base::Id<Tag>& id) { return id.uuid(); }
    static base::Id<Tag> fromValue(const Value& value) { return base::Id<Tag>(std::get<QUuid>(value)); }
};

} // namespace doorstep::domain
