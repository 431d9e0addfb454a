#pragma once

#include "hub/rows.h"
#include "hub/session.h"

#include <QHash>

namespace doorstep::hub {

/// Everything that was ever sent: accepted, waiting or refused.
class CustodyTable
{
public:
    explicit CustodyTable(Session& session) : m_session(session) {}

    [[nodiscard]] Status addHistory(const ChangeKey& key, const wire::Change& change, Timestamp at,
                                    QLatin1StringView note);
    [[nodiscard]] Status hold(const HeldChange& held);
    /// In the order in which they came.
    [[nodiscard]] Result<std::vector<HeldChange>> heldFor(const QUuid& needs);
    /// What the first held change of a record waits for; null when none is held.
    [[nodiscard]] Result<QUuid> needsOf(const RecordId& record);
    [[nodiscard]] Status release(const HeldChange& held);
    [[nodiscard]] Status quarantine(const QuarantinedChange& refused);
    [[nodiscard]] Result<std::vector<QuarantinedChange>> quarantined(const RecordId& record, DeviceNumber device);
    /// The content went into the record with a later change.
    [[nodiscard]] Status closeQuarantine(const QuarantinedChange& refused);
    [[nodiscard]] Result<qint64> heldCount();
    [[nodiscard]] Result<qint64> quarantinedCount();

private:
    // Nearly every change meets neither, and asks first whether it could.
    [[nodiscard]] Result<bool> isHolding();
    [[nodiscard]] Result<bool> hasRefused(DeviceNumber device);

    Session& m_session;
    std::optional<bool> m_isHolding;
    QHash<DeviceNumber, bool> m_hasRefused;
};

} // namespace doorstep::hub
