#include "app/deviceshell.h"

#include "app/shellmessages.h"
#include "base/log.h"
#include "domain/codelist.h"
#include "domain/kinds/conflict.h"
#include "store/attachmentstore.h"
#include "store/lease.h"
#include "store/newrecord.h"
#include "wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace doorstep::app {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using domain::KindSpec;
using domain::Record;

DeviceShell::DeviceShell(const QString& folder, platform::KeyStore& keyStore, const base::Clock& clock,
                         base::Random& random)
    : m_installation(folder, keyStore, clock), m_clock(clock), m_random(random)
{
}

QJsonObject DeviceShell::run(const QByteArray& line)
{
    const auto input = wire::objectFromBytes(line);
    const Reply reply = input ? dispatch(*input) : Reply(fail(input.error()));
    if (!reply)
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), errorJson(reply.error())}};
    QJsonObject answer = *reply;
    answer.insert(QStringLiteral("ok"), true);
    return answer;
}

DeviceShell::Reply DeviceShell::dispatch(const QJsonObject& input)
{
    static const QHash<QString, Command> kBeforeUnlock{{QStringLiteral("describe"), &DeviceShell::describe},
                                                       {QStringLiteral("enrol"), &DeviceShell::enrol},
                                                       {QStringLiteral("unlock"), &DeviceShell::unlock},
                                                       {QStringLiteral("quit"), &DeviceShell::quit}};
    static const QHash<QString, Command> kUnlocked{{QStringLiteral("create"), &DeviceShell::create},
                                                   {QStringLiteral("update"), &DeviceShell::update},
                                                   {QStringLiteral("delete"), &DeviceShell::remove},
                                                   {QStringLiteral("get"), &DeviceShell::get},
                                                   {QStringLiteral("list"), &DeviceShell::list},
                                                   {QStringLiteral("sync"), &DeviceShell::sync},
                                                   {QStringLiteral("status"), &DeviceShell::status},
                                                   {QStringLiteral("conflicts"), &DeviceShell::conflicts},
                                                   {QStringLiteral("resolve"), &DeviceShell::resolve},
                                                   {QStringLiteral("attach"), &DeviceShell::attach},
                                                   {QStringLiteral("attachments"), &DeviceShell::attachments},
                                                   {QStringLiteral("fetch"), &DeviceShell::fetch},
                                                   {QStringLiteral("export"), &DeviceShell::exportFile}};
    // "cmd" is the short form for people who type.
    const QString name = text(input, input.contains(QLatin1StringView("command")) ? "command" : "cmd");
    if (const auto found = kBeforeUnlock.constFind(name); found != kBeforeUnlock.constEnd())
        return (this->**found)(input);
    const auto found = kUnlocked.constFind(name);
    if (found == kUnlocked.constEnd())
        return fail(ErrorCode::BadRequest, QStringLiteral("there is no command named \"%1\"").arg(name),
                    QStringLiteral("command"));
    if (!m_store)
        return fail(m_installation.isEnrolled() ? ErrorCode::Locked : ErrorCode::NotEnrolled,
                    m_installation.isEnrolled() ? QStringLiteral("unlock with the PIN first")
                                                : QStringLiteral("enrol this device first"));
    return (this->**found)(input);
}

DeviceShell::Reply DeviceShell::describe(const QJsonObject&)
{
    QJsonArray kinds;
    for (const KindSpec& kind : domain::allKinds()) {
        QJsonArray fields;
        for (const domain::FieldSpec& field : kind.fields)
            fields.append(fieldJson(field));
        kinds.append(QJsonObject{{QStringLiteral("kind"), kind.key()}, {QStringLiteral("fields"), fields}});
    }
    domain::CodeLists lists = domain::CodeLists::builtIn();
    if (m_store) {
        DOORSTEP_TRY_ASSIGN(const QByteArray given, m_store->lists());
        if (const auto newer = wire::objectFromBytes(given); newer && !lists.merge(*newer))
            base::log(base::LogLevel::Warning, QLatin1StringView("lists.unreadable"));
    }
    QJsonObject codes;
    const QStringList names = lists.names();
    for (const QString& name : names) {
        QJsonArray entries;
        for (const domain::CodeEntry& entry : lists.list(name).entries)
            entries.append(QJsonObject{{QStringLiteral("code"), entry.code}, {QStringLiteral("label"), entry.label}});
        codes.insert(name, entries);
    }
    return QJsonObject{{QStringLiteral("kinds"), kinds}, {QStringLiteral("lists"), codes}};
}

