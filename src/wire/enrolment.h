#pragma once

#include "base/hybridclock.h"
#include "base/id.h"
#include "base/result.h"

#include <QJsonObject>

namespace doorstep::wire {

/// What a device learns when its one-time code is accepted.
struct Enrolment
{
    base::DeviceNumber device = 0;
    QString token;    ///< opaque bearer token of this device
    QString workerId; ///< the worker record of the account
    QString name, role, scheme;
    qint64 hubTime = 0; ///< milliseconds since 1970
};

[[nodiscard]] QJsonObject toJson(const Enrolment& enrolment);
[[nodiscard]] base::Result<Enrolment> enrolmentFromBytes(const QByteArray& bytes);

/// An error in the one shape of RFC 9457; `field` is our extension.
[[nodiscard]] QByteArray problemToBytes(const base::Error& error);
/// Internal when the body is not a problem of ours.
[[nodiscard]] base::Error problemFromBytes(const QByteArray& bytes);

} // namespace doorstep::wire
