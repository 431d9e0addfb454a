#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <cmath>
#include <memory>

namespace {

constexpr double kText = 4.5;    // WCAG 2.1, 1.4.3
constexpr double kGraphic = 3.0; // WCAG 2.1, 1.4.11

struct Pair
{
    const char* front;
    const char* back;
    double least;
};

constexpr Pair kPairs[] = {
    {"ink", "background", kText},
    {"ink", "card", kText},
    {"ink", "sunken", kText},
    {"ink", "primaryTint", kText},
    {"ink", "infoTint", kText},
    {"ink", "attentionTint", kText},
    {"ink", "problemTint", kText},
    {"softInk", "background", kText},
    {"softInk", "card", kText},
    {"softInk", "sunken", kText},
    {"softInk", "primaryTint", kText},
    {"softInk", "infoTint", kText},
    {"softInk", "attentionTint", kText},
    {"softInk", "problemTint", kText},
    {"primary", "background", kText},
    {"primary", "card", kText},
    {"primary", "primaryTint", kText},
    {"inkOnPrimary", "primary", kText},
    {"problem", "background", kText},
    {"problem", "card", kText},
    {"problem", "problemTint", kText},
    {"inkOnProblem", "problem", kText},
    {"info", "infoTint", kText},
    {"good", "card", kText},
    {"inkOnToast", "toast", kText},
    {"toastAction", "toast", kText},
    {"good", "primaryTint", kGraphic},
    {"good", "background", kGraphic},
    {"attention", "background", kGraphic},
    {"attention", "card", kGraphic},
    {"attention", "attentionTint", kGraphic},
    {"outline", "background", kGraphic},
    {"outline", "sunken", kGraphic},
    {"focus", "background", kGraphic},
    {"focus", "card", kGraphic},
    {"primary", "attentionTint", kGraphic},
    {"primary", "track", kGraphic},
    {"card", "primary", kGraphic},
};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

// How a translucent layer looks on what lies beneath.
QColor blend(const QColor& top, double alpha, const QColor& below)
{
    const auto mix = [alpha](float a, float b) { return float(alpha) * a + float(1 - alpha) * b; };
    return QColor::fromRgbF(mix(top.redF(), below.redF()), mix(top.greenF(), below.greenF()),
                            mix(top.blueF(), below.blueF()));
}

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pairs_lightAndDark_holdWcagAA_data();
    void pairs_lightAndDark_holdWcagAA();
    void invertedButton_onPrimary_holdsWcagAA();

private:
    [[nodiscard]] QColor color(const char* token) const;

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_root;
    QObject* m_theme = nullptr;
};

void TestContrast::initTestCase()
{
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nimport Doorstep.Controls\nQtObject { readonly property QtObject theme: Theme }",
                      QUrl());
    m_root.reset(component.create());
    QVERIFY2(m_root, qPrintable(component.errorString()));
    m_theme = m_root->property("theme").value<QObject*>();
    QVERIFY(m_theme);
}

QColor TestContrast::color(const char* token) const
{
    return m_theme->property(token).value<QColor>();
}

void TestContrast::pairs_lightAndDark_holdWcagAA_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("back");
    QTest::addColumn<double>("least");
    for (const bool dark : {false, true})
        for (const Pair& pair : kPairs)
            QTest::addRow("%s on %s, %s", pair.front, pair.back, dark ? "dark" : "light")
                << dark << QByteArray(pair.front) << QByteArray(pair.back) << pair.least;
}

void TestContrast::pairs_lightAndDark_holdWcagAA()
{
    QFETCH(bool, dark);
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, back);
    QFETCH(double, least);
    m_theme->setProperty("dark", dark);
    QVERIFY(color(front).isValid() && color(back).isValid());
    const double ratio = contrast(color(front), color(back));
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio, 'f', 2)));
}

void TestContrast::invertedButton_onPrimary_holdsWcagAA()
{
    for (const bool dark : {false, true}) {
        m_theme->setProperty("dark", dark);
        const QColor button =
            blend(color("inkOnPrimary"), m_theme->property("veilOpacity").toDouble(), color("primary"));
        QVERIFY(contrast(color("inkOnPrimary"), button) >= kText);
    }
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
