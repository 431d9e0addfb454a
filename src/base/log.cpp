#include "base/log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace doorstep::base {

void log(LogLevel level, QLatin1StringView event, const QJsonObject& members)
{
    QJsonObject line = members;
    line[QLatin1String("at")] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    line[QLatin1String("level")] = level == LogLevel::Info      ? QLatin1String("info")
                                   : level == LogLevel::Warning ? QLatin1String("warning")
                                                                : QLatin1String("error");
    line[QLatin1String("event")] = event;
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
}

} // namespace doorstep::base
