#include "chaos/faultmix.h"

#include <array>

namespace doorstep::chaos {

using support::Fault;
using Kind = Fault::Kind;

namespace {

constexpr int kFaultyPercent = 50;
constexpr std::array kFaults{Kind::CutRequest, Kind::CutReply,  Kind::Delay,  Kind::Twice,
                             Kind::Hold,       Kind::Refuse,    Kind::Portal, Kind::BadGzip,
                             Kind::Garbage,    Kind::CloseIdle, Kind::Silence};
constexpr std::array kRefusals{408, 425, 429, 500, 502, 503, 504};
constexpr std::array kPortalStatuses{200, 302, 511};
// Into the headers of most requests and through the whole of a small one.
constexpr int kLargestCut = 4096;
constexpr int kLongestDelay = 200; // ms; a phone lives for not much longer

template <class Choices>
auto oneOf(const Choices& choices, QRandomGenerator& chance)
{
    return choices[static_cast<size_t>(chance.bounded(static_cast<int>(choices.size())))];
}

} // namespace

Fault anyFault(QRandomGenerator& chance)
{
    Fault fault;
    if (chance.bounded(100) >= kFaultyPercent)
        return fault;
    fault.kind = oneOf(kFaults, chance);
    fault.wait = std::chrono::milliseconds(chance.bounded(kLongestDelay));
    // Half of the replies that are cut are lost altogether, after the hub has committed.
    fault.bytes = fault.kind == Kind::CutReply && chance.bounded(2) == 0 ? 0 : chance.bounded(kLargestCut);
    if (fault.kind == Kind::Refuse) {
        fault.status = oneOf(kRefusals, chance);
        fault.retryAfter = chance.bounded(2) == 0 ? "1" : "Thu, 01 Jan 2026 00:00:01 GMT";
    } else if (fault.kind == Kind::Portal) {
        fault.status = oneOf(kPortalStatuses, chance);
    }
    return fault;
}

} // namespace doorstep::chaos
