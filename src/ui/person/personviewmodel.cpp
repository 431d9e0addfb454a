#include "ui/person/personviewmodel.h"

#include "domain/kinds/goal.h"
#include "domain/kinds/signpost.h"
#include "ui/core/words.h"

#include <QUrlQuery>

namespace doorstep::ui {

using domain::MissingThing;

PersonViewModel::PersonViewModel(Session& session, Caseload& caseload, const QUuid& person)
    : m_session(session), m_caseload(caseload), m_person(person),
      m_timeline({roleOf<&TimelineEntry::iconName>("iconName"), roleOf<&TimelineEntry::tone>("tone"),
                  roleOf<&TimelineEntry::title>("title"), roleOf<&TimelineEntry::subtitle>("subtitle"),
                  roleOf<&TimelineEntry::date>("date"), roleOf<&TimelineEntry::tags>("outcomes"),
                  roleOf<&TimelineEntry::tagIcons>("outcomeIcons"), roleOf<&TimelineEntry::receiptIcon>("receiptIcon"),
                  roleOf<&TimelineEntry::receipt>("receipt")}),
      m_goals({roleOf<&GoalCard::heading>("heading"), roleOf<&GoalCard::wording>("wording"),
               roleOf<&GoalCard::done>("done"), roleOf<&GoalCard::progress>("progress"),
               roleOf<&GoalCard::setOn>("setOn"), roleOf<&GoalCard::history>("history")}),
      m_measures({roleOf<&MeasureCard::title>("title"), roleOf<&MeasureCard::change>("change"),
                  roleOf<&MeasureCard::changeTone>("changeTone"), roleOf<&MeasureCard::values>("values"),
                  roleOf<&MeasureCard::labels>("labels"), roleOf<&MeasureCard::minimum>("minimum"),
                  roleOf<&MeasureCard::maximum>("maximum"), roleOf<&MeasureCard::bandFrom>("bandFrom"),
                  roleOf<&MeasureCard::bandTo>("bandTo"), roleOf<&MeasureCard::description>("description"),
                  roleOf<&MeasureCard::lines>("lines")}),
      m_signposts({roleOf<&SignpostCard::title>("title"), roleOf<&SignpostCard::subtitle>("subtitle"),
                   roleOf<&SignpostCard::state>("outcome"), roleOf<&SignpostCard::stateTone>("outcomeTone"),
                   roleOf<&SignpostCard::steps>("steps")}),
      m_about({roleOf<&AboutRow::group>("group"), roleOf<&AboutRow::groupTitle>("groupTitle"),
               roleOf<&AboutRow::label>("label"), roleOf<&AboutRow::text>("text"),
               roleOf<&AboutRow::isAnswered>("isAnswered"), roleOf<&AboutRow::isFirst>("isFirst"),
               roleOf<&AboutRow::isLast>("isLast")})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &PersonViewModel::refresh);
    connect(&caseload, &Caseload::changed, &m_later, qOverload<>(&QTimer::start));
    refresh();
}

QString PersonViewModel::givenName() const
{
    return words::firstName(m_name);
}

QString PersonViewModel::initials() const
{
    return words::initials(m_name);
}

void PersonViewModel::refresh()
{
    const auto file = CaseFile::read(m_session, m_person);
    if (!file)
        return;
    readHeader(*file);
    readClock(*file);
    m_before = beforeVisitOf(*file);
    m_missing = domain::completenessOf(file->records(), file->lists()).missing;
    m_timeline.setRows(timelineOf(*file));
    m_goals.setRows(goalCardsOf(*file));
    m_measures.setRows(measureCardsOf(*file));
    m_signposts.setRows(signpostCardsOf(*file));
    m_about.setRows(aboutRowsOf(*file));
    Q_EMIT changed();
}

