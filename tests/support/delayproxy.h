#pragma once

#include <QString>
#include <QThread>

#include <atomic>
#include <chrono>

namespace doorstep::support {

/// The line between a phone and a hub: counts what passes, and can be as slow as a line in the field. Works in a thread
/// of its own; to be used from one other.
class DelayProxy
{
public:
    DelayProxy();
    ~DelayProxy();
    DelayProxy(const DelayProxy&) = delete;
    DelayProxy& operator=(const DelayProxy&) = delete;

    /// Where phones find it: http://127.0.0.1:PORT, the same for its whole life.
    [[nodiscard]] QString address() const;
    /// Where connections made from now on lead to.
    void setHub(const QString& address);
    /// Every byte takes half of this each way, and a new connection one round trip before its first byte.
    void setRoundTrip(std::chrono::milliseconds time) { m_line.oneWay = static_cast<int>(time.count() / 2); }

    struct Traffic
    {
        qint64 up = 0, down = 0; ///< bytes
        int requests = 0;
    };
    /// Since the last call.
    [[nodiscard]] Traffic take();

    /// What the proxy's thread shares with its user.
    struct Line
    {
        std::atomic<quint16> hubPort = 0;
        std::atomic<int> oneWay = 0; ///< milliseconds
        std::atomic<qint64> up = 0, down = 0;
        std::atomic<int> requests = 0;
    };

private:
    class Listener;

    Line m_line;
    QThread m_thread;
    Listener* m_listener; ///< deleted by its thread
};

} // namespace doorstep::support
