#include "fieldday/fieldday.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickStyle>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

int main(int argc, char* argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("Doorstep"));
    QCoreApplication::setApplicationName(QStringLiteral("doorstep-fieldday"));
    // Without a display, and the same with one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    CLI::App arguments("Plays a connector's day through the app's window: visit without signal, then sync.");
    std::string folder;
    std::string size = "practice";
    arguments.add_option("--dir", folder, "Where hub, device and pictures go; emptied first")->required();
    arguments.add_option("--size", size, "The caseload")->check(CLI::IsMember({"practice", "large"}));
    try {
        arguments.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return arguments.exit(error) == 0 ? 0 : 2;
    }
    doorstep::fieldday::FieldDay day(QString::fromStdString(folder), QString::fromStdString(size));
    const bool good = day.run();
    if (!good)
        std::fprintf(stderr, "field day: %s\n", qPrintable(day.reason()));
    QJsonObject result = day.result();
    if (!good)
        result.insert(QStringLiteral("reason"), day.reason());
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return good ? 0 : 1;
}
