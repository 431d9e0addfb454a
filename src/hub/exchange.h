#pragma once

#include "hub/cursor.h"
#include "hub/listsbundle.h"
#include "hub/sender.h"

namespace doorstep::hub {

/// What an exchange did, for the log.
struct ExchangeCounts
{
    int changes = 0, duplicates = 0, merged = 0, held = 0, quarantined = 0;
};

/// The exchange of sync v1 as a function: a device's request in, the hub's reply out. What it acknowledges has been
/// flushed.
class ExchangeHandler
{
public:
    ExchangeHandler(HubStore& store, const base::Clock& clock, const ListsBundle& lists)
        : m_store(store), m_clock(clock), m_lists(lists)
    {
    }

    /// Errors: Forbidden, CursorGone, BadRequest naming the cursor, EpochStale, BatchMutated; any other is a failure of
    /// the store, and nothing was acknowledged then.
    [[nodiscard]] Result<wire::ExchangeReply> handle(const Sender& sender, const wire::ExchangeRequest& request,
                                                     ExchangeCounts& counts);

private:
    using Results = std::vector<wire::ChangeResult>;

    [[nodiscard]] Status checkCursor(HubTransaction& transaction, const Cursor& cursor) const;
    [[nodiscard]] Result<CursorCodec> codec(HubTransaction& transaction) const;
    [[nodiscard]] Result<bool> isWriteDue(HubTransaction& reading, const Sender& sender,
                                          const wire::ExchangeRequest& request, const EpochState& state) const;
    [[nodiscard]] bool isContactDue(const Device& device, const wire::ExchangeRequest& request) const;
    [[nodiscard]] Result<Results> write(HubTransaction& transaction, const Sender& sender,
                                        const wire::ExchangeRequest& request, ExchangeCounts& counts);
    [[nodiscard]] Status noteContact(HubTransaction& transaction, Device device, const wire::ExchangeRequest& request);
    [[nodiscard]] Result<Results> apply(HubTransaction& transaction, const Sender& sender, const wire::Batch& batch,
                                        EpochState& state, ExchangeCounts& counts);
    /// A page of records, and what became of the device's changes that waited.
    [[nodiscard]] Status pull(HubTransaction& transaction, const CursorCodec& codec, const Sender& sender,
                              std::optional<Cursor> cursor, wire::ExchangeReply& reply);

    HubStore& m_store;
    const base::Clock& m_clock;
    const ListsBundle& m_lists;
};

} // namespace doorstep::hub
