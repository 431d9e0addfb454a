#pragma once

#include "base/hybridclock.h"
#include "domain/field.h"

#include <QAnyStringView>
#include <QJsonObject>
#include <QMap>

namespace doorstep::domain {

using base::RecordId;
using base::Version;

/// Who removed a record, when and why.
struct Deletion
{
    QString by;
    base::Timestamp at;
    QString why;
    Version version;
};

/// A record of any kind: values and versions lie in the order of kind->fields. Fields that this program does not
/// know are kept in `unknown` with their versions and go back untouched.
struct Record
{
    explicit Record(const KindSpec& of, RecordId recordId = {});

    const KindSpec* kind;
    RecordId id;
    std::vector<Value> values;
    std::vector<Version> versions;
    QJsonObject unknown;
    QMap<QString, Version> unknownVersions;
    std::optional<Deletion> deletion;

    [[nodiscard]] const Value& value(QAnyStringView field) const;
    void set(QAnyStringView field, Value value);
    [[nodiscard]] bool isDeleted() const { return deletion.has_value(); }
    /// The person the record is about; a person's own id for a person.
    [[nodiscard]] std::optional<QUuid> person() const;
};

/// All non-blank fields and the unknown ones as one JSON object.
[[nodiscard]] QJsonObject fieldsJson(const Record& record);
/// Reads known fields by their type; unknown names go to `unknown`. The error names the field.
[[nodiscard]] base::Status readFields(Record& record, const QJsonObject& fields);
/// The versions of all set fields: {"*": the commonest, "minutes": another, …}; short where a record was saved once.
[[nodiscard]] QJsonObject versionsJson(const Record& record);
/// Malformed versions read as "never set": a stale base then opens a conflict instead of losing a value.
void readVersions(Record& record, const QJsonObject& versions);
/// UnknownField naming the first field that the kind does not have: for input typed by people and scripts.
[[nodiscard]] base::Status refuseUnknownFields(const KindSpec& kind, const QJsonObject& fields);

template <class Struct>
[[nodiscard]] Record toRecord(const Struct& from)
{
    Record record(kindOf<Struct>(), RecordId(from.id.uuid()));
    size_t index = 0;
    std::apply(
        [&]<auto... kMember>(const TableField<kMember>&...) {
            ((record.values[index++] = toValue(from.*kMember)), ...);
        },
        Table<Struct>::kFields);
    return record;
}

template <class T>
[[nodiscard]] Value toValue(const Answer<T>& answer)
{
    return answer.has() ? AnswerTraits<T>::toValue(answer.value()) : Value(answer.empty());
}

template <class Struct>
[[nodiscard]] Struct fromRecord(const Record& record)
{
    Struct to;
    to.id = decltype(to.id)(record.id.uuid());
    size_t index = 0;
    const auto read = [&]<auto kMember>(const TableField<kMember>&)
    {
        using T = MemberType<kMember>;
        const Value& value = record.values[index++];
        if (const Empty* empty = std::get_if<Empty>(&value))
            to.*kMember = *empty;
        else
            to.*kMember = AnswerTraits<T>::fromValue(value);
    };
    std::apply([&](const auto&... fields) { (read(fields), ...); }, Table<Struct>::kFields);
    return to;
}

} // namespace doorstep::domain
