#include "hub/http/router.h"

#include "base/log.h"
#include "wire/gzip.h"
#include "wire/json.h"

#include <array>

namespace doorstep::hub {

using base::Error;
using base::ErrorCode;
using base::fail;

namespace {

QByteArray latin(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

Response json(QByteArray body)
{
    return {200, {{"content-type", latin(wire::kContentType)}}, std::move(body), {}};
}

/// The JSON body of a POST, inflated.
Result<QByteArray> bodyOf(const Request& request)
{
    const QByteArray type = request.headers.value("content-type").split(';').first().trimmed().toLower();
    if (type != latin(wire::kContentType))
        return fail(ErrorCode::Unsupported, QStringLiteral("the body has to be application/json"));
    const QByteArray encoding = request.headers.value("content-encoding", "identity").trimmed().toLower();
    if (encoding == "gzip")
        return wire::gunzip(request.body, wire::kInflatedLimit);
    if (encoding != "identity")
        return fail(ErrorCode::Unsupported, QStringLiteral("the body may be sent plain or with gzip"));
    return request.body;
}

QByteArray tokenOf(const Request& request)
{
    const QByteArray header = request.headers.value("authorization");
    return header.first(std::min<qsizetype>(7, header.size())).toLower() == "bearer " ? header.mid(7).trimmed()
                                                                                      : QByteArray();
}

bool isListed(const QByteArray& header, const QByteArray& wanted)
{
    const QByteArrayList parts = header.split(',');
    return std::any_of(parts.begin(), parts.end(), [&](const QByteArray& part) {
        const QByteArray value = part.trimmed();
        const QByteArray strong = value.startsWith("W/") ? value.mid(2) : value;
        return strong == wanted || strong == "*";
    });
}

bool acceptsGzip(const Request& request)
{
    const QByteArrayList parts = request.headers.value("accept-encoding").toLower().split(',');
    return std::any_of(parts.begin(), parts.end(), [](const QByteArray& part) {
        const QByteArray value = QByteArray(part).replace(' ', "");
        return value == "gzip" || (value.startsWith("gzip;") && value != "gzip;q=0");
    });
}

} // namespace

struct Router::Route
{
    QLatin1StringView path;
    QByteArray methods; ///< as the header Allow names them
    Result<Response> (Router::*answer)(const Request&, QJsonObject&);
    bool isBelow = false; ///< not the path itself but what follows it after a stroke

    [[nodiscard]] bool matches(const QByteArray& asked) const
    {
        return isBelow ? asked.startsWith(latin(path) + '/') : asked == latin(path);
    }
    [[nodiscard]] bool takes(const QByteArray& method) const
    {
        return (", " + methods + ',').contains(", " + method + ',');
    }
};

Response Router::handle(const Request& request)
{
    static const std::array kRoutes{
        Route{wire::kPathExchange, "POST", &Router::exchange},
        Route{wire::kPathEnrol, "POST", &Router::enrol},
        Route{wire::kPathLists, "GET", &Router::lists},
        Route{wire::kPathHealth, "GET", &Router::health},
        Route{wire::kPathFiles, "OPTIONS, POST", &Router::files},
        Route{wire::kPathFiles, "GET, HEAD, OPTIONS, PATCH", &Router::files, true},
    };
    const QByteArray path = request.target.split('?').first();
    const auto* const route =
        std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& each) { return each.matches(path); });
    Response response;
    QJsonObject notes;
    if (route == kRoutes.end()) {
        response = problem({ErrorCode::NotFound, QStringLiteral("nothing is served under this path"), {}});
    } else if (!route->takes(request.method)) {
        response = problem(
            {ErrorCode::BadRequest, QStringLiteral("this path takes %1").arg(QLatin1StringView(route->methods)), {}});
        response.status = 405;
        response.body.replace("\"status\":400", "\"status\":405");
        response.headers.insert("allow", route->methods);
    } else {
        auto answer = (this->*route->answer)(request, notes);
        response = answer ? *std::move(answer) : problem(answer.error());
    }
    // Only known paths: what somebody else asks for may hold anything.
    notes.insert(QLatin1StringView("path"), route == kRoutes.end() ? QString() : QString(route->path));
    for (auto it = response.notes.constBegin(); it != response.notes.constEnd(); ++it)
        notes.insert(it.key(), it.value());
    response.notes = notes;
    finish(request, response);
    return response;
}

Response Router::problem(const Error& error)
{
    Error shown = error;
    const int status = base::httpStatus(error.code);
    // What went wrong inside is for the log, not for the wire.
    if (status >= 500)
        shown.detail.clear();
    Response response{status, {{"content-type", latin(wire::kProblemType)}}, wire::problemToBytes(shown), {}};
    if (error.code == ErrorCode::Unauthorised)
        response.headers.insert("www-authenticate", "Bearer");
    if (error.code == ErrorCode::Unsupported)
        response.headers.insert("accept-encoding", "gzip");
    response.notes.insert(QLatin1StringView("code"), base::wireName(error.code));
    if (status >= 500)
        response.notes.insert(QLatin1StringView("detail"), error.detail);
    return response;
}

