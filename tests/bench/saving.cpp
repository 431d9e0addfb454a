#include "bench/measure.h"
#include "support/devicefixture.h"

#include <QJsonDocument>

namespace doorstep::bench {

namespace {

constexpr int kSaves = 400;

QJsonObject visit(const QString& person, int minutes)
{
    return {{QStringLiteral("person"), person},
            {QStringLiteral("mode"), QStringLiteral("face-to-face")},
            {QStringLiteral("started_at"), QStringLiteral("2026-11-24T10:02:00+00:00")},
            {QStringLiteral("minutes"), minutes},
            {QStringLiteral("location"), QStringLiteral("service-users-home")},
            {QStringLiteral("note"), QString(240, QLatin1Char('n'))}};
}

/// One commit of as many bytes by the same library with the same settings, and nothing else.
double bareCommit(sql::Connection& connection, const QByteArray& bytes)
{
    return wallTime([&] {
        auto transaction = sql::Transaction::begin(connection);
        sql::Statement insert(connection, "INSERT INTO floor (body) VALUES (?)");
        if (!insert.bind(bytes).run() || !transaction->commit())
            qFatal("the bare commit failed");
    });
}

} // namespace

std::vector<Figure> benchSaving()
{
    support::DeviceFixture device;
    const auto person =
        device.create(QStringLiteral("person"), {{QStringLiteral("given_name"), QStringLiteral("Tom")}});
    auto bare = sql::Connection::open(device.folder.filePath(QStringLiteral("floor.db")), device.key);
    if (!bare || !(*bare)->run("CREATE TABLE floor (id INTEGER PRIMARY KEY, body BLOB)"))
        qFatal("no floor");
    std::vector<double> saves;
    std::vector<double> floors;
    // Turn by turn, so that a slow moment of the machine meets both.
    for (int i = 0; i < kSaves; ++i) {
        const domain::Record record = device.newRecord(QStringLiteral("contact"), visit(person->id.text(), i % 240));
        // Record and outbox row each hold the fields once.
        const QByteArray bytes = QJsonDocument(domain::fieldsJson(record)).toJson(QJsonDocument::Compact).repeated(2);
        store::Recorder recorder(*device.store, device.clock);
        saves.push_back(wallTime([&] {
            if (!recorder.save(std::nullopt, record))
                qFatal("a save failed");
        }));
        floors.push_back(bareCommit(**bare, bytes));
    }
    const double ratio = median(saves) / median(floors);
    return {{QStringLiteral("save.ratio_to_bare_commit"), ratio, QStringLiteral("x"), 2.0,
             QStringLiteral("median %1 ms a save, %2 ms a bare SQLCipher commit of the same bytes, %3 of each in turn")
                 .arg(median(saves), 0, 'f', 3)
                 .arg(median(floors), 0, 'f', 3)
                 .arg(kSaves)}};
}

} // namespace doorstep::bench
