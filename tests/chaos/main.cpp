#include "chaos/chaosrun.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

using namespace doorstep::chaos;

int main(int argc, char* argv[])
{
    ChaosSettings settings;
    std::optional<quint32> seed;
    int minutes = 0;
    CLI::App arguments("Kills real devices and a real hub at random behind a proxy that spoils what passes, and then"
                       " proves that every acknowledged save is at the hub exactly once.");
    arguments.add_option("--kills", settings.kills, "How often each side is killed; default: 1,000")
        ->check(CLI::PositiveNumber);
    arguments.add_option("--minutes", minutes, "How long to go on, instead of a number of kills")
        ->check(CLI::PositiveNumber);
    arguments.add_option("--phones", settings.phones, "How many devices; default: 4")->check(CLI::Range(1, 99));
    arguments.add_option("--seed", seed, "Repeats the choices of an earlier run");
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return arguments.exit(error) == 0 ? 0 : 2;
    }
    QCoreApplication application(argc, argv);
    if (minutes > 0)
        settings.duration = std::chrono::minutes(minutes);
    settings.seed = seed.value_or(QRandomGenerator::system()->generate());
    std::printf("chaos: seed %u\n", settings.seed);
    std::fflush(stdout);

    ChaosRun chaos(settings);
    const QStringList wrong = chaos.run();
    std::printf("%s", qPrintable(chaos.summary()));
    for (const QString& line : wrong)
        std::printf("WRONG: %s\n", qPrintable(line));
    if (wrong.isEmpty()) {
        std::printf("every acknowledged save is at the hub exactly once, and every device holds what the hub holds\n");
        return 0;
    }
    chaos.keepFolder();
    const QString length = settings.duration ? QStringLiteral("--minutes %1").arg(minutes)
                                             : QStringLiteral("--kills %1").arg(settings.kills);
    std::printf("databases and logs: %s\nreplay: ./dev chaos --seed %u %s --phones %d\n", qPrintable(chaos.folder()),
                settings.seed, qPrintable(length), settings.phones);
    return 1;
}
