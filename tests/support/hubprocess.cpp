#include "support/hubprocess.h"

#include <QJsonDocument>

namespace doorstep::support {

namespace {
const QString kProgram = QStringLiteral(DOORSTEP_BIN "/doorstep-hub");
constexpr int kPatience = 60'000;
} // namespace

HubProcess::HubProcess(QString folder) : m_folder(std::move(folder))
{
    m_process.setStandardErrorFile(m_folder + QStringLiteral(".log"), QIODevice::Append);
}

HubProcess::~HubProcess()
{
    kill();
}

HubProcess::Printed HubProcess::admin(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(kProgram, arguments + QStringList{QStringLiteral("--data"), m_folder});
    if (!process.waitForStarted(kPatience))
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool HubProcess::init()
{
    return admin({QStringLiteral("init")}).exitCode == 0;
}

bool HubProcess::serve()
{
    m_process.start(kProgram, {QStringLiteral("serve"), QStringLiteral("--data"), m_folder, QStringLiteral("--listen"),
                               QStringLiteral("127.0.0.1:") + m_port});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!m_process.bytesAvailable() && !m_process.waitForReadyRead(kPatience))
            return false;
        line += m_process.readLine();
    }
    m_address = QString::fromLatin1(line).section(QLatin1Char(' '), -1).trimmed();
    m_port = m_address.section(QLatin1Char(':'), -1);
    return m_address.startsWith(QLatin1String("http://127.0.0.1:"));
}

void HubProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(kPatience);
}

void HubProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

QString HubProcess::enrolmentCode(const QString& user, const QString& role, const QString& scheme)
{
    if (!m_users.contains(user)) {
        const Printed added = admin({QStringLiteral("user"), QStringLiteral("add"), user, QStringLiteral("--role"),
                                     role, QStringLiteral("--scheme"), scheme});
        if (added.exitCode != 0)
            return {};
        m_users << user;
    }
    return QString::fromLatin1(admin({QStringLiteral("enrol"), QStringLiteral("--user"), user}).out).trimmed();
}

std::vector<QJsonObject> HubProcess::exported(const QString& kind)
{
    QStringList arguments{QStringLiteral("export")};
    if (!kind.isEmpty())
        arguments << QStringLiteral("--kind") << kind;
    std::vector<QJsonObject> records;
    const QList<QByteArray> lines = admin(arguments).out.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty())
            records.push_back(QJsonDocument::fromJson(line).object());
    }
    return records;
}

QJsonObject HubProcess::status()
{
    return QJsonDocument::fromJson(admin({QStringLiteral("status")}).out).object();
}

} // namespace doorstep::support
