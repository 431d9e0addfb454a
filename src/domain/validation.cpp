#include "domain/validation.h"

namespace doorstep::domain {

using base::ErrorCode;
using base::fail;
using base::Status;

namespace {

Status checkNumber(double number, const FieldSpec& field)
{
    if (number >= field.least && number <= field.most)
        return {};
    return fail(ErrorCode::InvalidValue, QStringLiteral("expected %1 to %2").arg(field.least).arg(field.most),
                field.key());
}

Status checkValue(const Value& value, const FieldSpec& field)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return checkNumber(static_cast<double>(*number), field);
    if (const auto* number = std::get_if<double>(&value))
        return checkNumber(*number, field);
    if (const auto* text = std::get_if<QString>(&value); text && text->size() > field.longest) {
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected at most %1 characters").arg(field.longest),
                    field.key());
    }
    return {};
}

} // namespace

Status validateValues(const Record& record)
{
    for (size_t i = 0; i < record.values.size(); ++i)
        DOORSTEP_TRY(checkValue(record.values[i], record.kind->fields[i]));
    return {};
}

Status validate(const Record& record)
{
    for (size_t i = 0; i < record.values.size(); ++i) {
        const FieldSpec& field = record.kind->fields[i];
        if (field.needed && isEmpty(record.values[i]))
            return fail(ErrorCode::InvalidValue, QStringLiteral("needs a value"), field.key());
    }
    // A person is somebody: one name at least, whichever it is.
    const auto hasText = [&](const char16_t* field) {
        return !toText(record.value(field)).trimmed().isEmpty() && !isEmpty(record.value(field));
    };
    if (record.kind->key() == QLatin1StringView("person") && !hasText(u"given_name") && !hasText(u"family_name") &&
        !hasText(u"known_as"))
        return fail(ErrorCode::InvalidValue, QStringLiteral("needs a name"), QStringLiteral("given_name"));
    return validateValues(record);
}

} // namespace doorstep::domain
