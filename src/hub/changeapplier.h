#pragma once

#include "domain/syncrules.h"
#include "hub/changechecks.h"
#include "hub/conflictkeeper.h"
#include "hub/matchkeeper.h"
#include "hub/versionclamp.h"

namespace doorstep::hub {

/// Applies changes one by one inside a transaction. Nothing of a change is put before the whole of it is known to be
/// good, so that one bad change takes nothing back from the others. Errors are failures of the store only; whatever is
/// wrong with a change is its result.
class ChangeApplier
{
public:
    ChangeApplier(HubTransaction& transaction, const base::Clock& clock, const domain::SyncRules& rules)
        : m_transaction(transaction), m_clock(clock), m_rules(rules), m_clamp(transaction, clock),
          m_conflicts(transaction, clock), m_matches(transaction, clock.now())
    {
    }

    /// Takes custody of the change whatever its result, and applies what waited for it.
    [[nodiscard]] Result<wire::ChangeResult> apply(const Sender& sender, const wire::Change& change);
    /// To be called once after the last change.
    [[nodiscard]] Status finish() { return m_matches.update(); }

private:
    /// A change under way.
    struct Draft
    {
        const Sender& sender;
        const wire::Change& change;
        std::optional<RecordRow> before;
        RecordRow row;
        domain::RecordChange incoming;
        bool isExact; ///< the record will be what the sender has, to the last version

        [[nodiscard]] bool isNew() const { return !before.has_value(); }
    };

    [[nodiscard]] Result<wire::ChangeResult> keep(const Sender& sender, const wire::Change& change,
                                                  QLatin1StringView note);
    [[nodiscard]] Result<wire::ChangeResult> attemptTogether(const Sender& sender, const wire::Change& change);
    [[nodiscard]] Result<wire::ChangeResult> attempt(const Sender& sender, const wire::Change& change, bool isWhole);
    [[nodiscard]] Result<wire::ChangeResult> put(Draft& draft);
    [[nodiscard]] Result<wire::ChangeResult> remove(Draft& draft);
    [[nodiscard]] Writing writingOf(const Draft& draft) const;
    [[nodiscard]] Status place(Draft& draft);
    /// Opens what clashed and closes what the change resolves; gives the conflicts that were opened.
    [[nodiscard]] Result<QStringList> settle(Draft& draft, const std::vector<domain::FieldClash>& clashes);
    [[nodiscard]] Result<QStringList> openConflicts(Draft& draft, const std::vector<domain::FieldClash>& clashes);
    [[nodiscard]] Result<QStringList> openDeletedConflict(Draft& draft, const QJsonObject& edited,
                                                          const base::Version& editedVersion);
    [[nodiscard]] Status closeConflicts(Draft& draft, const QStringList& fields);
    void write(Draft& draft);
    [[nodiscard]] Status releaseWaiting(const RecordId& arrived);
    [[nodiscard]] Result<QString> nameOf(DeviceNumber device);

    HubTransaction& m_transaction;
    const base::Clock& m_clock;
    domain::SyncRules m_rules;
    VersionClamp m_clamp;
    ConflictKeeper m_conflicts;
    MatchKeeper m_matches;
    QHash<DeviceNumber, QString> m_names;
};

} // namespace doorstep::hub
