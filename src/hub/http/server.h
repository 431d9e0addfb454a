#pragma once

#include "hub/http/router.h"

#include <memory>

namespace doorstep::hub {

/// Where to listen: an address of this machine and a port, 0 for any free one.
struct ListenAddress
{
    QString host;
    quint16 port = 0;

    /// "127.0.0.1:8420" or "[::1]:0". InvalidValue for anything else, Forbidden for an address that others can reach:
    /// the hub itself speaks no TLS.
    [[nodiscard]] static Result<ListenAddress> fromText(const QString& text);
};

/// Limits of one connection.
struct ServerLimits
{
    int headerBytes = 16 * 1024;
    int bodyBytes = wire::kBodyLimit;
    int seconds = 30; ///< for reading a whole request, for writing an answer, and between two requests
    int connections = 256;
};

/// The HTTP server: one thread, keep-alive. The database is used from the thread that calls run().
class Server
{
public:
    Server(Router& router, HubStore& store, ServerLimits limits = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Opens the port. Gives the address in the form http://127.0.0.1:8420.
    [[nodiscard]] Result<QString> listen(const ListenAddress& address);
    /// Serves until stop() or, when `untilSignal`, SIGINT or SIGTERM. Answers under way are finished.
    void run(bool untilSignal);
    /// From any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace doorstep::hub
