#include "ui/people/caseload.h"

#include "base/log.h"
#include "domain/completeness.h"

namespace doorstep::ui {

Caseload::Caseload(Session& session) : m_session(session), m_rules(domain::ProgrammeRules::from(session.lists()))
{
    connect(&session, &Session::changed, this, &Caseload::forget);
}

void Caseload::forget()
{
    m_rules = domain::ProgrammeRules::from(m_session.lists());
    m_isRead = false;
    m_completeness.clear();
    Q_EMIT changed();
}

const std::vector<store::CaseloadEntry>& Caseload::people()
{
    if (m_isRead)
        return m_people;
    auto read = store::CaseloadStore(m_session.store(), m_session.clock()).people(m_rules, m_session.clock().now());
    if (!read) {
        // A phone that was away too long shows nobody, not those it still has in memory.
        m_people.clear();
        m_index.clear();
        base::log(base::LogLevel::Error, QLatin1StringView("caseload.unread"),
                  {{QStringLiteral("code"), base::wireName(read.error().code)}});
        return m_people;
    }
    m_people = *std::move(read);
    m_index.clear();
    for (size_t i = 0; i < m_people.size(); ++i)
        m_index.insert(m_people[i].summary.person.uuid(), i);
    m_isRead = true;
    return m_people;
}

const store::CaseloadEntry* Caseload::find(const QUuid& person)
{
    const auto& all = people();
    const auto found = m_index.constFind(person);
    return found == m_index.constEnd() ? nullptr : &all[*found];
}

domain::ProgrammeClock Caseload::clockOf(const domain::PersonSummary& summary) const
{
    return {summary.days, m_rules, today(), summary.contacts};
}

domain::Stage Caseload::stageOf(const domain::PersonSummary& summary) const
{
    return clockOf(summary).stage(summary.hasFollowUp);
}

int Caseload::completeness(const QUuid& person)
{
    if (const auto known = m_completeness.constFind(person); known != m_completeness.constEnd())
        return *known;
    const auto records = store::CaseloadStore(m_session.store(), m_session.clock()).recordsOf(person);
    const int percent = records ? domain::completenessOf(*records, m_session.lists()).percent() : 0;
    m_completeness.insert(person, percent);
    return percent;
}

QString Caseload::weekOf(const domain::PersonSummary& summary) const
{
    const domain::ProgrammeClock clock = clockOf(summary);
    if (!clock.countedFrom())
        return {};
    return clock.countsSessions() ? tr("Session %1 of %2").arg(clock.number()).arg(clock.of())
                                  : tr("Week %1 of %2").arg(clock.number()).arg(clock.of());
}

} // namespace doorstep::ui
