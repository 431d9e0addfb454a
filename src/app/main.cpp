#include "app/appwiring.h"
#include "app/pagetour.h"
#include "platform/linux/filekeystore.h"
#include "platform/linux/keychainstore.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QStandardPaths>
#include <QSurfaceFormat>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <sys/stat.h>

namespace {

using namespace doorstep;

struct Arguments
{
    std::string data, keyFile, hub, code, pin, screens, size = "phone", now;
    double textScale = 0;
    bool selfTest = false;
    bool dark = false;
};

void declare(CLI::App& parser, Arguments& to)
{
    parser.add_option("--data", to.data, "This device's folder; made when it is missing");
    parser.add_option("--key-file", to.keyFile, "A file instead of the system's key store (development)");
    CLI::Option* enrol = parser.add_option("--enrol", to.hub, "Enrol with the hub at this address first");
    parser.add_option("--code", to.code, "The one-time code for --enrol")->needs(enrol);
    parser.add_option("--pin", to.pin, "Four to six digits: the PIN for --enrol, or to unlock with (development)");
    parser.add_option("--size", to.size, "The window")->check(CLI::IsMember({"phone", "tablet"}));
    parser.add_flag("--dark", to.dark, "Dark colours");
    parser.add_option("--text-scale", to.textScale, "Size of the text, 1 to 2")->check(CLI::Range(1.0, 2.0));
    parser.add_option("--now", to.now, "Stand still at this moment, 2026-11-24T10:50:00+00:00");
    parser.add_flag("--self-test", to.selfTest, "Open every page on a made-up caseload; fails on any QML warning");
    parser.add_option("--screens", to.screens, "Write a picture of every page into this folder");
}

std::unique_ptr<base::Clock> clockFor(const Arguments& arguments)
{
    if (arguments.now.empty())
        return std::make_unique<base::SystemClock>();
    const auto now = base::Timestamp::fromIso(QString::fromStdString(arguments.now));
    return now ? std::make_unique<base::FixedClock>(*now) : nullptr;
}

std::unique_ptr<platform::KeyStore> keyStoreFor(const Arguments& arguments, const QString& folder)
{
    if (!arguments.keyFile.empty())
        return std::make_unique<platform::FileKeyStore>(QString::fromStdString(arguments.keyFile));
    if (platform::KeychainStore::isAvailable())
        return std::make_unique<platform::KeychainStore>();
    const QString file = folder + QStringLiteral("/device.key");
    std::fprintf(stderr, "No key store of the system answers; the key lies in %s\n", qPrintable(file));
    return std::make_unique<platform::FileKeyStore>(file);
}

QString folderFor(const Arguments& arguments)
{
    return arguments.data.empty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                  : QString::fromStdString(arguments.data);
}

bool refuse(const base::Status& status, const char* what)
{
    if (status)
        return false;
    std::fprintf(stderr, "%s: %s %s\n", what, base::wireName(status.error().code).data(),
                 qPrintable(status.error().detail));
    return true;
}

int runApp(const Arguments& arguments)
{
    const auto clock = clockFor(arguments);
    if (!clock) {
        std::fprintf(stderr, "--now: expected a moment such as 2026-11-24T10:50:00+00:00\n");
        return 2;
    }
    const QString folder = folderFor(arguments);
    const auto keyStore = keyStoreFor(arguments, folder);
    app::App app({folder, *keyStore, *clock});
    const QString pin = QString::fromStdString(arguments.pin);
    if (!arguments.hub.empty() && !app.installation().isEnrolled()) {
        if (refuse(app.enrol(QString::fromStdString(arguments.hub), QString::fromStdString(arguments.code), pin),
                   "enrol"))
            return 1;
    } else if (!pin.isEmpty() && refuse(app.unlock(pin), "unlock")) {
        return 1;
    }
    if (arguments.dark)
        app.viewModel().settings()->setColours(ui::SettingsViewModel::Colours::Dark);
    if (arguments.textScale > 0)
        app.viewModel().settings()->setTextScale(arguments.textScale);
    if (!app.show())
        return 1;
    if (arguments.size == "tablet")
        app.window()->resize(app::kTabletSize);
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    // What this program makes is its owner's alone.
    ::umask(0077);
    Arguments arguments;
    CLI::App parser("Doorstep: the app of a community connector.");
    declare(parser, arguments);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : 2;
    }
    if (arguments.selfTest || !arguments.screens.empty()) {
        // The same pages and pictures wherever they are made, with a display or without.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    QSurfaceFormat format;
    format.setSamples(4);
    QSurfaceFormat::setDefaultFormat(format);
    QCoreApplication::setOrganizationName(QStringLiteral("Doorstep"));
    QCoreApplication::setApplicationName(QStringLiteral("doorstep"));
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Doorstep"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    if (arguments.selfTest)
        return app::runSelfTest();
    if (!arguments.screens.empty())
        return app::writeScreens(QString::fromStdString(arguments.screens));
    return runApp(arguments);
}
