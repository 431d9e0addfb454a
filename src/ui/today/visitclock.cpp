#include "ui/today/visitclock.h"

#include "base/log.h"
#include "store/caseloadstore.h"
#include "ui/core/words.h"

namespace doorstep::ui {

using base::Status;
using domain::Contact;

namespace {

// Where a draft's form was left; this one says that no form has been opened and the clock runs.
const QString kRunning = QStringLiteral("visit-running");
constexpr qint64 kMillisecondsAMinute = 60'000;
constexpr int kTick = 15'000;
constexpr qint64 kMostMinutes = 1440;

} // namespace

VisitClock::VisitClock(Session& session) : m_session(session)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &VisitClock::changed);
}

QString VisitClock::person() const
{
    return base::uuidText(m_person);
}

QString VisitClock::title() const
{
    if (!isRunning())
        return {};
    const auto name =
        store::CaseloadStore(m_session.store(), m_session.clock()).nameOf(domain::kindOf<domain::Person>(), m_person);
    return tr("You are with %1").arg(name.value_or(QString()));
}

QString VisitClock::subtitle() const
{
    return tr("Started %1").arg(words::time(m_startedAt.toDateTime()));
}

QString VisitClock::minutesText() const
{
    return words::minutes(minutes());
}

qint64 VisitClock::minutes() const
{
    const qint64 passed = m_session.clock().now().utcMilliseconds() - m_startedAt.utcMilliseconds();
    return std::clamp<qint64>(passed / kMillisecondsAMinute, 0, kMostMinutes);
}

void VisitClock::read(const std::vector<store::Draft>& drafts)
{
    m_draft = {};
    for (const store::Draft& draft : drafts) {
        if (draft.place != kRunning)
            continue;
        const auto contact = domain::fromRecord<Contact>(draft.edited);
        m_draft = draft.id;
        m_person = contact.person.valueOr({}).uuid();
        m_startedAt = contact.startedAt.valueOr(draft.startedAt);
    }
    if (isRunning())
        m_tick.start();
    else
        m_tick.stop();
    Q_EMIT changed();
}

Status VisitClock::start(const domain::PlannedVisit& plan)
{
    const QUuid person = plan.person.valueOr({}).uuid();
    DOORSTEP_TRY_ASSIGN(domain::Record record, m_session.newRecord(domain::kindOf<Contact>(), person));
    const base::Timestamp now = m_session.clock().now();
    record.set(u"mode", plan.mode.valueOr(domain::Code{QStringLiteral("face-to-face")}).text);
    record.set(u"started_at", now);
    record.set(u"location", domain::toValue(plan.location));
    DOORSTEP_TRY(m_session.drafts().put({record.id.uuid(), std::nullopt, record, kRunning, now, now}));
    // The plan knows its contact from now on; it is done when that contact has been saved.
    DOORSTEP_TRY_ASSIGN(const domain::Record before, m_session.records().get(domain::kindOf<domain::PlannedVisit>(),
                                                                             base::RecordId(plan.id.uuid())));
    domain::Record after = before;
    after.set(u"contact", record.id.uuid());
    DOORSTEP_TRY(m_session.save(before, std::move(after)));
    return {};
}

QString VisitClock::finish()
{
    if (!isRunning())
        return {};
    auto draft = m_session.drafts().get(m_draft);
    if (!draft || !*draft)
        return {};
    store::Draft& running = **draft;
    running.edited.set(u"minutes", minutes());
    running.place.clear();
    running.updatedAt = m_session.clock().now();
    if (const Status put = m_session.drafts().put(running); !put) {
        base::log(base::LogLevel::Error, QLatin1StringView("visit.unfinished"));
        return {};
    }
    return base::uuidText(running.id);
}

} // namespace doorstep::ui
