#include "store/recordstore.h"

#include "domain/kinds/person.h"
#include "store/recordsql.h"

namespace doorstep::store {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using domain::KindSpec;
using domain::Record;

namespace {

/// The part of a statement behind FROM. Only names out of the field table go into the text; values are bound.
Result<QByteArray> conditionsOf(const KindSpec& kind, const Query& query)
{
    QByteArrayList conditions;
    if (!query.withDeleted)
        conditions << "_deleted IS NULL";
    for (const Query::Condition& condition : query.where) {
        const int index = kind.indexOf(condition.field);
        if (index < 0)
            return fail(ErrorCode::UnknownField, QStringLiteral("%1 has no field of this name").arg(kind.key()),
                        condition.field);
        const QByteArray column = '"' + QByteArray(kind.fields[static_cast<size_t>(index)].name) + '"';
        conditions << (isEmpty(condition.value) ? column + " IS NULL" : column + " = ?");
    }
    return conditions.isEmpty() ? QByteArray() : " WHERE " + conditions.join(" AND ");
}

Result<QByteArray> orderOf(const KindSpec& kind, const Query& query)
{
    QByteArray order = " ORDER BY ";
    if (!query.orderBy.isEmpty()) {
        const int index = kind.indexOf(query.orderBy);
        if (index < 0)
            return fail(ErrorCode::UnknownField, QStringLiteral("%1 has no field of this name").arg(kind.key()),
                        query.orderBy);
        order += '"' + QByteArray(kind.fields[static_cast<size_t>(index)].name) + '"' +
                 (query.descending ? " DESC" : "") + ", ";
    }
    return QByteArray(order + (query.descending ? "id DESC" : "id") + " LIMIT ?");
}

void bindConditions(sql::Statement& statement, const Query& query)
{
    for (const Query::Condition& condition : query.where) {
        if (!isEmpty(condition.value))
            bindValue(statement, condition.value);
    }
}

} // namespace

Status RecordStore::checkLease(const KindSpec& kind) const
{
    const bool isOfSomebody = kind.personField >= 0 || &kind == &domain::kindOf<domain::Person>();
    return m_lease && isOfSomebody ? m_lease->check() : Status();
}

Result<Record> RecordStore::get(const KindSpec& kind, base::RecordId id)
{
    DOORSTEP_TRY(checkLease(kind));
    sql::Statement select(m_store.connection(), recordSql(kind).byId);
    select.bind(id.uuid());
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    if (!found)
        return fail(ErrorCode::NotFound, QStringLiteral("no %1 with this id").arg(kind.key()), QStringLiteral("id"));
    return readRecord(select, kind);
}

Result<std::vector<Record>> RecordStore::list(const KindSpec& kind, const Query& query)
{
    DOORSTEP_TRY(checkLease(kind));
    DOORSTEP_TRY_ASSIGN(const QByteArray conditions, conditionsOf(kind, query));
    DOORSTEP_TRY_ASSIGN(const QByteArray order, orderOf(kind, query));
    sql::Statement select(m_store.connection(), recordSql(kind).select + conditions + order);
    bindConditions(select, query);
    select.bind(query.limit);
    std::vector<Record> records;
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return records;
        records.push_back(readRecord(select, kind));
    }
}

Result<qint64> RecordStore::count(const KindSpec& kind, const Query& query)
{
    DOORSTEP_TRY(checkLease(kind));
    DOORSTEP_TRY_ASSIGN(const QByteArray conditions, conditionsOf(kind, query));
    sql::Statement select(m_store.connection(), "SELECT count(*) FROM " + recordSql(kind).table + conditions);
    bindConditions(select, query);
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

Status RecordStore::put(sql::Transaction& transaction, const Record& record)
{
    return sql::upsert(transaction.connection(), recordSql(*record.kind).upsert,
                       [&](sql::Statement& row) { bindRecord(row, record); });
}

Status RecordStore::putUnknown(sql::Transaction& transaction, const QString& kind, const QUuid& id,
                               const QByteArray& body)
{
    sql::Statement upsert(transaction.connection(),
                          "INSERT OR REPLACE INTO unknown_record (kind, id, body) VALUES (?, ?, ?)");
    return upsert.bind(kind).bind(id).bind(body).run();
}

} // namespace doorstep::store
