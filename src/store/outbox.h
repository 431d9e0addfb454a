#pragma once

#include "sql/statement.h"
#include "store/devicestore.h"
#include "wire/exchange.h"

#include <QSet>

namespace doorstep::store {

/// Where a save is on its way, as the worker sees it.
enum class OutboxState {
    Waiting,        ///< on this phone
    InFlight,       ///< sent: part of the frozen batch
    Received,       ///< the hub has it
    Held,           ///< the hub has it and waits for another record
    NeedsAttention, ///< the hub keeps it and says why it is not accepted
    Replaced,       ///< a later save carries what this one could not
};

/// One save: the change as it travels, and how far it has got. Written in the transaction of its record. SafeKeeping
/// drops it once the hub's backup has it; Erasure with its person.
struct OutboxEntry : wire::Change
{
    std::optional<QUuid> person;
    OutboxState state = OutboxState::Waiting;
    QString code, field, detail; ///< why it needs attention
};

/// The batch that is on its way: numbers, bytes and digest stay the same however often it is sent.
struct FrozenBatch
{
    qint64 epoch = 0, first = 0, last = 0;
    QByteArray digest;
    QByteArrayList changes;
};

/// What is still to be sent after the batch at hand.
struct Backlog
{
    int waiting = 0;
    std::optional<base::Timestamp> oldest;
};

struct OutboxCounts
{
    int waiting = 0, inFlight = 0, received = 0, held = 0, needsAttention = 0;
    int handedOver = 0; ///< left to a coordinator at the hub and gone from here with their person
    std::optional<base::Timestamp> oldestWaiting;

    [[nodiscard]] int recorded() const { return waiting + inFlight + received + held + needsAttention + handedOver; }
    [[nodiscard]] int unsent() const { return waiting + inFlight; }
};

/// The queue of saves on their way to the hub.
class Outbox
{
public:
    explicit Outbox(DeviceStore& store) : m_store(store) {}

    [[nodiscard]] base::Status append(sql::Transaction& transaction, const OutboxEntry& entry);
    [[nodiscard]] base::Result<OutboxCounts> counts();
    [[nodiscard]] base::Result<Backlog> backlog();
    /// In the order of saving. `limit` -1: all.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> entries(OutboxState state, int limit = -1);
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> entriesOf(base::RecordId record);
    /// Fields of a record whose latest value the hub has not accepted yet: a pull must not overwrite them.
    [[nodiscard]] base::Result<QSet<QString>> pendingFields(base::RecordId record);
    /// The person has removed the record here and the hub does not know yet: a pull must not bring it back.
    [[nodiscard]] base::Result<bool> hasPendingDelete(base::RecordId record);
    [[nodiscard]] base::Result<bool> hasUnsent();
    /// Every save up to this n has got its answer.
    [[nodiscard]] base::Result<qint64> settledThrough();
    /// Records of a person that the hub has not accepted yet, with the state to show for each: what needs a look before
    /// what waits, what waits before what is on its way.
    [[nodiscard]] base::Result<QHash<QUuid, OutboxState>> unsettledOf(const QUuid& person);
    /// Records that have pending fields at all; lets a pull skip the question for all others.
    [[nodiscard]] base::Result<QSet<QUuid>> pendingRecords();

    /// The oldest that wait, in the order of saving, without epoch and digest: at most so many changes and bytes, but
    /// at least one. None when nothing waits.
    [[nodiscard]] base::Result<std::optional<FrozenBatch>> nextBatch(int mostChanges, qsizetype mostBytes);
    /// A batch read some time ago is still what nextBatch() would begin with, change for change.
    [[nodiscard]] base::Result<bool> isNext(const FrozenBatch& batch);
    [[nodiscard]] base::Result<std::optional<FrozenBatch>> frozen();
    /// Marks the entries in flight; their rows are the bytes of the batch.
    [[nodiscard]] base::Status freeze(sql::Transaction& transaction, const FrozenBatch& batch);
    /// Back to waiting, for a batch that is to be cut smaller or restamped. Only when the hub surely refused it whole.
    [[nodiscard]] base::Status thaw(sql::Transaction& transaction);
    [[nodiscard]] base::Status dropBatch(sql::Transaction& transaction);
    [[nodiscard]] base::Status settle(sql::Transaction& transaction, qint64 n, OutboxState state,
                                      const QString& code = {}, const QString& field = {}, const QString& detail = {});
    /// The hub has what these numbers were given to.
    [[nodiscard]] base::Status receive(sql::Transaction& transaction, qint64 first, qint64 last);
    /// The hub could not read this change at all: it steps aside, and no hub has it.
    [[nodiscard]] base::Status setAside(sql::Transaction& transaction, qint64 n, const QString& code,
                                        const QString& field, const QString& detail);
    /// The hub has applied what it held of this record.
    [[nodiscard]] base::Status releaseHeld(sql::Transaction& transaction, base::RecordId record);
    /// The attention entries of a record are carried by a later save now.
    [[nodiscard]] base::Status replaceAttention(sql::Transaction& transaction, base::RecordId record);

private:
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> read(sql::Statement& select);
    DeviceStore& m_store;
};

} // namespace doorstep::store
