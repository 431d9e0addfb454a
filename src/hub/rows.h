#pragma once

#include "base/timestamp.h"
#include "wire/exchange.h"

#include <QMap>
#include <QUuid>

#include <optional>

namespace doorstep::hub {

using base::DeviceNumber;
using base::RecordId;
using base::Timestamp;

/// A record with what the hub knows about it.
struct RecordRow
{
    domain::Record record;
    QString scope = {}; ///< code of the scheme it belongs to; empty is public
    QUuid subject = {}; ///< the person it is about; null when it is nobody's
    qint64 seq = 0;
    /// The last seq that wrote something here which echoDevice did not send itself.
    qint64 previousSeq = 0;
    /// The device (in one of its epochs) that holds exactly this content; 0 for none.
    DeviceNumber echoDevice = 0;
    qint64 echoEpoch = 0;
    Timestamp receivedAt = {}, updatedAt = {};
};

/// The identity of a change.
struct ChangeKey
{
    DeviceNumber device = 0;
    qint64 epoch = 0;
    qint64 n = 0;
};

/// A change that waits for another record. `place` orders the rows of a table; the store gives it.
struct HeldChange
{
    qint64 place = 0;
    ChangeKey key = {};
    wire::Change change = {};
    QUuid needs = {};
    Timestamp at = {};
};

/// A change that was refused as a record. The content stays for a coordinator.
struct QuarantinedChange
{
    qint64 place = 0;
    ChangeKey key = {};
    wire::Change change = {};
    base::Error reason = {};
    Timestamp at = {};
};

/// What a device has sent in one of its epochs.
struct EpochState
{
    qint64 lastN = 0;
    qint64 confirmed = 0; ///< results up to here are on the device
    qint64 safe = 0;      ///< changes up to here are in a backup
};

/// A device's epoch and what was confirmed in it at some moment.
struct EpochMark
{
    DeviceNumber device = 0;
    qint64 epoch = 0;
    qint64 confirmed = 0;
};

/// The answer to a change, and what the change was: the same number with other content comes from another life of the
/// phone.
struct StoredResult
{
    wire::ChangeResult result;
    QByteArray content; ///< a hash; empty in a hub that did not keep it yet
};
using StoredResults = QMap<qint64, StoredResult>; ///< by n

/// The answer to a change that waited. Places ascend and are never given twice.
struct LateResult
{
    qint64 place = 0;
    wire::ChangeResult result;
};

struct Account
{
    qint64 id = 0;
    QString name, role, scheme;
    QUuid worker; ///< its worker record
    bool isDisabled = false;
};

struct Device
{
    DeviceNumber number = 0;
    qint64 account = 0;
    QByteArray tokenHash;
    Timestamp created;
    std::optional<Timestamp> lastContact;
    int waiting = 0;
    QString oldestWaiting;
    int schema = 0;
    bool isRevoked = false;
    qint64 erasedThrough = 0; ///< the device has carried out the orders up to this place
};

struct EnrolCode
{
    QByteArray hash;
    qint64 account = 0;
    Timestamp expires;
    std::optional<Timestamp> usedAt;
};

/// A run of records as they travel, in the order of their seq.
struct Page
{
    QByteArrayList records;
    qint64 seq = 0; ///< the last seq looked at
    bool more = false;
};

/// Keys of HubTransaction::meta().
// NOLINTBEGIN(readability-identifier-naming): read as the members they name.
namespace metakey {
inline constexpr QLatin1StringView hubEpoch("hub_epoch");     ///< eight random bytes, renewed when a backup is restored
inline constexpr QLatin1StringView cursorKey("cursor_key");   ///< what cursors are signed with
inline constexpr QLatin1StringView purgedSeq("purged_seq");   ///< the highest seq of a tombstone that is gone, as text
inline constexpr QLatin1StringView lastBackup("last_backup"); ///< when the last one was finished, as text
inline constexpr QLatin1StringView lists("lists");            ///< a bundle of code lists newer than the built-in ones
} // namespace metakey
// NOLINTEND(readability-identifier-naming)

} // namespace doorstep::hub
