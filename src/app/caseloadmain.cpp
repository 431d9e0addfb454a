#include "domain/codelist.h"
#include "domain/practice/caseload.h"
#include "wire/json.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>
#include <string>

using namespace doorstep;

namespace {

/// The arguments as they were typed.
struct Arguments
{
    std::string size = "practice";
    quint64 seed = 1;
    std::string scheme;
    std::string today;
    std::string worker;
    std::string volunteer;
    bool beforeVisits = false;
};

int refuse(const char* sentence)
{
    std::fprintf(stderr, "%s\n", sentence);
    return 2;
}

/// An empty text is a null id; none for anything that is not an id.
std::optional<base::Id<domain::Worker>> workerId(const std::string& text)
{
    if (text.empty())
        return base::Id<domain::Worker>();
    const auto id = base::uuidFromText(QString::fromStdString(text));
    return id ? std::optional(base::Id<domain::Worker>(*id)) : std::nullopt;
}

void print(const std::vector<domain::Record>& records)
{
    for (const domain::Record& record : records) {
        const QJsonObject json{{wire::key::kind, record.kind->key()},
                               {wire::key::id, record.id.text()},
                               {wire::key::fields, domain::fieldsJson(record)}};
        const QByteArray line = wire::compact(json) + '\n';
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    }
}

int run(const Arguments& arguments)
{
    domain::CaseloadRequest request;
    request.size = arguments.size == "large" ? domain::CaseloadSize::Large : domain::CaseloadSize::Practice;
    request.seed = arguments.seed;
    request.scheme = QString::fromStdString(arguments.scheme);
    request.morningDone = !arguments.beforeVisits;
    if (!domain::CodeLists::builtIn().list(u"schemes").find(request.scheme))
        return refuse("--scheme: no scheme of this code");
    request.today = arguments.today.empty() ? QDate::currentDate()
                                            : QDate::fromString(QString::fromStdString(arguments.today), Qt::ISODate);
    if (!request.today.isValid())
        return refuse("--today: expected a day such as 2026-11-24");
    const auto worker = workerId(arguments.worker);
    const auto volunteer = workerId(arguments.volunteer);
    if (!worker || !volunteer)
        return refuse("--worker, --volunteer: expected the id of a worker");
    request.connector = *worker;
    request.volunteer = *volunteer;
    print(domain::makeCaseload(request));
    return std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    CLI::App parser("Prints a made-up caseload, one record a line, for doorstep-hub import.");
    Arguments arguments;
    parser.add_option("--size", arguments.size, "practice or large")->check(CLI::IsMember({"practice", "large"}));
    parser.add_option("--seed", arguments.seed, "The same seed gives the same caseload");
    parser.add_option("--scheme", arguments.scheme, "Code of the scheme, such as west-belfast")->required();
    parser.add_option("--today", arguments.today, "The day that all others lie around; default: today");
    parser.add_option("--worker", arguments.worker, "Id of the connector; without it one is made up");
    parser.add_option("--volunteer", arguments.volunteer, "Id of the volunteer; without it one is made up");
    parser.add_flag("--before-visits", arguments.beforeVisits, "Leave today's first visit to be made");
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : 2;
    }
    return run(arguments);
}
