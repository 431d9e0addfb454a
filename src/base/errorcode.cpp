#include "base/errorcode.h"

#include <algorithm>
#include <array>

namespace doorstep::base {

namespace {

struct Row
{
    ErrorCode code;
    QLatin1StringView name;
    int status;
    bool transient;
};

constexpr auto row(ErrorCode code, const char* name, int status, bool transient = false)
{
    return Row{code, QLatin1StringView(name), status, transient};
}

const std::array kRows{
    row(ErrorCode::BadRequest, "bad_request", 400),
    row(ErrorCode::InvalidValue, "invalid_value", 422),
    row(ErrorCode::UnknownKind, "unknown_kind", 422),
    row(ErrorCode::UnknownField, "unknown_field", 422),
    row(ErrorCode::NotFound, "not_found", 404),
    row(ErrorCode::AlreadyExists, "already_exists", 409),
    row(ErrorCode::Locked, "locked", 403),
    row(ErrorCode::WrongPin, "wrong_pin", 403),
    row(ErrorCode::NotEnrolled, "not_enrolled", 403),
    row(ErrorCode::AlreadyEnrolled, "already_enrolled", 409),
    row(ErrorCode::Unauthorised, "unauthorised", 401),
    row(ErrorCode::Forbidden, "forbidden", 403),
    row(ErrorCode::GrantOver, "grant_over", 403),
    row(ErrorCode::LeaseOver, "lease_over", 403),
    row(ErrorCode::DeviceRevoked, "device_revoked", 403),
    row(ErrorCode::CodeUsed, "code_used", 403),
    row(ErrorCode::EpochStale, "epoch_stale", 409),
    row(ErrorCode::BatchMutated, "batch_mutated", 422),
    row(ErrorCode::UpgradeNeeded, "upgrade_needed", 426),
    row(ErrorCode::CursorGone, "cursor_gone", 410),
    row(ErrorCode::TooLarge, "too_large", 413),
    row(ErrorCode::BadChecksum, "bad_checksum", 460, true),
    row(ErrorCode::Unsupported, "unsupported", 415),
    row(ErrorCode::TooManyRequests, "too_many_requests", 429, true),
    row(ErrorCode::Busy, "busy", 503, true),
    row(ErrorCode::Offline, "offline", 503, true),
    row(ErrorCode::Timeout, "timeout", 408, true),
    row(ErrorCode::InDoubt, "in_doubt", 503, true),
    row(ErrorCode::Conflict, "conflict", 409),
    row(ErrorCode::Cancelled, "cancelled", 499),
    row(ErrorCode::DiskFull, "disk_full", 507, true),
    row(ErrorCode::Corrupt, "corrupt", 500),
    row(ErrorCode::EncryptionOff, "encryption_off", 500),
    row(ErrorCode::KeyStore, "key_store", 500),
    row(ErrorCode::Io, "io", 500, true),
    row(ErrorCode::Internal, "internal", 500),
};

const Row& rowOf(ErrorCode code)
{
    const auto* const found =
        std::find_if(kRows.begin(), kRows.end(), [code](const Row& each) { return each.code == code; });
    Q_ASSERT(found != kRows.end());
    return *found;
}

} // namespace

QLatin1StringView wireName(ErrorCode code)
{
    return rowOf(code).name;
}

int httpStatus(ErrorCode code)
{
    return rowOf(code).status;
}

bool isTransient(ErrorCode code)
{
    return rowOf(code).transient;
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    for (const Row& each : kRows) {
        if (name == each.name)
            return each.code;
    }
    return std::nullopt;
}

} // namespace doorstep::base
