#include "wire/exchange.h"
#include "wire/json.h"

namespace doorstep::wire {

using base::fail;
using base::Result;

QByteArray recordToBytes(const domain::Record& record)
{
    QJsonObject json{{key::kind, record.kind->key()},
                     {key::id, record.id.text()},
                     {key::fields, domain::fieldsJson(record)},
                     {key::versions, domain::versionsJson(record)}};
    if (record.deletion) {
        json.insert(key::deleted, QJsonObject{{key::by, record.deletion->by},
                                              {key::at, record.deletion->at.toIso()},
                                              {key::why, record.deletion->why},
                                              {key::version, record.deletion->version.text()}});
    }
    return compact(json);
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
