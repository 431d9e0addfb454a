#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace doorstep::bench {

/// What one bench found: a figure, what it may be at most, and how it was got.
struct Figure
{
    QString name;
    double value = 0;
    QString unit;
    double most = 0;
    QString how;
};

/// The median; sorts a copy.
[[nodiscard]] double median(std::vector<double> values);
/// Milliseconds of wall time.
[[nodiscard]] double wallTime(const std::function<void()>& work);
/// Milliseconds of this process's processor time.
[[nodiscard]] double cpuTime(const std::function<void()>& work);

[[nodiscard]] std::vector<Figure> benchSaving();
[[nodiscard]] std::vector<Figure> benchExchange();
[[nodiscard]] std::vector<Figure> benchStart();
[[nodiscard]] std::vector<Figure> benchPages();

} // namespace doorstep::bench
