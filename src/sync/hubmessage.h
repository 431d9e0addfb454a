#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace doorstep::sync {

/// A request to the hub, without its address.
struct HubRequest
{
    QByteArray method;
    QString path;
    QByteArray body;
    QByteArray token;            ///< empty: none is sent
    QByteArray ifNoneMatch;      ///< empty: none is sent
    QByteArray contentType = {}; ///< of the body; empty: JSON. Anything else goes as it is, never with gzip
    QByteArray replyType = {};   ///< what a success brings; empty: JSON
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< further ones
};

/// What came back. An answer that is not the hub's (a portal, a proxy's page) has been turned into Offline already.
struct HubReply
{
    int status = 0; ///< 0: no answer; `error` says why
    QByteArray body;
    QByteArray etag;
    qint64 uploadOffset = -1;  ///< -1: none was told
    int retryAfterSeconds = 0; ///< also of a proxy that stands before the hub
    base::Error error;         ///< set when status is 0 or at least 400
};

} // namespace doorstep::sync
