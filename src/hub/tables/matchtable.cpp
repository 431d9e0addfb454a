#include "hub/tables/matchtable.h"

namespace doorstep::hub {

namespace {
const RowShape kMatched{"matched", {"worker", "subject"}, 2};
} // namespace

Result<QList<QUuid>> MatchTable::workersOf(const QUuid& subject)
{
    DOORSTEP_TRY(m_session.flush(kMatched));
    QList<QUuid> workers;
    Query select = m_session.query("SELECT worker FROM matched WHERE subject = ?");
    select.bind(subject);
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return workers;
        workers << select.uuid(0);
    }
}

Result<bool> MatchTable::isMatched(const QUuid& worker, const QUuid& subject)
{
    DOORSTEP_TRY(m_session.flush(kMatched));
    Query select = m_session.query("SELECT 1 FROM matched WHERE worker = ? AND subject = ?");
    return select.bind(worker).bind(subject).step();
}

Status MatchTable::add(const QUuid& worker, const QUuid& subject)
{
    m_session.put(kMatched, {worker.toRfc4122(), subject.toRfc4122()});
    return {};
}

Status MatchTable::remove(const QUuid& worker, const QUuid& subject)
{
    DOORSTEP_TRY(m_session.flush(kMatched));
    Query erase = m_session.query("DELETE FROM matched WHERE worker = ? AND subject = ?");
    return erase.bind(worker).bind(subject).run();
}

} // namespace doorstep::hub
