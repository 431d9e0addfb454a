#pragma once

#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace doorstep::fieldday {

/// A finger on the glass: finds things as a person does, in sight, and touches them. A path is object names from the
/// outside in, "locationChip/library"; "=Sync" means the words on it. Every function is false when the thing does
/// not come into sight in time; `missing()` then says which.
class Finger
{
public:
    explicit Finger(QQuickWindow& window);

    [[nodiscard]] bool tap(const QString& path);
    /// Taps the field and types into it.
    [[nodiscard]] bool type(const QString& path, const QString& text);
    [[nodiscard]] bool sees(const QString& path);
    [[nodiscard]] bool waitFor(const std::function<bool()>& condition, const QString& what, int milliseconds = 10'000);
    /// Writes what the window shows.
    [[nodiscard]] bool photograph(const QString& file);
    [[nodiscard]] QString missing() const { return m_missing; }
    [[nodiscard]] int taps() const { return m_taps; }

private:
    [[nodiscard]] QQuickItem* find(const QString& path) const;
    [[nodiscard]] QQuickItem* await(const QString& path);
    void bringIntoSight(QQuickItem& item) const;

    QQuickWindow& m_window;
    QPointingDevice* m_touch;
    QString m_missing;
    int m_taps = 0;
};

} // namespace doorstep::fieldday
