#include "bench/syncbench.h"

#include "bench/syncrun.h"

#include <array>
#include <cstdio>

namespace doorstep::bench {

namespace {

/// A line of the table, and what it must reach: so many times as good as a peer, or at most or least a figure.
struct Row
{
    const char* title;
    const char* figure;
    const char* unit;
    int decimals;
    const char* peer = nullptr; ///< `times` is against this one
    double times = 0;
    double most = -1;
    double least = -1;
};

constexpr double kMegabyte = 1e6;

const std::array kRows{
    Row{"push 1,000", "push.1000.seconds", "s", 3, "WatermelonDB", 2.3},
    Row{"push 10,000", "push.10000.seconds", "s", 2, "PouchDB", 6.8},
    Row{"push 50,000", "push.50000.seconds", "s", 2, "PouchDB", 6.8},
    Row{"pull 1,000", "pull.1000.seconds", "s", 3},
    Row{"pull 10,000", "pull.10000.seconds", "s", 2},
    Row{"pull 50,000", "pull.50000.seconds", "s", 2, "PouchDB", 11},
    Row{"bytes up, push 50,000", "push.50000.up_mb", "MB", 2, "PouchDB", 4, 9.5},
    Row{"bytes down, pull 50,000", "pull.50000.down_mb", "MB", 2},
    Row{"ten changes at 50,000", "few.50000.near.seconds", "s", 4, "WatermelonDB", 1},
    Row{"  its bytes, both ways", "few.50000.near.bytes", "B", 0, nullptr, 0, 4000},
    Row{"  its requests", "few.50000.near.requests", "", 0, nullptr, 0, 1},
    Row{"  its time at 50,000 to that at 1,000", "few.ratio", "x", 2, nullptr, 0, 1.5},
    Row{"nothing changed at 50,000", "idle.50000.near.seconds", "s", 4},
    Row{"  its bytes, both ways", "idle.50000.near.bytes", "B", 0, nullptr, 0, 900},
    Row{"  its requests", "idle.50000.near.requests", "", 0, nullptr, 0, 1},
    Row{"200 ms: ten changes at 50,000", "few.50000.far.seconds", "s", 3, nullptr, 0, 0.25},
    Row{"200 ms: nothing changed", "idle.50000.far.seconds", "s", 3, nullptr, 0, 0.25},
    Row{"200 ms: push 1,000", "push.1000.far.seconds", "s", 2, nullptr, 0, 1.0},
    Row{"peak over idle, push 1,000", "push.1000.megabytes", "MB", 1},
    Row{"peak over idle, push 50,000", "push.50000.megabytes", "MB", 1, nullptr, 0, 32},
    Row{"  to that of 1,000", "memory.ratio", "x", 2, nullptr, 0, 1.1},
    Row{"peak over idle, pull 50,000", "pull.50000.megabytes", "MB", 1},
    Row{"100 edits of two fields: merged", "apart.merged", "", 0, nullptr, 0, -1, 100},
    Row{"  a conflict for somebody", "apart.conflicts", "", 0},
    Row{"  a value lost", "apart.lost", "", 0, nullptr, 0, 0},
    Row{"100 edits of one field: both kept", "same.conflicts", "", 0, nullptr, 0, -1, 100},
    Row{"  a value lost", "same.lost", "", 0, nullptr, 0, 0},
};

using Figures = QMap<QString, double>;

struct Measured
{
    QString name;
    Figures figures;
};

Measured measure(Product& product, int largest)
{
    std::fprintf(stderr, "measuring %s ...\n", qPrintable(product.name()));
    Measured measured{product.name(), SyncRun(product, largest).measure()};
    Figures& figures = measured.figures;
    const auto derive = [&](const char* name, const char* above, double below) {
        if (figures.contains(QString::fromLatin1(above)) && below > 0)
            figures.insert(QString::fromLatin1(name), figures[QString::fromLatin1(above)] / below);
    };
    derive("few.ratio", "few.50000.near.seconds", figures[QStringLiteral("few.1000.near.seconds")]);
    derive("memory.ratio", "push.50000.megabytes", figures[QStringLiteral("push.1000.megabytes")]);
    derive("push.50000.up_mb", "push.50000.up", kMegabyte);
    derive("pull.50000.down_mb", "pull.50000.down", kMegabyte);
    return measured;
}

/// Whether the row is as good as it must be; what it must be is added to `words`.
bool isMet(const Row& row, double ours, const std::vector<Measured>& all, QStringList& words)
{
    bool met = true;
    if (row.most >= 0) {
        words << QStringLiteral("at most %1").arg(row.most);
        met &= ours <= row.most;
    }
    if (row.least >= 0) {
        words << QStringLiteral("at least %1").arg(row.least);
        met &= ours >= row.least;
    }
    for (size_t i = 1; i < all.size(); ++i) {
        if (!row.peer || all[i].name != QLatin1StringView(row.peer))
            continue;
        words << QStringLiteral("%1 at least %2 times as much").arg(all[i].name).arg(row.times);
        met &= all[i].figures[QString::fromLatin1(row.figure)] >= ours * row.times;
    }
    return met;
}

bool printRow(const Row& row, const std::vector<Measured>& all)
{
    const double ours = all.front().figures[QString::fromLatin1(row.figure)];
    QStringList words;
    const bool met = isMet(row, ours, all, words);
    QString cells;
    for (const Measured& each : all) {
        const double value = each.figures[QString::fromLatin1(row.figure)];
        QString cell = QString::number(value, 'f', row.decimals);
        if (&each != &all.front() && ours > 0 && *row.unit != '\0')
            cell += QStringLiteral(" (%1x)").arg(value / ours, 0, 'f', 1);
        cells += cell.rightJustified(20);
    }
    std::printf("%-4s %-38s %-3s%s   %s\n",
                words.isEmpty() ? ""
                : met           ? "ok"
                                : "OVER",
                row.title, row.unit, qPrintable(cells), qPrintable(words.join(QStringLiteral(", "))));
    return met;
}

} // namespace

bool benchSync(const QString& peerModules, int largest)
{
    std::vector<std::unique_ptr<Product>> products;
    products.push_back(makeDoorstep());
    if (!peerModules.isEmpty()) {
        products.push_back(makePouchDb(peerModules));
        products.push_back(makeWatermelonDb(peerModules));
    }
    std::vector<Measured> all;
    all.reserve(products.size());
    for (const auto& product : products)
        all.push_back(measure(*product, largest));
    QString names;
    for (const Measured& each : all)
        names += each.name.rightJustified(20);
    std::printf("Medians of three; in brackets how many times ours.\n%47s%s\n", "", qPrintable(names));
    bool good = true;
    for (const Row& row : kRows) {
        if (all.front().figures.contains(QString::fromLatin1(row.figure)))
            good &= printRow(row, all);
    }
    return good;
}

} // namespace doorstep::bench
