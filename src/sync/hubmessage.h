#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace doorstep::sync {

/// A request to the hub, without its address.
struct HubRequest
{
    QByteArray method;
    QString path;
    QByteArray body;
    QByteArray token;       ///< empty: none is sent
    QByteArray ifNoneMatch; ///< empty: none is sent
};

/// What came back. An answer that is not the hub's (a portal, a proxy's page) has been turned into Offline already.
struct HubReply
{
    int status = 0; ///< 0: no answer; `error` says why
    QByteArray body;
    QByteArray etag;
    int retryAfterSeconds = 0;
    base::Error error; ///< set when status is 0 or at least 400
};

} // namespace doorstep::sync
