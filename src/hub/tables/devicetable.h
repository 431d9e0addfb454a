#pragma once

#include "hub/rows.h"
#include "hub/session.h"

#include <QMap>

namespace doorstep::hub {

/// Devices, and what is remembered of their batches until they have confirmed the results.
class DeviceTable
{
public:
    explicit DeviceTable(Session& session) : m_session(session) {}

    /// Gives the device its number.
    [[nodiscard]] Result<DeviceNumber> add(const Device& device);
    [[nodiscard]] Status update(const Device& device);
    [[nodiscard]] Result<std::optional<Device>> device(DeviceNumber number);
    [[nodiscard]] Result<std::optional<Device>> byToken(const QByteArray& tokenHash);
    [[nodiscard]] Result<std::vector<Device>> all();

    [[nodiscard]] Result<EpochState> epoch(DeviceNumber device, qint64 epoch);
    [[nodiscard]] Status setEpoch(DeviceNumber device, qint64 epoch, const EpochState& state);
    /// The last n of each epoch.
    [[nodiscard]] Result<QMap<qint64, qint64>> lastNs(DeviceNumber device);
    /// Of all devices.
    [[nodiscard]] Result<std::vector<EpochMark>> marks();
    /// What the mark says is in a backup.
    [[nodiscard]] Status setSafe(const EpochMark& mark);
    /// What became of the changes from `first` to `lastN`, as far as it is remembered; perhaps of more around them.
    [[nodiscard]] Result<StoredResults> results(const ChangeKey& first, qint64 lastN);
    /// Empty when no batch ended with this change.
    [[nodiscard]] Result<QByteArray> digest(const ChangeKey& last);
    /// Remembers the batch that ended with this change, and what became of those changes that were new in it.
    [[nodiscard]] Status addBatch(const ChangeKey& last, const QByteArray& digest, const StoredResults& results);
    /// Batches up to and including this change.
    [[nodiscard]] Status forget(const ChangeKey& through);

    /// What became of a change after its device was told that it waits; a stored result is brought up to it.
    [[nodiscard]] Status addLate(const ChangeKey& key, const wire::ChangeResult& result);
    /// In the order in which they came about.
    [[nodiscard]] Result<std::vector<LateResult>> late(DeviceNumber device, qint64 epoch);
    /// Late results up to and including this place.
    [[nodiscard]] Status forgetLate(DeviceNumber device, qint64 epoch, qint64 throughPlace);

    /// Versions that were too far ahead of the hub's clock, and what the hub made of them.
    [[nodiscard]] Result<QMap<base::Version, base::Version>> clamps(DeviceNumber device);
    [[nodiscard]] Status addClamp(DeviceNumber device, const base::Version& original, const base::Version& clamped);

private:
    Session& m_session;
};

} // namespace doorstep::hub
