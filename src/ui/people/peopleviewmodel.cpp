#include "ui/people/peopleviewmodel.h"

#include <array>

namespace doorstep::ui {

using domain::Stage;

namespace {

constexpr std::array kStages{Stage::Active, Stage::New, Stage::FollowUp, Stage::Ended};

} // namespace

PeopleViewModel::PeopleViewModel(Caseload& caseload, Session& session)
    : m_caseload(caseload), m_session(session), m_people(caseload), m_found(caseload),
      m_stages(
          {roleOf<&StageRow::label>("label"), roleOf<&StageRow::code>("code"), roleOf<&StageRow::selected>("selected")})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (m_isLoaded)
            refresh();
    });
    connect(&caseload, &Caseload::changed, &m_later, qOverload<>(&QTimer::start));
}

void PeopleViewModel::load()
{
    if (std::exchange(m_isLoaded, true))
        return;
    refresh();
}

void PeopleViewModel::setTyped(const QString& typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    refresh();
}

void PeopleViewModel::chooseStage(int row)
{
    m_stage = kStages.at(static_cast<size_t>(row));
    refresh();
}

void PeopleViewModel::find(const QString& typed)
{
    m_found.show(std::nullopt, typed);
}

void PeopleViewModel::refresh()
{
    countStages();
    // Whoever types a name looks for the person wherever they stand.
    m_people.show(m_typed.trimmed().isEmpty() ? std::optional(m_stage) : std::nullopt, m_typed);
    Q_EMIT changed();
}

void PeopleViewModel::countStages()
{
    std::array<int, kStages.size()> counts{};
    m_hasPeople = !m_caseload.people().empty();
    for (const store::CaseloadEntry& entry : m_caseload.people()) {
        const Stage stage = m_caseload.stageOf(entry.summary);
        ++counts.at(static_cast<size_t>(std::find(kStages.begin(), kStages.end(), stage) - kStages.begin()));
    }
    const std::array labels{tr("Active %1"), tr("New %1"), tr("Follow-up %1"), tr("Ended %1")};
    const std::array codes{"active", "new", "follow-up", "ended"};
    std::vector<StageRow> rows;
    for (size_t i = 0; i < kStages.size(); ++i) {
        const bool isChosen = m_typed.trimmed().isEmpty() && kStages.at(i) == m_stage;
        rows.push_back(
            {labels.at(i).arg(counts.at(i)), QStringLiteral("stage_%1").arg(QLatin1StringView(codes.at(i))), isChosen});
    }
    m_stages.setRows(std::move(rows));
}

void PeopleViewModel::beginNewPerson()
{
    m_newcomer = std::make_unique<NewPersonViewModel>(m_session);
    connect(m_newcomer.get(), &NewPersonViewModel::saved, this, [this](const QString& person) {
        closeNewPerson();
        Q_EMIT added(person);
    });
    connect(m_newcomer.get(), &NewPersonViewModel::discarded, this, &PeopleViewModel::closeNewPerson);
    Q_EMIT newcomerChanged();
}

void PeopleViewModel::closeNewPerson()
{
    if (!m_newcomer)
        return;
    // Its own signal is being delivered: it goes when that is over, after the page that shows it.
    m_newcomer.release()->deleteLater();
    Q_EMIT newcomerChanged();
}

} // namespace doorstep::ui
