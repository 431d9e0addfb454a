#include "wire/exchange.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace doorstep::wire {

using base::fail;
using base::Result;

namespace {

constexpr qsizetype kUsualBytes = 1024;

QByteArray valueBytes(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

QByteArray valueBytes(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const bool isPlain = text.isValidUtf16() && std::none_of(bytes.begin(), bytes.end(), [](char each) {
                             return each == '"' || each == '\\' || static_cast<uchar>(each) < ' ';
                         });
    return isPlain ? '"' + bytes + '"' : valueBytes(QJsonValue(text));
}

QByteArray valueBytes(const domain::Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return valueBytes(*text);
    if (const auto* time = std::get_if<base::Timestamp>(&value))
        return '"' + time->toIso().toLatin1() + '"';
    if (const auto* id = std::get_if<QUuid>(&value))
        return '"' + id->toByteArray(QUuid::WithoutBraces) + '"';
    if (const auto* number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    return valueBytes(domain::toJson(value));
}

void addMember(QByteArray& object, QLatin1StringView name, const QByteArray& value)
{
    if (!object.endsWith('{'))
        object += ',';
    object.append('"').append(name.data(), name.size()).append("\":").append(value);
}

QByteArray fieldsBytes(const domain::Record& record)
{
    QByteArray fields;
    fields.reserve(kUsualBytes);
    fields += '{';
    for (size_t i = 0; i < record.values.size(); ++i) {
        if (!domain::isBlank(record.values[i]))
            addMember(fields, record.kind->fields[i].key(), valueBytes(record.values[i]));
    }
    if (record.unknown.isEmpty())
        return fields + '}';
    if (!fields.endsWith('{'))
        fields += ',';
    return fields + compact(record.unknown).sliced(1);
}

} // namespace

QByteArray recordToBytes(const domain::Record& record)
{
    // Written by hand: the hub writes one of these for each change, and a tree of JSON costs several times as much.
    QByteArray bytes;
    bytes.reserve(kUsualBytes);
    bytes += '{';
    addMember(bytes, key::kind, valueBytes(QString(record.kind->key())));
    addMember(bytes, key::id, valueBytes(domain::Value(record.id.uuid())));
    addMember(bytes, key::fields, fieldsBytes(record));
    addMember(bytes, key::versions, compact(domain::versionsJson(record)));
    if (record.deletion) {
        addMember(bytes, key::deleted,
                  compact({{key::by, record.deletion->by},
                           {key::at, record.deletion->at.toIso()},
                           {key::why, record.deletion->why},
                           {key::version, record.deletion->version.text()}}));
    }
    return bytes + '}';
}

Result<domain::Record> recordFromJson(const QJsonObject& json)
{
    const QString kindName = json.value(key::kind).toString();
    const domain::KindSpec* kind = domain::findKind(kindName);
    if (!kind)
        return fail(ErrorCode::UnknownKind, kindName, QString(key::kind));
    const auto id = base::uuidFromText(json.value(key::id).toString());
    if (!id)
        return fail(ErrorCode::BadRequest, QStringLiteral("a record needs an id"), QString(key::id));
    domain::Record record(*kind, RecordId(*id));
    DOORSTEP_TRY(domain::readFields(record, json.value(key::fields).toObject()));
    domain::readVersions(record, json.value(key::versions).toObject());
    if (json.contains(key::deleted)) {
        const QJsonObject deleted = json.value(key::deleted).toObject();
        record.deletion =
            domain::Deletion{deleted.value(key::by).toString(),
                             base::Timestamp::fromIso(deleted.value(key::at).toString()).value_or(base::Timestamp()),
                             deleted.value(key::why).toString(),
                             base::Version::fromText(deleted.value(key::version).toString()).value_or(base::Version{})};
    }
    return record;
}

Result<domain::Record> recordFromBytes(const QByteArray& bytes)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, objectFromBytes(bytes));
    return recordFromJson(json);
}

} // namespace doorstep::wire
