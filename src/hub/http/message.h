#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

namespace doorstep::hub {

/// A request as the server read it. Header names are in lower case.
struct Request
{
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// `notes` is for the log: counts and numbers, never content.
struct Response
{
    int status = 200;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
    QJsonObject notes;
};

} // namespace doorstep::hub
