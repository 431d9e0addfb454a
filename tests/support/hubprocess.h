#pragma once

#include <QJsonObject>
#include <QProcess>

#include <vector>

namespace doorstep::support {

/// A real hub in a process of its own, with its data in a folder of the test's.
class HubProcess
{
public:
    explicit HubProcess(QString folder);
    ~HubProcess();

    /// Makes the data folder: `doorstep-hub init`.
    [[nodiscard]] bool init();
    /// Serves on a free port of loopback, or on the port it had before, so that devices find it again.
    [[nodiscard]] bool serve();
    void stop();
    void kill();
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    /// Runs an admin command and returns what it printed; `exitCode` -1 when it could not run.
    struct Printed
    {
        int exitCode = -1;
        QByteArray out, err;
    };
    [[nodiscard]] Printed admin(const QStringList& arguments, const QByteArray& input = {});
    /// Makes the account when it is new, and a one-time code.
    [[nodiscard]] QString enrolmentCode(const QString& user, const QString& role = QStringLiteral("connector"),
                                        const QString& scheme = QStringLiteral("west-belfast"));
    [[nodiscard]] std::vector<QJsonObject> exported(const QString& kind = {});
    [[nodiscard]] QJsonObject status();

private:
    QString m_folder;
    QString m_address;
    QString m_port = QStringLiteral("0");
    QStringList m_users;
    QProcess m_process;
};

} // namespace doorstep::support
