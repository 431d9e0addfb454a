#include "domain/duelist.h"

#include <algorithm>
#include <tuple>

namespace doorstep::domain {

namespace {

constexpr int kDaysAWeek = 7;

/// Collects the items of one person.
class Finder
{
public:
    Finder(const PersonSummary& person, const ProgrammeRules& rules, QDate today, int horizonDays)
        : m_person(person), m_rules(rules), m_today(today), m_until(today.addDays(horizonDays)),
          m_clock(person.days, rules, today, person.contacts)
    {
    }

    std::vector<DueItem> find()
    {
        const EpisodeDays& days = m_person.days;
        if (days.isRefused || days.isSilent || !days.isAccepted)
            return {};
        if (days.ended) {
            findFollowUp();
            return std::move(m_items);
        }
        findContacts();
        findReview();
        findEnd();
        findStartMeasure();
        findTakeUp();
        return std::move(m_items);
    }

private:
    DueItem& add(DueKind kind, QDate due, QDate since)
    {
        DueItem item;
        item.kind = kind;
        item.person = m_person.person;
        item.name = m_person.name;
        item.due = due;
        item.since = since;
        item.days = static_cast<int>(since.daysTo(m_today));
        m_items.push_back(item);
        return m_items.back();
    }

    /// Never met, met once, or met and then nothing: one of the three at most.
    void findContacts()
    {
        if (m_person.contacts == 0 && m_clock.countedFrom() && m_rules.firstContactDays > 0) {
            const QDate accepted = m_person.days.accepted.value_or(*m_clock.countedFrom());
            if (accepted.addDays(m_rules.firstContactDays) < m_today)
                add(DueKind::FirstContact, accepted.addDays(m_rules.firstContactDays), accepted);
        }
        if (!m_person.lastContact)
            return;
        const QDate last = *m_person.lastContact;
        const bool wasOnce = m_person.contacts == 1 && m_rules.contactsWanted > 1;
        if (wasOnce && m_rules.secondContactDays > 0 && last.addDays(m_rules.secondContactDays) < m_today) {
            add(DueKind::SecondContact, last.addDays(m_rules.secondContactDays), last).wasVisit =
                m_person.faceToFace == 1;
        } else if (!wasOnce && m_rules.quietWeeks > 0 && last.addDays(m_rules.quietWeeks * kDaysAWeek) <= m_today) {
            add(DueKind::GoneQuiet, last.addDays(m_rules.quietWeeks * kDaysAWeek), last);
        }
    }

    void findReview()
    {
        const auto due = m_clock.reviewDue();
        // Nobody reviews a support that has not begun; past the end the ending takes over.
        if (due && *due <= m_until && !m_person.days.reviewHeld && m_person.contacts > 0 && !m_clock.isOver())
            add(DueKind::Review, *due, m_person.goalsSetOn.value_or(*m_clock.countedFrom()));
    }

    void findEnd()
    {
        if (m_clock.isOver() && m_clock.countedFrom())
            add(DueKind::SupportOver, m_clock.endsOn().value_or(m_today), *m_clock.countedFrom());
    }

    void findFollowUp()
    {
        if (m_clock.isFollowUpOpen() && !m_person.hasFollowUp && *m_clock.followUpDue() <= m_until)
            add(DueKind::FollowUp, *m_clock.followUpDue(), *m_person.days.ended);
    }

    void findStartMeasure()
    {
        if (m_person.hasStartMeasure || !m_person.firstContact || m_rules.startMeasureDays == 0)
            return;
        const QDate due = m_person.firstContact->addDays(m_rules.startMeasureDays);
        if (due <= m_today)
            add(DueKind::StartMeasure, due, *m_person.firstContact);
    }

    void findTakeUp()
    {
        if (m_rules.takeUpDays == 0)
            return;
        for (const OpenSignpost& signpost : m_person.openSignposts) {
            const QDate due = signpost.lastStepOn.addDays(m_rules.takeUpDays);
            if (due > m_today)
                continue;
            DueItem& item = add(DueKind::TakeUp, due, signpost.lastStepOn);
            item.signpost = signpost.id;
            item.place = signpost.name;
        }
    }

    const PersonSummary& m_person;
    const ProgrammeRules& m_rules;
    QDate m_today;
    QDate m_until;
    ProgrammeClock m_clock;
    std::vector<DueItem> m_items;
};

void sortItems(std::vector<DueItem>& items)
{
    std::sort(items.begin(), items.end(), [](const DueItem& a, const DueItem& b) {
        return std::tie(a.kind, a.due, a.name, a.person, a.signpost) <
               std::tie(b.kind, b.due, b.name, b.person, b.signpost);
    });
}

} // namespace

std::vector<DueItem> dueItems(const PersonSummary& person, const ProgrammeRules& rules, QDate today, int horizonDays)
{
    std::vector<DueItem> items = Finder(person, rules, today, horizonDays).find();
    sortItems(items);
    return items;
}

std::vector<DueItem> dueList(std::span<const PersonSummary> people, const ProgrammeRules& rules, QDate today,
                             int horizonDays)
{
    std::vector<DueItem> all;
    for (const PersonSummary& person : people) {
        std::vector<DueItem> items = Finder(person, rules, today, horizonDays).find();
        all.insert(all.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    }
    sortItems(all);
    return all;
}

} // namespace doorstep::domain
