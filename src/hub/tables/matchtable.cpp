#include "hub/tables/matchtable.h"

namespace doorstep::hub {

namespace {

const RowShape kMatched{"matched", {"worker", "subject"}, 2, "seq"};
const RowShape kMatchEnd{"match_end", {"worker", "subject", "ended_at"}, 0, "seq"};
const RowShape kScopeEnd{"scope_end", {"account", "role", "scheme", "ended_at"}, 0, "seq"};

} // namespace

Result<QList<QUuid>> MatchTable::workersOf(const QUuid& subject)
{
    QList<QUuid> workers;
    Query select = m_session.query("SELECT worker FROM matched WHERE subject = ?");
    select.bind(subject);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            break;
        workers << select.uuid(0);
    }
    for (const Pair& pair : std::as_const(m_added)) {
        if (pair.subject == subject && !workers.contains(pair.worker))
            workers << pair.worker;
    }
    return workers;
}

Result<bool> MatchTable::isMatched(const QUuid& worker, const QUuid& subject)
{
    if (m_added.contains(Pair{worker, subject}))
        return true;
    Query select = m_session.query("SELECT 1 FROM matched WHERE worker = ? AND subject = ?");
    return select.bind(worker).bind(subject).step();
}

Status MatchTable::add(const QUuid& worker, const QUuid& subject)
{
    m_session.put(kMatched, {worker.toRfc4122(), subject.toRfc4122()});
    m_added << Pair{worker, subject};
    return {};
}

Status MatchTable::end(const QUuid& worker, const QUuid& subject, qint64 at)
{
    m_session.put(kMatchEnd, {worker.toRfc4122(), subject.toRfc4122(), at});
    Query erase = m_session.query("DELETE FROM matched WHERE worker = ? AND subject = ?");
    return erase.bind(worker).bind(subject).run();
}

Result<QList<qint64>> MatchTable::openedAfter(const QUuid& worker, qint64 after)
{
    QList<qint64> seqs;
    Query select = m_session.query("SELECT DISTINCT seq FROM matched WHERE worker = ? AND seq > ? ORDER BY seq");
    select.bind(worker).bind(after);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return seqs;
        seqs << select.integer(0);
    }
}

Result<std::vector<EndedGrant>> MatchTable::endedAfter(const QUuid& worker, qint64 after)
{
    std::vector<EndedGrant> ended;
    Query select = m_session.query(
        "SELECT subject, max(seq), max(ended_at) FROM match_end WHERE worker = ? AND seq > ? GROUP BY subject"
        " ORDER BY 2");
    select.bind(worker).bind(after);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return ended;
        ended.push_back({select.uuid(0), select.integer(1), select.integer(2)});
    }
}

Result<std::optional<qint64>> MatchTable::lastEnd(const QUuid& worker, const QUuid& subject)
{
    Query select = m_session.query("SELECT max(ended_at) FROM match_end WHERE worker = ? AND subject = ?");
    DOORSTEP_TRY(select.bind(worker).bind(subject).step());
    return select.isNull(0) ? std::nullopt : std::optional(select.integer(0));
}

Status MatchTable::endScope(qint64 account, const QString& role, const QString& scheme, qint64 at)
{
    m_session.put(kScopeEnd, {account, role, scheme, at});
    return {};
}

Result<std::vector<EndedScope>> MatchTable::endedScopes(qint64 account)
{
    std::vector<EndedScope> ended;
    Query select = m_session.query("SELECT role, scheme, seq, ended_at FROM scope_end WHERE account = ? ORDER BY seq");
    select.bind(account);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return ended;
        ended.push_back({select.text(0), select.text(1), select.integer(2), select.integer(3)});
    }
}

} // namespace doorstep::hub
