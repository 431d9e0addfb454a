#include "fieldday/fieldday.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>

#include <cstdio>

namespace doorstep::fieldday {

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void say(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

} // namespace

FieldDay::FieldDay(QString folder, QString size)
    : m_folder(std::move(folder)), m_size(std::move(size)), m_keyStore(m_folder + s("/device.key")),
      m_hub(m_folder + s("/hub"))
{
}

bool FieldDay::check(bool good, const QString& what)
{
    if (!good && m_reason.isEmpty())
        m_reason = what;
    return good;
}

bool FieldDay::photo(const QString& name)
{
    const QString file = s("%1/screens/%2-%3.png").arg(m_folder).arg(++m_photos, 2, 10, QLatin1Char('0')).arg(name);
    return step(m_finger->photograph(file));
}

store::OutboxCounts FieldDay::counts()
{
    return m_app->session()->outbox().counts().value_or(store::OutboxCounts());
}

bool FieldDay::run()
{
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder + s("/screens"));
    return prepareHub() && openApp() && recordVisit() && recordSignpost() && recordJourney() && finishVisit() &&
           unlockAgain() && sendWhenBack() && compareWithHub();
}

bool FieldDay::prepareHub()
{
    if (!check(m_hub.init(), s("doorstep-hub init failed")))
        return false;
    const auto added = m_hub.admin(
        {s("user"), s("add"), s("practice"), s("--role"), s("connector"), s("--scheme"), s("west-belfast")});
    const QString worker = QJsonDocument::fromJson(added.out).object()[s("worker")].toString();
    if (!check(!worker.isEmpty(), s("doorstep-hub user add: %1").arg(QString::fromUtf8(added.err))))
        return false;
    QProcess caseload;
    caseload.start(s(DOORSTEP_BIN "/doorstep-caseload"),
                   {s("--size"), m_size, s("--seed"), s("1"), s("--scheme"), s("west-belfast"), s("--worker"), worker});
    if (!check(caseload.waitForFinished(60'000) && caseload.exitCode() == 0, s("doorstep-caseload failed")))
        return false;
    const auto imported = m_hub.admin({s("import"), s("-")}, caseload.readAllStandardOutput());
    return check(imported.exitCode == 0, s("doorstep-hub import: %1").arg(QString::fromUtf8(imported.err))) &&
           check(m_hub.serve(), s("doorstep-hub does not serve"));
}

bool FieldDay::openApp()
{
    const QString code = QString::fromUtf8(m_hub.admin({s("enrol"), s("--user"), s("practice")}).out).trimmed();
    m_app = std::make_unique<app::App>(app::App::Options{m_folder + s("/device"), m_keyStore, m_clock});
    const auto enrolled = m_app->enrol(m_hub.address(), code, s("2468"));
    if (!enrolled)
        return check(false, s("enrolment: %1").arg(enrolled.error().detail));
    if (!check(m_app->show(), s("the window does not load")))
        return false;
    m_finger = std::make_unique<Finger>(*m_app->window());
    // The first sync brings the caseload; then the signal goes.
    const auto caughtUp = [this] {
        return m_app->session()->device().lastExchange > 0 && !m_app->viewModel().sync()->isBusy();
    };
    if (!step(m_finger->waitFor(caughtUp, s("the first sync"), 60'000)))
        return false;
    m_hub.stop();
    say(s("The hub is out of reach. Recording."));
    return photo(s("today"));
}

bool FieldDay::recordVisit()
{
    return step(m_finger->tap(s("bottomBar/=People"))) && step(m_finger->type(s("searchField"), s("Ellis"))) &&
           photo(s("people")) && step(m_finger->tap(s("personRow_0"))) && photo(s("person")) &&
           step(m_finger->tap(s("recordPersonButton"))) && photo(s("record-sheet")) &&
           step(m_finger->tap(s("record_visit"))) &&
           step(m_finger->waitFor([this] { return !m_finger->sees(s("record_visit")); }, s("the sheet to close"))) &&
           step(m_finger->tap(s("minutesChip/90"))) && step(m_finger->tap(s("locationChip/library"))) &&
           step(m_finger->tap(s("goalProgress/some-progress"))) &&
           step(m_finger->type(s("noteField/input"), s("Talked about the bowls club."))) && photo(s("visit"));
}

bool FieldDay::recordSignpost()
{
    return step(m_finger->tap(s("signpostButton"))) && step(m_finger->type(s("placeSearch"), s("bowls"))) &&
           step(m_finger->tap(s("place_0"))) && step(m_finger->tap(s("takeUp_going-to-go"))) &&
           step(m_finger->tap(s("gettingThereChip/with-volunteer"))) && photo(s("signpost")) &&
           step(m_finger->tap(s("finishButton"))) &&
           step(m_finger->waitFor([this] { return m_finger->sees(s("journeyButton")); }, s("back in the visit")));
}

bool FieldDay::recordJourney()
{
    return step(m_finger->tap(s("journeyButton"))) && step(m_finger->tap(s("modeTile/bus"))) &&
           step(m_finger->tap(s("purposeChip/practising-route"))) &&
           step(m_finger->tap(s("independentChip/not-yet"))) && step(m_finger->type(s("minutesField"), s("40"))) &&
           photo(s("journey")) && step(m_finger->tap(s("finishButton"))) &&
           step(m_finger->waitFor([this] { return m_finger->sees(s("journeyButton")); }, s("back in the visit")));
}

bool FieldDay::finishVisit()
{
    if (!photo(s("visit-done")) || !step(m_finger->tap(s("finishButton"))))
        return false;
    const auto closed = [this] { return m_app->viewModel().forms()->current() == nullptr; };
    if (!step(m_finger->waitFor(closed, s("the visit to close"))) || !photo(s("timeline")))
        return false;
    const store::OutboxCounts now = counts();
    say(s("%1 records are safe on this phone, %2 received.").arg(now.unsent()).arg(now.received));
    return check(now.unsent() > 0 && now.received == 0, s("nothing may be sent while the hub is out of reach"));
}

bool FieldDay::unlockAgain()
{
    m_app->viewModel().lockUp();
    // 2, 4, 6 and 8 are the pad's cells 1, 3, 5 and 7; a PIN this short is opened with the key in the corner, cell 9.
    for (const char* key : {"pinKey_1", "pinKey_3", "pinKey_5", "pinKey_7", "pinKey_9"}) {
        if (!step(m_finger->tap(s(key))))
            return false;
    }
    const auto open = [this] { return m_app->viewModel().state() == ui::AppViewModel::State::Open; };
    return step(m_finger->waitFor(open, s("the PIN to open the phone")));
}

bool FieldDay::sendWhenBack()
{
    if (!step(m_finger->tap(s("leave"))) || !step(m_finger->tap(s("bottomBar/=Sync"))) || !photo(s("sync-waiting")))
        return false;
    if (!check(m_hub.serve(), s("the hub does not come back")))
        return false;
    say(s("The hub is back."));
    if (!step(m_finger->tap(s("sendNowButton"))))
        return false;
    const auto sent = [this] { return counts().unsent() == 0 && !m_app->viewModel().sync()->isBusy(); };
    return step(m_finger->waitFor(sent, s("everything to be received"), 60'000)) && photo(s("sync-received"));
}

bool FieldDay::compareWithHub()
{
    QSet<QString> recorded;
    const auto received = m_app->session()->outbox().entries(store::OutboxState::Received);
    for (const store::OutboxEntry& entry : received.value_or(std::vector<store::OutboxEntry>()))
        recorded.insert(entry.kind + QLatin1Char(' ') + entry.id.text());
    QHash<QString, int> atHub;
    QJsonObject kinds;
    for (const QJsonObject& record : m_hub.exported()) {
        const QString kind = record[s("kind")].toString();
        const QString name = kind + QLatin1Char(' ') + record[s("id")].toString();
        if (!recorded.contains(name))
            continue;
        ++atHub[name];
        kinds[kind] = kinds[kind].toInt() + 1;
        say(s("The hub has %1 %2")
                .arg(name,
                     QString::fromUtf8(QJsonDocument(record[s("fields")].toObject()).toJson(QJsonDocument::Compact))));
    }
    int duplicates = 0;
    for (const int times : std::as_const(atHub))
        duplicates += times - 1;
    const store::OutboxCounts now = counts();
    m_result = QJsonObject{{s("recorded"), recorded.size()}, {s("received"), atHub.size()},
                           {s("duplicates"), duplicates},    {s("saves"), now.recorded()},
                           {s("waiting"), now.unsent()},     {s("needs_attention"), now.needsAttention},
                           {s("taps"), m_finger->taps()},    {s("kinds"), kinds}};
    for (const char* kind : {"contact", "journey", "signpost", "goal_progress"}) {
        if (!check(kinds[s(kind)].toInt() == 1,
                   s("the hub has %1 of kind %2").arg(kinds[s(kind)].toInt()).arg(s(kind))))
            return false;
    }
    return check(recorded.size() == atHub.size() && duplicates == 0, s("recorded and received differ")) &&
           check(now.needsAttention == 0 && now.held == 0, s("the hub did not accept everything"));
}

} // namespace doorstep::fieldday
