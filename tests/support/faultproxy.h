#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace doorstep::support {

/// What happens to one request on its way from a device to the hub.
struct Fault
{
    enum class Kind {
        None,
        CutRequest, ///< the hub gets the first `bytes` of the request, the device a closed connection
        CutReply,   ///< the hub has answered, the device gets the first `bytes` of it; 0: the reply is lost
        Delay,      ///< the reply comes `wait` later
        Twice,      ///< the hub gets the request twice; the device gets the second answer
        Hold,       ///< the device gets a closed connection; the hub gets the request after a later one
        Refuse,     ///< `status` as a hub would say it, with `retryAfter`; the hub gets nothing
        Portal,     ///< `status` with the page of somebody who is not the hub
        BadGzip,    ///< the hub's reply, said to be gzip and damaged
        Garbage,    ///< bytes that are no HTTP
        CloseIdle,  ///< answered, and then closed although the connection was to stay open
        Silence,    ///< read and never answered; the connection stays open
    };

    Kind kind = Kind::None;
    qsizetype bytes = 0;
    int status = 0;
    QByteArray retryAfter;
    std::chrono::milliseconds wait{0};
};

/// "cut_reply" and the like, for reports.
[[nodiscard]] QString nameOf(Fault::Kind kind);

/// One request as it came from a device, and what became of it.
struct Passage
{
    QByteArray method, target;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    qsizetype requestBytes = 0, replyBytes = 0;
    int status = 0; ///< the hub's answer; 0 when it was not asked or did not answer
    Fault fault;
};

/// Stands between devices and a hub on loopback and spoils what passes, one fault for a request. One thread of its own.
class FaultProxy
{
public:
    /// Decides what happens to the request with this number, from 0. Called on the proxy's thread.
    using Plan = std::function<Fault(int request)>;

    FaultProxy();
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    /// Where devices find it: http://127.0.0.1:PORT.
    [[nodiscard]] QString address() const;
    void setHub(const QString& address);
    void setPlan(Plan plan);
    /// These in order from the next request on, nothing afterwards.
    void script(std::vector<Fault> faults);
    /// Everything that has passed since the last call.
    [[nodiscard]] std::vector<Passage> takePassages();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace doorstep::support
