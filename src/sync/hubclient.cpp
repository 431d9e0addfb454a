#include "sync/hubclient.h"

#include "sync/synctuning.h"
#include "wire/enrolment.h"
#include "wire/gzip.h"

#include <QEventLoop>
#include <QHostAddress>

namespace doorstep::sync {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

const QByteArray kGzip("gzip");

QNetworkRequest networkRequest(const QUrl& address, const HubRequest& request)
{
    QUrl url = address;
    url.setPath(request.path);
    QNetworkRequest out(url);
    // A portal's redirect must not look like the hub.
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(tuning::kTransferTimeout).count()));
    out.setRawHeader("Accept", "application/json, application/problem+json");
    if (!request.body.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, QString(wire::kContentType));
    if (!request.token.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.token);
    if (!request.ifNoneMatch.isEmpty())
        out.setRawHeader("If-None-Match", request.ifNoneMatch);
    return out;
}

Error transportError(const QNetworkReply& reply)
{
    const bool timedOut =
        reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError;
    return Error{timedOut ? ErrorCode::Timeout : ErrorCode::Offline, reply.errorString(), {}};
}

HubReply readReply(QNetworkReply& reply)
{
    HubReply out;
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const bool cut = reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (!status.isValid() || cut) {
        out.error = transportError(reply);
        return out;
    }
    if (!reply.hasRawHeader(QByteArray(wire::kHeaderProtocol.data(), wire::kHeaderProtocol.size()))) {
        out.error = Error{ErrorCode::Offline, QStringLiteral("the answer did not come from a hub"), {}};
        return out;
    }
    out.status = status.toInt();
    out.body = reply.readAll();
    out.etag = reply.rawHeader("ETag");
    out.retryAfterSeconds = reply.rawHeader("Retry-After").toInt();
    if (out.status >= 400)
        out.error = wire::problemFromBytes(out.body);
    return out;
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
    QByteArray body = request.body;
    if (body.size() > wire::kGzipFrom) {
        body = wire::gzip(body);
        out.setRawHeader("Content-Encoding", kGzip);
    }
    QNetworkReply* reply = m_network.sendCustomRequest(out, request.method, body);
    m_reply = reply;
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        const HubReply read = readReply(*reply);
        reply->deleteLater();
        done(read);
    });
}

void HubClient::abort()
{
    if (m_reply)
        m_reply->abort();
}

HubReply HubClient::sendAndWait(const HubRequest& request)
{
    QEventLoop loop;
    HubReply out;
    send(request, [&](const HubReply& reply) {
        out = reply;
        loop.quit();
    });
    loop.exec();
    return out;
}

} // namespace doorstep::sync
