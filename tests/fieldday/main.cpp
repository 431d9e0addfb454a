#include "fieldday/fieldday.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickStyle>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

namespace {

// What Qt and QML complained of; engine and window say some of it only when they go.
QStringList s_complaints;

void noteComplaint(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    const QByteArray category = context.category;
    const bool isQml = category == "default" || category == "qml" || category.startsWith("qt.q");
    const bool isEnvironment = message.startsWith(QLatin1StringView("QStandardPaths: XDG_RUNTIME_DIR"));
    if (type != QtDebugMsg && type != QtInfoMsg && isQml && !isEnvironment)
        s_complaints.append(message);
}

struct Outcome
{
    bool good;
    QJsonObject result;
    QString reason;
};

Outcome play(const QString& folder, const QString& size)
{
    doorstep::fieldday::FieldDay day(folder, size);
    const bool good = day.run();
    return {good, day.result(), day.reason()};
}

} // namespace

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
    qInstallMessageHandler(noteComplaint);
    Outcome outcome = play(QString::fromStdString(folder), QString::fromStdString(size));
    if (outcome.good && !s_complaints.isEmpty())
        outcome = {false, outcome.result, s_complaints.join(QLatin1Char('\n'))};
    if (!outcome.good) {
        std::fprintf(stderr, "field day: %s\n", qPrintable(outcome.reason));
        outcome.result.insert(QStringLiteral("reason"), outcome.reason);
    }
    std::printf("%s\n", QJsonDocument(outcome.result).toJson(QJsonDocument::Compact).constData());
    return outcome.good ? 0 : 1;
}
