#include "domain/kinds/goal.h"
#include "domain/kinds/journey.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/signpost.h"
#include "ui/core/kindwords.h"
#include "ui/core/receipt.h"
#include "ui/core/tone.h"
#include "ui/core/words.h"
#include "ui/person/personrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace doorstep::ui {

using domain::Contact;
using domain::Signpost;

namespace {

/// Builds the entries with the moments they are sorted by.
class Builder
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    explicit Builder(const CaseFile& file) : m_file(file) {}

    std::vector<TimelineEntry> build()
    {
        for (const Contact& contact : m_file.all<Contact>())
            add(contact);
        for (const domain::Journey& journey : m_file.all<domain::Journey>())
            add(journey);
        for (const Signpost& signpost : m_file.all<Signpost>())
            add(signpost);
        for (const domain::Goal& goal : m_file.all<domain::Goal>())
            add(goal);
        for (const domain::Measure& measure : m_file.all<domain::Measure>())
            add(measure);
        std::stable_sort(m_made.begin(), m_made.end(), [](const Made& a, const Made& b) { return a.when > b.when; });
        std::vector<TimelineEntry> entries;
        for (Made& made : m_made)
            entries.push_back(std::move(made.entry));
        return entries;
    }

private:
    struct Made
    {
        QDateTime when;
        TimelineEntry entry;
    };

    template <class T>
    void push(const T& record, const QDateTime& when, TimelineEntry entry)
    {
        entry.kind = QString(domain::kindOf<T>().key());
        entry.record = record.id.text();
        const Receipt receipt = Receipt::of(m_file.stateOf(base::RecordId(record.id.uuid())));
        entry.receiptIcon = receipt.iconName;
        entry.receipt = receipt.text;
        entry.date = when.isValid() ? words::dayAlone(when.date(), m_file.today()) : QString();
        m_made.push_back({when, std::move(entry)});
    }
    static QDateTime moment(const domain::Moment& at) { return at.has() ? at.value().toDateTime() : QDateTime(); }
    static QDateTime moment(const domain::Day& on) { return on.has() ? on.value().startOfDay(Qt::UTC) : QDateTime(); }
    static QString length(const domain::Whole& minutes)
    {
        return minutes.has() ? words::minutes(minutes.value()) : QString();
    }
    /// "You. Confirmed Tuesday’s visit."
    static QString told(const QString& who, const QString& note)
    {
        return who.isEmpty() ? note : note.isEmpty() ? who : tr("%1. %2").arg(who, note);
    }

    void add(const Contact& contact)
    {
        const QString mode = contact.mode.valueOr({}).text;
        const KindWords kind = KindWords::ofMode(mode);
        TimelineEntry entry{{}, {}, kind.iconName, kind.tone, kind.name, {}, {}, {}, {}};
        if (mode == QLatin1StringView("face-to-face") && contact.location.has())
            entry.title =
                contact.location.is(domain::Code{QStringLiteral("service-users-home")})
                    ? tr("Visit at home")
                    : tr("Visit · %1").arg(m_file.label(u"appointment-locations", contact.location).toLower());
        entry.title = words::joined({entry.title, length(contact.minutes)});
        entry.subtitle = told(m_file.workerName(contact.worker), contact.note.valueOr({}));
        addTags(entry, contact);
        push(contact, moment(contact.startedAt), std::move(entry));
    }

    /// What came of a contact: its signposts and what was said of goals.
    void addTags(TimelineEntry& entry, const Contact& contact) const
    {
        for (const Signpost& signpost : m_file.all<Signpost>()) {
            if (signpost.contact.is(contact.id))
                tag(entry, signpost.name.has() ? signpost.name.value() : m_file.organisationName(signpost.organisation),
                    QStringLiteral("signpost"));
        }
        for (const domain::GoalProgress& progress : m_file.all<domain::GoalProgress>()) {
            if (!progress.contact.is(contact.id) || !progress.progress.has())
                continue;
            tag(entry,
                tr("Goal %1: %2")
                    .arg(numberOf(progress.goal))
                    .arg(m_file.label(u"goal-progress", progress.progress).toLower()),
                QStringLiteral("outlined_flag"));
        }
    }
    static void tag(TimelineEntry& entry, const QString& text, const QString& icon)
    {
        if (text.isEmpty())
            return;
        entry.tags << text;
        entry.tagIcons << icon;
    }
    qint64 numberOf(const domain::Ref<domain::Goal>& goal) const
    {
        for (const domain::Goal& each : m_file.all<domain::Goal>()) {
            if (goal.is(each.id))
                return each.number.valueOr(1);
        }
        return 1;
    }

    void add(const domain::Journey& journey)
    {
        TimelineEntry entry{{}, {}, QStringLiteral("directions_bus"), Info, tr("Journey"), {}, {}, {}, {}};
        const QString mode = m_file.label(u"journey-modes", journey.mode).toLower();
        const QString to = journey.to.valueOr(m_file.label(u"journey-place-kinds", journey.toKind).toLower());
        entry.title = words::joined({entry.title, to.isEmpty() ? mode : tr("%1 to %2").arg(mode, to)});
        entry.subtitle =
            words::joined({m_file.workerName(journey.worker), length(journey.minutes), journey.note.valueOr({})});
        push(journey, moment(journey.startedAt), std::move(entry));
    }

    void add(const Signpost& signpost)
    {
        const QString name =
            signpost.name.has() ? signpost.name.value() : m_file.organisationName(signpost.organisation);
        TimelineEntry entry{{}, {}, QStringLiteral("signpost"), Primary, words::joined({tr("Signpost"), name}), {}, {},
                            {}, {}};
        entry.subtitle = m_file.label(u"take-up-steps", signpost.step);
        push(signpost, moment(signpost.madeOn), std::move(entry));
    }

    void add(const domain::Goal& goal)
    {
        TimelineEntry entry{
            {}, {}, QStringLiteral("outlined_flag"), Primary, tr("Goal %1 set").arg(goal.number.valueOr(1)), {}, {},
            {}, {}};
        entry.subtitle = goal.wording.valueOr({});
        push(goal, moment(goal.setOn), std::move(entry));
    }

    void add(const domain::Measure& measure)
    {
        TimelineEntry entry{{}, {}, QStringLiteral("assignment_turned_in"), Attention, {}, {}, {}, {}, {}};
        const QString point = m_file.label(u"measure-points", measure.point).toLower();
        const QString name = m_file.label(u"measures", measure.instrument);
        const QString title = measure.score.has() ? tr("%1: %2").arg(name).arg(measure.score.value()) : name;
        entry.title = words::joined({title, point});
        if (measure.notAskedReason.has())
            entry.subtitle =
                tr("Not asked: %1").arg(m_file.label(u"measure-not-asked-reasons", measure.notAskedReason).toLower());
        push(measure, moment(measure.takenOn), std::move(entry));
    }

    const CaseFile& m_file;
    std::vector<Made> m_made;
};

} // namespace

std::vector<TimelineEntry> timelineOf(const CaseFile& file)
{
    return Builder(file).build();
}

} // namespace doorstep::ui
