#pragma once

#include "hub/devicetable.h"
#include "hub/scope.h"
#include "wire/protocol.h"

#include <functional>
#include <memory>

namespace doorstep::hub {

/// What a pull asks for.
struct PullQuery
{
    Scope scope;
    DeviceNumber device = 0;
    qint64 epoch = 0;
    qint64 after = 0;         ///< the device has everything up to this seq
    qint64 completeUntil = 0; ///< up to this seq nothing is left out as an echo
    int limit = wire::kPageRecords;
};

/// The records. Rows that were put are seen by record() and recordsOf() at once; they reach the table at commit.
class RecordTable
{
public:
    virtual ~RecordTable() = default;
    [[nodiscard]] virtual Result<std::optional<RecordRow>> record(const RecordId& id) = 0;
    [[nodiscard]] virtual Result<std::vector<RecordRow>> recordsOf(const QUuid& subject) = 0;
    virtual void put(RecordRow row) = 0;
    /// The seq of the last commit that put something.
    [[nodiscard]] virtual Result<qint64> seq() = 0;
    /// Never splits one seq over two pages.
    [[nodiscard]] virtual Result<Page> pull(const PullQuery& query) = 0;
    /// In the order of kind and id; an empty kind means all.
    [[nodiscard]] virtual Status
    forEach(const QString& kind,
            const std::function<Status(const QByteArray& body, const QString& receivedAt)>& use) = 0;
    /// Records that are not deleted, by kind.
    [[nodiscard]] virtual Result<QMap<QString, qint64>> counts() = 0;
    [[nodiscard]] virtual Result<qint64> openConflicts() = 0;
};

/// Which volunteer is matched with whom.
class MatchTable
{
public:
    virtual ~MatchTable() = default;
    [[nodiscard]] virtual Result<QList<QUuid>> workersOf(const QUuid& subject) = 0;
    [[nodiscard]] virtual Result<bool> isMatched(const QUuid& worker, const QUuid& subject) = 0;
    [[nodiscard]] virtual Status add(const QUuid& worker, const QUuid& subject) = 0;
    [[nodiscard]] virtual Status remove(const QUuid& worker, const QUuid& subject) = 0;
};

/// Everything that was ever sent: accepted, waiting or refused.
class CustodyTable
{
public:
    virtual ~CustodyTable() = default;
    [[nodiscard]] virtual Status addHistory(const ChangeKey& key, const wire::Change& change, Timestamp at,
                                            QLatin1StringView note) = 0;
    [[nodiscard]] virtual Status hold(const HeldChange& held) = 0;
    /// In the order in which they came.
    [[nodiscard]] virtual Result<std::vector<HeldChange>> heldFor(const QUuid& needs) = 0;
    /// What the first held change of a record waits for; null when none is held.
    [[nodiscard]] virtual Result<QUuid> needsOf(const RecordId& record) = 0;
    [[nodiscard]] virtual Status release(const HeldChange& held) = 0;
    [[nodiscard]] virtual Status quarantine(const QuarantinedChange& refused) = 0;
    [[nodiscard]] virtual Result<std::vector<QuarantinedChange>> quarantined(const RecordId& record,
                                                                             DeviceNumber device) = 0;
    /// The content went into the record with a later change.
    [[nodiscard]] virtual Status closeQuarantine(const QuarantinedChange& refused) = 0;
    [[nodiscard]] virtual Result<qint64> heldCount() = 0;
    [[nodiscard]] virtual Result<qint64> quarantinedCount() = 0;
};

class AccountTable
{
public:
    virtual ~AccountTable() = default;
    /// AlreadyExists when the name is taken.
    [[nodiscard]] virtual Result<qint64> add(const Account& account) = 0;
    [[nodiscard]] virtual Result<std::optional<Account>> account(qint64 id) = 0;
    [[nodiscard]] virtual Result<std::optional<Account>> byName(const QString& name) = 0;
    [[nodiscard]] virtual Status addCode(const EnrolCode& code) = 0;
    [[nodiscard]] virtual Result<std::optional<EnrolCode>> code(const QByteArray& hash) = 0;
    [[nodiscard]] virtual Status useCode(const QByteArray& hash, Timestamp at) = 0;
};

/// One transaction over all tables; the destructor takes back what was not committed.
class HubTransaction
{
public:
    virtual ~HubTransaction() = default;
    [[nodiscard]] virtual RecordTable& records() = 0;
    [[nodiscard]] virtual MatchTable& matches() = 0;
    [[nodiscard]] virtual CustodyTable& custody() = 0;
    [[nodiscard]] virtual DeviceTable& devices() = 0;
    [[nodiscard]] virtual AccountTable& accounts() = 0;
    /// Empty for a key that was never set.
    [[nodiscard]] virtual Result<QByteArray> meta(QLatin1StringView key) = 0;
    [[nodiscard]] virtual Status setMeta(QLatin1StringView key, const QByteArray& value) = 0;
    /// Takes one seq for all rows that were put, as the last act, and flushes to the disk.
    [[nodiscard]] virtual Status commit() = 0;
};

/// Where the hub keeps everything. Used from one thread.
class HubStore
{
public:
    virtual ~HubStore() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<HubTransaction>> begin() = 0;
    /// For reading only; takes no lock and cannot be committed.
    [[nodiscard]] virtual std::unique_ptr<HubTransaction> read() = 0;
    /// Work for a quiet moment.
    [[nodiscard]] virtual Status tidy() = 0;
};

} // namespace doorstep::hub
