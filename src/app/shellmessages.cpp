#include "app/shellmessages.h"

#include <cmath>

namespace doorstep::app {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using domain::KindSpec;
using domain::Record;

QString text(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1StringView(key)).toString();
}

base::Result<QString> neededText(const QJsonObject& input, const char* key)
{
    const QJsonValue value = input.value(QLatin1StringView(key));
    if (!value.isString() || value.toString().isEmpty())
        return fail(ErrorCode::BadRequest, QStringLiteral("expected text"), QString::fromLatin1(key));
    return value.toString();
}

base::Result<const KindSpec*> neededKind(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const QString name, neededText(input, "kind"));
    const KindSpec* kind = domain::findKind(name);
    if (!kind)
        return fail(ErrorCode::UnknownKind, QStringLiteral("there is no kind named %1").arg(name),
                    QStringLiteral("kind"));
    return kind;
}

base::Result<QJsonObject> neededFields(const QJsonObject& input)
{
    const QJsonValue fields = input.value(QLatin1StringView("fields"));
    if (!fields.isObject())
        return fail(ErrorCode::BadRequest, QStringLiteral("expected an object"), QStringLiteral("fields"));
    return fields.toObject();
}

base::Result<RecordId> idFrom(const QJsonValue& value)
{
    const auto id = base::uuidFromText(value.toString());
    if (!id)
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected an id of 36 characters"), QStringLiteral("id"));
    return RecordId(*id);
}

QJsonObject recordJson(const Record& record)
{
    QJsonObject json{{QStringLiteral("kind"), record.kind->key()},
                     {QStringLiteral("id"), record.id.text()},
                     {QStringLiteral("fields"), domain::fieldsJson(record)}};
    if (record.deletion)
        json.insert(QStringLiteral("deleted"), QJsonObject{{QStringLiteral("at"), record.deletion->at.toIso()},
                                                           {QStringLiteral("why"), record.deletion->why}});
    return json;
}

QJsonObject fieldJson(const domain::FieldSpec& field)
{
    QJsonObject json{{QStringLiteral("name"), field.key()},
                     {QStringLiteral("type"), domain::typeName(field.type)},
                     {QStringLiteral("needed"), field.needed},
                     {QStringLiteral("complete"), field.complete}};
    if (field.list)
        json.insert(QStringLiteral("list"), QLatin1StringView(field.list));
    if (field.refers)
        json.insert(QStringLiteral("refers"), QLatin1StringView(field.refers));
    if (field.unit)
        json.insert(QStringLiteral("unit"), QLatin1StringView(field.unit));
    if (std::isfinite(field.least))
        json.insert(QStringLiteral("least"), field.least);
    if (std::isfinite(field.most))
        json.insert(QStringLiteral("most"), field.most);
    if (field.type == domain::FieldType::Text)
        json.insert(QStringLiteral("longest"), field.longest);
    return json;
}

QString uploadStateName(store::UploadState state)
{
    switch (state) {
    case store::UploadState::Waiting:
        return QStringLiteral("waiting");
    case store::UploadState::Received:
        return QStringLiteral("received");
    case store::UploadState::NeedsAttention:
        return QStringLiteral("needs_attention");
    }
    return {};
}

QJsonObject errorJson(const Error& error)
{
    const QString message = error.detail.isEmpty() ? QString(base::wireName(error.code)) : error.detail;
    return {{QStringLiteral("code"), base::wireName(error.code)},
            {QStringLiteral("message"), message},
            {QStringLiteral("field"), error.field.isEmpty() ? QJsonValue() : QJsonValue(error.field)}};
}

} // namespace doorstep::app
