#pragma once

#include "hub/rows.h"

namespace doorstep::hub {

using base::Result;
using base::Status;

/// Devices, and what is remembered of their batches until they have confirmed the results.
class DeviceTable
{
public:
    virtual ~DeviceTable() = default;
    /// Gives the device its number.
    [[nodiscard]] virtual Result<DeviceNumber> add(const Device& device) = 0;
    [[nodiscard]] virtual Status update(const Device& device) = 0;
    [[nodiscard]] virtual Result<std::optional<Device>> device(DeviceNumber number) = 0;
    [[nodiscard]] virtual Result<std::optional<Device>> byToken(const QByteArray& tokenHash) = 0;
    [[nodiscard]] virtual Result<std::vector<Device>> all() = 0;

    [[nodiscard]] virtual Result<EpochState> epoch(DeviceNumber device, qint64 epoch) = 0;
    [[nodiscard]] virtual Status setEpoch(DeviceNumber device, qint64 epoch, const EpochState& state) = 0;
    [[nodiscard]] virtual Result<std::optional<StoredResult>> result(const ChangeKey& key) = 0;
    [[nodiscard]] virtual Status addResult(const ChangeKey& key, const StoredResult& stored) = 0;
    /// Empty when no batch ended with this change.
    [[nodiscard]] virtual Result<QByteArray> digest(const ChangeKey& last) = 0;
    [[nodiscard]] virtual Status setDigest(const ChangeKey& last, const QByteArray& digest) = 0;
    /// Results and digests up to and including this change.
    [[nodiscard]] virtual Status forget(const ChangeKey& through) = 0;

    /// What became of a change after its device was told that it waits; a stored result is brought up to it.
    [[nodiscard]] virtual Status addLate(const ChangeKey& key, const wire::ChangeResult& result) = 0;
    /// In the order in which they came about.
    [[nodiscard]] virtual Result<std::vector<LateResult>> late(DeviceNumber device, qint64 epoch) = 0;
    /// Late results up to and including this place.
    [[nodiscard]] virtual Status forgetLate(DeviceNumber device, qint64 epoch, qint64 throughPlace) = 0;

    /// Versions that were too far ahead of the hub's clock, and what the hub made of them.
    [[nodiscard]] virtual Result<QMap<base::Version, base::Version>> clamps(DeviceNumber device) = 0;
    [[nodiscard]] virtual Status addClamp(DeviceNumber device, const base::Version& original,
                                          const base::Version& clamped) = 0;
};

} // namespace doorstep::hub
