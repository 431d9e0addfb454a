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

void add(QByteArray& out, const QJsonValue& value)
{
    out += QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

void add(QByteArray& out, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const bool isPlain = text.isValidUtf16() && std::none_of(bytes.begin(), bytes.end(), [](char each) {
                             return each == '"' || each == '\\' || static_cast<uchar>(each) < ' ';
                         });
    if (isPlain)
        out.append('"').append(bytes).append('"');
    else
        add(out, QJsonValue(text));
}

void add(QByteArray& out, const domain::Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        add(out, *text);
    else if (const auto* time = std::get_if<base::Timestamp>(&value))
        out.append('"').append(time->toIsoBytes()).append('"');
    else if (const auto* id = std::get_if<QUuid>(&value))
        out.append('"').append(id->toByteArray(QUuid::WithoutBraces)).append('"');
    else if (const auto* number = std::get_if<qint64>(&value))
        out.append(QByteArray::number(*number));
    else if (const auto* truth = std::get_if<bool>(&value))
        out.append(*truth ? "true" : "false");
    else
        add(out, domain::toJson(value));
}

/// The comma before it, the name and the colon of a member.
void beginMember(QByteArray& object, QLatin1StringView name)
{
    if (!object.endsWith('{'))
        object += ',';
    object.append('"').append(name.data(), name.size()).append("\":");
}

void addFields(QByteArray& out, const domain::Record& record)
{
    out += '{';
    for (size_t i = 0; i < record.values.size(); ++i) {
        if (domain::isBlank(record.values[i]))
            continue;
        beginMember(out, record.kind->fields[i].key());
        add(out, record.values[i]);
    }
    if (record.unknown.isEmpty()) {
        out += '}';
        return;
    }
    if (!out.endsWith('{'))
        out += ',';
    out += compact(record.unknown).sliced(1);
}

} // namespace

QByteArray recordToBytes(const domain::Record& record)
{
    // Written by hand: the hub writes one of these for each change, and a tree of JSON costs several times as much.
    QByteArray bytes;
    bytes.reserve(kUsualBytes);
    bytes += '{';
    beginMember(bytes, key::kind);
    bytes.append('"').append(record.kind->key().data(), record.kind->key().size()).append('"');
    beginMember(bytes, key::id);
    add(bytes, domain::Value(record.id.uuid()));
    beginMember(bytes, key::fields);
    addFields(bytes, record);
    beginMember(bytes, key::versions);
    bytes += compact(domain::versionsJson(record));
    if (record.deletion) {
        beginMember(bytes, key::deleted);
        bytes += compact({{key::by, record.deletion->by},
                          {key::at, record.deletion->at.toIso()},
                          {key::why, record.deletion->why},
                          {key::version, record.deletion->version.text()}});
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
