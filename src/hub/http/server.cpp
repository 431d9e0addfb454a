#include "hub/http/server.h"

#include "base/log.h"

#include <QElapsedTimer>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <list>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility> // Boost 1.74's coroutine support needs it first

namespace doorstep::hub {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using base::ErrorCode;
using base::fail;
using base::LogLevel;

namespace {

constexpr auto kTidyEvery = std::chrono::seconds(2);
const auto kNoThrow = [](boost::system::error_code& error) { return asio::redirect_error(asio::use_awaitable, error); };

QByteArray bytesOf(boost::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Request requestFrom(http::request<http::string_body>& message)
{
    Request request{bytesOf(message.method_string()), bytesOf(message.target()), {}, {}};
    for (const auto& field : message)
        request.headers.insert(bytesOf(field.name_string()).toLower(), bytesOf(field.value()));
    request.body = QByteArray::fromStdString(message.body());
    return request;
}

http::response<http::string_body> messageFrom(const Response& response, unsigned version, bool keepAlive)
{
    http::response<http::string_body> message(static_cast<http::status>(response.status), version);
    for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it)
        message.insert(it.key().toStdString(), it->toStdString());
    message.body() = response.body.toStdString();
    message.keep_alive(keepAlive);
    if (response.status != 204 && response.status != 304)
        message.prepare_payload();
    return message;
}

/// Senders hold back the end of a body until what went before it is acknowledged, which the kernel puts off by 40 ms
/// once it has answered something. Asked for anew for each request, for the kernel forgets it.
void acknowledgeAtOnce(tcp::socket& socket)
{
#ifdef TCP_QUICKACK
    const int isOn = 1;
    // Where it fails, requests take a little longer.
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &isOn, sizeof(isOn));
#else
    Q_UNUSED(socket);
#endif
}

/// The answer to a request that could not even be read; none when the connection simply ended.
std::optional<base::Error> problemOf(const boost::system::error_code& error)
{
    if (error == http::error::body_limit)
        return base::Error{ErrorCode::TooLarge, QStringLiteral("the body is over the limit"), {}};
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return base::Error{ErrorCode::TooLarge, QStringLiteral("the header is over the limit"), {}};
    if (error == http::error::end_of_stream || error == http::error::partial_message ||
        error.category() != http::make_error_code(http::error::bad_method).category())
        return std::nullopt;
    return base::Error{ErrorCode::BadRequest, QStringLiteral("not an HTTP request"), {}};
}

} // namespace

Result<ListenAddress> ListenAddress::fromText(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1StringView("localhost"))
        host = QStringLiteral("127.0.0.1");
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host.toStdString(), error);
    if (colon < 1 || !isNumber || error)
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected an address and a port such as 127.0.0.1:8420"),
                    QStringLiteral("listen"));
    if (!address.is_loopback())
        return fail(
            ErrorCode::Forbidden,
            QStringLiteral("refusing to serve without TLS beyond this machine; listen on 127.0.0.1 and put a TLS"
                           " proxy in front"),
            QStringLiteral("listen"));
    return ListenAddress{host, port};
}

struct Server::Impl
{
    struct Connection
    {
        beast::tcp_stream stream;
        bool isAnswering = false;
    };

    Impl(Router& theRouter, HubStore& theStore, ServerLimits theLimits)
        : router(theRouter), store(theStore), limits(theLimits), acceptor(io), signals(io), tidyTimer(io)
    {
    }

    asio::awaitable<void> accept();
    asio::awaitable<void> serve(std::list<Connection>::iterator connection);
    asio::awaitable<bool> answer(Connection& connection, const Response& response, unsigned version, bool keepAlive);
    asio::awaitable<void> tidy();
    Response respond(const Request& request);
    void stop();

    Router& router;
    HubStore& store;
    ServerLimits limits;
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer tidyTimer;
    std::list<Connection> connections;
    bool isStopping = false;
    bool hasNews = false;
};

asio::awaitable<void> Server::Impl::accept()
{
    while (!isStopping) {
        boost::system::error_code error;
        tcp::socket socket = co_await acceptor.async_accept(kNoThrow(error));
        if (isStopping)
            co_return;
        if (error) {
            // Out of file handles, for one: wait, others will end.
            asio::steady_timer pause(io, std::chrono::milliseconds(100));
            co_await pause.async_wait(kNoThrow(error));
            continue;
        }
        if (static_cast<int>(connections.size()) >= limits.connections)
            continue;
        socket.set_option(tcp::no_delay(true), error);
        const auto place = connections.insert(connections.end(), Connection{beast::tcp_stream(std::move(socket))});
        asio::co_spawn(io, serve(place), asio::detached);
    }
}

