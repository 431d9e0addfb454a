// Shows every control of Doorstep.Controls. With --grab DIR it writes a picture of each page, light and dark, at 100 %
// and 200 % text, and fails when QML warned of anything.
#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

namespace {

constexpr int kPhoneWidth = 412;
constexpr int kPhoneHeight = 892;

struct Look
{
    bool dark;
    double textScale;
    QString name;
};

int s_warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++s_warnings;
    fprintf(stderr, "%s\n", qPrintable(message));
}

bool grabPage(QQuickView& view, int section, const QString& file)
{
    QQuickItem* page = view.rootObject();
    page->setProperty("section", section);
    view.resize(kPhoneWidth, kPhoneHeight);
    QTest::qWait(50);
    view.resize(kPhoneWidth, qMax(kPhoneHeight, page->property("wantedHeight").toInt()));
    QTest::qWait(200);
    return view.grabWindow().save(file);
}

int grabAll(QQuickView& view, const QDir& folder)
{
    folder.mkpath(QStringLiteral("."));
    const Look looks[] = {{false, 1, QStringLiteral("light-100")},
                          {true, 1, QStringLiteral("dark-100")},
                          {false, 2, QStringLiteral("light-200")},
                          {true, 2, QStringLiteral("dark-200")}};
    const QStringList names = view.rootObject()->property("names").toStringList();
    bool ok = true;
    for (const Look& look : looks) {
        view.rootObject()->setProperty("dark", look.dark);
        view.rootObject()->setProperty("textScale", look.textScale);
        for (int section = 0; section < names.size(); ++section) {
            const QString file = QStringLiteral("%1-%2.png").arg(names.at(section).toLower(), look.name);
            ok = grabPage(view, section, folder.filePath(file)) && ok;
        }
    }
    return ok && s_warnings == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    QGuiApplication app(argc, argv);
    // From here on: what the platform says of this machine while starting is not about the controls.
    qInstallMessageHandler(countWarnings);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption grab(QStringLiteral("grab"), QStringLiteral("Write pictures to DIR."),
                                  QStringLiteral("DIR"));
    parser.addOption(grab);
    parser.process(app);

    QQuickView view;
    view.engine()->addImportPath(QStringLiteral(":/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Doorstep/Gallery/Gallery.qml")));
    if (view.status() != QQuickView::Ready)
        return 1;
    view.resize(kPhoneWidth, kPhoneHeight);
    view.show();
    if (parser.isSet(grab))
        return grabAll(view, QDir(parser.value(grab)));
    return QGuiApplication::exec();
}
