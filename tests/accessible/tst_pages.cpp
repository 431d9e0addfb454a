#include "app/pagetour.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>

using namespace doorstep;

namespace {

/// What a person can act on; each needs a name that a screen reader can say.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::PageTab:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::ListItem:
        return true;
    default:
        return false;
    }
}

struct Walk
{
    int controls = 0;
    QStringList nameless;
    QStringList small;
};

// WCAG 2.2's least target; the design asks for 48, drawn or around what is drawn.
constexpr int kLeastTarget = 24;

void look(QQuickItem& item, const QString& page, Walk& walk)
{
    if (!item.isVisible() || item.opacity() == 0)
        return;
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&item);
    if (accessible && accessible->isValid() && isControl(accessible->role()) && item.isEnabled()) {
        ++walk.controls;
        const QString where = page + QStringLiteral(": ") + QString::fromLatin1(item.metaObject()->className()) +
                              QStringLiteral(" ") + item.objectName();
        if (accessible->text(QAccessible::Name).trimmed().isEmpty())
            walk.nameless << where;
        if (item.height() < kLeastTarget)
            walk.small << where;
    }
    const QList<QQuickItem*> children = item.childItems();
    for (QQuickItem* child : children)
        look(*child, page, walk);
}

} // namespace

/// A screen reader finds a name on everything that can be acted on, on every page of the app.
class AccessiblePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controls_onEveryPage_haveANameAndRoom();
};

void AccessiblePagesTest::controls_onEveryPage_haveANameAndRoom()
{
    QAccessible::setActive(true);
    app::PageTour tour;
    QVERIFY(tour.isReady());
    tour.setLook(app::kPhoneSize, false, 1);
    Walk walk;
    QStringList pages;
    tour.walk([&](const QString& page) {
        pages << page;
        const QWindowList windows = QGuiApplication::topLevelWindows();
        for (QWindow* window : windows) {
            if (auto* quick = qobject_cast<QQuickWindow*>(window); quick && quick->isVisible())
                look(*quick->contentItem(), page, walk);
        }
    });
    walk.nameless.removeDuplicates();
    walk.small.removeDuplicates();
    QVERIFY2(pages.size() > 20 && walk.controls > 300, "too little was seen to prove anything");
    QCOMPARE(walk.nameless, QStringList());
    QCOMPARE(walk.small, QStringList());
}

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    AccessiblePagesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pages.moc"