void DeviceShell::adopt(sync::Installation::Opened opened)
{
    m_store = std::move(opened.store);
}

DeviceShell::Reply DeviceShell::enrol(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const QString hub, neededText(input, "hub"));
    DOORSTEP_TRY_ASSIGN(const QString code, neededText(input, "code"));
    DOORSTEP_TRY_ASSIGN(const QString pin, neededText(input, "pin"));
    DOORSTEP_TRY_ASSIGN(auto opened, m_installation.enrol(m_client, hub, code, pin));
    adopt(std::move(opened));
    DOORSTEP_TRY_ASSIGN(const store::Device device, m_store->device());
    return QJsonObject{{QStringLiteral("device"), device.number},
                       {QStringLiteral("name"), device.name},
                       {QStringLiteral("role"), device.role},
                       {QStringLiteral("scheme"), device.scheme},
                       {QStringLiteral("worker"), device.worker}};
}

DeviceShell::Reply DeviceShell::unlock(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const QString pin, neededText(input, "pin"));
    DOORSTEP_TRY_ASSIGN(auto opened, m_installation.unlock(pin));
    adopt(std::move(opened));
    return QJsonObject();
}

DeviceShell::Reply DeviceShell::create(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const KindSpec* kind, neededKind(input));
    DOORSTEP_TRY_ASSIGN(const QJsonObject fields, neededFields(input));
    RecordId id = RecordId::make(m_clock, m_random);
    if (input.contains(QLatin1StringView("id"))) {
        DOORSTEP_TRY_ASSIGN(id, idFrom(input.value(QLatin1StringView("id"))));
    }
    Record record(*kind, id);
    DOORSTEP_TRY(domain::refuseUnknownFields(*kind, fields));
    DOORSTEP_TRY(domain::readFields(record, fields));
    DOORSTEP_TRY(store::fillKnown(record, *m_store, m_clock));
    DOORSTEP_TRY_ASSIGN(const Record saved, store::Recorder(*m_store, m_clock).save(std::nullopt, std::move(record)));
    return recordJson(saved);
}

base::Result<Record> DeviceShell::find(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const KindSpec* kind, neededKind(input));
    DOORSTEP_TRY_ASSIGN(const RecordId id, idFrom(input.value(QLatin1StringView("id"))));
    return store::RecordStore(*m_store, m_clock).get(*kind, id);
}

DeviceShell::Reply DeviceShell::update(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const Record original, find(input));
    DOORSTEP_TRY_ASSIGN(const QJsonObject fields, neededFields(input));
    Record edited = original;
    DOORSTEP_TRY(domain::refuseUnknownFields(*edited.kind, fields));
    DOORSTEP_TRY(domain::readFields(edited, fields));
    DOORSTEP_TRY_ASSIGN(const Record saved, store::Recorder(*m_store, m_clock).save(original, std::move(edited)));
    return recordJson(saved);
}

DeviceShell::Reply DeviceShell::remove(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const Record record, find(input));
    DOORSTEP_TRY_ASSIGN(const QString why, neededText(input, "why"));
    DOORSTEP_TRY_ASSIGN(const Record removed, store::Recorder(*m_store, m_clock).remove(*record.kind, record.id, why));
    return recordJson(removed);
}

DeviceShell::Reply DeviceShell::get(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const Record record, find(input));
    return recordJson(record);
}

DeviceShell::Reply DeviceShell::list(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const KindSpec* kind, neededKind(input));
    const QJsonValue whereValue = input.value(QLatin1StringView("where"));
    if (!whereValue.isUndefined() && !whereValue.isObject())
        return fail(ErrorCode::BadRequest, QStringLiteral("expected an object of fields and values"),
                    QStringLiteral("where"));
    const QJsonObject where = whereValue.toObject();
    DOORSTEP_TRY(domain::refuseUnknownFields(*kind, where));
    Record wanted(*kind);
    DOORSTEP_TRY(domain::readFields(wanted, where));
    store::Query query;
    for (auto it = where.constBegin(); it != where.constEnd(); ++it)
        query.where.push_back({it.key(), wanted.value(it.key())});
    const QJsonValue limit = input.value(QLatin1StringView("limit"));
    if (!limit.isUndefined() && (!limit.isDouble() || limit.toInt(-1) < 0))
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected a whole number"), QStringLiteral("limit"));
    query.limit = limit.toInt(-1);
    DOORSTEP_TRY_ASSIGN(const auto records, store::RecordStore(*m_store, m_clock).list(*kind, query));
    QJsonArray array;
    for (const Record& record : records)
        array.append(recordJson(record));
    return QJsonObject{{QStringLiteral("records"), array}, {QStringLiteral("count"), array.size()}};
}

