#pragma once

#include <QRandomGenerator>

namespace doorstep::base {

/// Where the program gets chance from. Injected, so that a seeded run repeats itself.
class Random
{
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual quint64 next() = 0;
    /// A number from 0 to bound - 1.
    [[nodiscard]] quint64 below(quint64 bound) { return bound == 0 ? 0 : next() % bound; }
};

/// The operating system's generator.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] quint64 next() override { return QRandomGenerator::system()->generate64(); }
};

/// The same sequence for the same seed.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_generator(static_cast<quint32>(seed ^ (seed >> 32))) {}
    [[nodiscard]] quint64 next() override { return m_generator.generate64(); }

private:
    QRandomGenerator m_generator;
};

} // namespace doorstep::base
