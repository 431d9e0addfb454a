#include "bench/measure.h"
#include "bench/practice.h"

#include <QTest>

namespace doorstep::bench {

namespace {
constexpr int kStarts = 7;
constexpr int kPatience = 30'000;
} // namespace

PracticeApp::PracticeApp(domain::CaseloadSize size)
    : m_clock(base::Timestamp::fromDateTime(QDateTime(QDate(2026, 11, 24), QTime(10, 50), Qt::UTC)))
{
    auto made = app::makePracticeStore(m_folder.path(), m_clock, size);
    if (!made)
        qFatal("no practice store: %s", qPrintable(made.error().detail));
    if (!made->store->settle())
        qFatal("the practice store does not settle");
    m_key = made->key;
}

void PracticeApp::startAnew()
{
    m_app.reset();
    auto store = store::DeviceStore::open(m_folder.filePath(QStringLiteral("doorstep.db")), m_key);
    if (!store)
        qFatal("the practice store does not open");
    m_app = std::make_unique<app::App>(app::App::Options{m_folder.path(), m_keyStore, m_clock, false});
    m_app->begin(sync::Installation::Opened{m_key, *std::move(store)});
    if (!m_app->show())
        qFatal("the window does not load");
    bool shown = false;
    QObject::connect(m_app->window(), &QQuickWindow::frameSwapped, m_app->window(), [&shown] { shown = true; });
    if (!QTest::qWaitFor([&shown] { return shown; }, kPatience))
        qFatal("no first frame");
}

std::vector<Figure> benchStart()
{
    PracticeApp practice(domain::CaseloadSize::Practice);
    PracticeApp large(domain::CaseloadSize::Large);
    std::vector<double> few;
    std::vector<double> many;
    practice.startAnew();
    for (int i = 0; i < kStarts; ++i) {
        few.push_back(wallTime([&] { practice.startAnew(); }));
        many.push_back(wallTime([&] { large.startAnew(); }));
    }
    return {{QStringLiteral("start.large_to_practice_caseload"), median(many) / median(few), QStringLiteral("x"), 1.5,
             QStringLiteral("store opened to first frame: %1 ms with 1,000 people, %2 ms with the practice caseload")
                 .arg(median(many), 0, 'f', 0)
                 .arg(median(few), 0, 'f', 0)}};
}

} // namespace doorstep::bench