base::Status DeviceShell::findHub()
{
    DOORSTEP_TRY_ASSIGN(const store::Device device, m_store->device());
    return sync::HubClient::parseAddress(device.hub).map([this](const QUrl& address) { m_client.setAddress(address); });
}

DeviceShell::Reply DeviceShell::sync(const QJsonObject&)
{
    DOORSTEP_TRY(findHub());
    sync::SyncEngine engine(*m_store, m_clock);
    engine.beginRound();
    DOORSTEP_TRY(m_client.converse(engine));
    sync::UploadEngine uploads(*m_store);
    uploads.beginRound();
    if (!engine.report().stopped)
        DOORSTEP_TRY(m_client.converse(uploads));
    DOORSTEP_TRY(m_store->settle());
    const sync::RoundReport& report = engine.report();
    DOORSTEP_TRY_ASSIGN(QJsonObject answer, status({}));
    answer.insert(QStringLiteral("exchanges"), report.exchanges);
    answer.insert(QStringLiteral("sent"), report.sent);
    answer.insert(QStringLiteral("pulled"), report.pulled);
    answer.insert(QStringLiteral("remaining"), report.remaining);
    answer.insert(QStringLiteral("files_sent"), uploads.report().files);
    answer.insert(QStringLiteral("file_bytes_sent"), uploads.report().bytes);
    const auto& stopped = report.stopped ? report.stopped : uploads.report().stopped;
    answer.insert(QStringLiteral("complete"), !stopped.has_value());
    answer.insert(QStringLiteral("reason"), stopped ? QJsonValue(errorJson(*stopped)) : QJsonValue());
    return answer;
}

DeviceShell::Reply DeviceShell::status(const QJsonObject&)
{
    store::Outbox outbox(*m_store);
    DOORSTEP_TRY_ASSIGN(const store::OutboxCounts counts, outbox.counts());
    DOORSTEP_TRY_ASSIGN(const auto refused, outbox.entries(store::OutboxState::NeedsAttention));
    DOORSTEP_TRY_ASSIGN(const store::Device device, m_store->device());
    DOORSTEP_TRY_ASSIGN(const store::UploadCounts files, store::Uploads(*m_store).counts());
    store::Query open;
    open.where = {{QStringLiteral("open"), true}};
    DOORSTEP_TRY_ASSIGN(const qint64 conflicts,
                        store::RecordStore(*m_store).count(domain::kindOf<domain::Conflict>(), open));
    QJsonArray attention;
    for (const store::OutboxEntry& entry : refused)
        attention.append(QJsonObject{{QStringLiteral("kind"), entry.kind},
                                     {QStringLiteral("id"), entry.id.text()},
                                     {QStringLiteral("code"), entry.code},
                                     {QStringLiteral("field"), entry.field},
                                     {QStringLiteral("detail"), entry.detail}});
    const QJsonValue last =
        device.lastExchange > 0 ? QJsonValue(base::Timestamp(device.lastExchange, 0).toIso()) : QJsonValue();
    const QJsonValue lease =
        device.leaseUntil > 0 ? QJsonValue(base::Timestamp(device.leaseUntil, 0).toIso()) : QJsonValue();
    return QJsonObject{{QStringLiteral("recorded"), counts.recorded()},
                       {QStringLiteral("waiting"), counts.waiting},
                       {QStringLiteral("in_flight"), counts.inFlight},
                       {QStringLiteral("received"), counts.received},
                       {QStringLiteral("held"), counts.held},
                       {QStringLiteral("needs_attention"), counts.needsAttention},
                       {QStringLiteral("conflicts"), conflicts},
                       {QStringLiteral("last_exchange"), last},
                       {QStringLiteral("attention"), attention},
                       {QStringLiteral("handed_over"), counts.handedOver},
                       {QStringLiteral("lease_until"), lease},
                       {QStringLiteral("files"), QJsonObject{{QStringLiteral("waiting"), files.waiting},
                                                             {QStringLiteral("received"), files.received},
                                                             {QStringLiteral("needs_attention"), files.needsAttention},
                                                             {QStringLiteral("bytes_to_send"), files.bytesToSend}}}};
}

