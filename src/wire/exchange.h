#pragma once

#include "domain/merge.h"
#include "wire/order.h"

#include <QByteArrayList>
#include <QStringList>

#include <vector>

namespace doorstep::wire {

using base::ErrorCode;
using base::RecordId;

enum class Operation { Put, Delete };

/// One save on a device. Its identity is (device, epoch, n); n counts every save of the device.
struct Change
{
    qint64 n = 0;
    Operation operation = Operation::Put;
    QString kind;
    RecordId id;
    domain::RecordChange change;
    base::Timestamp savedAt; ///< the device's clock
    QString author;          ///< the worker's id
    QStringList resolves;    ///< ids of conflicts this change settles
    QString why;             ///< reason of a delete
    int schema = 0;
    QByteArray bytes = {};                 ///< as it travelled; empty for a change that was made here
    std::optional<base::Error> fault = {}; ///< why it cannot be read: `n` and `bytes` are all there is of it then
};

/// A frozen run of changes. A resend has the same numbers and the same digest.
struct Batch
{
    qint64 epoch = 0;
    QByteArray digest; ///< SHA-256 of the changes as the device froze them, in hexadecimal
    std::vector<Change> changes;
};

enum class Outcome { Ok, Duplicate, Merged, Held, Quarantined };

/// What became of one change. Every outcome means that the hub has it.
struct ChangeResult
{
    qint64 n = 0;
    Outcome outcome = Outcome::Ok;
    QStringList conflicts;                    ///< Merged: ids of the conflict records made
    QString needs;                            ///< Held: id of the record that has not arrived yet
    ErrorCode code = ErrorCode::InvalidValue; ///< Quarantined: why
    QString field, detail;                    ///< Quarantined: where, and for the log
};

struct ExchangeRequest
{
    int protocol = 0;
    int schema = 0;
    qint64 epoch = 0;
    qint64 confirmedThrough = 0; ///< results up to this n are stored on the device; the hub may forget them
    qint64 nextN = 0;            ///< the n the device's next save will get: shows a phone restored from a copy
    QString cursor;              ///< opaque; empty for a first sync
    std::optional<Batch> batch;
    int waiting = 0;          ///< saves not yet sent, for the manager's page
    QString oldestWaiting;    ///< ISO time of the oldest of them
    qint64 erasedThrough = 0; ///< orders up to this place have been carried out
};

struct ExchangeReply
{
    int schema = 0;
    std::vector<ChangeResult> results;
    QByteArrayList records;          ///< hub, writing: each as recordToBytes made it
    std::vector<QJsonObject> pulled; ///< device, reading: the same records
    QString cursor;
    bool more = false;
    qint64 safeThrough = 0; ///< changes up to this n are in the hub's backup
    qint64 hubTime = 0;     ///< milliseconds since 1970
    QString listsTag;       ///< ETag of the code lists: tells the device when to fetch them
    /// By epoch, the highest n the hub held before this exchange; given to a device that starts its cursor anew. Saves
    /// above it that were acknowledged once are lost at the hub and have to come again.
    std::optional<QMap<qint64, qint64>> lastN;
    qint64 remaining = 0; ///< about how many records are still to come after this page
    std::vector<Order> orders;
};

/// A change that travelled is given back as it came.
[[nodiscard]] QByteArray changeToBytes(const Change& change);
/// One change as it was kept. What is wrong with it is its fault.
[[nodiscard]] Change changeFromBytes(const QByteArray& bytes);
[[nodiscard]] QByteArray changesToBytes(const std::vector<Change>& changes);
/// The same of changes that are bytes already.
[[nodiscard]] QByteArray changesToBytes(const QByteArrayList& changes);
/// The digest of a batch: SHA-256 of the bytes of changesToBytes, in hexadecimal.
[[nodiscard]] QByteArray digestOf(const QByteArray& frozenChanges);
/// `frozenChanges` are the bytes of changesToBytes, kept since the batch was frozen.
[[nodiscard]] QByteArray toBytes(const ExchangeRequest& request, const QByteArray& frozenChanges);
/// BadRequest for what is no request. One change that cannot be read spoils nothing but itself, see Change::fault, as
/// long as its number can be.
[[nodiscard]] base::Result<ExchangeRequest> requestFromBytes(const QByteArray& bytes);

[[nodiscard]] QByteArray toBytes(const ExchangeReply& reply);
[[nodiscard]] base::Result<ExchangeReply> replyFromBytes(const QByteArray& bytes);
[[nodiscard]] QJsonObject toJson(const ChangeResult& result);
[[nodiscard]] base::Result<ChangeResult> resultFromJson(const QJsonObject& json);

/// {"kind","id","fields","versions","deleted"}: how records travel and how the hub keeps them.
[[nodiscard]] QByteArray recordToBytes(const domain::Record& record);
/// UnknownKind for a kind of a newer program.
[[nodiscard]] base::Result<domain::Record> recordFromJson(const QJsonObject& json);
[[nodiscard]] base::Result<domain::Record> recordFromBytes(const QByteArray& bytes);

} // namespace doorstep::wire
