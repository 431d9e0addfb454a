#include "hub/puller.h"

#include "domain/kinds/plannedvisit.h"

#include <algorithm>

namespace doorstep::hub {

namespace {

// What the cursor carries of a first sync: 16 bytes each.
constexpr qsizetype kMostAhead = 24;

bool isVisitOf(const domain::PlannedVisit& plan, const QUuid& worker, const QDate& today)
{
    const auto isWorker = [&](const domain::Ref<domain::Worker>& ref) {
        return ref.has() && ref.value().uuid() == worker;
    };
    if (!isWorker(plan.worker) && !isWorker(plan.together))
        return false;
    if (!plan.startsAt.has() || (plan.state.has() && plan.state.value().text != QLatin1StringView("planned")))
        return false;
    const QDate day = plan.startsAt.value().date();
    return day == today || day == today.addDays(1);
}

} // namespace

Result<Page> Puller::pull(std::optional<Cursor>& cursor)
{
    Page page;
    if (m_sender.scope.isNothing) {
        if (!cursor) {
            DOORSTEP_TRY_ASSIGN(cursor, startingCursor());
        }
        DOORSTEP_TRY_ASSIGN(cursor->seq, m_transaction.records().seq());
        return page;
    }
    if (!cursor) {
        DOORSTEP_TRY_ASSIGN(cursor, startingCursor());
        DOORSTEP_TRY_ASSIGN(cursor->remaining, m_transaction.records().countAfter(queryOf(*cursor)));
        DOORSTEP_TRY(sendAhead(page, *cursor));
    }
    DOORSTEP_TRY(backfill(page, *cursor));
    if (!page.more)
        DOORSTEP_TRY(readLog(page, *cursor));
    if (cursor->seq >= cursor->completeUntil)
        cursor->ahead.clear();
    DOORSTEP_TRY(estimateRemaining(page, *cursor));
    return page;
}

Result<Cursor> Puller::startingCursor()
{
    // A device that starts from nothing is sent everything that is here now, its own changes too.
    DOORSTEP_TRY_ASSIGN(const qint64 seq, m_transaction.records().seq());
    Cursor cursor;
    cursor.completeUntil = seq;
    cursor.grantsThrough = seq;
    return cursor;
}

Status Puller::sendAhead(Page& page, Cursor& cursor)
{
    const QUuid worker = m_sender.scope.worker;
    DOORSTEP_TRY_ASSIGN(const auto own, m_transaction.records().record(RecordId(worker)));
    if (own) {
        page.records << wire::recordToBytes(own->record);
        cursor.ahead << worker;
    }
    DOORSTEP_TRY_ASSIGN(std::vector<RecordRow> plans, m_transaction.records().plannedVisits(m_sender.scope));
    std::vector<domain::PlannedVisit> visits;
    for (const RecordRow& row : plans) {
        auto plan = domain::fromRecord<domain::PlannedVisit>(row.record);
        if (plan.person.has() && isVisitOf(plan, worker, m_now.date()))
            visits.push_back(std::move(plan));
    }
    std::sort(visits.begin(), visits.end(), [](const domain::PlannedVisit& a, const domain::PlannedVisit& b) {
        return a.startsAt.value() < b.startsAt.value();
    });
    for (const domain::PlannedVisit& visit : visits) {
        const QUuid person = visit.person.value().uuid();
        if (cursor.ahead.contains(person))
            continue;
        if (page.records.size() >= m_limit || cursor.ahead.size() >= kMostAhead)
            break;
        DOORSTEP_TRY_ASSIGN(const QByteArrayList file, m_transaction.records().bodiesOf(person));
        page.records << file;
        cursor.ahead << person;
    }
    return {};
}

Status Puller::backfill(Page& page, Cursor& cursor)
{
    if (!m_sender.scope.isMatchedOnly)
        return {};
    const QUuid worker = m_sender.scope.worker;
    DOORSTEP_TRY_ASSIGN(const QList<qint64> grants, m_transaction.matches().openedAfter(worker, cursor.grantsThrough));
    for (const qint64 grant : grants) {
        if (page.records.size() >= m_limit) {
            page.more = true;
            return {};
        }
        const int room = m_limit - static_cast<int>(page.records.size());
        DOORSTEP_TRY_ASSIGN(const Page part,
                            m_transaction.records().pullGrant({worker, grant, cursor.backfillSeq, room}));
        page.records << part.records;
        if (part.more) {
            cursor.backfillSeq = part.seq;
            page.more = true;
            return {};
        }
        cursor.grantsThrough = grant;
        cursor.backfillSeq = 0;
    }
    return {};
}

Status Puller::readLog(Page& page, Cursor& cursor)
{
    if (page.records.size() >= m_limit) {
        page.more = true;
        return {};
    }
    // Read first: whatever is committed after it has a higher one.
    DOORSTEP_TRY_ASSIGN(const qint64 seq, m_transaction.records().seq());
    PullQuery query = queryOf(cursor);
    query.limit = m_limit - static_cast<int>(page.records.size());
    DOORSTEP_TRY_ASSIGN(Page log, m_transaction.records().pull(query));
    page.records << log.records;
    page.more = log.more;
    cursor.seq = log.more ? log.seq : std::max(log.seq, seq);
    return {};
}

Status Puller::estimateRemaining(const Page& page, Cursor& cursor)
{
    if (!page.more) {
        cursor.remaining = 0;
        return {};
    }
    if (cursor.remaining > 0) {
        cursor.remaining = std::max<qint64>(cursor.remaining - page.records.size(), 1);
        return {};
    }
    // Counted once, then only counted down: a count costs what it counts.
    DOORSTEP_TRY_ASSIGN(cursor.remaining, m_transaction.records().countAfter(queryOf(cursor)));
    if (m_sender.scope.isMatchedOnly) {
        DOORSTEP_TRY_ASSIGN(const qint64 granted, m_transaction.records().countGranted(
                                                      m_sender.scope.worker, cursor.grantsThrough, cursor.backfillSeq));
        cursor.remaining += granted;
    }
    cursor.remaining = std::max<qint64>(cursor.remaining, 1);
    return {};
}

PullQuery Puller::queryOf(const Cursor& cursor) const
{
    return {m_sender.scope, m_sender.device.number, m_sender.epoch, cursor.seq, cursor.completeUntil, m_limit,
            cursor.ahead};
}

} // namespace doorstep::hub
