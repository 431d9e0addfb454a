#include "support/deviceprocess.h"

#include <QJsonDocument>

namespace doorstep::support {

namespace {
const QString kProgram = QStringLiteral(DOORSTEP_BIN "/doorstep-device");
constexpr int kPatience = 60'000;
} // namespace

bool DeviceProcess::start()
{
    m_process.setStandardErrorFile(m_folder + QStringLiteral(".log"), QIODevice::Append);
    m_process.start(kProgram, QStringList{QStringLiteral("--data"), m_folder} + m_options);
    return m_process.waitForStarted(kPatience);
}

void DeviceProcess::send(const QJsonObject& command)
{
    m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(kPatience)) {
    }
}

QJsonObject DeviceProcess::reply()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience) && !m_process.canReadLine())
            return {};
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

QJsonObject DeviceProcess::ask(const QJsonObject& command)
{
    send(command);
    return reply();
}

void DeviceProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

QJsonObject DeviceProcess::enrol(const QString& hub, const QString& code)
{
    return ask({{QStringLiteral("command"), QStringLiteral("enrol")},
                {QStringLiteral("hub"), hub},
                {QStringLiteral("code"), code},
                {QStringLiteral("pin"), pin()}});
}

QJsonObject DeviceProcess::unlock()
{
    return ask({{QStringLiteral("command"), QStringLiteral("unlock")}, {QStringLiteral("pin"), pin()}});
}

QJsonObject DeviceProcess::create(const QString& kind, const QJsonObject& fields, const QString& id)
{
    QJsonObject command{{QStringLiteral("command"), QStringLiteral("create")},
                        {QStringLiteral("kind"), kind},
                        {QStringLiteral("fields"), fields}};
    if (!id.isEmpty())
        command.insert(QStringLiteral("id"), id);
    return ask(command);
}

QJsonObject DeviceProcess::update(const QString& kind, const QString& id, const QJsonObject& fields)
{
    return ask({{QStringLiteral("command"), QStringLiteral("update")},
                {QStringLiteral("kind"), kind},
                {QStringLiteral("id"), id},
                {QStringLiteral("fields"), fields}});
}

QJsonObject DeviceProcess::get(const QString& kind, const QString& id)
{
    return ask({{QStringLiteral("command"), QStringLiteral("get")},
                {QStringLiteral("kind"), kind},
                {QStringLiteral("id"), id}});
}

} // namespace doorstep::support
