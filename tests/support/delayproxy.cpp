#include "support/delayproxy.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <deque>

namespace doorstep::support {

namespace {

const QByteArray kRequestLineEnd(" HTTP/1.1\r\n");

/// One direction of one connection.
class Pipe : public QObject
{
public:
    Pipe(QTcpSocket& from, QTcpSocket& to, std::chrono::milliseconds opening, DelayProxy::Line& line, bool isUp)
        : QObject(&from), m_from(from), m_to(to), m_line(line), m_isUp(isUp), m_opens(opening.count())
    {
        m_clock.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_from, &QTcpSocket::readyRead, this, &Pipe::take);
        connect(&m_from, &QTcpSocket::disconnected, this, [this] { passOn({}); });
        connect(&m_timer, &QTimer::timeout, this, &Pipe::give);
    }

private:
    struct Piece
    {
        qint64 due;
        QByteArray bytes; ///< none: the end
    };

    void take()
    {
        const QByteArray bytes = m_from.readAll();
        (m_isUp ? m_line.up : m_line.down) += bytes.size();
        if (m_isUp)
            countRequests(bytes);
        passOn(bytes);
    }

    void passOn(const QByteArray& bytes)
    {
        m_pieces.push_back({std::max(m_clock.elapsed(), m_opens) + m_line.oneWay, bytes});
        give();
    }

    void give()
    {
        while (!m_pieces.empty() && m_pieces.front().due <= m_clock.elapsed()) {
            const QByteArray bytes = m_pieces.front().bytes;
            m_pieces.pop_front();
            if (bytes.isEmpty())
                m_to.disconnectFromHost();
            else
                m_to.write(bytes);
        }
        if (!m_pieces.empty())
            m_timer.start(static_cast<int>(m_pieces.front().due - m_clock.elapsed()));
    }

    void countRequests(const QByteArray& bytes)
    {
        // A request line may lie across two pieces.
        const QByteArray both = m_tail + bytes;
        m_line.requests += static_cast<int>(both.count(kRequestLineEnd));
        m_tail = both.last(std::min(both.size(), kRequestLineEnd.size() - 1));
    }

    QTcpSocket& m_from;
    QTcpSocket& m_to;
    DelayProxy::Line& m_line;
    bool m_isUp;
    qint64 m_opens; ///< the handshake is over then
    QElapsedTimer m_clock;
    QTimer m_timer{this};
    std::deque<Piece> m_pieces;
    QByteArray m_tail;
};

} // namespace

class DelayProxy::Listener : public QTcpServer
{
public:
    explicit Listener(Line& line) : m_line(line)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* phone = nextPendingConnection())
                join(*phone);
        });
    }

private:
    void join(QTcpSocket& phone)
    {
        // The hub's socket goes with the phone's, and each ends the other.
        auto* hub = new QTcpSocket(&phone); // NOLINT(cppcoreguidelines-owning-memory): owned by its parent
        for (QTcpSocket* socket : {&phone, hub})
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        hub->connectToHost(QHostAddress(QHostAddress::LocalHost), m_line.hubPort);
        const std::chrono::milliseconds opening(2 * m_line.oneWay);
        new Pipe(phone, *hub, opening, m_line, true);                            // NOLINT: owned by its socket
        new Pipe(*hub, phone, std::chrono::milliseconds::zero(), m_line, false); // NOLINT: owned by its socket
        const auto endWithBoth = [&phone, hub] {
            if (phone.state() == QTcpSocket::UnconnectedState && hub->state() == QTcpSocket::UnconnectedState)
                phone.deleteLater();
        };
        connect(hub, &QTcpSocket::disconnected, &phone, endWithBoth);
        connect(&phone, &QTcpSocket::disconnected, hub, endWithBoth);
        connect(hub, &QTcpSocket::errorOccurred, &phone, [&phone](QTcpSocket::SocketError error) {
            if (error == QTcpSocket::ConnectionRefusedError)
                phone.abort();
        });
    }

    Line& m_line;
};

DelayProxy::DelayProxy() : m_listener(new Listener(m_line)) // NOLINT(cppcoreguidelines-owning-memory)
{
    if (!m_listener->listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("no port for the proxy");
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

DelayProxy::~DelayProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QString DelayProxy::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_listener->serverPort());
}

void DelayProxy::setHub(const QString& address)
{
    m_line.hubPort = static_cast<quint16>(QUrl(address).port());
}

DelayProxy::Traffic DelayProxy::take()
{
    return {m_line.up.exchange(0), m_line.down.exchange(0), m_line.requests.exchange(0)};
}

} // namespace doorstep::support
