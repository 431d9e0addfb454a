#include "app/pagetour.h"

#include "app/practicestore.h"
#include "platform/fake/memorykeystore.h"
#include "ui/person/persongroups.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QThread>

#include <cstdio>

namespace doorstep::app {

using ui::AppViewModel;
using ui::PersonViewModel;

namespace {

// A Tuesday morning, shortly before eleven.
const QDateTime kMorning(QDate(2026, 11, 24), QTime(10, 50), Qt::UTC);
// Nothing moves on the tour: a few frames, in which wrapped lines find their height, are enough.
constexpr int kStill = 40;
constexpr int kNap = 5;

int s_warnings = 0;
QString s_page;

void countWarnings(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    ++s_warnings;
    std::fprintf(stderr, "%s: %s\n", qPrintable(s_page), qPrintable(message));
}

struct Look
{
    QSize size;
    bool dark;
    double textScale;
    QString name;
};

std::vector<Look> allLooks()
{
    return {{kPhoneSize, false, 1, QStringLiteral("phone-light")},
            {kPhoneSize, true, 1, QStringLiteral("phone-dark")},
            {kTabletSize, false, 1, QStringLiteral("tablet-light")},
            {kTabletSize, true, 1, QStringLiteral("tablet-dark")},
            {kPhoneSize, false, 2, QStringLiteral("phone-light-200")}};
}

} // namespace

PageTour::PageTour()
    : m_clock(base::Timestamp::fromDateTime(kMorning)), m_keyStore(std::make_unique<platform::MemoryKeyStore>())
{
    m_app = std::make_unique<App>(App::Options{m_folder.path(), *m_keyStore, m_clock, false});
    m_newPhone = std::make_unique<App>(App::Options{m_emptyFolder.path(), *m_keyStore, m_clock, false});
    auto opened = makePracticeStore(m_folder.path(), m_clock);
    if (!opened) {
        std::fprintf(stderr, "%s %s\n", base::wireName(opened.error().code).data(), qPrintable(opened.error().detail));
        return;
    }
    m_app->begin(*std::move(opened));
    m_isReady = m_app->show() && m_newPhone->show();
    if (!m_isReady)
        return;
    m_newPhone->window()->hide();
    m_shown = m_app.get();
    m_person = richestPerson();
}

void PageTour::settle() const
{
    const QDeadlineTimer still(kStill);
    while (!still.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, kNap);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(kNap);
    }
}

void PageTour::setLook(QSize size, bool dark, double textScale)
{
    for (App* app : {m_app.get(), m_newPhone.get()}) {
        app->window()->resize(size);
        app->viewModel().settings()->setColours(dark ? ui::SettingsViewModel::Colours::Dark
                                                     : ui::SettingsViewModel::Colours::Light);
        app->viewModel().settings()->setTextScale(textScale);
        app->viewModel().settings()->setReducedMotion(true);
    }
    settle();
}

bool PageTour::save(const QString& file) const
{
    return m_shown->window()->grabWindow().save(file);
}

void PageTour::walk(const Visit& visit)
{
    const Visit stop = [&](const QString& page) {
        s_page = page;
        settle();
        visit(page);
    };
    walkPlaces(stop);
    walkPerson(stop);
    walkEdits(stop);
    walkForms(stop);
    walkSheets(stop);
    walkCovers(stop);
}

void PageTour::backToToday()
{
    while (m_app->viewModel().back())
        settle();
}

void PageTour::walkPlaces(const Visit& visit)
{
    AppViewModel& app = m_app->viewModel();
    backToToday();
    visit(QStringLiteral("today"));
    app.setPlace(AppViewModel::Place::People);
    visit(QStringLiteral("people"));
    app.people()->setTyped(QStringLiteral("mar"));
    visit(QStringLiteral("people-search"));
    app.people()->setTyped(QStringLiteral("zzz"));
    visit(QStringLiteral("people-nobody"));
    app.people()->setTyped({});
    app.people()->beginNewPerson();
    visit(QStringLiteral("new-person"));
    app.back();
    app.setPlace(AppViewModel::Place::Sync);
    visit(QStringLiteral("sync"));
    app.openSettings();
    visit(QStringLiteral("settings"));
    app.back();
}

