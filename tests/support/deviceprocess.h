#pragma once

#include <QJsonObject>
#include <QProcess>

namespace doorstep::support {

/// A real headless device in a process of its own.
class DeviceProcess
{
public:
    explicit DeviceProcess(QString folder, QStringList options = {})
        : m_folder(std::move(folder)), m_options(std::move(options))
    {
    }
    ~DeviceProcess() { kill(); }

    /// The PIN that enrol() sets and unlock() types.
    [[nodiscard]] static QString pin() { return QStringLiteral("2468"); }

    [[nodiscard]] bool start();
    /// Sends a command and waits for its reply; an empty object when the process died instead.
    [[nodiscard]] QJsonObject ask(const QJsonObject& command);
    /// Sends without waiting.
    void send(const QJsonObject& command);
    /// The next reply, if one was written before the process ended.
    [[nodiscard]] QJsonObject reply();
    /// SIGKILL.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    [[nodiscard]] QJsonObject enrol(const QString& hub, const QString& code);
    [[nodiscard]] QJsonObject unlock();
    [[nodiscard]] QJsonObject create(const QString& kind, const QJsonObject& fields, const QString& id = {});
    [[nodiscard]] QJsonObject update(const QString& kind, const QString& id, const QJsonObject& fields);
    [[nodiscard]] QJsonObject get(const QString& kind, const QString& id);
    [[nodiscard]] QJsonObject command(const QString& name) { return ask({{QStringLiteral("command"), name}}); }

private:
    QString m_folder;
    QStringList m_options;
    QProcess m_process;
};

} // namespace doorstep::support
