#pragma once

#include "domain/kinds/conflict.h"
#include "hub/conflictkeeper.h"
#include "hub/http/router.h"
#include "hub/hubdirectory.h"
#include "hub/report.h"
#include "sql/connection.h"
#include "wire/json.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace doorstep::hub::test {

/// A device as the hub sees it: it keeps its cursor and its counters, and a record is what it has pulled.
struct TestDevice
{
    wire::Enrolment enrolment;
    qint64 epoch = 1;
    qint64 nextN = 1;
    qint64 confirmed = 0;
    QString cursor;
    quint64 ticks = 0;
    std::vector<wire::Change> unsent;
    QMap<QString, QJsonObject> pulled; ///< by id, the last one pulled
};

/// A hub in a temporary directory on a real SQLCipher file, with a clock that stands still.
class HubFixture
{
public:
    HubFixture()
    {
        if (!directory().create(m_random))
            qFatal("cannot make a hub");
        open();
    }

    [[nodiscard]] QString path() const { return m_folder.path() + QStringLiteral("/hub"); }
    [[nodiscard]] HubDirectory directory() const { return HubDirectory(path()); }
    [[nodiscard]] sql::DatabaseKey key() const
    {
        QFile file(path() + QStringLiteral("/hub.key"));
        return file.open(QIODevice::ReadOnly) ? sql::DatabaseKey{file.readAll()} : sql::DatabaseKey{};
    }
    /// The database is lost and made again out of a backup.
    void restoreFrom(const QString& backup)
    {
        m_router.reset();
        m_store.reset();
        for (const char* const suffix : {"", "-wal", "-shm"})
            QFile::remove(path() + QStringLiteral("/hub.db") + QLatin1StringView(suffix));
        const auto restored = directory().restore(backup, m_random, HubDirectory::Restore::InPlace);
        if (!restored)
            qFatal("restore: %s", qPrintable(restored.error().detail));
        open();
    }
    [[nodiscard]] Housekeeping housekeeping() { return {*m_store, clock, m_lists}; }

    HubStore& store() { return *m_store; }
    Router& router() { return *m_router; }
    Accounts accounts() { return {*m_store, clock, m_random}; }

    QUuid addUser(const QString& name, const char* role = "connector", const char* scheme = "conwy")
    {
        const auto account =
            accounts().add(name, QString::fromLatin1(role), QString::fromLatin1(scheme), domain::CodeLists::builtIn());
        return account ? account->worker : QUuid();
    }

    TestDevice enrol(const QString& name)
    {
        const auto code = accounts().makeCode(name);
        const auto enrolment = accounts().enrol(*code);
        TestDevice device;
        device.enrolment = *enrolment;
        return device;
    }

    Response post(const char* path, const QByteArray& body, const QByteArray& token = {},
                  QMap<QByteArray, QByteArray> headers = {})
    {
        headers.insert("content-type", "application/json");
        if (!token.isEmpty())
            headers.insert("authorization", "Bearer " + token);
        return m_router->handle({"POST", path, headers, body});
    }

    /// What a device saves: a put with the versions it replaced, not sent yet.
    wire::Change save(TestDevice& device, const char* kind, const QUuid& id, const QJsonObject& fields,
                      const QMap<QString, base::Version>& base = {})
    {
        wire::Change change;
        change.n = device.nextN++;
        change.kind = QString::fromLatin1(kind);
        change.id = RecordId(id);
        change.change.fields = fields;
        change.change.base = base;
        change.change.version = nextVersion(device);
        change.savedAt = clock.now();
        change.author = device.enrolment.workerId;
        change.schema = domain::kSchemaVersion;
        device.unsent.push_back(change);
        return change;
    }

    base::Version nextVersion(TestDevice& device)
    {
        return {
            base::HybridTime{base::HybridTime::fromMilliseconds(clock.now().utcMilliseconds()).bits + ++device.ticks},
            device.enrolment.device};
    }

    /// A request with everything unsent. `unsent` stays, so that it can be sent again.
    wire::ExchangeRequest request(const TestDevice& device)
    {
        wire::ExchangeRequest request;
        request.protocol = wire::kProtocolVersion;
        request.schema = domain::kSchemaVersion;
        request.epoch = device.epoch;
        request.nextN = device.nextN;
        request.confirmedThrough = device.confirmed;
        request.cursor = device.cursor;
        if (!device.unsent.empty()) {
            const QByteArray bytes = wire::changesToBytes(device.unsent);
            request.batch = wire::Batch{
                device.epoch, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), device.unsent};
        }
        return request;
    }

    Result<wire::ExchangeReply> send(const TestDevice& device, const wire::ExchangeRequest& request)
    {
        const QByteArray changes = request.batch ? wire::changesToBytes(request.batch->changes) : QByteArray();
        const Response response =
            post("/sync/v1/exchange", wire::toBytes(request, changes), device.enrolment.token.toLatin1());
        if (response.status != 200)
            return base::fail(wire::problemFromBytes(response.body));
        return wire::replyFromBytes(response.body);
    }

    /// The device takes note of a reply.
    static void receive(TestDevice& device, const wire::ExchangeReply& reply)
    {
        device.cursor = reply.cursor;
        device.unsent.clear();
        for (const wire::ChangeResult& result : reply.results)
            device.confirmed = std::max(device.confirmed, result.n);
        for (const QJsonObject& record : reply.pulled)
            device.pulled.insert(record.value(wire::key::id).toString(), record);
    }

    /// One whole exchange that has to succeed.
    wire::ExchangeReply exchange(TestDevice& device)
    {
        const auto reply = send(device, request(device));
        if (!reply)
            qFatal("exchange: %s %s", qPrintable(reply.error().detail), qPrintable(reply.error().field));
        receive(device, *reply);
        return *reply;
    }

    std::optional<RecordRow> row(const QUuid& id) { return *m_store->read()->records().record(RecordId(id)); }
    QJsonObject fields(const QUuid& id)
    {
        const auto found = row(id);
        return found ? domain::fieldsJson(found->record) : QJsonObject();
    }
    QJsonObject status() { return *statusOf(*m_store); }

    base::FixedClock clock{Timestamp(1'795'000'000'000, 0)};

private:
    void open()
    {
        m_store = *directory().open();
        m_router = std::make_unique<Router>(*m_store, *directory().files(), clock, m_random);
    }

    QTemporaryDir m_folder;
    ListsBundle m_lists;
    base::SeededRandom m_random{7};
    std::unique_ptr<HubStore> m_store;
    std::unique_ptr<Router> m_router;
};

/// A readable id for tests.
inline QUuid id(int number)
{
    return {0x01930000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, static_cast<uchar>(number >> 8), static_cast<uchar>(number)};
}

inline QJsonObject person(const char* name)
{
    return {{QStringLiteral("given_name"), QString::fromLatin1(name)}};
}

inline QJsonObject contact(const QUuid& person, int minutes = 30)
{
    return {{QStringLiteral("person"), base::uuidText(person)},
            {QStringLiteral("mode"), QStringLiteral("visit")},
            {QStringLiteral("minutes"), minutes}};
}

} // namespace doorstep::hub::test
