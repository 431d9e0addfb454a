#pragma once

#include "sync/hubmessage.h"
#include "sync/synctuning.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrl>

#include <functional>

namespace doorstep::sync {

/// Sends one request at a time to a hub over HTTP and tells the hub's answers from everybody else's.
class HubClient : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const HubReply&)>;

    explicit HubClient(QObject* parent = nullptr);

    /// "https://hub.example.org" or, on this machine only, "http://127.0.0.1:8420". InvalidValue, field "hub".
    [[nodiscard]] static base::Result<QUrl> parseAddress(const QString& address);
    void setAddress(const QUrl& address) { m_address = address; }
    /// How long a request may stay without a byte.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    /// Calls back exactly once, also after a time-out. Bodies over 1 kB go with gzip, until a 415 asks for plain ones.
    void send(const HubRequest& request, Callback done);
    /// Waits for the answer in a local event loop. `meanwhile` is called once the request is on its way.
    [[nodiscard]] HubReply sendAndWait(const HubRequest& request, const std::function<void()>& meanwhile = {});
    /// Sends what an engine asks for and gives it the answers, until it has no more or `goesOn`, asked after each
    /// answer, says no. `taken` is called after an answer has been stored.
    template <class Engine>
    [[nodiscard]] base::Status converse(
        Engine& engine, const std::function<bool()>& goesOn = [] { return true; },
        const std::function<void()>& taken = [] {});
    /// Ends the request under way, if any; its callback is called with an error.
    void abort();

private:
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QUrl m_address;
    std::chrono::milliseconds m_timeout{tuning::kTransferTimeout};
    bool m_mayPack = true;
};

template <class Engine>
base::Status HubClient::converse(Engine& engine, const std::function<bool()>& goesOn,
                                 const std::function<void()>& taken)
{
    while (true) {
        DOORSTEP_TRY_ASSIGN(const std::optional<HubRequest> request, engine.next());
        if (!request)
            return {};
        std::function<void()> meanwhile;
        if constexpr (requires { engine.prepare(); })
            meanwhile = [&engine] { engine.prepare(); };
        const HubReply reply = sendAndWait(*request, meanwhile);
        if (!goesOn())
            return {};
        DOORSTEP_TRY(engine.accept(reply));
        taken();
    }
}

} // namespace doorstep::sync
