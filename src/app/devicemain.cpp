#include "app/deviceshell.h"
#include "platform/linux/filekeystore.h"
#include "wire/json.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/stat.h>

namespace {

/// The machine's clock, set wrong on purpose.
class ShiftedClock final : public doorstep::base::Clock
{
public:
    void shift(qint64 seconds) { m_milliseconds = seconds * 1000; }
    [[nodiscard]] doorstep::base::Timestamp now() const override
    {
        const doorstep::base::Timestamp now = doorstep::base::SystemClock().now();
        return {now.utcMilliseconds() + m_milliseconds, now.offsetMinutes()};
    }

private:
    qint64 m_milliseconds = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    CLI::App arguments("A Doorstep device without a window: one JSON command a line in, one JSON reply a line out.");
    std::string folder;
    std::string keyFile;
    qint64 clockShift = 0;
    qint64 timeout = 0;
    arguments.add_option("--data", folder, "The device's folder; made when it is missing")->required();
    arguments.add_option("--key-file", keyFile, "The file that stands in for the key store; default: DATA/device.key");
    arguments.add_option("--clock-shift", clockShift, "Seconds by which this device's clock is wrong");
    arguments.add_option("--timeout", timeout, "Milliseconds after which a silent hub is given up; default: 30,000")
        ->check(CLI::PositiveNumber);
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return arguments.exit(error) == 0 ? 0 : 2;
    }
    if (folder.empty()) {
        std::fprintf(stderr, "--data: expected a folder\n");
        return 2;
    }
    // What this program makes is its owner's alone.
    ::umask(0077);
    const QString data = QString::fromStdString(folder);
    doorstep::platform::FileKeyStore keyStore(keyFile.empty() ? data + QStringLiteral("/device.key")
                                                              : QString::fromStdString(keyFile));
    ShiftedClock clock;
    clock.shift(clockShift);
    doorstep::base::SystemRandom random;
    doorstep::app::DeviceShell shell(data, keyStore, clock, random);
    if (timeout > 0)
        shell.setTimeout(std::chrono::milliseconds(timeout));
    // A limit on the size of files is an error to report like a full disk, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);

    std::string line;
    while (!shell.hasQuit() && std::getline(std::cin, line)) {
        if (line.empty())
            continue;
        const QByteArray answer = doorstep::wire::compact(shell.run(QByteArray::fromStdString(line))) + '\n';
        std::fwrite(answer.constData(), 1, static_cast<size_t>(answer.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}
