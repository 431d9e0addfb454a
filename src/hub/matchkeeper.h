#pragma once

#include "hub/hubstore.h"

namespace doorstep::hub {

/// Follows the episodes: who volunteers for a person in an open one is matched with them. Beginning and end of a match
/// are rows of the log: the one opens a backfill to the volunteer's devices, the other an order to let go.
class MatchKeeper
{
public:
    MatchKeeper(HubTransaction& transaction, Timestamp now) : m_transaction(transaction), m_now(now) {}

    /// To be called with every record that is put; others than episodes are let pass.
    void note(const RecordRow& row);
    /// Brings the matches of the noted people up to date.
    [[nodiscard]] Status update();

private:
    [[nodiscard]] Status update(const QUuid& subject);

    HubTransaction& m_transaction;
    Timestamp m_now;
    QList<QUuid> m_subjects;
};

} // namespace doorstep::hub
