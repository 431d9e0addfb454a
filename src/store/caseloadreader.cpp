#include "store/caseloadreader.h"

#include "sql/statement.h"
#include "store/recordsql.h"

#include <algorithm>

namespace doorstep::store {

using base::Status;
using domain::PersonSummary;

namespace {

const QLatin1StringView kVisit("face-to-face");

std::optional<QDate> dayAt(const sql::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(QDate::fromString(row.text(column), Qt::ISODate));
}

/// Calls `use` for each row.
template <class Use>
Status forEach(sql::Statement& select, Use use)
{
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        use();
    }
}

} // namespace

Status CaseloadReader::readAll(const base::Timestamp& now)
{
    DOORSTEP_TRY(readPeople());
    DOORSTEP_TRY(readEpisodes());
    DOORSTEP_TRY(readContacts());
    DOORSTEP_TRY(readMeasures());
    DOORSTEP_TRY(readGoals());
    DOORSTEP_TRY(readSignposts());
    return readPlans(now);
}

std::vector<CaseloadEntry> CaseloadReader::take()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const CaseloadEntry& a, const CaseloadEntry& b) {
        return std::pair(a.summary.name, a.summary.person) < std::pair(b.summary.name, b.summary.person);
    });
    return std::move(m_entries);
}

Status CaseloadReader::readPeople()
{
    sql::Statement select(m_connection,
                          "SELECT id, coalesce(known_as, given_name), family_name, _search FROM record_person"
                          " WHERE _deleted IS NULL");
    return forEach(select, [&] {
        CaseloadEntry entry;
        entry.summary.person = base::Id<domain::Person>(select.uuid(0));
        entry.summary.name = QStringLiteral("%1 %2").arg(select.text(1), select.text(2)).trimmed();
        entry.search = select.text(3);
        m_index.insert(select.uuid(0), m_entries.size());
        m_entries.push_back(std::move(entry));
    });
}

Status CaseloadReader::readEpisodes()
{
    // The last row of a person is the latest episode.
    sql::Statement select(m_connection,
                          "SELECT person, id, referred_on, accepted_on, started_on, review_held_on, ended_on,"
                          " assessment_status, closure_reason FROM record_episode WHERE _deleted IS NULL"
                          " ORDER BY coalesce(referred_on, ''), id");
    return forEach(select, [&] {
        PersonSummary* summary = summaryOf(select, 0);
        if (!summary)
            return;
        ++m_episodes[select.uuid(0)];
        domain::Episode episode;
        const auto read = [&](domain::Day& day, int column) {
            if (const auto value = dayAt(select, column))
                day = *value;
        };
        read(episode.referredOn, 2);
        read(episode.acceptedOn, 3);
        read(episode.startedOn, 4);
        read(episode.reviewHeldOn, 5);
        read(episode.endedOn, 6);
        episode.assessmentStatus = domain::Code{select.text(7)};
        episode.closureReason = domain::Code{select.text(8)};
        summary->episode = base::Id<domain::Episode>(select.uuid(1));
        summary->days = domain::EpisodeDays::of(episode, m_rules);
    });
}

Status CaseloadReader::readContacts()
{
    // Answered from the index contact_summary alone. It does not know episodes; people who came back are asked again.
    sql::Statement select(m_connection,
                          "SELECT person, mode, count(*), min(started_at), max(started_at) FROM record_contact"
                          " WHERE _deleted IS NULL GROUP BY person, mode");
    DOORSTEP_TRY(forEach(select, [&] {
        PersonSummary* summary = summaryOf(select, 0);
        if (summary && m_episodes.value(select.uuid(0)) < 2)
            addContacts(*summary, select, 1);
    }));
    for (CaseloadEntry& entry : m_entries) {
        if (m_episodes.value(entry.summary.person.uuid()) > 1)
            DOORSTEP_TRY(readContactsOf(entry.summary));
    }
    return {};
}

Status CaseloadReader::readContactsOf(const PersonSummary& returned)
{
    sql::Statement select(m_connection,
                          "SELECT person, mode, count(*), min(started_at), max(started_at) FROM record_contact"
                          " WHERE person = ? AND (episode = ? OR episode IS NULL) AND _deleted IS NULL"
                          " GROUP BY mode");
    select.bind(returned.person.uuid()).bind(returned.episode.uuid());
    return forEach(select, [&] { addContacts(*summaryOf(select, 0), select, 1); });
}

