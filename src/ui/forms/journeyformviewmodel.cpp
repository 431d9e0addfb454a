#include "ui/forms/journeyformviewmodel.h"

#include "domain/kinds/journey.h"

namespace doorstep::ui {

namespace {

constexpr int kPlacesAtFirst = 5;

void pickPlace(FormField& kind, FormField& place, int row)
{
    const QString before = kind.text();
    kind.pick(row);
    if (place.isEmpty() || place.text() == before)
        place.setText(kind.text());
}

} // namespace

JourneyFormViewModel::JourneyFormViewModel(Session& session, Start start)
    : RecordForm(FormPage::Journey, session, std::move(start)), m_when(addField(QLatin1StringView("started_at"))),
      m_fromKind(addField(QLatin1StringView("from_kind"))), m_fromPlace(addField(QLatin1StringView("from_place"))),
      m_toKind(addField(QLatin1StringView("to_kind"))), m_toPlace(addField(QLatin1StringView("to_place"))),
      m_mode(addField(QLatin1StringView("mode"))), m_purpose(addField(QLatin1StringView("purpose"))),
      m_independent(addField(QLatin1StringView("independent"))), m_minutes(addField(QLatin1StringView("minutes"))),
      m_miles(addField(QLatin1StringView("miles"))), m_cost(addField(QLatin1StringView("cost"))),
      m_note(addField(QLatin1StringView("note")))
{
    m_fromKind->options()->setLimit(kPlacesAtFirst);
    m_toKind->options()->setLimit(kPlacesAtFirst);
}

QString JourneyFormViewModel::title() const
{
    return tr("Journey · %1").arg(personName());
}

void JourneyFormViewModel::prefill()
{
    fill(m_when, session().clock().now());
    fill(m_fromKind, QStringLiteral("home"));
    fill(m_fromPlace, m_fromKind->text());
}

void JourneyFormViewModel::answersChanged()
{
    const domain::CodeEntry* entry = session().lists().list(u"journey-modes").find(m_mode->code());
    const bool claims = entry && entry->extra.value(QLatin1StringView("claims_mileage")).toBool();
    m_miles->setHint(!entry || claims ? QString() : tr("%1 journeys are not claimed as mileage.").arg(entry->label));
    const domain::Value driver = claims ? record().value(u"worker") : domain::Value(domain::Empty::Blank);
    edited().set(u"driver", driver);
}

void JourneyFormViewModel::pickFrom(int row)
{
    pickPlace(*m_fromKind, *m_fromPlace, row);
}

void JourneyFormViewModel::pickTo(int row)
{
    pickPlace(*m_toKind, *m_toPlace, row);
}

} // namespace doorstep::ui
