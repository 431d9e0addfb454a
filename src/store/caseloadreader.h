#pragma once

#include "sql/statement.h"
#include "store/caseloadstore.h"

namespace doorstep::store {

/// Fills the entries of CaseloadStore::people table by table. Lives for one call.
class CaseloadReader
{
public:
    CaseloadReader(sql::Connection& connection, const domain::ProgrammeRules& rules)
        : m_connection(connection), m_rules(rules)
    {
    }

    [[nodiscard]] base::Status readAll(const base::Timestamp& now);
    [[nodiscard]] std::vector<CaseloadEntry> take();

private:
    [[nodiscard]] base::Status readPeople();
    [[nodiscard]] base::Status readEpisodes();
    [[nodiscard]] base::Status readContacts();
    [[nodiscard]] base::Status readContactsOf(const domain::PersonSummary& returned);
    [[nodiscard]] base::Status readMeasures();
    [[nodiscard]] base::Status readGoals();
    [[nodiscard]] base::Status readSignposts();
    [[nodiscard]] base::Status readPlans(const base::Timestamp& now);
    /// None when the row is of somebody else's or an earlier episode.
    [[nodiscard]] domain::PersonSummary* summaryOf(const sql::Statement& row, int personColumn, int episodeColumn = -1);
    void addContacts(domain::PersonSummary& summary, const sql::Statement& row, int modeColumn) const;

    sql::Connection& m_connection;
    const domain::ProgrammeRules& m_rules;
    std::vector<CaseloadEntry> m_entries;
    QHash<QUuid, size_t> m_index;
    QHash<QUuid, int> m_episodes; ///< how many each person has had
};

} // namespace doorstep::store
