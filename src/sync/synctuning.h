#pragma once

#include "wire/protocol.h"

#include <chrono>

/// Every number that tunes synchronisation, with its unit and reason.
namespace doorstep::sync::tuning {

using namespace std::chrono_literals;

/// A worker saves a visit, its signpost and its progress within seconds: one exchange for all of them.
inline constexpr auto kAfterSave = 5s;
/// Full jitter: a wait is chance between nothing and this doubled with each failure, up to the cap. It spreads a fleet
/// that comes back after an outage.
inline constexpr auto kFirstBackOff = 2s;
inline constexpr auto kLongestBackOff = 15min;
/// A hub may ask for more patience, but not for more than this.
inline constexpr auto kLongestRetryAfter = 1h;
/// Without a byte in this time a request is given up; the frozen batch goes again later.
inline constexpr auto kTransferTimeout = 30s;
/// A batch never shrinks below one change, never grows over the protocol's limit. Within it the hub's rules bound it,
/// as they give the period between rounds: see domain::SyncRules.
inline constexpr int kSmallestBatch = 1;
inline constexpr int kLargestBatch = wire::kBatchChanges;
/// A round stops after so many exchanges and goes on with the next timer: a hub that always says "more" cannot
/// keep a phone awake.
inline constexpr int kLongestRound = 2000;
/// A file that arrived damaged so often is damaged here.
inline constexpr int kMostFileFailures = 3;
/// So often a hub may be elsewhere in a file than it said, within one round.
inline constexpr int kMostFileRestarts = 3;
/// Pages of 4 kB in the database's log after which a round empties it: 16 MB.
inline constexpr int kLongestLog = 4096;

} // namespace doorstep::sync::tuning
