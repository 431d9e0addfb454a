#include "store/erasure.h"

#include "base/id.h"
#include "store/recordsql.h"
#include "store/uploads.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace doorstep::store {

using base::Result;
using base::Status;
using domain::KindSpec;

namespace {

Status run(sql::Transaction& transaction, const QByteArray& sql, const std::optional<QUuid>& person)
{
    sql::Statement statement(transaction.connection(), sql);
    if (person)
        statement.bind(*person);
    return statement.run();
}

} // namespace

Status Erasure::take(sql::Transaction& transaction, const EraseOrder& order)
{
    sql::Statement insert(transaction.connection(), "INSERT OR IGNORE INTO erase_order (place, person, role, scheme)"
                                                    " SELECT ?1, ?2, ?3, ?4 FROM device WHERE erased_through < ?1");
    insert.bind(order.place);
    if (order.person)
        insert.bind(*order.person);
    else
        insert.bindNull();
    return insert.bind(order.role).bind(order.scheme).run();
}

Result<std::optional<EraseOrder>> Erasure::next()
{
    sql::Statement select(m_store.connection(),
                          "SELECT place, person, role, scheme FROM erase_order WHERE done = 0 ORDER BY place LIMIT 1");
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    if (!found)
        return std::nullopt;
    EraseOrder order{select.integer(0), std::nullopt, select.text(2), select.text(3)};
    if (!select.isNull(1))
        order.person = select.uuid(1);
    return order;
}

Result<bool> Erasure::hasUnsent(const EraseOrder& order)
{
    // A file goes after its record; of one that the hub keeps for a coordinator it may never be asked for.
    const QByteArray whose = order.person ? " AND person = ?1" : "";
    sql::Statement select(m_store.connection(), "SELECT 1 FROM outbox WHERE state IN (0, 1)" + whose +
                                                    " UNION ALL SELECT 1 FROM upload WHERE state = 0 AND record NOT IN"
                                                    " (SELECT record FROM outbox WHERE state IN (3, 4))" +
                                                    whose + " LIMIT 1");
    if (order.person)
        select.bind(*order.person);
    return select.one();
}

Status Erasure::erase(sql::Transaction& transaction, const QUuid& person)
{
    for (const KindSpec& kind : domain::allKinds()) {
        if (kind.personField >= 0)
            DOORSTEP_TRY(run(transaction, "DELETE FROM " + recordSql(kind).table + " WHERE person = ?", person));
    }
    DOORSTEP_TRY(run(transaction, "DELETE FROM record_person WHERE id = ?", person));
    DOORSTEP_TRY(run(transaction, "DELETE FROM draft WHERE ?1 IN (person, id)", person));
    DOORSTEP_TRY(eraseUnknown(transaction, person));
    DOORSTEP_TRY(Uploads(m_store).erase(transaction, person));
    return eraseSaves(transaction, "person = ?", person);
}

Status Erasure::eraseUnknown(sql::Transaction& transaction, const QUuid& person)
{
    std::vector<std::pair<QString, QUuid>> theirs;
    {
        sql::Statement select(m_store.connection(), "SELECT kind, id, body FROM unknown_record");
        while (true) {
            DOORSTEP_TRY_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            const QJsonObject fields =
                QJsonDocument::fromJson(select.bytes(2)).object().value(QLatin1StringView("fields")).toObject();
            if (base::uuidFromText(fields.value(QLatin1StringView("person")).toString()) == person)
                theirs.emplace_back(select.text(0), select.uuid(1));
        }
    }
    for (const auto& [kind, id] : theirs) {
        sql::Statement remove(transaction.connection(), "DELETE FROM unknown_record WHERE kind = ? AND id = ?");
        DOORSTEP_TRY(remove.bind(kind).bind(id).run());
    }
    return {};
}

Status Erasure::eraseStrangers(sql::Transaction& transaction)
{
    const QByteArray strangers = "person IS NOT NULL AND person NOT IN (SELECT id FROM record_person)";
    DOORSTEP_TRY(run(transaction, "DELETE FROM draft WHERE " + strangers, std::nullopt));
    DOORSTEP_TRY(eraseStrangersFiles(transaction));
    return eraseSaves(transaction, strangers, std::nullopt);
}

Status Erasure::eraseStrangersFiles(sql::Transaction& transaction)
{
    std::vector<QUuid> strangers;
    {
        sql::Statement select(m_store.connection(), "SELECT DISTINCT person FROM upload"
                                                    " WHERE person NOT IN (SELECT id FROM record_person)");
        while (true) {
            DOORSTEP_TRY_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            strangers.push_back(select.uuid(0));
        }
    }
    for (const QUuid& person : strangers)
        DOORSTEP_TRY(Uploads(m_store).erase(transaction, person));
    return {};
}

Status Erasure::eraseSaves(sql::Transaction& transaction, const QByteArray& where, const std::optional<QUuid>& person)
{
    // Unsent saves are not touched, whoever asks.
    DOORSTEP_TRY(run(transaction, "DELETE FROM outbox WHERE state IN (2, 5) AND " + where, person));
    sql::Statement received(transaction.connection(), "UPDATE device SET dropped_received = dropped_received + ?");
    DOORSTEP_TRY(received.bind(transaction.connection().changes()).run());
    DOORSTEP_TRY(run(transaction, "DELETE FROM outbox WHERE state IN (3, 4) AND " + where, person));
    sql::Statement handedOver(transaction.connection(), "UPDATE device SET handed_over = handed_over + ?");
    return handedOver.bind(transaction.connection().changes()).run();
}

Status Erasure::markDone(sql::Transaction& transaction, qint64 place)
{
    sql::Statement mark(transaction.connection(), "UPDATE erase_order SET done = 1 WHERE place = ?");
    return mark.bind(place).run();
}

Result<bool> Erasure::confirm()
{
    {
        sql::Statement select(m_store.connection(), "SELECT 1 FROM erase_order WHERE done = 1 LIMIT 1");
        DOORSTEP_TRY_ASSIGN(const bool isDue, select.one());
        if (!isDue)
            return false;
    }
    if (const Status emptied = m_store.truncateLog(); !emptied)
        return emptied.error().code == base::ErrorCode::Busy ? Result<bool>(false) : base::fail(emptied.error());
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    DOORSTEP_TRY(transaction.connection().run(
        "UPDATE device SET erased_through = max(erased_through, (SELECT max(place) FROM erase_order WHERE done = 1));"
        "DELETE FROM erase_order WHERE done = 1"));
    DOORSTEP_TRY(transaction.commit());
    return true;
}

Status Erasure::forgetOrders(sql::Transaction& transaction)
{
    return transaction.connection().run("DELETE FROM erase_order; UPDATE device SET erased_through = 0");
}

} // namespace doorstep::store