void Router::finish(const Request& request, Response& response)
{
    response.headers.insert(latin(wire::kHeaderProtocol), QByteArray::number(wire::kProtocolVersion));
    response.headers.insert("x-content-type-options", "nosniff");
    response.headers.insert("cache-control", "no-store");
    if (request.method == "HEAD")
        response.body.clear();
    const bool isText = response.headers.value("content-type") != latin(wire::kBytesType);
    if (isText && response.body.size() > wire::kGzipFrom && acceptsGzip(request)) {
        response.body = wire::gzip(response.body);
        response.headers.insert("content-encoding", "gzip");
        response.headers.insert("vary", "accept-encoding");
    }
}

Result<Response> Router::exchange(const Request& request, QJsonObject& notes)
{
    DOORSTEP_TRY_ASSIGN(const Sender sender, senderOfToken(*m_store.read(), tokenOf(request)));
    notes.insert(QLatin1StringView("device"), sender.device.number);
    DOORSTEP_TRY_ASSIGN(const QByteArray body, bodyOf(request));
    DOORSTEP_TRY_ASSIGN(const wire::ExchangeRequest exchangeRequest, wire::requestFromBytes(body));
    ExchangeCounts counts;
    DOORSTEP_TRY_ASSIGN(const wire::ExchangeReply reply, m_exchange.handle(sender, exchangeRequest, counts));
    notes.insert(QLatin1StringView("changes"), counts.changes);
    notes.insert(QLatin1StringView("duplicates"), counts.duplicates);
    notes.insert(QLatin1StringView("merged"), counts.merged);
    notes.insert(QLatin1StringView("held"), counts.held);
    notes.insert(QLatin1StringView("quarantined"), counts.quarantined);
    notes.insert(QLatin1StringView("records"), reply.records.size());
    return json(wire::toBytes(reply));
}

Result<Response> Router::enrol(const Request& request, QJsonObject& notes)
{
    DOORSTEP_TRY_ASSIGN(const QByteArray body, bodyOf(request));
    DOORSTEP_TRY_ASSIGN(const QJsonObject message, wire::objectFromBytes(body));
    if (!message.value(wire::key::code).isString())
        return fail(ErrorCode::BadRequest, QStringLiteral("an enrolment needs its one-time code"),
                    QString(wire::key::code));
    // Refused before the store is asked, a right code too: the answer must not tell a guesser anything.
    if (m_codeTries.secondsToWait() > 0)
        return tooManyCodes();
    const auto enrolled = m_accounts.enrol(message.value(wire::key::code).toString());
    if (!enrolled && enrolled.error().code == ErrorCode::CodeUsed)
        m_codeTries.take();
    DOORSTEP_TRY_ASSIGN(const wire::Enrolment enrolment, enrolled);
    notes.insert(QLatin1StringView("device"), enrolment.device);
    return json(wire::compact(wire::toJson(enrolment)));
}

Response Router::tooManyCodes() const
{
    Response response = problem({ErrorCode::TooManyRequests, QStringLiteral("too many wrong codes; wait"), {}});
    response.headers.insert("retry-after", QByteArray::number(m_codeTries.secondsToWait()));
    return response;
}

Result<Response> Router::lists(const Request& request, QJsonObject& /*notes*/)
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const QByteArray bytes, m_lists.bytes(*reading));
    DOORSTEP_TRY_ASSIGN(const QString tag, m_lists.tag(*reading));
    if (isListed(request.headers.value("if-none-match"), tag.toLatin1()))
        return Response{304, {{"etag", tag.toLatin1()}}, {}, {}};
    Response response = json(bytes);
    response.headers.insert("etag", tag.toLatin1());
    return response;
}

Result<Response> Router::files(const Request& request, QJsonObject& notes)
{
    if (request.method == "OPTIONS")
        return m_files.options();
    DOORSTEP_TRY_ASSIGN(const Sender sender, senderOfToken(*m_store.read(), tokenOf(request)));
    notes.insert(QLatin1StringView("device"), sender.device.number);
    return m_files.handle(sender, request, notes);
}

Result<Response> Router::health(const Request& /*request*/, QJsonObject& /*notes*/)
{
    // A hub that cannot read its database is not well.
    DOORSTEP_TRY(m_store.read()->records().seq());
    return json(
        wire::compact({{wire::key::status, QLatin1StringView("ok")}, {wire::key::protocol, wire::kProtocolVersion}}));
}

} // namespace doorstep::hub
