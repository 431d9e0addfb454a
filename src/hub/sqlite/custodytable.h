#pragma once

#include "hub/hubstore.h"
#include "sql/connection.h"

namespace doorstep::hub {

/// History, held and quarantined changes in SQLite.
class SqliteCustodyTable final : public CustodyTable
{
public:
    explicit SqliteCustodyTable(sql::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Status addHistory(const ChangeKey& key, const wire::Change& change, Timestamp at,
                                    QLatin1StringView note) override;
    [[nodiscard]] Status hold(const HeldChange& held) override;
    [[nodiscard]] Result<std::vector<HeldChange>> heldFor(const QUuid& needs) override;
    [[nodiscard]] Result<QUuid> needsOf(const RecordId& record) override;
    [[nodiscard]] Status release(const HeldChange& held) override;
    [[nodiscard]] Status quarantine(const QuarantinedChange& refused) override;
    [[nodiscard]] Result<std::vector<QuarantinedChange>> quarantined(const RecordId& record,
                                                                     DeviceNumber device) override;
    [[nodiscard]] Status closeQuarantine(const QuarantinedChange& refused) override;
    [[nodiscard]] Result<qint64> heldCount() override;
    [[nodiscard]] Result<qint64> quarantinedCount() override;

private:
    sql::Connection& m_connection;
};

} // namespace doorstep::hub
