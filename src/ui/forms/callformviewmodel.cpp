#include "ui/forms/callformviewmodel.h"

namespace doorstep::ui {

namespace {

constexpr int kOrganisationsAtFirst = 4;

bool isRecordedHere(const domain::CodeEntry& mode)
{
    return mode.extra.value(QLatin1StringView("recordable_as_contact")).toBool() &&
           mode.code != QLatin1StringView("face-to-face");
}

} // namespace

CallFormViewModel::CallFormViewModel(Session& session, Start start)
    : ContactForm(FormPage::Call, session, std::move(start)), m_direction(addField(QLatin1StringView("direction"))),
      m_purpose(addField(QLatin1StringView("purpose"))),
      m_phoneInsteadReason(addField(QLatin1StringView("phone_instead_reason"))),
      m_withWhom(addField(QLatin1StringView("with_whom"))), m_organisation(addField(QLatin1StringView("organisation"))),
      m_tryAgainOn(addField(QLatin1StringView("try_again_on")))
{
    std::vector<Choice> modes;
    for (const domain::CodeEntry& mode : session.lists().list(u"contact-kinds").entries) {
        if (isRecordedHere(mode))
            modes.push_back({mode.code, mode.label, mode.text(QLatin1StringView("icon"))});
    }
    m_modes.setChoices(std::move(modes));
    offerOrganisations();
}

void CallFormViewModel::offerOrganisations()
{
    store::Query query;
    query.orderBy = QStringLiteral("name");
    std::vector<Choice> choices;
    const auto found = session().records().list<domain::Organisation>(query);
    if (found) {
        for (const domain::Organisation& organisation : *found)
            choices.push_back({organisation.id.text(), organisation.name.valueOr({}), {}});
    }
    m_organisation->options()->setLimit(kOrganisationsAtFirst);
    m_organisation->options()->setChoices(std::move(choices));
}

bool CallFormViewModel::is(const char* wanted) const
{
    return mode() == QLatin1StringView(wanted);
}

bool CallFormViewModel::asksMinutes() const
{
    const domain::CodeEntry* entry = session().lists().list(u"contact-kinds").find(mode());
    return entry && entry->extra.value(QLatin1StringView("has_duration")).toBool();
}

bool CallFormViewModel::asksPurpose() const
{
    return is("telephone");
}

bool CallFormViewModel::asksDirection() const
{
    return !isNoAnswer();
}

bool CallFormViewModel::isAboutThem() const
{
    return is("telephone-about-service-user");
}

bool CallFormViewModel::isNoAnswer() const
{
    return is("no-answer");
}

void CallFormViewModel::prefill()
{
    ContactForm::prefill();
    fill(m_direction, QStringLiteral("out"));
    if (!asksMinutes())
        minutes()->setValue(domain::Empty::Blank);
}

void CallFormViewModel::answersChanged()
{
    ContactForm::answersChanged();
    m_modes.setSelected({mode()});
}

void CallFormViewModel::pickMode(int row)
{
    const Choice* choice = m_modes.at(row);
    if (!choice || choice->code == mode())
        return;
    edited().set(u"mode", QString(choice->code));
    // An attempt has no length; a length typed before would count where nothing happened.
    if (!asksMinutes())
        minutes()->clear();
    touch();
    Q_EMIT modeChanged();
    Q_EMIT titleChanged();
}

} // namespace doorstep::ui
