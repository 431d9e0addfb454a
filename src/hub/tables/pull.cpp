#include "hub/tables/recordtable.h"

namespace doorstep::hub {

namespace {

// Each branch comes sorted out of its index and SQLite merges them, so a page costs its length.
const char* const kPullScheme =
    "SELECT body, seq, previous_seq, echo_device, echo_epoch, subject, id FROM record WHERE scope = ?2 AND seq > ?1"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch, subject, id FROM record WHERE scope = '' AND seq > ?1"
    " ORDER BY seq";
// A volunteer's people are several runs of an index, read from the cursor on and sorted: it costs what is new about
// those people, not what there is.
const char* const kPullMatched =
    "SELECT body, seq, previous_seq, echo_device, echo_epoch, subject, id FROM record"
    " WHERE subject IN (SELECT subject FROM matched WHERE worker = ?3) AND subject IS NOT NULL AND seq > ?1"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch, subject, id FROM record"
    " WHERE scope = ?2 AND seq > ?1 AND kind IN ('worker', 'organisation')"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch, subject, id FROM record"
    " WHERE scope = '' AND seq > ?1 AND kind IN ('worker', 'organisation')"
    " ORDER BY seq";

const char* const kCountScheme = "SELECT count(*) FROM record WHERE scope IN (?2, '') AND seq > ?1";
const char* const kCountMatched =
    "SELECT (SELECT count(*) FROM record WHERE subject IS NOT NULL AND seq > ?1"
    " AND subject IN (SELECT subject FROM matched WHERE worker = ?3))"
    " + (SELECT count(*) FROM record WHERE scope IN (?2, '') AND seq > ?1 AND kind IN ('worker', 'organisation'))";

const char* const kPlannedScheme = "SELECT body FROM record WHERE scope = ? AND kind = 'planned_visit' AND deleted = 0";
const char* const kPlannedMatched = "SELECT body FROM record WHERE subject IN (SELECT subject FROM matched WHERE"
                                    " worker = ?) AND subject IS NOT NULL AND kind = 'planned_visit' AND deleted = 0";

/// A page as long as `limit`, and longer where one seq would be split. `isLeftOut` looks at a row that is passed over.
template <class Filter>
Result<Page> pageOf(Query& select, qint64 after, int limit, Filter isLeftOut)
{
    Page page{{}, after, false};
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return page;
        const qint64 rowSeq = select.integer(1);
        const bool isSent = !isLeftOut(select);
        if (isSent && page.records.size() >= limit && rowSeq != page.seq) {
            page.more = true;
            return page;
        }
        page.seq = rowSeq;
        if (isSent)
            page.records << select.bytes(0);
    }
}

bool wasSentAhead(const Query& row, const PullQuery& query)
{
    if (query.ahead.isEmpty() || row.integer(1) > query.completeUntil)
        return false;
    return query.ahead.contains(row.uuid(6)) || (!row.isNull(5) && query.ahead.contains(row.uuid(5)));
}

bool isEcho(const Query& row, const PullQuery& query)
{
    return row.integer(3) == query.device && row.integer(4) == query.epoch && row.integer(2) <= query.after &&
           row.integer(1) > query.completeUntil;
}

} // namespace

Result<Page> RecordTable::pull(const PullQuery& query)
{
    Query select = m_session.query(query.scope.isMatchedOnly ? kPullMatched : kPullScheme);
    select.bind(query.after).bind(query.scope.scheme);
    if (query.scope.isMatchedOnly)
        select.bind(query.scope.worker);
    return pageOf(select, query.after, query.limit,
                  [&](const Query& row) { return isEcho(row, query) || wasSentAhead(row, query); });
}

Result<Page> RecordTable::pullGrant(const GrantQuery& query)
{
    Query select = m_session.query("SELECT body, seq FROM record WHERE subject IS NOT NULL AND seq > ?1 AND seq < ?2"
                                   " AND subject IN (SELECT subject FROM matched WHERE worker = ?3 AND seq = ?2)"
                                   " ORDER BY seq");
    select.bind(query.after).bind(query.grant).bind(query.worker);
    return pageOf(select, query.after, query.limit, [](const Query&) { return false; });
}

Result<qint64> RecordTable::countAfter(const PullQuery& query)
{
    Query select = m_session.query(query.scope.isMatchedOnly ? kCountMatched : kCountScheme);
    select.bind(query.after).bind(query.scope.scheme);
    if (query.scope.isMatchedOnly)
        select.bind(query.scope.worker);
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

Result<qint64> RecordTable::countGranted(const QUuid& worker, qint64 grantsThrough, qint64 after)
{
    Query select = m_session.query("SELECT count(*) FROM record WHERE subject IS NOT NULL AND seq > ?1 AND subject IN"
                                   " (SELECT subject FROM matched WHERE worker = ?2 AND seq > ?3)");
    DOORSTEP_TRY(select.bind(after).bind(worker).bind(grantsThrough).step());
    return select.integer(0);
}

Result<std::vector<RecordRow>> RecordTable::plannedVisits(const Scope& scope)
{
    std::vector<RecordRow> visits;
    Query select = m_session.query(scope.isMatchedOnly ? kPlannedMatched : kPlannedScheme);
    if (scope.isMatchedOnly)
        select.bind(scope.worker);
    else
        select.bind(scope.scheme);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return visits;
        DOORSTEP_TRY_ASSIGN(domain::Record record, wire::recordFromBytes(select.bytes(0)));
        visits.push_back(RecordRow{std::move(record)});
    }
}

} // namespace doorstep::hub
