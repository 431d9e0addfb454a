#include "domain/practice/caseload.h"

#include "domain/codelist.h"
#include "domain/practice/names.h"
#include "domain/practice/setting.h"

#include <QTimeZone>

namespace doorstep::domain {

namespace {

base::Id<Worker> makeWorker(practice::Setting& setting, const QString& name, const QString& role, double hours)
{
    auto worker = setting.book.make<Worker>();
    worker.name = name;
    worker.role = practice::choice(role);
    worker.scheme = practice::choice(setting.scheme);
    worker.phone = practice::phoneNumber(setting.dice, setting.area);
    worker.hoursPerWeek = hours;
    worker.active = true;
    setting.book.add(worker);
    return worker.id;
}

base::Timestamp dawnOf(QDate day)
{
    return base::Timestamp::fromDateTime(QDateTime(day, QTime(5, 0), Qt::UTC));
}

} // namespace

namespace practice {

base::Timestamp Setting::at(QDate day, QTime time) const
{
    const QTimeZone zone("Europe/London");
    return base::Timestamp::fromDateTime(zone.isValid() ? QDateTime(day, time, zone) : QDateTime(day, time, Qt::UTC));
}

} // namespace practice

std::vector<Record> makeCaseload(const CaseloadRequest& request)
{
    const CodeLists lists = CodeLists::builtIn();
    const CodeEntry* scheme = lists.list(u"schemes").find(request.scheme);
    // Ids take chance of their own, so that a new record does not change what everybody else is like.
    practice::Setting setting{request.today,
                              request.scheme,
                              scheme ? scheme->text(QLatin1StringView("area")) : QString(),
                              request.connector,
                              request.volunteer,
                              request.morningDone,
                              practice::Dice(request.seed),
                              practice::Book(request.seed + 1, dawnOf(request.today)),
                              {}};
    if (setting.connector.isNull())
        setting.connector = makeWorker(setting, QStringLiteral("Sarah Magee"), QStringLiteral("connector"), 21);
    if (setting.volunteer.isNull())
        setting.volunteer = makeWorker(setting, QStringLiteral("Priya Shah"), QStringLiteral("volunteer"), 2);
    practice::makePlaces(setting);
    if (request.size == CaseloadSize::Large) {
        practice::makeLargeCaseload(setting);
    } else {
        practice::makeKnownPeople(setting);
        practice::makeEverydayPeople(setting);
    }
    return setting.book.takeAll();
}

} // namespace doorstep::domain
