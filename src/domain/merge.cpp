#include "domain/merge.h"

namespace doorstep::domain {

namespace {

/// One field of the record, known or not, behind one face.
class Slot
{
public:
    Slot(Record& record, QString field)
        : m_record(record), m_field(std::move(field)), m_index(record.kind->indexOf(m_field))
    {
    }

    [[nodiscard]] QJsonValue value() const
    {
        const QJsonValue json = m_index < 0 ? m_record.unknown.value(m_field) : toJson(m_record.values[index()]);
        return json.isUndefined() ? QJsonValue(QJsonValue::Null) : json;
    }
    [[nodiscard]] Version version() const
    {
        return m_index < 0 ? m_record.unknownVersions.value(m_field) : m_record.versions[index()];
    }
    void set(const QJsonValue& value, const Version& version)
    {
        if (m_index < 0) {
            m_record.unknown.insert(m_field, value);
            m_record.unknownVersions.insert(m_field, version);
            return;
        }
        m_record.values[index()] = *valueFromJson(value, m_record.kind->fields[index()].type);
        m_record.versions[index()] = version;
    }
    void touch(const Version& version) { set(value(), std::max(this->version(), version)); }

private:
    [[nodiscard]] size_t index() const { return static_cast<size_t>(m_index); }

    Record& m_record;
    QString m_field;
    int m_index;
};

/// The fields as they would be written again: sets sorted, times in one form. Equal values compare equal then.
base::Result<QJsonObject> normalised(const Record& record, const QJsonObject& fields)
{
    Record probe(*record.kind, record.id);
    DOORSTEP_TRY(readFields(probe, fields));
    QJsonObject result = fields;
    for (size_t i = 0; i < probe.values.size(); ++i) {
        const QLatin1StringView key = record.kind->fields[i].key();
        if (fields.contains(key))
            result.insert(key, toJson(probe.values[i]));
    }
    return result;
}

bool isUntouched(const Record& record)
{
    const auto isNull = [](const Version& version) { return version.isNull(); };
    return std::all_of(record.values.begin(), record.values.end(), isBlank) &&
           std::all_of(record.versions.begin(), record.versions.end(), isNull) && record.unknown.isEmpty() &&
           record.unknownVersions.isEmpty();
}

/// The first values of a record have nothing to be compared with.
base::Result<MergeResult> fill(Record& record, const RecordChange& change)
{
    Record filled(*record.kind, record.id);
    DOORSTEP_TRY(readFields(filled, change.fields));
    filled.deletion = record.deletion;
    record = std::move(filled);
    for (auto it = change.fields.constBegin(); it != change.fields.constEnd(); ++it) {
        const int index = record.kind->indexOf(it.key());
        if (index < 0)
            record.unknownVersions.insert(it.key(), change.version);
        else
            record.versions[static_cast<size_t>(index)] = change.version;
    }
    return MergeResult{!change.fields.isEmpty(), {}};
}

} // namespace

base::Result<MergeResult> merge(Record& record, const RecordChange& change)
{
    if (isUntouched(record))
        return fill(record, change);
    DOORSTEP_TRY_ASSIGN(const QJsonObject fields, normalised(record, change.fields));
    MergeResult result;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        Slot slot(record, it.key());
        const Version current = slot.version();
        if (current == change.version)
            continue;
        if (slot.value() == it.value()) {
            slot.touch(change.version);
            result.changed = true;
            continue;
        }
        if (current == change.base.value(it.key())) {
            slot.set(it.value(), change.version);
            result.changed = true;
            continue;
        }
        const bool changeWins = change.version > current;
        FieldClash clash{it.key(), slot.value(), it.value(), current, change.version};
        if (changeWins) {
            std::swap(clash.kept, clash.other);
            std::swap(clash.keptVersion, clash.otherVersion);
            slot.set(it.value(), change.version);
            result.changed = true;
        }
        result.clashes.push_back(std::move(clash));
    }
    return result;
}

} // namespace doorstep::domain
