#pragma once

#include "hub/cursor.h"
#include "hub/sender.h"

namespace doorstep::hub {

/// Fills one page for a device and moves its cursor on: who is visited today before all others, then the people of
/// new grants, then the log. A record that changes meanwhile moves ahead in the log and comes again: nothing is missed.
class Puller
{
public:
    Puller(HubTransaction& transaction, const Sender& sender, Timestamp now, int limit)
        : m_transaction(transaction), m_sender(sender), m_now(now), m_limit(limit)
    {
    }

    /// None starts from nothing.
    [[nodiscard]] Result<Page> pull(std::optional<Cursor>& cursor);

private:
    [[nodiscard]] Result<Cursor> startingCursor();
    /// The worker's own record and the whole files of those who are visited today and tomorrow, as far as they fit.
    [[nodiscard]] Status sendAhead(Page& page, Cursor& cursor);
    /// The people of grants that the device does not know yet. A row that changes moves behind the grant's seq and
    /// comes with the log.
    [[nodiscard]] Status backfill(Page& page, Cursor& cursor);
    [[nodiscard]] Status readLog(Page& page, Cursor& cursor);
    [[nodiscard]] Status estimateRemaining(const Page& page, Cursor& cursor);
    [[nodiscard]] PullQuery queryOf(const Cursor& cursor) const;

    HubTransaction& m_transaction;
    const Sender& m_sender;
    Timestamp m_now;
    int m_limit;
};

} // namespace doorstep::hub
