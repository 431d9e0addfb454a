#include "support/faultproxy.h"

#include <QUrl>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <list>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility> // Boost 1.74's coroutine support needs it first

namespace doorstep::support {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Kind = Fault::Kind;

namespace {

constexpr std::array kNames{"none",   "cut_request", "cut_reply", "delay",   "twice",      "hold",
                            "refuse", "portal",      "bad_gzip",  "garbage", "close_idle", "silence"};
constexpr std::uint64_t kLargestBody = 64 * 1024 * 1024;
const auto kNoThrow = [](boost::system::error_code& error) { return asio::redirect_error(asio::use_awaitable, error); };

struct Reply
{
    http::response<http::string_body> message;
    bool isThere = false;
};

template <class Message>
std::string bytesOf(const Message& message)
{
    std::ostringstream out;
    out << message;
    return out.str();
}

Passage passageOf(const http::request<http::string_body>& request, qsizetype bytes)
{
    const auto text = [](boost::string_view view) { return QByteArray(view.data(), qsizetype(view.size())); };
    Passage passage{text(request.method_string()), text(request.target()), {}, bytes, 0, 0, {}};
    for (const auto& field : request)
        passage.headers.insert(text(field.name_string()).toLower(), text(field.value()));
    return passage;
}

http::response<http::string_body> refusal(const Fault& fault)
{
    http::response<http::string_body> reply(static_cast<http::status>(fault.status), 11);
    reply.set("Sync-Protocol", "1");
    reply.set(http::field::content_type, "application/problem+json");
    if (!fault.retryAfter.isEmpty())
        reply.set(http::field::retry_after, fault.retryAfter.toStdString());
    // What the device measures a date against; its own clock may be wrong.
    reply.set(http::field::date, "Thu, 01 Jan 2026 00:00:00 GMT");
    reply.body() = R"({"status":)" + std::to_string(fault.status) + "}";
    reply.prepare_payload();
    return reply;
}

http::response<http::string_body> portalPage(const Fault& fault)
{
    http::response<http::string_body> reply(static_cast<http::status>(fault.status), 11);
    reply.set(http::field::content_type, "text/html");
    if (fault.status / 100 == 3)
        reply.set(http::field::location, "http://127.0.0.1:1/login");
    if (!fault.retryAfter.isEmpty())
        reply.set(http::field::retry_after, fault.retryAfter.toStdString());
    reply.body() = "<html><body>Welcome to the free wireless of this café. Please sign in.</body></html>";
    reply.prepare_payload();
    return reply;
}

/// Says gzip, and is gzip up to its middle.
void damage(http::response<http::string_body>& reply)
{
    std::string& body = reply.body();
    reply.set(http::field::content_encoding, "gzip");
    for (size_t i = body.size() / 2; i < body.size(); ++i)
        body[i] = static_cast<char>(body[i] ^ 0x5a);
    reply.prepare_payload();
}

/// What the proxy says in the hub's stead; empty when the hub is asked.
std::string ownAnswer(const Fault& fault)
{
    switch (fault.kind) {
    case Kind::Refuse:
        return bytesOf(refusal(fault));
    case Kind::Portal:
        return bytesOf(portalPage(fault));
    case Kind::Garbage:
        return "\x16\x03\x01 this is not HTTP\r\n\r\n\xff";
    default:
        return {};
    }
}

} // namespace

QString nameOf(Kind kind)
{
    return QString::fromLatin1(kNames.at(static_cast<size_t>(kind)));
}

struct FaultProxy::Impl
{
    asio::awaitable<void> accept();
    asio::awaitable<void> serve(std::list<tcp::socket>::iterator client);
    asio::awaitable<bool> pass(tcp::socket& client, const std::string& request, Passage& passage);
    asio::awaitable<bool> relay(tcp::socket& client, const std::string& request, Passage& passage);
    asio::awaitable<void> waitForEnd(tcp::socket& client);
    asio::awaitable<Reply> ask(const std::string& request, Passage& passage);
    asio::awaitable<void> deliverHeld();
    asio::awaitable<bool> write(tcp::socket& to, const std::string& bytes);
    Fault nextFault();
    tcp::endpoint hubEndpoint();

    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    std::list<tcp::socket> clients;
    std::vector<std::string> held; ///< whole requests that are to come after a later one
    std::string address;
    std::mutex mutex; ///< guards what follows
    tcp::endpoint hub;
    Plan plan;
    int requests = 0;
    std::vector<Passage> passages;
    std::thread thread;
};

asio::awaitable<void> FaultProxy::Impl::accept()
{
    for (;;) {
        boost::system::error_code error;
        tcp::socket socket = co_await acceptor.async_accept(kNoThrow(error));
        if (error)
            co_return;
        socket.set_option(tcp::no_delay(true), error);
        asio::co_spawn(io, serve(clients.insert(clients.end(), std::move(socket))), asio::detached);
    }
}

Fault FaultProxy::Impl::nextFault()
{
    const std::lock_guard lock(mutex);
    const int request = requests++;
    return plan ? plan(request) : Fault();
}

tcp::endpoint FaultProxy::Impl::hubEndpoint()
{
    const std::lock_guard lock(mutex);
    return hub;
}

asio::awaitable<void> FaultProxy::Impl::serve(std::list<tcp::socket>::iterator client)
{
    beast::flat_buffer buffer;
    for (bool isOpen = true; isOpen;) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kLargestBody);
        boost::system::error_code error;
        co_await http::async_read(*client, buffer, parser, kNoThrow(error));
        if (error)
            break;
        const auto message = parser.release();
        const std::string request = bytesOf(message);
        Passage passage = passageOf(message, qsizetype(request.size()));
        passage.fault = nextFault();
        isOpen = co_await pass(*client, request, passage) && message.keep_alive();
        const std::lock_guard lock(mutex);
        passages.push_back(std::move(passage));
    }
    clients.erase(client);
}

