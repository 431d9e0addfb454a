#include "hub/custodyqueue.h"

#include "hub/changeapplier.h"
#include "hub/listsbundle.h"
#include "wire/json.h"

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
constexpr qint64 kLateAfterDays = 5;
const QLatin1StringView kNameField("NAME");

QJsonValue contentOf(const wire::Change& change)
{
    const auto json = wire::objectFromBytes(change.bytes);
    return json ? QJsonValue(*json) : QJsonValue(QString::fromUtf8(change.bytes));
}

} // namespace

QString CustodyQueue::Item::name() const
{
    return held ? QStringLiteral("h%1").arg(held->place) : QStringLiteral("q%1").arg(refused->place);
}

Result<std::vector<CustodyQueue::Item>> CustodyQueue::items(HubTransaction& transaction)
{
    DOORSTEP_TRY_ASSIGN(const auto held, transaction.custody().held());
    DOORSTEP_TRY_ASSIGN(const auto refused, transaction.custody().quarantined());
    std::vector<Item> items;
    items.reserve(held.size() + refused.size());
    for (const HeldChange& each : held)
        items.push_back({each, std::nullopt});
    for (const QuarantinedChange& each : refused)
        items.push_back({std::nullopt, each});
    return items;
}

Result<CustodyQueue::Item> CustodyQueue::item(HubTransaction& transaction, const QString& name)
{
    DOORSTEP_TRY_ASSIGN(std::vector<Item> all, items(transaction));
    const auto found = std::find_if(all.begin(), all.end(), [&](const Item& each) { return each.name() == name; });
    if (found == all.end())
        return fail(ErrorCode::NotFound, QStringLiteral("nothing in the queue is called %1; see: queue list").arg(name),
                    QString(kNameField));
    return std::move(*found);
}

Result<QJsonObject> CustodyQueue::describe(HubTransaction& transaction, const Item& item) const
{
    const wire::Change& change = item.change();
    const Timestamp at = item.held ? item.held->at : item.refused->at;
    const qint64 days = (m_clock.now().utcMilliseconds() - at.utcMilliseconds()) / kDay;
    DOORSTEP_TRY_ASSIGN(const QString who, workerNameOf(transaction, item.key().device));
    QJsonObject json{{wire::key::name, item.name()},
                     {wire::key::by, who},
                     {wire::key::device, item.key().device},
                     {wire::key::n, item.key().n},
                     {wire::key::at, at.toIso()},
                     {QLatin1StringView("days"), days},
                     {wire::key::kind, change.kind},
                     {wire::key::id, change.id.uuid().isNull() ? QString() : change.id.text()}};
    if (item.held) {
        json.insert(wire::key::needs, base::uuidText(item.held->needs));
        json.insert(QLatin1StringView("late"), days >= kLateAfterDays);
    } else {
        json.insert(wire::key::code, base::wireName(item.refused->reason.code));
        json.insert(wire::key::field, item.refused->reason.field);
        json.insert(wire::key::detail, item.refused->reason.detail);
    }
    return json;
}

Result<std::vector<QJsonObject>> CustodyQueue::list()
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const std::vector<Item> all, items(*reading));
    std::vector<QJsonObject> lines;
    for (const Item& each : all) {
        DOORSTEP_TRY_ASSIGN(QJsonObject line, describe(*reading, each));
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<QJsonObject> CustodyQueue::show(const QString& name)
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const Item found, item(*reading, name));
    DOORSTEP_TRY_ASSIGN(QJsonObject json, describe(*reading, found));
    json.insert(QLatin1StringView("change"), contentOf(found.change()));
    return json;
}

Result<wire::ChangeResult> CustodyQueue::replay(const QString& name, const QJsonObject& mended)
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const Item found, item(*transaction, name));
    wire::Change change = found.change();
    if (change.fault)
        return fail(ErrorCode::InvalidValue,
                    QStringLiteral("this change cannot be read (%1); enter what it says by hand, then close it")
                        .arg(change.fault->detail),
                    QString(kNameField));
    if (!mended.isEmpty()) {
        // What came stays with the item that is taken off.
        change.bytes.clear();
        for (auto it = mended.constBegin(); it != mended.constEnd(); ++it)
            change.change.fields.insert(it.key(), it.value());
    }
    DOORSTEP_TRY_ASSIGN(Sender sender, senderOfDevice(*transaction, found.key().device));
    sender.epoch = found.key().epoch;
    DOORSTEP_TRY(takeOff(*transaction, found, QLatin1StringView("replayed")));
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, ListsBundle().rules(*transaction));
    ChangeApplier applier(*transaction, m_clock, rules);
    DOORSTEP_TRY_ASSIGN(const wire::ChangeResult result, applier.apply(sender, change));
    DOORSTEP_TRY(transaction->devices().addLate(found.key(), result));
    DOORSTEP_TRY(applier.finish());
    DOORSTEP_TRY(transaction->commit());
    return result;
}

Status CustodyQueue::close(const QString& name, const QString& why)
{
    if (why.trimmed().isEmpty())
        return fail(ErrorCode::BadRequest, QStringLiteral("say why, for whoever looks at the history"),
                    QStringLiteral("why"));
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const Item found, item(*transaction, name));
    DOORSTEP_TRY(takeOff(*transaction, found, QLatin1StringView("closed")));
    const QByteArray note = "closed: " + why.trimmed().toUtf8();
    DOORSTEP_TRY(
        transaction->custody().addHistory(found.key(), found.change(), m_clock.now(), QString::fromUtf8(note)));
    return transaction->commit();
}

Status CustodyQueue::takeOff(HubTransaction& transaction, const Item& item, QLatin1StringView state)
{
    return item.held ? transaction.custody().release(*item.held)
                     : transaction.custody().closeQuarantine(*item.refused, state);
}

} // namespace doorstep::hub
