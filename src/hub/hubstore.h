#pragma once

#include "hub/tables/accounttable.h"
#include "hub/tables/custodytable.h"
#include "hub/tables/devicetable.h"
#include "hub/tables/matchtable.h"
#include "hub/tables/recordtable.h"

#include <mutex>

namespace doorstep::hub {

/// A connection on loan; it goes back when the loan ends.
using DatabaseLoan = std::unique_ptr<Database, std::function<void(Database*)>>;

/// One transaction over all tables; the destructor takes back what was not committed.
class HubTransaction
{
public:
    enum class Access { Read, Write };

    HubTransaction(DatabaseLoan database, Access access);
    ~HubTransaction();
    HubTransaction(const HubTransaction&) = delete;
    HubTransaction& operator=(const HubTransaction&) = delete;

    [[nodiscard]] RecordTable& records() { return m_records; }
    [[nodiscard]] MatchTable& matches() { return m_matches; }
    [[nodiscard]] CustodyTable& custody() { return m_custody; }
    [[nodiscard]] DeviceTable& devices() { return m_devices; }
    [[nodiscard]] AccountTable& accounts() { return m_accounts; }
    /// Empty for a key that was never set.
    [[nodiscard]] Result<QByteArray> meta(QLatin1StringView key);
    [[nodiscard]] Status setMeta(QLatin1StringView key, const QByteArray& value);
    /// Takes one seq for all rows that were put, as the last act, and flushes to the disk.
    [[nodiscard]] Status commit();

private:
    DatabaseLoan m_database;
    Session m_session;
    bool m_isOpen; ///< there is something to commit or to take back
    RecordTable m_records{m_session};
    MatchTable m_matches{m_session};
    CustodyTable m_custody{m_session};
    DeviceTable m_devices{m_session};
    AccountTable m_accounts{m_session};
};

/// Where the hub keeps everything. Used from any thread; each transaction has a connection for itself.
class HubStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<HubStore>> open(std::unique_ptr<DatabaseSource> source);

    [[nodiscard]] Result<std::unique_ptr<HubTransaction>> begin();
    /// For reading only; takes no lock and cannot be committed.
    [[nodiscard]] std::unique_ptr<HubTransaction> read();
    /// Work for a quiet moment.
    [[nodiscard]] Status tidy();

private:
    explicit HubStore(std::unique_ptr<DatabaseSource> source) : m_source(std::move(source)) {}
    [[nodiscard]] Result<DatabaseLoan> lend();
    [[nodiscard]] std::unique_ptr<Database> takeIdle();

    std::unique_ptr<DatabaseSource> m_source;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_idle; ///< connections that nobody uses
};

} // namespace doorstep::hub
