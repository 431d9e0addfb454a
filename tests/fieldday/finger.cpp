#include "fieldday/finger.h"

#include <QElapsedTimer>
#include <QTest>

namespace doorstep::fieldday {

namespace {

constexpr int kPatience = 10'000;
// Longer than any transition of the app.
constexpr int kTransition = 350;
// A few frames: rows find their places a frame after they were made.
constexpr int kRest = 60;

bool matches(const QQuickItem& item, const QString& name)
{
    if (name.startsWith(QLatin1Char('=')))
        return item.property("text").toString() == name.mid(1);
    return item.objectName() == name;
}

/// Depth first, last painted first: what lies on top is found before what it covers.
QQuickItem* descend(QQuickItem& from, const QString& name)
{
    const QList<QQuickItem*> children = from.childItems();
    for (auto it = children.crbegin(); it != children.crend(); ++it) {
        QQuickItem* child = *it;
        if (!child->isVisible())
            continue;
        if (matches(*child, name) && child->width() > 0 && child->isEnabled())
            return child;
        if (QQuickItem* found = descend(*child, name))
            return found;
    }
    return nullptr;
}

} // namespace

Finger::Finger(QQuickWindow& window) : m_window(window), m_touch(QTest::createTouchDevice()) {}

QQuickItem* Finger::find(const QString& path) const
{
    QQuickItem* item = m_window.contentItem();
    const QStringList names = path.split(QLatin1Char('/'));
    for (const QString& name : names) {
        item = descend(*item, name);
        if (!item)
            return nullptr;
    }
    return item;
}

bool Finger::waitFor(const std::function<bool()>& condition, const QString& what, int milliseconds)
{
    if (QTest::qWaitFor(condition, milliseconds))
        return true;
    m_missing = what;
    return false;
}

QQuickItem* Finger::await(const QString& path)
{
    return waitFor([&] { return find(path) != nullptr; }, path, kPatience) ? find(path) : nullptr;
}

void Finger::bringIntoSight(QQuickItem& item) const
{
    for (QQuickItem* above = item.parentItem(); above; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable"))
            continue;
        const double top = item.mapToItem(above, QPointF(0, 0)).y();
        const double most = above->property("contentHeight").toDouble() - above->height();
        if (top >= 0 && top + item.height() <= above->height())
            return;
        // A third down the page, as a thumb would leave it.
        const double wanted = above->property("contentY").toDouble() + top - above->height() / 3;
        above->setProperty("contentY", std::clamp(wanted, 0.0, std::max(0.0, most)));
        return;
    }
}

bool Finger::tap(const QString& path)
{
    QQuickItem* item = await(path);
    if (!item)
        return false;
    bringIntoSight(*item);
    // A list may make its rows anew while they are waited for.
    const auto place = [&] {
        const QQuickItem* now = find(path);
        return now ? now->mapToScene(QPointF(now->width() / 2, now->height() / 2)).toPoint() : QPoint();
    };
    // A thing that still moves is not touched.
    QPoint before;
    QElapsedTimer still;
    still.start();
    const auto rests = [&] {
        const QPoint now = place();
        if (std::exchange(before, now) != now)
            still.restart();
        return still.hasExpired(kRest);
    };
    (void)QTest::qWaitFor(rests, kTransition);
    QTest::touchEvent(&m_window, m_touch).press(0, before, &m_window);
    QTest::touchEvent(&m_window, m_touch).release(0, before, &m_window);
    ++m_taps;
    return true;
}

bool Finger::type(const QString& path, const QString& text)
{
    if (!tap(path))
        return false;
    const auto hasFocus = [&] {
        return m_window.activeFocusItem() && m_window.activeFocusItem()->inherits("QQuickItem");
    };
    if (!waitFor(hasFocus, path, kPatience))
        return false;
    for (const QChar each : text)
        QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, QString(each), Qt::NoModifier);
    return true;
}

bool Finger::sees(const QString& path)
{
    return find(path) != nullptr;
}

bool Finger::photograph(const QString& file)
{
    // Past the running transition; the picture shows the page at rest.
    (void)QTest::qWaitFor([] { return false; }, kTransition);
    if (m_window.grabWindow().save(file))
        return true;
    m_missing = file;
    return false;
}

} // namespace doorstep::fieldday
