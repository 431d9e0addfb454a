#include "ui/core/duewords.h"

#include "ui/core/words.h"

#include <QCoreApplication>

namespace doorstep::ui {

using domain::DueItem;
using domain::DueKind;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(DueWords)

public:
    explicit Sentences(const DueItem& item, QDate today) : m_item(item), m_today(today) {}

    DueWords firstContact() const
    {
        return {QStringLiteral("event_busy"),
                tr("Not met yet · %1").arg(m_item.name),
                tr("Accepted %1. A first visit or call would be good now.").arg(ago()),
                {},
                tr("Not met yet")};
    }
    DueWords review() const
    {
        return {QStringLiteral("pending_actions"), tr("6-week review · %1").arg(m_item.name),
                tr("Goals were set on %1").arg(words::day(m_item.since, m_today)), due(), tr("Review due")};
    }
    DueWords secondContact() const
    {
        const QString once = m_item.wasVisit ? tr("One visit %1.").arg(ago()) : tr("One call %1.").arg(ago());
        return {QStringLiteral("manage_accounts"),
                tr("No second contact · %1").arg(m_item.name),
                once + QLatin1Char(' ') + tr("People who get a second contact do better."),
                {},
                tr("Needs a second contact")};
    }
    DueWords supportOver() const
    {
        return {QStringLiteral("flag"),
                tr("Support is over · %1").arg(m_item.name),
                tr("It began on %1. Plan the ending, or say why it goes on.").arg(words::day(m_item.since, m_today)),
                {},
                tr("Time to end")};
    }
    DueWords followUp() const
    {
        return {QStringLiteral("update"), tr("3-month follow-up · %1").arg(m_item.name),
                tr("Support ended on %1").arg(words::day(m_item.since, m_today)), due(), tr("Follow-up due")};
    }
    DueWords goneQuiet() const
    {
        return {QStringLiteral("hourglass_empty"),
                tr("Gone quiet · %1").arg(m_item.name),
                tr("Last seen or called %1").arg(ago()),
                {},
                tr("Gone quiet")};
    }
    DueWords startMeasure() const
    {
        return {QStringLiteral("assignment"),
                tr("No start score · %1").arg(m_item.name),
                tr("First met on %1. Ask the three questions, or say why not.").arg(words::day(m_item.since, m_today)),
                {},
                tr("No start score")};
    }
    DueWords takeUp() const
    {
        const QString place = m_item.place.isEmpty() ? tr("the signpost") : m_item.place;
        return {QStringLiteral("signpost"),
                tr("Did it work out? · %1").arg(m_item.name),
                tr("Nobody has asked about %1 since %2").arg(place, words::day(m_item.since, m_today)),
                {},
                tr("Ask about a signpost")};
    }

private:
    QString ago() const { return words::daysAgo(m_item.days); }
    QString due() const
    {
        if (m_item.due < m_today)
            return tr("Overdue");
        if (m_item.due == m_today)
            return tr("Due today");
        return tr("Due %1").arg(QLocale().dayName(m_item.due.dayOfWeek(), QLocale::ShortFormat));
    }

    const DueItem& m_item;
    QDate m_today;
};

} // namespace

DueWords DueWords::of(const DueItem& item, QDate today)
{
    const Sentences say(item, today);
    switch (item.kind) {
    case DueKind::FirstContact:
        return say.firstContact();
    case DueKind::Review:
        return say.review();
    case DueKind::SecondContact:
        return say.secondContact();
    case DueKind::SupportOver:
        return say.supportOver();
    case DueKind::FollowUp:
        return say.followUp();
    case DueKind::GoneQuiet:
        return say.goneQuiet();
    case DueKind::StartMeasure:
        return say.startMeasure();
    case DueKind::TakeUp:
        return say.takeUp();
    }
    return {};
}

} // namespace doorstep::ui