asio::awaitable<bool> FaultProxy::Impl::pass(tcp::socket& client, const std::string& request, Passage& passage)
{
    const Fault& fault = passage.fault;
    if (const std::string own = ownAnswer(fault); !own.empty()) {
        const bool isWritten = co_await write(client, own);
        co_return isWritten&& fault.kind != Kind::Garbage;
    }
    switch (fault.kind) {
    case Kind::CutRequest:
        co_await ask(request.substr(0, size_t(fault.bytes)), passage);
        co_return false;
    case Kind::Hold:
        held.push_back(request);
        co_return false;
    case Kind::Silence:
        co_await waitForEnd(client);
        co_return false;
    default:
        co_return co_await relay(client, request, passage);
    }
}

asio::awaitable<bool> FaultProxy::Impl::relay(tcp::socket& client, const std::string& request, Passage& passage)
{
    const Fault& fault = passage.fault;
    if (fault.kind == Kind::Twice)
        co_await ask(request, passage);
    Reply reply = co_await ask(request, passage);
    co_await deliverHeld();
    if (!reply.isThere)
        co_return false;
    if (fault.kind == Kind::Delay) {
        asio::steady_timer timer(io, fault.wait);
        boost::system::error_code error;
        co_await timer.async_wait(kNoThrow(error));
    }
    if (fault.kind == Kind::BadGzip)
        damage(reply.message);
    std::string bytes = bytesOf(reply.message);
    passage.replyBytes = qsizetype(bytes.size());
    if (fault.kind == Kind::CutReply)
        bytes.resize(std::min(bytes.size(), size_t(fault.bytes)));
    const bool isWritten = co_await write(client, bytes);
    co_return isWritten&& reply.message.keep_alive() && fault.kind != Kind::CutReply&& fault.kind != Kind::CloseIdle;
}

asio::awaitable<void> FaultProxy::Impl::waitForEnd(tcp::socket& client)
{
    boost::system::error_code error;
    char byte = 0;
    while (!error)
        co_await client.async_read_some(asio::buffer(&byte, 1), kNoThrow(error));
}

asio::awaitable<Reply> FaultProxy::Impl::ask(const std::string& request, Passage& passage)
{
    Reply reply;
    boost::system::error_code error;
    tcp::socket socket(io);
    co_await socket.async_connect(hubEndpoint(), kNoThrow(error));
    const bool isWritten = !error && co_await write(socket, request);
    if (!isWritten)
        co_return reply;
    // Nothing more is coming: a hub that was given a part of a request need not wait for the rest.
    socket.shutdown(tcp::socket::shutdown_send, error);
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(kLargestBody);
    co_await http::async_read(socket, buffer, parser, kNoThrow(error));
    if (error)
        co_return reply;
    reply.message = parser.release();
    reply.isThere = true;
    passage.status = int(reply.message.result_int());
    co_return reply;
}

asio::awaitable<void> FaultProxy::Impl::deliverHeld()
{
    const std::vector<std::string> late = std::exchange(held, {});
    for (const std::string& request : late) {
        Passage ignored;
        co_await ask(request, ignored);
    }
}

asio::awaitable<bool> FaultProxy::Impl::write(tcp::socket& to, const std::string& bytes)
{
    boost::system::error_code error;
    co_await asio::async_write(to, asio::buffer(bytes), kNoThrow(error));
    co_return !error;
}

FaultProxy::FaultProxy() : m_impl(std::make_unique<Impl>())
{
    const tcp::endpoint here(asio::ip::address_v4::loopback(), 0);
    m_impl->acceptor.open(here.protocol());
    m_impl->acceptor.bind(here);
    m_impl->acceptor.listen();
    m_impl->address = "http://127.0.0.1:" + std::to_string(m_impl->acceptor.local_endpoint().port());
    asio::co_spawn(m_impl->io, m_impl->accept(), asio::detached);
    m_impl->thread = std::thread([this] { m_impl->io.run(); });
}

FaultProxy::~FaultProxy()
{
    // What waits on the sockets is dropped with the context.
    m_impl->io.stop();
    m_impl->thread.join();
}

QString FaultProxy::address() const
{
    return QString::fromStdString(m_impl->address);
}

void FaultProxy::setHub(const QString& address)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->hub = tcp::endpoint(asio::ip::address_v4::loopback(), static_cast<unsigned short>(QUrl(address).port()));
}

void FaultProxy::setPlan(Plan plan)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->plan = std::move(plan);
}

void FaultProxy::script(std::vector<Fault> faults)
{
    setPlan([faults = std::move(faults), next = size_t(0)](int) mutable {
        return next < faults.size() ? faults[next++] : Fault();
    });
}

std::vector<Passage> FaultProxy::takePassages()
{
    const std::lock_guard lock(m_impl->mutex);
    return std::exchange(m_impl->passages, {});
}

} // namespace doorstep::support
