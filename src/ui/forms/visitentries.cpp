#include "ui/forms/visitentries.h"

#include "domain/kinds/journey.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/signpost.h"
#include "ui/core/kindwords.h"
#include "ui/core/words.h"
#include "ui/forms/momenttext.h"
#include "ui/forms/personrecords.h"

#include <QCoreApplication>

namespace doorstep::ui {

using domain::Journey;
using domain::Measure;
using domain::Signpost;

namespace {

QString tr(const char* text, const char* comment = nullptr)
{
    return QCoreApplication::translate("VisitEntries", text, comment);
}

QString labelOf(const Session& session, QStringView list, const domain::Choice& choice)
{
    return choice.has() ? session.lists().label(list, choice.value().text) : QString();
}

QString stepText(const Session& session, const Signpost& signpost)
{
    const QString step = labelOf(session, u"take-up-steps", signpost.step).toLower();
    const QDate today = session.clock().now().date();
    if (!signpost.stepOn.has() || signpost.stepOn.value() == today)
        return step;
    return tr("%1, %2", "step, day").arg(step, dayText(signpost.stepOn.value(), today));
}

VisitEntry entry(const domain::Record& record, const QString& title, const QString& subtitle)
{
    return {record.kind->key(), record.id.text(), KindWords::of(record).iconName, title, subtitle};
}

} // namespace

std::vector<VisitEntry> visitEntries(Session& session, const QUuid& person, const QUuid& contact)
{
    const base::Id<domain::Contact> here(contact);
    std::vector<VisitEntry> entries;
    for (const Signpost& signpost : recordsOf<Signpost>(session, person)) {
        if (signpost.contact.is(here))
            entries.push_back(entry(domain::toRecord(signpost), signpost.name.valueOr(tr("Signpost")),
                                    words::joined({labelOf(session, u"signpost-destinations", signpost.destination),
                                                   stepText(session, signpost)})));
    }
    for (const Journey& journey : recordsOf<Journey>(session, person)) {
        if (journey.contact.is(here))
            entries.push_back(
                entry(domain::toRecord(journey),
                      journey.to.has() ? tr("Journey to %1").arg(journey.to.value()) : tr("Journey"),
                      words::joined({labelOf(session, u"journey-modes", journey.mode),
                                     journey.minutes.has() ? tr("%1 min").arg(journey.minutes.value()) : QString()})));
    }
    for (const Measure& measure : recordsOf<Measure>(session, person)) {
        if (measure.contact.is(here))
            entries.push_back(entry(domain::toRecord(measure), labelOf(session, u"measures", measure.instrument),
                                    labelOf(session, u"measure-points", measure.point)));
    }
    return entries;
}

} // namespace doorstep::ui
