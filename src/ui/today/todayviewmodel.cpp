#include "ui/today/todayviewmodel.h"

#include "base/log.h"
#include "domain/duelist.h"
#include "ui/core/duewords.h"
#include "ui/core/kindwords.h"
#include "ui/core/tone.h"
#include "ui/core/words.h"

#include <algorithm>

namespace doorstep::ui {

using domain::Code;
using store::DiaryEntry;

namespace {

// What a morning can take in; the rest is one tap away.
constexpr int kNeedsShown = 8;
const Code kDone{QStringLiteral("done")};

std::vector<Role<VisitRow>> visitRoles()
{
    return {roleOf<&VisitRow::person>("person"),
            roleOf<&VisitRow::iconName>("iconName"),
            roleOf<&VisitRow::tone>("tone"),
            roleOf<&VisitRow::title>("title"),
            roleOf<&VisitRow::subtitle>("subtitle"),
            roleOf<&VisitRow::trailing>("mark"),
            roleOf<&VisitRow::trailingTone>("trailingTone"),
            roleOf<&VisitRow::isDone>("isDone")};
}

std::vector<Role<NeedRow>> needRoles()
{
    return {roleOf<&NeedRow::person>("person"), roleOf<&NeedRow::iconName>("iconName"),
            roleOf<&NeedRow::title>("title"), roleOf<&NeedRow::subtitle>("subtitle"),
            roleOf<&NeedRow::trailing>("mark")};
}

std::vector<Role<DraftRow>> draftRoles()
{
    return {roleOf<&DraftRow::draft>("draft"), roleOf<&DraftRow::iconName>("iconName"),
            roleOf<&DraftRow::title>("title"), roleOf<&DraftRow::subtitle>("subtitle")};
}

bool isDone(const DiaryEntry& entry)
{
    return entry.isRecorded || entry.plan.state.is(kDone);
}

} // namespace

TodayViewModel::TodayViewModel(Session& session, Caseload& caseload)
    : m_session(session), m_caseload(caseload), m_visit(session), m_visits(visitRoles()), m_needs(needRoles()),
      m_drafts(draftRoles())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &TodayViewModel::refresh);
    // Several changes of one save are one reading.
    connect(&caseload, &Caseload::changed, &m_later, qOverload<>(&QTimer::start));
    connect(&m_visit, &VisitClock::changed, this, [this] { readDiary(); });
    refresh();
}

QString TodayViewModel::day() const
{
    return words::longDay(m_caseload.today());
}

void TodayViewModel::load()
{
    m_isLoaded = true;
    readNeeds();
    Q_EMIT changed();
}

void TodayViewModel::showAllNeeds()
{
    m_showsAll = true;
    load();
}

void TodayViewModel::refresh()
{
    readDrafts();
    if (m_isLoaded)
        readNeeds();
    Q_EMIT changed();
}

void TodayViewModel::readDrafts()
{
    const auto drafts = m_session.drafts().all();
    if (!drafts)
        return;
    m_visit.read(*drafts);
    const QDate today = m_caseload.today();
    std::vector<DraftRow> rows;
    for (const store::Draft& draft : *drafts) {
        if (draft.id == m_visit.draft())
            continue;
        const KindWords kind = KindWords::of(draft.edited);
        const QUuid person = draft.edited.person().value_or(QUuid());
        const auto name =
            store::CaseloadStore(m_session.store(), m_session.clock()).nameOf(domain::kindOf<domain::Person>(), person);
        const QString begun =
            tr("Begun %1 %2").arg(words::day(draft.updatedAt.date(), today), words::time(draft.updatedAt.toDateTime()));
        rows.push_back(
            {base::uuidText(draft.id), kind.iconName, words::joined({kind.name, name.value_or(QString())}), begun});
    }
    m_drafts.setRows(std::move(rows));
}

