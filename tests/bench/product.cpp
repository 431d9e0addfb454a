#include "bench/product.h"

#include <QFile>
#include <QJsonDocument>

namespace doorstep::bench {

namespace {
constexpr int kPatience = 300'000;
} // namespace

Phone::Phone(const QString& program, const QStringList& arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        qFatal("%s does not start", qPrintable(program));
}

Phone::~Phone()
{
    // The end of its input is a phone's sign to stop; what it has saved must be in its files then.
    m_process.closeWriteChannel();
    m_process.waitForFinished(kPatience);
}

void Phone::send(const QJsonObject& command)
{
    m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(kPatience)) {
    }
}

QJsonObject Phone::reply()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience) && !m_process.canReadLine())
            qFatal("a phone gives no answer");
    }
    const QByteArray line = m_process.readLine();
    QJsonObject answer = QJsonDocument::fromJson(line).object();
    if (!answer[QStringLiteral("ok")].toBool())
        qFatal("a phone refused: %s", line.constData());
    return answer;
}

QJsonObject Phone::ask(const QJsonObject& command)
{
    send(command);
    return reply();
}

double Phone::megabytes(const char* what) const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith(what))
                return line.simplified().split(' ').at(1).toDouble() / 1024;
        }
    }
    qFatal("the kernel does not tell %s", what);
}

void Phone::forgetPeak() const
{
    QFile file(QStringLiteral("/proc/%1/clear_refs").arg(m_process.processId()));
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
        qFatal("the kernel does not forget a peak");
}

} // namespace doorstep::bench
