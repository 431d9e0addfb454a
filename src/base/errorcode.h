#pragma once

#include <QLatin1StringView>

#include <optional>

namespace doorstep::base {

/// Every expected failure of the project. One closed list; the table in errorcode.cpp gives each its wire
/// string and HTTP status. Nothing decides by looking at a message text.
enum class ErrorCode {
    BadRequest,      ///< the request or command cannot be understood
    InvalidValue,    ///< a value that cannot exist (wrong type, impossible date, out of range)
    UnknownKind,     ///< no record kind of that name
    UnknownField,    ///< no field of that name
    NotFound,        ///< no such record, user or path
    AlreadyExists,   ///< the id or name is taken
    Locked,          ///< the store is locked; a PIN opens it
    WrongPin,        ///< the PIN does not open the store
    NotEnrolled,     ///< the device has not been enrolled with a hub
    AlreadyEnrolled, ///< the device already belongs to a hub
    Unauthorised,    ///< no or an unknown token
    Forbidden,       ///< known, but not allowed
    GrantOver,       ///< written after the grant for this person had ended
    LeaseOver,       ///< the phone has not been in touch for too long; an exchange opens it again
    DeviceRevoked,   ///< the hub has shut this device out
    CodeUsed,        ///< the one-time code is unknown, used or too old
    EpochStale,      ///< the device was restored from a copy and must take a new epoch
    BatchMutated,    ///< the same batch arrived with another body: a bug of ours
    UpgradeNeeded,   ///< the peer's schema is too old
    CursorGone,      ///< the cursor is older than the tombstones or of another hub life
    TooLarge,        ///< a body or value over its limit
    BadChecksum,     ///< bytes arrived damaged; sent again they may be whole
    Unsupported,     ///< media type or encoding not spoken here
    TooManyRequests, ///< asked to slow down
    Busy,            ///< another process holds the database
    Offline,         ///< no connection, or an answer that is not the hub's
    Timeout,         ///< no answer in time
    InDoubt,         ///< the reply was lost; it may have been done
    Conflict,        ///< the record changed meanwhile
    Cancelled,       ///< given up on purpose
    DiskFull,        ///< no room to save
    Corrupt,         ///< the file cannot be read as a store
    EncryptionOff,   ///< encryption is not available; nothing is opened
    KeyStore,        ///< the key store did not give the key
    Io,              ///< reading or writing a file failed
    Internal,        ///< a bug
};

/// The stable name on the wire and in scripts, such as "invalid_value".
[[nodiscard]] QLatin1StringView wireName(ErrorCode code);
/// The HTTP status the hub answers with.
[[nodiscard]] int httpStatus(ErrorCode code);
/// True when trying again later may succeed without a change.
[[nodiscard]] bool isTransient(ErrorCode code);
/// The code of a wire name, none when this program does not know it.
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QStringView name);

} // namespace doorstep::base