void PageTour::walkPerson(const Visit& visit)
{
    AppViewModel& app = m_app->viewModel();
    app.setPlace(AppViewModel::Place::People);
    app.openPerson(m_person);
    const std::pair<PersonViewModel::Tab, const char*> tabs[] = {{PersonViewModel::Tab::Timeline, "person"},
                                                                 {PersonViewModel::Tab::Goals, "person-goals"},
                                                                 {PersonViewModel::Tab::Measures, "person-measures"},
                                                                 {PersonViewModel::Tab::Signposts, "person-signposts"},
                                                                 {PersonViewModel::Tab::About, "person-about"}};
    for (const auto& [tab, name] : tabs) {
        app.person()->setTab(tab);
        visit(QString::fromLatin1(name));
    }
    app.person()->setTab(PersonViewModel::Tab::Timeline);
}

void PageTour::walkEdits(const Visit& visit)
{
    AppViewModel& app = m_app->viewModel();
    app.openPerson(m_person);
    for (const ui::PersonGroup& group : ui::personGroups()) {
        app.person()->beginEdit(QString::fromLatin1(group.code));
        visit(QStringLiteral("edit-%1").arg(QLatin1StringView(group.code)));
        app.person()->edit()->finish();
    }
    settle();
}

void PageTour::walkForms(const Visit& visit)
{
    using Kind = AppViewModel::RecordKind;
    const std::pair<Kind, const char*> forms[] = {{Kind::Visit, "visit"},          {Kind::Call, "call"},
                                                  {Kind::Message, "message"},      {Kind::NoAnswer, "no-answer"},
                                                  {Kind::CallAbout, "call-about"}, {Kind::Journey, "journey"},
                                                  {Kind::Signpost, "signpost"},    {Kind::Goal, "goal"},
                                                  {Kind::Measure, "measure"}};
    AppViewModel& app = m_app->viewModel();
    for (const auto& [kind, name] : forms) {
        app.record(kind, m_person);
        visit(QStringLiteral("form-%1").arg(QLatin1StringView(name)));
        if (app.forms()->current())
            app.forms()->current()->discard();
        settle();
    }
}

void PageTour::openSheet(const char* name, const char* opener, const Visit& visit)
{
    auto* button = m_app->window()->findChild<QQuickItem*>(QString::fromLatin1(opener));
    if (button)
        QMetaObject::invokeMethod(button, "clicked");
    visit(QString::fromLatin1(name));
    if (QObject* sheet = m_app->window()->findChild<QObject*>(QString::fromLatin1(name)))
        QMetaObject::invokeMethod(sheet, "close");
    settle();
}

void PageTour::walkSheets(const Visit& visit)
{
    const char* opener =
        m_app->window()->width() >= kTabletSize.width() ? "recordFloatingButton" : "recordPersonButton";
    openSheet("recordSheet", opener, visit);
    backToToday();
    openSheet("whoSheet", "recordButton", visit);
}

void PageTour::walkCovers(const Visit& visit)
{
    m_app->viewModel().lockUp();
    visit(QStringLiteral("lock"));
    m_app->viewModel().open(*m_app->session(), nullptr);
    settle();
    m_shown = m_newPhone.get();
    m_newPhone->window()->show();
    visit(QStringLiteral("enrolment"));
    m_newPhone->window()->hide();
    m_shown = m_app.get();
}

QString PageTour::richestPerson()
{
    // Margaret has everything a page can show; anybody will do when the caseload has changed.
    m_app->viewModel().people()->load();
    auto& people = *m_app->viewModel().people();
    people.find(QStringLiteral("Margaret Ellis"));
    QAbstractItemModel* found = people.found();
    if (found->rowCount() == 0)
        people.find({});
    return found->index(0, 0).data(Qt::UserRole).toString();
}

int runSelfTest()
{
    s_page = QStringLiteral("start");
    qInstallMessageHandler(countWarnings);
    PageTour tour;
    if (!tour.isReady())
        return 1;
    int pages = 0;
    for (const Look& look : allLooks()) {
        tour.setLook(look.size, look.dark, look.textScale);
        tour.walk([&](const QString&) { ++pages; });
    }
    std::fprintf(stderr, "%d pages, %d warnings\n", pages, s_warnings);
    return s_warnings == 0 ? 0 : 1;
}

int writeScreens(const QString& folder)
{
    s_page = QStringLiteral("start");
    qInstallMessageHandler(countWarnings);
    PageTour tour;
    if (!tour.isReady() || !QDir().mkpath(folder))
        return 1;
    bool isWritten = true;
    for (const Look& look : allLooks()) {
        tour.setLook(look.size, look.dark, look.textScale);
        tour.walk([&](const QString& page) {
            isWritten = tour.save(QStringLiteral("%1/%2-%3.png").arg(folder, page, look.name)) && isWritten;
        });
    }
    return isWritten && s_warnings == 0 ? 0 : 1;
}

} // namespace doorstep::app
