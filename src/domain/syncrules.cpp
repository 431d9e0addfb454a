#include "domain/syncrules.h"

#include <algorithm>

namespace doorstep::domain {

namespace {

struct Bounds
{
    const char* name;
    int least, most;
};

constexpr Bounds kBatchChanges{"batch_changes", 1, 500};
constexpr Bounds kBatchKilobytes{"batch_kilobytes", 4, 1024};
constexpr Bounds kPageRecords{"page_records", 20, 5000};
// The shortest period Android allows for background work; the same everywhere so that it is one behaviour.
constexpr Bounds kPeriodMinutes{"period_minutes", 15, 24 * 60};
constexpr Bounds kDigestHours{"digest_hours", 1, 31 * 24};
// A worker on leave, or a valley without a signal, must not find the phone shut.
constexpr Bounds kLeaseDays{"lease_days", 7, 90};
constexpr Bounds kGraceHours{"grace_hours", 0, 14 * 24};
// Longer than any lease.
constexpr Bounds kTombstoneDays{"tombstone_days", 91, 3660};
constexpr Bounds kKeptDays{"kept_days", 1, 365};

constexpr int kKilobyte = 1024;

/// The number within its bounds; `standing` when the rule does not name it.
int numberOf(const QJsonObject& rule, const Bounds& bounds, int standing)
{
    const QJsonValue value = rule.value(QLatin1StringView(bounds.name));
    return value.isDouble() ? std::clamp(value.toInt(standing), bounds.least, bounds.most) : standing;
}

} // namespace

SyncRules SyncRules::from(const CodeLists& lists)
{
    const QJsonObject rule = lists.rule(u"synchronisation");
    const SyncRules standing;
    SyncRules rules;
    rules.batchChanges = numberOf(rule, kBatchChanges, standing.batchChanges);
    rules.batchBytes = numberOf(rule, kBatchKilobytes, standing.batchBytes / kKilobyte) * kKilobyte;
    rules.pageRecords = numberOf(rule, kPageRecords, standing.pageRecords);
    rules.periodMinutes = numberOf(rule, kPeriodMinutes, standing.periodMinutes);
    rules.digestHours = numberOf(rule, kDigestHours, standing.digestHours);
    rules.leaseDays = numberOf(rule, kLeaseDays, static_cast<int>(standing.leaseDays));
    rules.graceHours = numberOf(rule, kGraceHours, static_cast<int>(standing.graceHours));
    rules.tombstoneDays = numberOf(rule, kTombstoneDays, static_cast<int>(standing.tombstoneDays));
    rules.keptDays = numberOf(rule, kKeptDays, static_cast<int>(standing.keptDays));
    return rules;
}

} // namespace doorstep::domain
