#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// Follows the episodes: who volunteers for a person in an open one is matched with them.
class MatchKeeper
{
public:
    explicit MatchKeeper(HubTransaction& transaction) : m_transaction(transaction) {}

    /// To be called with every record that is put; others than episodes are let pass.
    void note(const RecordRow& row);
    /// Brings the matches of the noted people up to date. A new match stamps the person's records anew, so that they
    /// come down to the volunteer.
    [[nodiscard]] Status update();

private:
    [[nodiscard]] Status update(const QUuid& subject);

    HubTransaction& m_transaction;
    QList<QUuid> m_subjects;
};

} // namespace doorstep::hub
