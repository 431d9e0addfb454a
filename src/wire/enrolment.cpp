#include "wire/enrolment.h"

#include "wire/json.h"

namespace doorstep::wire {

QJsonObject toJson(const Enrolment& enrolment)
{
    return {{key::device, enrolment.device},  {key::token, enrolment.token}, {key::worker, enrolment.workerId},
            {key::name, enrolment.name},      {key::role, enrolment.role},   {key::scheme, enrolment.scheme},
            {key::hubTime, enrolment.hubTime}};
}

base::Result<Enrolment> enrolmentFromBytes(const QByteArray& bytes)
{
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, objectFromBytes(bytes));
    Enrolment enrolment;
    enrolment.device = json.value(key::device).toInt();
    enrolment.token = json.value(key::token).toString();
    enrolment.workerId = json.value(key::worker).toString();
    enrolment.name = json.value(key::name).toString();
    enrolment.role = json.value(key::role).toString();
    enrolment.scheme = json.value(key::scheme).toString();
    enrolment.hubTime = json.value(key::hubTime).toInteger();
    if (enrolment.device < 1 || enrolment.token.isEmpty() || !base::uuidFromText(enrolment.workerId))
        return base::fail(base::ErrorCode::BadRequest, QStringLiteral("not an enrolment"));
    return enrolment;
}

QByteArray problemToBytes(const base::Error& error)
{
    QJsonObject json{{key::type, QStringLiteral("urn:doorstep:%1").arg(base::wireName(error.code))},
                     {key::title, base::wireName(error.code)},
                     {key::status, base::httpStatus(error.code)},
                     {key::detail, error.detail}};
    if (!error.field.isEmpty())
        json.insert(key::field, error.field);
    return compact(json);
}

base::Error problemFromBytes(const QByteArray& bytes)
{
    const auto json = objectFromBytes(bytes);
    if (!json)
        return base::Error{base::ErrorCode::Internal, QStringLiteral("an error without a description"), {}};
    const auto code = base::errorCodeFromWire(json->value(key::title).toString());
    return base::Error{code.value_or(base::ErrorCode::Internal), json->value(key::detail).toString(),
                       json->value(key::field).toString()};
}

} // namespace doorstep::wire
