#include "hub/commands.h"

#include "hub/accounts.h"
#include "hub/http/server.h"
#include "hub/hubdirectory.h"
#include "hub/importer.h"
#include "hub/keepingcommands.h"
#include "hub/listsbundle.h"
#include "hub/queuecommands.h"
#include "hub/report.h"
#include "wire/json.h"

#include <QFile>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <sys/stat.h>

namespace doorstep::hub {

using base::Error;
using base::ErrorCode;
using base::fail;

namespace {

constexpr int kFailed = 1;
constexpr int kUnusable = 2;

struct Options
{
    std::string data, listen = "127.0.0.1:8420", name, role, scheme, user, file, kind, files, fields, why;
    bool verify = false;
};

QString text(const std::string& argument)
{
    return QString::fromStdString(argument);
}

Result<std::unique_ptr<HubStore>> openStore(const Options& options)
{
    return HubDirectory(text(options.data)).open();
}

void print(const QByteArray& line)
{
    std::cout << line.constData() << '\n';
}

Status init(const Options& options)
{
    base::SystemRandom random;
    return HubDirectory(text(options.data)).create(random);
}

Status serve(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const ListenAddress address, ListenAddress::fromText(text(options.listen)));
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    const base::SystemClock clock;
    base::SystemRandom random;
    DOORSTEP_TRY_ASSIGN(const files::ContentStore files, HubDirectory(text(options.data)).files(text(options.files)));
    Router router(*store, files, clock, random);
    Server server(router, *store);
    DOORSTEP_TRY_ASSIGN(const QString url, server.listen(address));
    print("listening on " + url.toUtf8());
    std::cout.flush();
    server.run(true);
    return {};
}

Result<domain::CodeLists> listsOf(HubStore& store)
{
    DOORSTEP_TRY_ASSIGN(const QByteArray bundle, ListsBundle().bytes(*store.read()));
    DOORSTEP_TRY_ASSIGN(const QJsonObject json, wire::objectFromBytes(bundle));
    domain::CodeLists lists;
    DOORSTEP_TRY(lists.merge(json));
    return lists;
}

Status addUser(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    DOORSTEP_TRY_ASSIGN(const domain::CodeLists lists, listsOf(*store));
    const base::SystemClock clock;
    base::SystemRandom random;
    DOORSTEP_TRY_ASSIGN(
        const Account account,
        Accounts(*store, clock, random).add(text(options.name), text(options.role), text(options.scheme), lists));
    print(wire::compact({{wire::key::name, account.name}, {wire::key::worker, base::uuidText(account.worker)}}));
    return {};
}

Status changeUser(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    DOORSTEP_TRY_ASSIGN(const domain::CodeLists lists, listsOf(*store));
    const base::SystemClock clock;
    base::SystemRandom random;
    DOORSTEP_TRY_ASSIGN(
        const Account account,
        Accounts(*store, clock, random).change(text(options.name), text(options.role), text(options.scheme), lists));
    print(wire::compact(
        {{wire::key::name, account.name}, {wire::key::role, account.role}, {wire::key::scheme, account.scheme}}));
    return {};
}

Status enrol(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    const base::SystemClock clock;
    base::SystemRandom random;
    DOORSTEP_TRY_ASSIGN(const QString code, Accounts(*store, clock, random).makeCode(text(options.user)));
    print(code.toLatin1());
    return {};
}

Status importFile(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    QFile file(text(options.file));
    const bool isOpen = options.file == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(ErrorCode::NotFound, QStringLiteral("cannot read %1").arg(text(options.file)),
                    QStringLiteral("FILE"));
    const base::SystemClock clock;
    DOORSTEP_TRY_ASSIGN(const qint64 count, Importer(*store, clock).run(file));
    print(wire::compact({{QLatin1StringView("imported"), count}}));
    return {};
}

Status exportRecords(const Options& options)
{
    const QString kind = text(options.kind);
    if (!kind.isEmpty() && !domain::findKind(kind))
        return fail(ErrorCode::UnknownKind, QStringLiteral("no such kind: %1").arg(kind), QStringLiteral("kind"));
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return store->read()->records().forEach(kind, [](const QByteArray& body, const QString& receivedAt) -> Status {
        DOORSTEP_TRY_ASSIGN(const QByteArray line, exportLine(body, receivedAt));
        print(line);
        if (!std::cout)
            return fail(ErrorCode::Io, QStringLiteral("cannot write to standard output"));
        return {};
    });
}

Status printStatus(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    DOORSTEP_TRY_ASSIGN(const QJsonObject status, statusOf(*store));
    print(wire::compact(status));
    return {};
}

Status backup(const Options& options)
{
    return backUp(text(options.data), text(options.file));
}

Status restore(const Options& options)
{
    return restoreBackup(text(options.data), text(options.file), options.verify);
}

Status backupMark(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return printBackupMark(*store);
}

Status backedUp(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return noteBackedUp(*store, text(options.file));
}

Status restored(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return noteRestored(*store);
}

Status purge(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return purgeTombstones(*store);
}

Status queueList(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return printQueue(*store);
}

Status queueShow(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return showQueued(*store, text(options.name));
}

Status queueReplay(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return replayQueued(*store, text(options.name), QByteArray::fromStdString(options.fields));
}

Status queueClose(const Options& options)
{
    DOORSTEP_TRY_ASSIGN(const auto store, openStore(options));
    return closeQueued(*store, text(options.name), text(options.why));
}

int report(const Error& error)
{
    std::cerr << "doorstep-hub: " << (error.field.isEmpty() ? std::string() : error.field.toStdString() + ": ")
              << error.detail.toStdString() << '\n';
    return base::httpStatus(error.code) >= 500 && error.code != ErrorCode::KeyStore ? kFailed : kUnusable;
}

/// The commands, each with its arguments and what it runs.
class CommandLine
{
public:
    CommandLine()
    {
        m_app.require_subcommand(1);
        command(m_app, "init", "Make a new hub in an empty directory", init);
        CLI::App& serving = command(m_app, "serve", "Answer devices until SIGINT or SIGTERM", serve);
        serving.add_option("--listen", m_options.listen, "Address and port; port 0 means any free one");
        serving.add_option("--files", m_options.files, "Where photos and papers are kept; default: DATA/files");
        CLI::App& user = *m_app.add_subcommand("user", "Accounts");
        user.require_subcommand(1);
        CLI::App& add = command(user, "add", "Make an account and its worker record", addUser);
        add.add_option("NAME", m_options.name, "Name of the worker")->required();
        add.add_option("--role", m_options.role, "Code of a role, such as connector")->required();
        add.add_option("--scheme", m_options.scheme, "Code of a scheme, such as conwy")->required();
        CLI::App& change = command(user, "change", "Give an account another role or scheme", changeUser);
        change.add_option("NAME", m_options.name, "Name of the worker")->required();
        change.add_option("--role", m_options.role, "Code of the new role");
        change.add_option("--scheme", m_options.scheme, "Code of the new scheme");
        command(m_app, "enrol", "Print a one-time code that enrols one device within a day", enrol)
            .add_option("--user", m_options.user, "Name of the account")
            ->required();
        command(m_app, "import", "Take in records from JSON lines: kind, id, fields, scheme", importFile)
            .add_option("FILE", m_options.file, "The file; - reads standard input")
            ->required();
        command(m_app, "export", "Print records as JSON lines", exportRecords)
            .add_option("--kind", m_options.kind, "This kind only");
        command(m_app, "status", "Print counts and devices as one JSON object", printStatus);
        addKeeping();
        addQueue();
    }

