#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QUuid>

namespace doorstep::wire {

/// What a hub tells a device to do with what it holds. Carried out once everything unsent that it concerns has been
/// delivered, and reported with `erased_through`.
struct Order
{
    enum class Type {
        Erase,   ///< a grant has ended: everything about this person goes
        Replace, ///< the account sees something else now: all is pulled anew, what does not come again goes
    };

    qint64 place = 0; ///< orders ascend; a report covers all up to it
    Type type = Type::Erase;
    QUuid person;         ///< Erase
    QString role, scheme; ///< Replace: what the account is from now on
};

[[nodiscard]] QJsonObject toJson(const Order& order);
/// Unsupported for an order of a newer hub: it is not carried out and not reported. BadRequest for a malformed one.
[[nodiscard]] base::Result<Order> orderFromJson(const QJsonObject& json);

} // namespace doorstep::wire
