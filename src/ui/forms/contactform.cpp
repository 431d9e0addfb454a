#include "ui/forms/contactform.h"

#include "domain/kinds/plannedvisit.h"
#include "domain/softchecks.h"
#include "ui/forms/personrecords.h"
#include "ui/forms/warningtext.h"

#include <QJsonArray>

namespace doorstep::ui {

using base::Result;
using domain::Contact;
using domain::Record;

namespace {

constexpr int kMinutesAnHour = 60;
constexpr int kWholeHoursFrom = 120;

QString minutesLabel(int minutes)
{
    if (minutes >= kWholeHoursFrom && minutes % kMinutesAnHour == 0)
        return ContactForm::tr("%1 h", "hours").arg(minutes / kMinutesAnHour);
    return QString::number(minutes);
}

} // namespace

ContactForm::ContactForm(FormPage page, Session& session, Start start)
    : RecordForm(page, session, std::move(start)), m_when(addField(QLatin1StringView("started_at"))),
      m_minutes(addField(QLatin1StringView("minutes"))), m_note(addField(QLatin1StringView("note"))),
      m_rules(domain::ProgrammeRules::from(session.lists())), m_others(recordsOf<Contact>(session, person()))
{
    if (const auto* episode = std::get_if<QUuid>(&record().value(u"episode"))) {
        if (const auto found = session.records().get(base::Id<domain::Episode>(*episode)))
            m_episode = domain::EpisodeDays::of(*found, m_rules);
    }
    offerMinutes();
}

QString ContactForm::title() const
{
    return tr("%1 · %2", "what, who").arg(session().lists().label(u"contact-kinds", mode()), personName());
}

QString ContactForm::mode() const
{
    const auto* code = std::get_if<QString>(&record().value(u"mode"));
    return code ? *code : QString();
}

QDate ContactForm::day() const
{
    const auto* moment = std::get_if<base::Timestamp>(&record().value(u"started_at"));
    return moment ? moment->date() : today();
}

void ContactForm::prefill()
{
    base::Timestamp now = session().clock().now();
    const qint64 minute = 60'000;
    now = base::Timestamp(now.utcMilliseconds() - now.utcMilliseconds() % minute, now.offsetMinutes());
    fill(m_when, now);
    if (const auto minutes = lastMinutes())
        fill(m_minutes, *minutes);
}

std::optional<qint64> ContactForm::lastMinutes() const
{
    const Contact* last = nullptr;
    for (const Contact& other : m_others) {
        if (other.mode.is(domain::Code{mode()}) && other.minutes.has() && other.startedAt.has() &&
            (!last || other.startedAt.value() >= last->startedAt.value()))
            last = &other;
    }
    return last ? std::optional(last->minutes.value()) : std::nullopt;
}

void ContactForm::offerMinutes()
{
    const bool isVisit = mode() == QLatin1StringView("face-to-face");
    const QJsonArray offered = session()
                                   .lists()
                                   .rule(u"duration-choices")
                                   .value(isVisit ? QLatin1StringView("visit") : QLatin1StringView("call"))
                                   .toArray();
    std::vector<Choice> choices;
    for (const QJsonValue& minutes : offered)
        choices.push_back({QString::number(minutes.toInt()), minutesLabel(minutes.toInt()), {}});
    m_minutesChoices.setChoices(std::move(choices));
}

void ContactForm::pickMinutes(int row)
{
    if (const Choice* choice = m_minutesChoices.at(row))
        m_minutes->choose(QString(choice->code));
}

void ContactForm::answersChanged()
{
    m_minutesChoices.setSelected(m_minutes->codes());
}

QStringList ContactForm::findWarnings()
{
    return warningTexts(domain::checkContact(domain::fromRecord<Contact>(record()), m_others, m_episode,
                                             session().clock().now(), m_rules));
}

Result<std::vector<RecordForm::Companion>> ContactForm::companions()
{
    // The contact answers the plan of that day, so that nobody is asked again whether it took place.
    std::vector<Companion> changes;
    for (const domain::PlannedVisit& plan : recordsOf<domain::PlannedVisit>(session(), person())) {
        const bool isOpen = plan.state.isBlank() || plan.state.is(domain::Code{QStringLiteral("planned")});
        const bool isSameMode = plan.mode.isBlank() || plan.mode.is(domain::Code{mode()});
        if (!isOpen || !isSameMode || !plan.startsAt.has() || plan.startsAt.value().date() != day())
            continue;
        DOORSTEP_TRY_ASSIGN(const Record stored, session().records().get(domain::kindOf<domain::PlannedVisit>(),
                                                                         base::RecordId(plan.id.uuid())));
        Record done = stored;
        done.set(u"state", QStringLiteral("done"));
        done.set(u"contact", id().uuid());
        changes.push_back({stored, done});
        break;
    }
    return changes;
}

} // namespace doorstep::ui
