#include "sync/hubclient.h"

#include "wire/enrolment.h"
#include "wire/gzip.h"

#include <QDateTime>
#include <QEventLoop>
#include <QHostAddress>
#include <QLocale>

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

const QByteArray kGzip("gzip");
// Far over any page of records; a stream that goes on and on is nobody's hub.
constexpr qsizetype kMostInflated = 256 * 1024 * 1024;
constexpr int kNoContent = 204;
constexpr int kNotModified = 304;
constexpr int kFirstError = 400;
constexpr int kUnsupported = 415;
constexpr int kTooManyRequests = 429;
constexpr int kUnavailable = 503;

QDateTime dateOf(const QByteArray& text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

QByteArray latin(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

QByteArray typeOr(const QByteArray& type)
{
    return type.isEmpty() ? latin(wire::kContentType) : type;
}

QNetworkRequest networkRequest(const QUrl& address, const HubRequest& request)
{
    QUrl url = address;
    url.setPath(request.path);
    QNetworkRequest out(url);
    // A portal's redirect must not look like the hub.
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setRawHeader("Accept", typeOr(request.replyType) + ", " + latin(wire::kProblemType));
    // Asked for by hand, QNetworkReply leaves the inflating to us: its own takes half a stream for a whole one.
    out.setRawHeader("Accept-Encoding", kGzip);
    if (!request.body.isEmpty())
        out.setRawHeader("Content-Type", typeOr(request.contentType));
    if (!request.token.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.token);
    if (!request.ifNoneMatch.isEmpty())
        out.setRawHeader("If-None-Match", request.ifNoneMatch);
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    return out;
}

/// Seconds, or a date as seen from the answer's own clock: the phone's may be wrong.
int retryAfterSeconds(const QNetworkReply& reply)
{
    constexpr qint64 kMost = std::chrono::seconds(tuning::kLongestRetryAfter).count();
    const QByteArray value = reply.rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = dateOf(value);
        const QDateTime sent = dateOf(reply.rawHeader("Date"));
        seconds = until.isValid() ? (sent.isValid() ? sent : QDateTime::currentDateTimeUtc()).secsTo(until) : 0;
    }
    return static_cast<int>(std::clamp<qint64>(seconds, 0, kMost));
}

Error transportError(const QNetworkReply& reply)
{
    const bool timedOut =
        reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError;
    return Error{timedOut ? ErrorCode::Timeout : ErrorCode::Offline, reply.errorString(), {}};
}

HubReply noReply(Error error, int retryAfterSeconds = 0)
{
    HubReply none;
    none.error = std::move(error);
    none.retryAfterSeconds = retryAfterSeconds;
    return none;
}

/// The status says it all when the body cannot be read.
ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorised;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 410:
        return ErrorCode::CursorGone;
    case 413:
        return ErrorCode::TooLarge;
    case 415:
        return ErrorCode::Unsupported;
    case 426:
        return ErrorCode::UpgradeNeeded;
    case 408:
    case 425:
    case 429:
        return ErrorCode::TooManyRequests;
    default:
        return status >= 500 ? ErrorCode::Busy : ErrorCode::BadRequest;
    }
}

/// QNetworkReply takes a header that broke off for a whole one: nothing counts as a body only where that was meant.
bool isMeantEmpty(const QNetworkReply& reply, int status)
{
    return status == kNoContent || status == kNotModified ||
           reply.request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray() == "HEAD" ||
           reply.rawHeader("Content-Length") == "0";
}

bool isFromHub(const QNetworkReply& reply, const HubReply& read, const QByteArray& expectedType)
{
    if (!reply.hasRawHeader(latin(wire::kHeaderProtocol)))
        return false;
    if (read.body.isEmpty())
        return isMeantEmpty(reply, read.status);
    const QByteArray type = reply.rawHeader("Content-Type").split(';').first().trimmed().toLower();
    return type == (read.status < kFirstError ? expectedType : latin(wire::kProblemType));
}

HubReply readReply(QNetworkReply& reply, const QByteArray& expectedType)
{
    HubReply read;
    read.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (read.status == kTooManyRequests || read.status == kUnavailable)
        read.retryAfterSeconds = retryAfterSeconds(reply);
    // QNetworkReply calls statuses from 400 on errors as well; any other error means that the answer broke off.
    const bool isCut = reply.error() != QNetworkReply::NoError &&
                       (read.status < kFirstError || reply.error() < QNetworkReply::ContentAccessDenied);
    if (read.status == 0 || isCut)
        return noReply(transportError(reply), read.retryAfterSeconds);
    read.body = reply.readAll();
    if (!isFromHub(reply, read, expectedType))
        return noReply({ErrorCode::Offline, QStringLiteral("the answer did not come from a hub"), {}},
                       read.retryAfterSeconds);
    if (reply.rawHeader("Content-Encoding") == kGzip) {
        auto inflated = wire::gunzip(read.body, kMostInflated);
        if (!inflated)
            return noReply({ErrorCode::InDoubt, inflated.error().detail, {}});
        read.body = *std::move(inflated);
    }
    read.etag = reply.rawHeader("ETag");
    if (reply.hasRawHeader("Upload-Offset"))
        read.uploadOffset = reply.rawHeader("Upload-Offset").toLongLong();
    if (read.status < kFirstError)
        return read;
    read.error = wire::problemFromBytes(read.body);
    if (read.error.code == ErrorCode::Internal)
        read.error.code = codeOf(read.status);
    return read;
}

} // namespace

HubClient::HubClient(QObject* parent) : QObject(parent) {}

Result<QUrl> HubClient::parseAddress(const QString& address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const QString field = QStringLiteral("hub");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected an address such as https://hub.example.org"),
                    field);
    const bool here = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    if (url.scheme() == u"http" && !here)
        return fail(ErrorCode::InvalidValue, QStringLiteral("only https leaves this machine"), field);
    QUrl root;
    root.setScheme(url.scheme());
    root.setHost(url.host());
    root.setPort(url.port());
    return root;
}

void HubClient::send(const HubRequest& request, Callback done)
{
    QNetworkRequest out = networkRequest(m_address, request);
    out.setTransferTimeout(static_cast<int>(m_timeout.count()));
    QByteArray body = request.body;
    const bool isPacked = m_mayPack && request.contentType.isEmpty() && body.size() > wire::kGzipFrom;
    if (isPacked) {
        body = wire::gzip(body);
        out.setRawHeader("Content-Encoding", kGzip);
    }
    QNetworkReply* reply = m_network.sendCustomRequest(out, request.method, body);
    m_reply = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply, request, isPacked, done = std::move(done)] {
        const HubReply read = readReply(*reply, typeOr(request.replyType));
        reply->deleteLater();
        if (!isPacked || read.status != kUnsupported)
            return done(read);
        // Something between here and the hub does not take gzip, and will not take it the next time either.
        m_mayPack = false;
        send(request, done);
    });
}

void HubClient::abort()
{
    if (m_reply)
        m_reply->abort();
}

HubReply HubClient::sendAndWait(const HubRequest& request, const std::function<void()>& meanwhile)
{
    QEventLoop loop;
    HubReply out;
    send(request, [&](const HubReply& reply) {
        out = reply;
        loop.quit();
    });
    if (meanwhile)
        meanwhile();
    loop.exec();
    return out;
}

} // namespace doorstep::sync