void TodayViewModel::readDiary()
{
    const auto diary =
        store::CaseloadStore(m_session.store(), m_session.clock()).diary(m_caseload.rules(), m_session.clock().now());
    if (!diary)
        return;
    std::vector<VisitRow> rows;
    for (const DiaryEntry& entry : *diary)
        rows.push_back(rowOf(entry));
    m_visits.setRows(std::move(rows));
    settlePlans(*diary);
    Q_EMIT changed();
}

VisitRow TodayViewModel::rowOf(const DiaryEntry& entry) const
{
    const domain::PlannedVisit& plan = entry.plan;
    const KindWords kind = KindWords::ofMode(plan.mode.valueOr(Code{QStringLiteral("face-to-face")}).text);
    VisitRow row{base::uuidText(plan.id.uuid()),
                 base::uuidText(plan.person.valueOr({}).uuid()),
                 kind.iconName,
                 kind.tone,
                 entry.name,
                 {},
                 {},
                 Neutral,
                 isDone(entry)};
    const QString place = plan.place.has()
                              ? plan.place.value()
                              : m_session.lists().label(u"appointment-locations", plan.location.valueOr({}).text);
    domain::PersonSummary summary;
    summary.days = entry.days;
    row.subtitle =
        words::joined({words::time(plan.startsAt.value().toDateTime()), plan.purpose.valueOr(place.toLower()),
                       entry.together.isEmpty() ? QString() : tr("with %1").arg(entry.together),
                       m_caseload.weekOf(summary).toLower()});
    const bool isRunning = m_visit.isRunning() && plan.contact.has() && plan.contact.value().uuid() == m_visit.draft();
    if (row.isDone) {
        row.trailing = tr("Done");
        row.trailingTone = Good;
    } else if (isRunning) {
        row.trailing = m_visit.minutesText();
        row.trailingTone = Primary;
    }
    return row;
}

void TodayViewModel::settlePlans(const std::vector<DiaryEntry>& diary)
{
    if (std::exchange(m_isSettling, true))
        return;
    for (const DiaryEntry& entry : diary) {
        if (!entry.isRecorded || entry.plan.state.is(kDone))
            continue;
        domain::PlannedVisit done = entry.plan;
        done.state = kDone;
        const auto before =
            m_session.records().get(domain::kindOf<domain::PlannedVisit>(), base::RecordId(done.id.uuid()));
        if (before) {
            domain::Record after = *before;
            after.set(u"state", kDone.text);
            report(m_session.save(*before, std::move(after)).map([](const auto&) {}));
        }
    }
    m_isSettling = false;
}

void TodayViewModel::readNeeds()
{
    std::vector<domain::PersonSummary> people;
    for (const store::CaseloadEntry& entry : m_caseload.people())
        people.push_back(entry.summary);
    const QDate today = m_caseload.today();
    const auto due = domain::dueList(people, m_caseload.rules(), today);
    std::vector<NeedRow> rows;
    for (const domain::DueItem& item : due) {
        if (!m_showsAll && rows.size() == kNeedsShown)
            break;
        const DueWords say = DueWords::of(item, today);
        rows.push_back({base::uuidText(item.person.uuid()), say.iconName, say.title, say.subtitle, say.when});
    }
    m_needsLeft = static_cast<int>(due.size() - rows.size());
    m_needs.setRows(std::move(rows));
}

void TodayViewModel::startVisit(int row)
{
    if (!m_visits.has(row))
        return;
    const auto id = base::uuidFromText(m_visits.at(row).plan);
    const auto plan = m_session.records().get(base::Id<domain::PlannedVisit>(id.value_or(QUuid())));
    if (plan)
        report(m_visit.start(*plan));
}

void TodayViewModel::report(const base::Status& status)
{
    m_error = status ? QString() : tr("This could not be saved. Nothing else is lost; please try again.");
    if (!status)
        base::log(base::LogLevel::Error, QLatin1StringView("today.save"),
                  {{QStringLiteral("code"), base::wireName(status.error().code)}});
    Q_EMIT errorChanged();
}

} // namespace doorstep::ui
