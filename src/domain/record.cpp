#include "domain/record.h"

#include <map>

namespace doorstep::domain {

using base::ErrorCode;
using base::fail;

namespace {
// No field may have this name: field names are letters, digits and underscores.
const QString kCommonVersion = QStringLiteral("*");
} // namespace

Record::Record(const KindSpec& of, RecordId recordId)
    : kind(&of), id(recordId), values(of.fields.size(), Value(Empty::Blank)), versions(of.fields.size())
{
}

const Value& Record::value(QAnyStringView field) const
{
    static const Value kBlank(Empty::Blank);
    const int index = kind->indexOf(field);
    return index < 0 ? kBlank : values[static_cast<size_t>(index)];
}

void Record::set(QAnyStringView field, Value value)
{
    const int index = kind->indexOf(field);
    Q_ASSERT_X(index >= 0, "Record::set", "no such field");
    values[static_cast<size_t>(index)] = std::move(value);
}

std::optional<QUuid> Record::person() const
{
    if (kind->key() == QLatin1StringView("person"))
        return id.uuid();
    if (kind->personField < 0)
        return std::nullopt;
    const QUuid* person = std::get_if<QUuid>(&values[static_cast<size_t>(kind->personField)]);
    return person ? std::optional(*person) : std::nullopt;
}

QJsonObject fieldsJson(const Record& record)
{
    QJsonObject fields = record.unknown;
    for (size_t i = 0; i < record.values.size(); ++i) {
        if (!isBlank(record.values[i]))
            fields.insert(record.kind->fields[i].key(), toJson(record.values[i]));
    }
    return fields;
}

base::Status readFields(Record& record, const QJsonObject& fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const int index = record.kind->indexOf(it.key());
        if (index < 0) {
            record.unknown.insert(it.key(), it.value());
            continue;
        }
        auto value = valueFromJson(it.value(), record.kind->fields[static_cast<size_t>(index)].type);
        if (!value)
            return fail(value.error().code, value.error().detail, it.key());
        record.values[static_cast<size_t>(index)] = *std::move(value);
    }
    return {};
}

QJsonObject versionsJson(const Record& record)
{
    QMap<QString, Version> versions = record.unknownVersions;
    for (size_t i = 0; i < record.versions.size(); ++i) {
        if (!record.versions[i].isNull())
            versions.insert(record.kind->fields[i].key(), record.versions[i]);
    }
    std::map<Version, int> counts;
    Version common;
    for (const Version& version : std::as_const(versions)) {
        if (++counts[version] > counts[common])
            common = version;
    }
    QJsonObject json;
    if (!common.isNull())
        json.insert(kCommonVersion, common.text());
    for (auto it = versions.cbegin(); it != versions.cend(); ++it) {
        if (it.value() != common)
            json.insert(it.key(), it.value().text());
    }
    // A field cleared to blank has a version but stands in no fields object; it must not take the common one twice.
    for (size_t i = 0; i < record.versions.size(); ++i) {
        if (record.versions[i].isNull() && !isBlank(record.values[i]))
            json.insert(record.kind->fields[i].key(), QString());
        if (!record.versions[i].isNull() && isBlank(record.values[i]))
            json.insert(record.kind->fields[i].key(), record.versions[i].text());
    }
    return json;
}

void readVersions(Record& record, const QJsonObject& versions)
{
    const auto read = [&](QStringView key) {
        return Version::fromText(versions.value(key).toString()).value_or(Version{});
    };
    const Version common = read(kCommonVersion);
    for (size_t i = 0; i < record.values.size(); ++i) {
        const QLatin1StringView key = record.kind->fields[i].key();
        if (versions.contains(key))
            record.versions[i] = read(QString(key));
        else if (!isBlank(record.values[i]))
            record.versions[i] = common;
    }
    for (auto it = record.unknown.constBegin(); it != record.unknown.constEnd(); ++it)
        record.unknownVersions.insert(it.key(), versions.contains(it.key()) ? read(it.key()) : common);
}

base::Status refuseUnknownFields(const KindSpec& kind, const QJsonObject& fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (kind.indexOf(it.key()) < 0) {
            return fail(ErrorCode::UnknownField, QStringLiteral("%1 has no field of this name").arg(kind.key()),
                        it.key());
        }
    }
    return {};
}

} // namespace doorstep::domain