    int run(int argc, char** argv)
    {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return m_app.exit(error) == 0 ? 0 : kUnusable;
        }
        const Status done = m_chosen(m_options);
        std::cout.flush();
        return done ? 0 : report(done.error());
    }

private:
    void addKeeping()
    {
        const auto addFile = [this](CLI::App& to, const char* help) {
            to.add_option("FILE", m_options.file, help)->required();
        };
        addFile(command(m_app, "backup", "Copy the database into one file, also while the hub serves", backup),
                "The new file; encrypted like the database, without the key");
        CLI::App& restoring =
            command(m_app, "restore", "Make the database out of a backup, where only the key is", restore);
        addFile(restoring, "The backup");
        restoring.add_flag("--verify", m_options.verify, "Only see whether it could be restored");
        command(m_app, "backup-mark", "Print what a backup by other means, begun now, will hold", backupMark);
        addFile(command(m_app, "backed-up", "Say that the backup of a mark is finished and good", backedUp),
                "What backup-mark printed");
        command(m_app, "restored", "Say that the database was restored by other means", restored);
        command(m_app, "purge", "Take away the tombstones that are older than the rules keep them", purge);
    }
    void addQueue()
    {
        CLI::App& queue = *m_app.add_subcommand("queue", "Changes that wait for another record, or were refused");
        queue.require_subcommand(1);
        const auto addName = [this](CLI::App& to) -> CLI::App& {
            to.add_option("NAME", m_options.name, "As queue list prints it, such as q12")->required();
            return to;
        };
        command(queue, "list", "Print them as JSON lines: who, when, which record, and why", queueList);
        addName(command(queue, "show", "Print one with all that it says", queueShow));
        addName(command(queue, "replay", "Apply one anew, and tell its device", queueReplay))
            .add_option("--fields", m_options.fields, "JSON object of fields to put in the place of its own");
        addName(command(queue, "close", "Take one off for good; the history keeps it", queueClose))
            .add_option("--why", m_options.why, "The reason, for the history")
            ->required();
    }
    CLI::App& command(CLI::App& parent, const char* name, const char* help, Status (*act)(const Options&))
    {
        CLI::App& added = *parent.add_subcommand(name, help);
        added.add_option("--data", m_options.data, "The hub's directory")->required();
        added.callback([this, act] { m_chosen = act; });
        return added;
    }

    CLI::App m_app{"Doorstep's hub: where the records of all devices meet", "doorstep-hub"};
    Options m_options;
    Status (*m_chosen)(const Options&) = nullptr;
};

} // namespace

int runCommandLine(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    // Whatever is written here is for this user only.
    ::umask(S_IRWXG | S_IRWXO);
    // A limit on the size of files is an error to report like a full disk, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    return CommandLine().run(argc, argv);
}

} // namespace doorstep::hub