void CaseloadReader::addContacts(PersonSummary& summary, const sql::Statement& row, int modeColumn) const
{
    const QString mode = row.text(modeColumn);
    if (!m_rules.countedModes.contains(mode))
        return;
    const int count = static_cast<int>(row.integer(modeColumn + 1));
    summary.contacts += count;
    summary.faceToFace += mode == kVisit ? count : 0;
    if (row.isNull(modeColumn + 2))
        return;
    const QDate first = unpackTime(row.integer(modeColumn + 2)).date();
    const QDate last = unpackTime(row.integer(modeColumn + 3)).date();
    summary.firstContact = summary.firstContact ? std::min(*summary.firstContact, first) : first;
    summary.lastContact = summary.lastContact ? std::max(*summary.lastContact, last) : last;
}

Status CaseloadReader::readMeasures()
{
    sql::Statement select(m_connection,
                          "SELECT person, episode, point FROM record_measure WHERE instrument = ?"
                          " AND (score IS NOT NULL OR not_asked_reason IS NOT NULL) AND _deleted IS NULL");
    select.bind(QLatin1StringView("ucla-3"));
    return forEach(select, [&] {
        PersonSummary* summary = summaryOf(select, 0, 1);
        if (!summary)
            return;
        const QString point = select.text(2);
        summary->hasStartMeasure |= point == QLatin1StringView("start");
        summary->hasEndMeasure |= point == QLatin1StringView("end");
        summary->hasFollowUp |= point == QLatin1StringView("follow-up");
    });
}

Status CaseloadReader::readGoals()
{
    sql::Statement select(m_connection, "SELECT person, episode, set_on FROM record_goal WHERE _deleted IS NULL");
    return forEach(select, [&] {
        PersonSummary* summary = summaryOf(select, 0, 1);
        if (!summary)
            return;
        ++summary->goals;
        if (const auto day = dayAt(select, 2))
            summary->goalsSetOn = summary->goalsSetOn ? std::min(*summary->goalsSetOn, *day) : *day;
    });
}

Status CaseloadReader::readSignposts()
{
    sql::Statement select(
        m_connection,
        "SELECT s.person, s.episode, s.id, coalesce(s.name, o.name), s.step, coalesce(s.step_on, s.made_on)"
        " FROM record_signpost s LEFT JOIN record_organisation o ON o.id = s.organisation"
        " WHERE s._deleted IS NULL AND coalesce(s.step_on, s.made_on) IS NOT NULL");
    return forEach(select, [&] {
        PersonSummary* summary = summaryOf(select, 0, 1);
        if (summary && (select.isNull(4) || m_rules.openSteps.contains(select.text(4))))
            summary->openSignposts.push_back(
                {base::Id<domain::Signpost>(select.uuid(2)), select.text(3), *dayAt(select, 5)});
    });
}

Status CaseloadReader::readPlans(const base::Timestamp& now)
{
    sql::Statement select(m_connection, "SELECT person, min(starts_at) FROM record_planned_visit WHERE starts_at >= ?"
                                        " AND (state IS NULL OR state = ?) AND _deleted IS NULL GROUP BY person");
    select.bind(packTime(now)).bind(QLatin1StringView("planned"));
    return forEach(select, [&] {
        if (PersonSummary* summary = summaryOf(select, 0))
            summary->nextVisit = unpackTime(select.integer(1));
    });
}

PersonSummary* CaseloadReader::summaryOf(const sql::Statement& row, int personColumn, int episodeColumn)
{
    const auto found = m_index.constFind(row.uuid(personColumn));
    if (found == m_index.constEnd())
        return nullptr;
    PersonSummary& summary = m_entries[*found].summary;
    const bool isOfEpisode =
        episodeColumn < 0 || row.isNull(episodeColumn) || row.uuid(episodeColumn) == summary.episode.uuid();
    return isOfEpisode ? &summary : nullptr;
}

} // namespace doorstep::store
