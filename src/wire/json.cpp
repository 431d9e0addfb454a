#include "wire/json.h"

#include <QJsonDocument>

namespace doorstep::wire {

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

base::Result<QJsonObject> objectFromBytes(const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return base::fail(base::ErrorCode::BadRequest,
                          QStringLiteral("not JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return base::fail(base::ErrorCode::BadRequest, QStringLiteral("expected a JSON object"));
    return document.object();
}

} // namespace doorstep::wire
