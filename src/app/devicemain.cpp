#include "app/deviceshell.h"
#include "platform/linux/filekeystore.h"
#include "wire/json.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/stat.h>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    CLI::App arguments("A Doorstep device without a window: one JSON command a line in, one JSON reply a line out.");
    std::string folder;
    std::string keyFile;
    arguments.add_option("--data", folder, "The device's folder; made when it is missing")->required();
    arguments.add_option("--key-file", keyFile, "The file that stands in for the key store; default: DATA/device.key");
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
    const doorstep::base::SystemClock clock;
    doorstep::base::SystemRandom random;
    doorstep::app::DeviceShell shell(data, keyStore, clock, random);

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
