#pragma once

#include "hub/hubfixture.h"
#include "support/devicefixture.h"
#include "sync/syncengine.h"
#include "sync/uploadengine.h"

namespace doorstep::support {

/// A real device store with the real engine, enrolled with a real hub whose router it asks without a socket.
class Phone
{
public:
    Phone(hub::test::HubFixture& hub, const QString& user) : m_hub(hub)
    {
        device.clock.set(hub.clock.now());
        const auto code = hub.accounts().makeCode(user);
        const wire::Enrolment enrolment = *hub.accounts().enrol(*code);
        // Ids of its own.
        device.random = base::SeededRandom(static_cast<quint64>(enrolment.device));
        change([&](store::Device& row) {
            row.number = enrolment.device;
            row.token = enrolment.token;
            row.worker = enrolment.workerId;
            row.name = enrolment.name;
            row.role = enrolment.role;
            row.scheme = enrolment.scheme;
        });
    }

    /// Whole rounds until nothing is left to do; at most `exchanges` requests.
    sync::RoundReport sync(int exchanges = 1000)
    {
        sync::SyncEngine engine(*device.store, device.clock);
        engine.beginRound();
        converse(engine, exchanges);
        return engine.report();
    }
    /// One round of files.
    sync::UploadReport upload(int requests = 1000)
    {
        sync::UploadEngine engine(*device.store);
        engine.beginRound();
        converse(engine, requests);
        return engine.report();
    }
    template <class Engine>
    void converse(Engine& engine, int requests = 1000)
    {
        for (; requests > 0; --requests) {
            const auto request = engine.next();
            if (!request)
                qFatal("next: %s", qPrintable(request.error().detail));
            if (!*request)
                break;
            if (const auto taken = engine.accept(ask(**request)); !taken)
                qFatal("accept: %s", qPrintable(taken.error().detail));
        }
    }

    sync::HubReply ask(const sync::HubRequest& request)
    {
        hub::Request out{request.method, request.path.toLatin1(), {}, request.body};
        out.headers.insert("content-type", request.contentType.isEmpty() ? "application/json" : request.contentType);
        for (const auto& [name, value] : request.headers)
            out.headers.insert(name.toLower(), value);
        if (!request.token.isEmpty())
            out.headers.insert("authorization", "Bearer " + request.token);
        const hub::Response response = m_hub.router().handle(out);
        sync::HubReply reply;
        reply.status = response.status;
        reply.body = response.body;
        reply.uploadOffset = response.headers.value("Upload-Offset", "-1").toLongLong();
        if (reply.status >= 400)
            reply.error = wire::problemFromBytes(reply.body);
        return reply;
    }

    template <class Change>
    void change(Change with)
    {
        auto transaction = sql::Transaction::begin(device.store->connection());
        store::Device row = *device.store->device();
        with(row);
        if (!device.store->setDevice(*transaction, row) || !transaction->commit())
            qFatal("cannot write the device");
    }

    domain::Record create(const char* kind, const QJsonObject& fields)
    {
        const auto made = device.create(QString::fromLatin1(kind), fields);
        if (!made)
            qFatal("create: %s %s", qPrintable(made.error().detail), qPrintable(made.error().field));
        return *made;
    }
    domain::Record edit(const domain::Record& record, const QJsonObject& fields)
    {
        const domain::Record original = *store::RecordStore(*device.store).get(*record.kind, record.id);
        domain::Record edited = original;
        const auto read = domain::readFields(edited, fields);
        Q_ASSERT(read);
        Q_UNUSED(read)
        return *store::Recorder(*device.store, device.clock).save(original, edited);
    }
    bool has(const domain::Record& record)
    {
        return store::RecordStore(*device.store).get(*record.kind, record.id).has_value();
    }
    store::OutboxCounts counts() { return *store::Outbox(*device.store).counts(); }

    DeviceFixture device;

private:
    hub::test::HubFixture& m_hub;
};

} // namespace doorstep::support
