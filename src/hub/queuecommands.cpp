#include "hub/queuecommands.h"

#include "hub/custodyqueue.h"
#include "wire/json.h"

#include <iostream>

namespace doorstep::hub {

namespace {

void print(const QJsonObject& json)
{
    std::cout << wire::compact(json).constData() << '\n';
}

} // namespace

Status printQueue(HubStore& store)
{
    const base::SystemClock clock;
    DOORSTEP_TRY_ASSIGN(const std::vector<QJsonObject> lines, CustodyQueue(store, clock).list());
    std::for_each(lines.begin(), lines.end(), print);
    return {};
}

Status showQueued(HubStore& store, const QString& name)
{
    const base::SystemClock clock;
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, CustodyQueue(store, clock).show(name));
    print(json);
    return {};
}

Status replayQueued(HubStore& store, const QString& name, const QByteArray& fields)
{
    QJsonObject mended;
    if (!fields.isEmpty()) {
        auto read = wire::objectFromBytes(fields);
        if (!read)
            return base::fail(read.error().code, read.error().detail, QStringLiteral("fields"));
        mended = *std::move(read);
    }
    const base::SystemClock clock;
    DOORSTEP_TRY_ASSIGN(const wire::ChangeResult result, CustodyQueue(store, clock).replay(name, mended));
    print(wire::toJson(result));
    return {};
}

Status closeQueued(HubStore& store, const QString& name, const QString& why)
{
    const base::SystemClock clock;
    DOORSTEP_TRY(CustodyQueue(store, clock).close(name, why));
    print({{QLatin1StringView("closed"), name}});
    return {};
}

} // namespace doorstep::hub
