#include "bench/measure.h"
#include "bench/practice.h"

#include <QTest>

namespace doorstep::bench {

namespace {

constexpr int kPeople = 30;

/// Until the page of the last change has been painted.
void paint(app::App& app)
{
    bool shown = false;
    const auto connection =
        QObject::connect(app.window(), &QQuickWindow::frameSwapped, app.window(), [&shown] { shown = true; });
    app.window()->update();
    if (!QTest::qWaitFor([&shown] { return shown; }, 10'000))
        qFatal("no frame");
    QObject::disconnect(connection);
}

} // namespace

std::vector<Figure> benchPages()
{
    PracticeApp large(domain::CaseloadSize::Large);
    large.startAnew();
    app::App& app = large.app();
    ui::AppViewModel& view = app.viewModel();
    view.setPlace(ui::AppViewModel::Place::People);
    paint(app);

    std::vector<double> opens;
    const auto people = app.session()->records().list(*domain::findKind(u"person"), {{}, {}, false, kPeople, false});
    if (!people || people->empty())
        qFatal("no people");
    for (const domain::Record& person : *people)
        opens.push_back(cpuTime([&] { view.openPerson(person.id.text()); }));

    std::vector<double> keys;
    for (const QString& name :
         {QStringLiteral("margaret"), QStringLiteral("o'n"), QStringLiteral("028 96"), QStringLiteral("zz")}) {
        for (qsizetype length = 1; length <= name.size(); ++length)
            keys.push_back(wallTime([&] { view.people()->setTyped(name.first(length)); }));
    }
    return {{QStringLiteral("person.open_cpu"), median(opens), QStringLiteral("ms"), 50,
             QStringLiteral("median of %1 people of 1,000; slowest %2 ms")
                 .arg(opens.size())
                 .arg(*std::max_element(opens.begin(), opens.end()), 0, 'f', 1)},
            {QStringLiteral("people.search_per_key"), *std::max_element(keys.begin(), keys.end()), QStringLiteral("ms"),
             10,
             QStringLiteral("slowest of %1 keys among 1,000 people; median %2 ms")
                 .arg(keys.size())
                 .arg(median(keys), 0, 'f', 2)}};
}

} // namespace doorstep::bench
