#include "wire/order.h"

#include "base/id.h"
#include "wire/json.h"

namespace doorstep::wire {

using base::ErrorCode;
using base::fail;

namespace {
const QLatin1StringView kErase("erase");
const QLatin1StringView kReplace("replace");
} // namespace

QJsonObject toJson(const Order& order)
{
    if (order.type == Order::Type::Erase)
        return {{key::place, order.place}, {key::type, kErase}, {key::person, base::uuidText(order.person)}};
    return {{key::place, order.place}, {key::type, kReplace}, {key::role, order.role}, {key::scheme, order.scheme}};
}

base::Result<Order> orderFromJson(const QJsonObject& json)
{
    Order order;
    order.place = json.value(key::place).toInteger();
    if (order.place < 1)
        return fail(ErrorCode::BadRequest, QStringLiteral("an order needs its place"), QString(key::place));
    const QString type = json.value(key::type).toString();
    if (type == kErase) {
        const auto person = base::uuidFromText(json.value(key::person).toString());
        if (!person)
            return fail(ErrorCode::BadRequest, QStringLiteral("the order names nobody"), QString(key::person));
        order.person = *person;
        return order;
    }
    if (type != kReplace)
        return fail(ErrorCode::Unsupported, QStringLiteral("an order of a newer hub: %1").arg(type),
                    QString(key::type));
    order.type = Order::Type::Replace;
    order.role = json.value(key::role).toString();
    order.scheme = json.value(key::scheme).toString();
    return order;
}

} // namespace doorstep::wire
