#include "bench/syncbench.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <string>

int main(int argc, char* argv[])
{
    CLI::App arguments(
        "Measures synchronisation with the real device and the real hub, and with peers in the same run.");
    std::string peers;
    arguments.add_option("--peers", peers, "The folder of the peers' packages; without it they are not measured");
    int largest = 50'000;
    arguments.add_option("--largest", largest, "Leave out what is about more records than this");
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return arguments.exit(error) == 0 ? 0 : 2;
    }
    QCoreApplication application(argc, argv);
    return doorstep::bench::benchSync(QString::fromStdString(peers), largest) ? 0 : 1;
}