asio::awaitable<void> Server::Impl::serve(std::list<Connection>::iterator place)
{
    Connection& connection = *place;
    beast::flat_buffer buffer(static_cast<size_t>(limits.headerBytes + limits.bodyBytes));
    for (bool isOpen = true; isOpen && !isStopping;) {
        http::request_parser<http::string_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(limits.headerBytes));
        parser.body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
        connection.stream.expires_after(std::chrono::seconds(limits.seconds));
        acknowledgeAtOnce(connection.stream.socket());
        boost::system::error_code error;
        co_await http::async_read(connection.stream, buffer, parser, kNoThrow(error));
        if (error) {
            if (const auto problem = problemOf(error)) {
                Response response = Router::problem(*problem);
                Router::finish({}, response);
                co_await answer(connection, response, 11, false);
            }
            break;
        }
        auto message = parser.release();
        const bool keepAlive = message.keep_alive();
        const Response response = respond(requestFrom(message));
        isOpen = co_await answer(connection, response, message.version(), keepAlive && !isStopping);
        isOpen = isOpen && keepAlive;
    }
    boost::system::error_code ignored;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    connections.erase(place);
}

asio::awaitable<bool> Server::Impl::answer(Connection& connection, const Response& response, unsigned version,
                                           bool keepAlive)
{
    auto message = messageFrom(response, version, keepAlive);
    connection.isAnswering = true;
    connection.stream.expires_after(std::chrono::seconds(limits.seconds));
    boost::system::error_code error;
    co_await http::async_write(connection.stream, message, kNoThrow(error));
    connection.isAnswering = false;
    co_return !error;
}

asio::awaitable<void> Server::Impl::tidy()
{
    while (!isStopping) {
        boost::system::error_code error;
        tidyTimer.expires_after(kTidyEvery);
        co_await tidyTimer.async_wait(kNoThrow(error));
        if (!std::exchange(hasNews, false))
            continue;
        auto tidied = router.keepHouse();
        if (tidied)
            tidied = store.tidy();
        if (!tidied)
            base::log(LogLevel::Warning, QLatin1StringView("tidy"),
                      {{QLatin1StringView("detail"), tidied.error().detail}});
    }
}

Response Server::Impl::respond(const Request& request)
{
    QElapsedTimer timer;
    timer.start();
    Response response = router.handle(request);
    hasNews = true;
    QJsonObject notes = response.notes;
    notes.insert(QLatin1StringView("status"), response.status);
    notes.insert(QLatin1StringView("ms"), static_cast<double>(timer.nsecsElapsed()) / 1e6);
    base::log(response.status >= 500 ? LogLevel::Error : LogLevel::Info, QLatin1StringView("request"), notes);
    return response;
}

void Server::Impl::stop()
{
    if (std::exchange(isStopping, true))
        return;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    tidyTimer.cancel();
    for (Connection& connection : connections) {
        if (!connection.isAnswering)
            connection.stream.cancel();
    }
}

Server::Server(Router& router, HubStore& store, ServerLimits limits)
    : m_impl(std::make_unique<Impl>(router, store, limits))
{
}

Server::~Server() = default;

Result<QString> Server::listen(const ListenAddress& address)
{
    boost::system::error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address.host.toStdString(), error), address.port);
    tcp::acceptor& acceptor = m_impl->acceptor;
    acceptor.open(endpoint.protocol(), error);
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorCode::Io, QString::fromStdString(error.message()), QStringLiteral("listen"));
    const QString host = endpoint.address().is_v6() ? QStringLiteral("[%1]").arg(address.host) : address.host;
    return QStringLiteral("http://%1:%2").arg(host).arg(acceptor.local_endpoint(error).port());
}

void Server::run(bool untilSignal)
{
    Impl& impl = *m_impl;
    if (untilSignal) {
        impl.signals.add(SIGINT);
        impl.signals.add(SIGTERM);
        impl.signals.async_wait([&impl](const boost::system::error_code& error, int) {
            if (!error)
                impl.stop();
        });
    }
    asio::co_spawn(impl.io, impl.accept(), asio::detached);
    asio::co_spawn(impl.io, impl.tidy(), asio::detached);
    impl.io.run();
}

void Server::stop()
{
    asio::post(m_impl->io, [this] { m_impl->stop(); });
}

} // namespace doorstep::hub
