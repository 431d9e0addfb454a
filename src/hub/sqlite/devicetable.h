#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// Devices and the memory of their batches in SQLite.
class SqliteDeviceTable final : public DeviceTable
{
public:
    explicit SqliteDeviceTable(sql::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<DeviceNumber> add(const Device& device) override;
    [[nodiscard]] Status update(const Device& device) override;
    [[nodiscard]] Result<std::optional<Device>> device(DeviceNumber number) override;
    [[nodiscard]] Result<std::optional<Device>> byToken(const QByteArray& tokenHash) override;
    [[nodiscard]] Result<std::vector<Device>> all() override;

    [[nodiscard]] Result<EpochState> epoch(DeviceNumber device, qint64 epoch) override;
    [[nodiscard]] Status setEpoch(DeviceNumber device, qint64 epoch, const EpochState& state) override;
    [[nodiscard]] Result<std::optional<StoredResult>> result(const ChangeKey& key) override;
    [[nodiscard]] Status addResult(const ChangeKey& key, const StoredResult& stored) override;
    [[nodiscard]] Result<QByteArray> digest(const ChangeKey& last) override;
    [[nodiscard]] Status setDigest(const ChangeKey& last, const QByteArray& digest) override;
    [[nodiscard]] Status forget(const ChangeKey& through) override;

    [[nodiscard]] Status addLate(const ChangeKey& key, const wire::ChangeResult& result) override;
    [[nodiscard]] Result<std::vector<LateResult>> late(DeviceNumber device, qint64 epoch) override;
    [[nodiscard]] Status forgetLate(DeviceNumber device, qint64 epoch, qint64 throughPlace) override;

    [[nodiscard]] Result<QMap<base::Version, base::Version>> clamps(DeviceNumber device) override;
    [[nodiscard]] Status addClamp(DeviceNumber device, const base::Version& original,
                                  const base::Version& clamped) override;

private:
    sql::Connection& m_connection;
};

} // namespace doorstep::hub