void PersonViewModel::readHeader(const CaseFile& file)
{
    const domain::Person& person = file.person();
    m_name = file.name();
    QString age;
    if (person.dateOfBirth.has()) {
        const QDate born = person.dateOfBirth.value();
        const bool hadBirthday = file.today() >= born.addYears(file.today().year() - born.year());
        age = QString::number(file.today().year() - born.year() - (hadBirthday ? 0 : 1));
    }
    m_summary = words::joined({age, file.label(u"living-arrangements", person.livingArrangements).toLower(),
                               file.label(u"schemes", person.scheme)});
    const QString number = person.phone.valueOr(person.phoneAlternative.valueOr({})).remove(QLatin1Char(' '));
    m_phoneLink = number.isEmpty() ? QUrl() : QUrl(QStringLiteral("tel:%1").arg(number));
    QStringList place;
    for (const domain::Text& part : {person.address, person.postcode}) {
        if (part.has())
            place << part.value();
    }
    m_mapLink = QUrl();
    if (!place.isEmpty()) {
        // The address alone: no name leaves the phone with it.
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("q"), place.join(QStringLiteral(", ")));
        m_mapLink = QUrl(QStringLiteral("geo:0,0"));
        m_mapLink.setQuery(query);
    }
}

void PersonViewModel::readClock(const CaseFile& file)
{
    const auto summary = domain::summarise(file.records(), m_caseload.rules(), m_session.clock().now());
    const domain::ProgrammeClock clock = m_caseload.clockOf(summary);
    m_week = m_caseload.weekOf(summary);
    m_weekShare = clock.percent() / 100.0;
    const QDate today = file.today();
    QStringList days;
    if (summary.days.ended)
        days << tr("ended %1").arg(words::day(*summary.days.ended, today));
    else {
        if (clock.reviewDue() && !summary.days.reviewHeld)
            days << tr("Review %1").arg(words::day(*clock.reviewDue(), today));
        if (clock.endsOn())
            days << tr("ends %1").arg(words::day(*clock.endsOn(), today));
    }
    m_weekDays = words::joined(days);
}

QString PersonViewModel::missingTitle() const
{
    if (m_missing.empty())
        return {};
    return m_missing.size() == 1 ? tr("One thing is missing") : tr("%1 things are missing").arg(m_missing.size());
}

QString PersonViewModel::missingText() const
{
    return m_missing.empty() ? QString() : missingSentence(m_missing.front().sentence, m_missing.front().label);
}

void PersonViewModel::addMissing()
{
    if (m_missing.empty())
        return;
    const MissingThing& first = m_missing.front();
    if (const PersonGroup* group = groupOfField(first.kind, first.field))
        beginEdit(QString::fromLatin1(group->code));
    else
        Q_EMIT recordAsked(first.kind, first.record ? first.record->text() : QString());
}

void PersonViewModel::setTab(Tab tab)
{
    if (tab == m_tab)
        return;
    m_tab = tab;
    Q_EMIT tabChanged();
}

void PersonViewModel::beginEdit(const QString& code)
{
    const PersonGroup* group = findPersonGroup(code);
    const auto file = CaseFile::read(m_session, m_person);
    if (!group || !file || m_edit)
        return;
    m_edit = std::make_unique<PersonEditViewModel>(m_session, *file, *group);
    connect(m_edit.get(), &PersonEditViewModel::closed, this, &PersonViewModel::closeEdit);
    Q_EMIT editChanged();
}

void PersonViewModel::closeEdit()
{
    // Its own signal is being delivered: it goes when that is over, after the page that shows it.
    m_edit.release()->deleteLater();
    Q_EMIT editChanged();
}

void PersonViewModel::openEntry(int row)
{
    if (m_timeline.has(row))
        Q_EMIT recordAsked(m_timeline.at(row).kind, m_timeline.at(row).record);
}

void PersonViewModel::openGoal(int row)
{
    if (m_goals.has(row))
        Q_EMIT recordAsked(QString(domain::kindOf<domain::Goal>().key()), m_goals.at(row).record);
}

void PersonViewModel::openSignpost(int row)
{
    if (m_signposts.has(row))
        Q_EMIT recordAsked(QString(domain::kindOf<domain::Signpost>().key()), m_signposts.at(row).record);
}

} // namespace doorstep::ui