DeviceShell::Reply DeviceShell::conflicts(const QJsonObject&)
{
    store::Query open;
    open.where = {{QStringLiteral("open"), true}};
    DOORSTEP_TRY_ASSIGN(const auto all, store::RecordStore(*m_store, m_clock).list<domain::Conflict>(open));
    QJsonArray array;
    for (const domain::Conflict& conflict : all) {
        const QJsonDocument values = QJsonDocument::fromJson(conflict.values.valueOr({}).toUtf8());
        array.append(QJsonObject{{QStringLiteral("id"), conflict.id.text()},
                                 {QStringLiteral("kind"), conflict.recordKind.valueOr({})},
                                 {QStringLiteral("record"), base::uuidText(conflict.record.valueOr({}).uuid())},
                                 {QStringLiteral("field"), conflict.field.valueOr({})},
                                 {QStringLiteral("values"), values.array()}});
    }
    return QJsonObject{{QStringLiteral("conflicts"), array}};
}

DeviceShell::Reply DeviceShell::resolve(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const QString text, neededText(input, "conflict"));
    const auto id = base::uuidFromText(text);
    if (!id)
        return fail(ErrorCode::InvalidValue, QStringLiteral("expected an id of 36 characters"),
                    QStringLiteral("conflict"));
    if (!input.contains(QLatin1StringView("value")))
        return fail(ErrorCode::BadRequest, QStringLiteral("expected the value to keep"), QStringLiteral("value"));
    DOORSTEP_TRY(store::Lease(*m_store, m_clock).check());
    DOORSTEP_TRY_ASSIGN(const Record saved,
                        store::Recorder(*m_store, m_clock).resolve(*id, input.value(QLatin1StringView("value"))));
    return recordJson(saved);
}

DeviceShell::Reply DeviceShell::attach(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const QString path, neededText(input, "path"));
    DOORSTEP_TRY_ASSIGN(const QJsonObject fields, neededFields(input));
    Record record(domain::kindOf<domain::Attachment>(), RecordId::make(m_clock, m_random));
    if (input.contains(QLatin1StringView("id"))) {
        DOORSTEP_TRY_ASSIGN(record.id, idFrom(input.value(QLatin1StringView("id"))));
    }
    DOORSTEP_TRY(domain::refuseUnknownFields(*record.kind, fields));
    DOORSTEP_TRY(domain::readFields(record, fields));
    store::AttachmentStore attachments(*m_store, m_clock);
    DOORSTEP_TRY_ASSIGN(const Record saved, attachments.attach(domain::fromRecord<domain::Attachment>(record), path));
    return recordJson(saved);
}

DeviceShell::Reply DeviceShell::attachments(const QJsonObject&)
{
    DOORSTEP_TRY_ASSIGN(const std::vector<store::Upload> uploads, store::Uploads(*m_store).all());
    QJsonArray array;
    for (const store::Upload& upload : uploads) {
        const bool isRefused = upload.state == store::UploadState::NeedsAttention;
        array.append(
            QJsonObject{{QStringLiteral("id"), upload.record.text()},
                        {QStringLiteral("size"), upload.size},
                        {QStringLiteral("sent"), upload.sent},
                        {QStringLiteral("state"), uploadStateName(upload.state)},
                        {QStringLiteral("reason"), isRefused ? QJsonValue(errorJson(upload.reason)) : QJsonValue()}});
    }
    return QJsonObject{{QStringLiteral("attachments"), array}};
}

DeviceShell::Reply DeviceShell::fetch(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const RecordId id, idFrom(input.value(QLatin1StringView("id"))));
    DOORSTEP_TRY(store::Lease(*m_store, m_clock).check());
    DOORSTEP_TRY(findHub());
    DOORSTEP_TRY_ASSIGN(sync::FileFetch fetch, sync::FileFetch::begin(*m_store, id));
    DOORSTEP_TRY(m_client.converse(fetch));
    if (fetch.stopped())
        return fail(*fetch.stopped());
    return QJsonObject();
}

DeviceShell::Reply DeviceShell::exportFile(const QJsonObject& input)
{
    DOORSTEP_TRY_ASSIGN(const RecordId id, idFrom(input.value(QLatin1StringView("id"))));
    DOORSTEP_TRY_ASSIGN(const QString path, neededText(input, "path"));
    DOORSTEP_TRY(store::Lease(*m_store, m_clock).check());
    DOORSTEP_TRY(store::AttachmentStore(*m_store, m_clock).exportTo(id, path));
    return QJsonObject();
}

DeviceShell::Reply DeviceShell::quit(const QJsonObject&)
{
    m_quit = true;
    return QJsonObject();
}

} // namespace doorstep::app
