#include "app/appwiring.h"
#include "app/practicestore.h"
#include "platform/fake/memorykeystore.h"
#include "ui/measures/measureformviewmodel.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace doorstep;
using ui::AppViewModel;
using ui::MeasureFormViewModel;

namespace {

/// The app on the practice caseload, with a person's page and above it a measure that is handed over.
class HandedOver
{
public:
    HandedOver() : m_clock(base::Timestamp::fromDateTime(QDateTime(QDate(2026, 11, 24), QTime(10, 50), Qt::UTC)))
    {
        m_app = std::make_unique<app::App>(app::App::Options{m_folder.path(), m_keyStore, m_clock, false});
        auto opened = app::makePracticeStore(m_folder.path(), m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_app->begin(*std::move(opened));
        model().people()->load();
        model().openPerson(model().people()->people()->index(0, 0).data(Qt::UserRole).toString());
        model().record(AppViewModel::RecordKind::Measure, model().person()->person());
    }

    [[nodiscard]] app::App& app() { return *m_app; }
    [[nodiscard]] AppViewModel& model() { return m_app->viewModel(); }
    [[nodiscard]] MeasureFormViewModel* measure() const
    {
        return qobject_cast<MeasureFormViewModel*>(m_app->viewModel().forms()->current());
    }
    [[nodiscard]] bool sees(const char* name) const
    {
        const auto* item = m_app->window()->findChild<QQuickItem*>(QString::fromLatin1(name));
        return item && item->isVisible();
    }

private:
    QTemporaryDir m_folder;
    base::FixedClock m_clock;
    platform::MemoryKeyStore m_keyStore;
    std::unique_ptr<app::App> m_app;
};

} // namespace

class TestAppViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void back_whileHandedOver_asksForThePinAndStays();
    void open_whileHandedOver_nothingElseOpens();
    void shell_whileHandedOver_showsTheQuestionAlone_data();
    void shell_whileHandedOver_showsTheQuestionAlone();
};

void TestAppViewModel::back_whileHandedOver_asksForThePinAndStays()
{
    HandedOver phone;
    MeasureFormViewModel* measure = phone.measure();
    QVERIFY(measure);
    QVERIFY(!phone.model().isHandedOver());
    QSignalSpy changed(&phone.model(), &AppViewModel::handedOverChanged);
    QSignalSpy asked(measure, &MeasureFormViewModel::pinNeeded);
    measure->ask();
    QVERIFY(phone.model().isHandedOver());
    QVERIFY(changed.count() > 0);
    QVERIFY(phone.model().back());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(phone.measure(), measure);
    QCOMPARE(measure->stage(), MeasureFormViewModel::Stage::Question);
    QVERIFY(phone.model().isHandedOver());
}

void TestAppViewModel::open_whileHandedOver_nothingElseOpens()
{
    HandedOver phone;
    const QString person = phone.model().person()->person();
    const QString other = phone.model().people()->people()->index(1, 0).data(Qt::UserRole).toString();
    MeasureFormViewModel* measure = phone.measure();
    measure->ask();
    phone.model().setPlace(AppViewModel::Place::People);
    QCOMPARE(phone.model().place(), AppViewModel::Place::Today);
    phone.model().openPerson(other);
    QCOMPARE(phone.model().person()->person(), person);
    phone.model().openSettings();
    QVERIFY(!phone.model().showsSettings());
    phone.model().record(AppViewModel::RecordKind::Visit, person);
    QCOMPARE(phone.measure(), measure);
}

void TestAppViewModel::shell_whileHandedOver_showsTheQuestionAlone_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(412, 892);
    QTest::newRow("tablet") << QSize(1280, 800);
}

void TestAppViewModel::shell_whileHandedOver_showsTheQuestionAlone()
{
    QFETCH(QSize, size);
    HandedOver phone;
    QVERIFY(phone.app().show());
    QQuickWindow* window = phone.app().window();
    window->resize(size);
    const bool isWide = size.width() > size.height();
    QTRY_COMPARE(phone.sees("rail"), isWide);
    QTRY_COMPARE(phone.sees("places"), isWide);
    phone.measure()->ask();
    QTRY_VERIFY(!phone.sees("rail"));
    QVERIFY(!phone.sees("places"));
    QVERIFY(!phone.sees("bottomBar"));
    QVERIFY(!phone.sees("personPage"));
    const auto* detail = window->findChild<QQuickItem*>(QStringLiteral("detail"));
    QTRY_COMPARE(detail->x(), 0.0);
    QTRY_COMPARE(detail->width(), static_cast<double>(window->width()));
    QTRY_VERIFY(window->isActive());
    QTest::keyClick(window, Qt::Key_Escape);
    const auto* sheet = window->findChild<QObject*>(QStringLiteral("pinSheet"));
    QTRY_VERIFY(sheet->property("visible").toBool());
    QVERIFY(phone.measure());
    QVERIFY(phone.model().isHandedOver());
}

int main(int argc, char* argv[])
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestAppViewModel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_appviewmodel.moc"
