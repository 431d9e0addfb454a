#include "bench/measure.h"

#include <QGuiApplication>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

using doorstep::bench::Figure;

namespace {

/// False when a figure is over what it may be.
bool print(const std::vector<Figure>& figures)
{
    bool good = true;
    for (const Figure& figure : figures) {
        const bool fits = figure.value <= figure.most;
        good &= fits;
        std::printf("%-4s %-44s %8.2f %-8s (at most %.2f)  %s\n", fits ? "ok" : "OVER", qPrintable(figure.name),
                    figure.value, qPrintable(figure.unit), figure.most, qPrintable(figure.how));
        std::fflush(stdout);
    }
    return good;
}

} // namespace

int main(int argc, char* argv[])
{
    CLI::App arguments("Measures what Doorstep promises about speed, as ratios within one run.");
    std::string only;
    arguments.add_option("section", only, "saving, exchange, start or pages; default: all");
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return arguments.exit(error) == 0 ? 0 : 2;
    }
    // Without a display, and the same with one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    const std::vector<std::pair<std::string, std::vector<Figure> (*)()>> sections{
        {"saving", doorstep::bench::benchSaving},
        {"exchange", doorstep::bench::benchExchange},
        {"start", doorstep::bench::benchStart},
        {"pages", doorstep::bench::benchPages},
    };
    bool good = true;
    bool found = false;
    for (const auto& [name, run] : sections) {
        if (!only.empty() && only != name)
            continue;
        found = true;
        good &= print(run());
    }
    if (!found) {
        std::fprintf(stderr, "section: expected saving, exchange, start or pages\n");
        return 2;
    }
    return good ? 0 : 1;
}
