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
                                    const QString& note);
    [[nodiscard]] Status hold(const HeldChange& held);
    /// In the order in which they came.
    [[nodiscard]] Result<std::vector<HeldChange>> heldFor(const QUuid& needs);
    /// All of them, likewise.
    [[nodiscard]] Result<std::vector<HeldChange>> held();
    /// What the first held change of a record waits for; null when none is held.
    [[nodiscard]] Result<QUuid> needsOf(const RecordId& record);
    [[nodiscard]] Status release(const HeldChange& held);
    [[nodiscard]] Status quarantine(const QuarantinedChange& refused);
    [[nodiscard]] Result<std::vector<QuarantinedChange>> quarantined(const RecordId& record, DeviceNumber device);
    /// What nobody has dealt with yet, of all devices.
    [[nodiscard]] Result<std::vector<QuarantinedChange>> quarantined();
    /// `state` says how it ended: "applied" with a later change, "replayed", "closed".
    [[nodiscard]] Status closeQuarantine(const QuarantinedChange& refused,
                                         QLatin1StringView state = QLatin1StringView("applied"));
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
