#include "hub/tables/recordtable.h"

namespace doorstep::hub {

namespace {

// Each branch comes sorted out of its index and SQLite merges them, so a page costs its length.
const char* const kPullScheme =
    "SELECT body, seq, previous_seq, echo_device, echo_epoch FROM record WHERE scope = ?2 AND seq > ?1"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch FROM record WHERE scope = '' AND seq > ?1"
    " ORDER BY seq";
// A volunteer's people are several runs of an index, read from the cursor on and sorted: it costs what is new about
// those people, not what there is.
const char* const kPullMatched =
    "SELECT body, seq, previous_seq, echo_device, echo_epoch FROM record"
    " WHERE subject IN (SELECT subject FROM matched WHERE worker = ?3) AND subject IS NOT NULL AND seq > ?1"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch FROM record"
    " WHERE scope = ?2 AND seq > ?1 AND kind IN ('worker', 'organisation')"
    " UNION ALL "
    "SELECT body, seq, previous_seq, echo_device, echo_epoch FROM record"
    " WHERE scope = '' AND seq > ?1 AND kind IN ('worker', 'organisation')"
    " ORDER BY seq";

bool isEcho(const Query& row, const PullQuery& query)
{
    return row.integer(3) == query.device && row.integer(4) == query.epoch && row.integer(2) <= query.after &&
           row.integer(1) > query.completeUntil;
}

} // namespace

Result<Page> RecordTable::pull(const PullQuery& query)
{
    Page page{{}, query.after, false};
    Query select = m_session.query(query.scope.isMatchedOnly ? kPullMatched : kPullScheme);
    select.bind(query.after).bind(query.scope.scheme);
    if (query.scope.isMatchedOnly)
        select.bind(query.scope.worker);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return page;
        const qint64 rowSeq = select.integer(1);
        if (page.records.size() >= query.limit && rowSeq != page.seq) {
            page.more = true;
            return page;
        }
        page.seq = rowSeq;
        if (!isEcho(select, query))
            page.records << select.bytes(0);
    }
}

} // namespace doorstep::hub
