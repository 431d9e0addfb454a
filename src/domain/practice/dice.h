#pragma once

#include "base/random.h"

#include <QString>

#include <span>

namespace doorstep::domain::practice {

/// A value and how often it falls, in parts of the sum of all weights.
struct Weighted
{
    const char* value;
    int weight;
};

/// Seeded chance: the same seed falls the same way everywhere.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_random(seed) {}

    [[nodiscard]] bool chance(int percent) { return static_cast<int>(m_random.below(100)) < percent; }
    /// Both ends inside.
    [[nodiscard]] int between(int least, int most)
    {
        return most <= least ? least : least + static_cast<int>(m_random.below(static_cast<quint64>(most - least) + 1));
    }
    template <class Range>
    [[nodiscard]] const auto& pick(const Range& range)
    {
        return range[static_cast<decltype(std::size(range))>(m_random.below(static_cast<quint64>(std::size(range))))];
    }
    [[nodiscard]] QString weighted(std::span<const Weighted> choices)
    {
        int sum = 0;
        for (const Weighted& choice : choices)
            sum += choice.weight;
        int fallen = between(1, sum);
        for (const Weighted& choice : choices) {
            fallen -= choice.weight;
            if (fallen <= 0)
                return QString::fromUtf8(choice.value);
        }
        return {};
    }

private:
    base::SeededRandom m_random;
};

} // namespace doorstep::domain::practice
