#include "domain/record.h"

#include <algorithm>

namespace doorstep::domain {

using base::ErrorCode;
using base::fail;

namespace {
// No field may have this name: field names are letters, digits and underscores.
const QString kCommonVersion = QStringLiteral("*");

/// The version that most fields have.
Version commonest(const Record& record)
{
    // Most records have one version or two: a short list is cheaper than a map.
    std::vector<std::pair<Version, int>> counts;
    const auto count = [&](const Version& version) {
        const auto seen =
            std::find_if(counts.begin(), counts.end(), [&](const auto& each) { return each.first == version; });
        if (seen != counts.end())
            ++seen->second;
        else if (!version.isNull())
            counts.emplace_back(version, 1);
    };
    std::for_each(record.versions.begin(), record.versions.end(), count);
    std::for_each(record.unknownVersions.cbegin(), record.unknownVersions.cend(), count);
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? Version{} : most->first;
}

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
    const Version common = commonest(record);
    QJsonObject json;
    if (!common.isNull())
        json.insert(kCommonVersion, common.text());
    for (size_t i = 0; i < record.versions.size(); ++i) {
        // A field cleared to blank has a version but stands in no fields object, so it does not get the common one.
        const Version implied = isBlank(record.values[i]) ? Version{} : common;
        if (record.versions[i] != implied)
            json.insert(record.kind->fields[i].key(), record.versions[i].text());
    }
    for (auto it = record.unknownVersions.cbegin(); it != record.unknownVersions.cend(); ++it) {
        if (it.value() != common)
            json.insert(it.key(), it.value().text());
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
