#include "hub/matchkeeper.h"

#include "domain/kinds/episode.h"

namespace doorstep::hub {

namespace {

QList<QUuid> volunteersOf(const std::vector<RecordRow>& rows)
{
    QList<QUuid> volunteers;
    for (const RecordRow& row : rows) {
        if (row.record.kind != &domain::kindOf<domain::Episode>() || row.record.isDeleted())
            continue;
        const auto episode = domain::fromRecord<domain::Episode>(row.record);
        if (!episode.endedOn.has() && episode.volunteer.has() && !volunteers.contains(episode.volunteer.value().uuid()))
            volunteers << episode.volunteer.value().uuid();
    }
    return volunteers;
}

} // namespace

void MatchKeeper::note(const RecordRow& row)
{
    if (row.record.kind == &domain::kindOf<domain::Episode>() && !m_subjects.contains(row.subject))
        m_subjects << row.subject;
}

Status MatchKeeper::update()
{
    for (const QUuid& subject : std::as_const(m_subjects))
        DOORSTEP_TRY(update(subject));
    m_subjects.clear();
    return {};
}

Status MatchKeeper::update(const QUuid& subject)
{
    DOORSTEP_TRY_ASSIGN(const std::vector<RecordRow> rows, m_transaction.records().recordsOf(subject));
    const QList<QUuid> wanted = volunteersOf(rows);
    DOORSTEP_TRY_ASSIGN(const QList<QUuid> present, m_transaction.matches().workersOf(subject));
    for (const QUuid& worker : present) {
        if (!wanted.contains(worker))
            DOORSTEP_TRY(m_transaction.matches().end(worker, subject, m_now.utcMilliseconds()));
    }
    for (const QUuid& worker : wanted) {
        if (!present.contains(worker))
            DOORSTEP_TRY(m_transaction.matches().add(worker, subject));
    }
    return {};
}

} // namespace doorstep::hub
