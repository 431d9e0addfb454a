#pragma once

#include "store/caseloadstore.h"
#include "ui/core/session.h"

namespace doorstep::ui {

/// The people of this phone in memory, read when somebody first asks and again after changes. Shared by the pages of
/// one session; interface thread only.
class Caseload : public QObject
{
    Q_OBJECT

public:
    explicit Caseload(Session& session);

    [[nodiscard]] const std::vector<store::CaseloadEntry>& people();
    /// None for somebody who is not on this phone.
    [[nodiscard]] const store::CaseloadEntry* find(const QUuid& person);
    [[nodiscard]] const domain::ProgrammeRules& rules() const { return m_rules; }
    [[nodiscard]] QDate today() const { return m_session.clock().now().date(); }
    [[nodiscard]] domain::ProgrammeClock clockOf(const domain::PersonSummary& summary) const;
    [[nodiscard]] domain::Stage stageOf(const domain::PersonSummary& summary) const;
    /// Percent of what is asked for that is known; read person by person and kept.
    [[nodiscard]] int completeness(const QUuid& person);
    /// "Week 4 of 12"; empty before there is a day to count from.
    [[nodiscard]] QString weekOf(const domain::PersonSummary& summary) const;

Q_SIGNALS:
    /// What people() gave may be out of date.
    void changed();

private:
    void forget();

    Session& m_session;
    domain::ProgrammeRules m_rules;
    std::vector<store::CaseloadEntry> m_people;
    QHash<QUuid, size_t> m_index;
    QHash<QUuid, int> m_completeness;
    bool m_isRead = false;
};

} // namespace doorstep::ui
