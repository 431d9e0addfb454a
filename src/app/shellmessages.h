#pragma once

#include "domain/record.h"
#include "store/uploads.h"

#include <QJsonObject>

namespace doorstep::app {

/// Reading the members of a command of the headless device; the error names the member that is missing or wrong.
[[nodiscard]] QString text(const QJsonObject& json, const char* key);
[[nodiscard]] base::Result<QString> neededText(const QJsonObject& input, const char* key);
[[nodiscard]] base::Result<const domain::KindSpec*> neededKind(const QJsonObject& input);
[[nodiscard]] base::Result<QJsonObject> neededFields(const QJsonObject& input);
[[nodiscard]] base::Result<base::RecordId> idFrom(const QJsonValue& value);

/// Writing its replies.
[[nodiscard]] QJsonObject recordJson(const domain::Record& record);
[[nodiscard]] QJsonObject fieldJson(const domain::FieldSpec& field);
[[nodiscard]] QJsonObject errorJson(const base::Error& error);
/// "waiting", "received" or "needs_attention".
[[nodiscard]] QString uploadStateName(store::UploadState state);

} // namespace doorstep::app
