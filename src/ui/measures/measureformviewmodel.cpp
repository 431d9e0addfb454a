#include "ui/measures/measureformviewmodel.h"

#include "domain/programmeclock.h"
#include "domain/softchecks.h"
#include "ui/forms/personrecords.h"
#include "ui/forms/warningtext.h"
#include "ui/syncstatus/errortext.h"

#include <algorithm>
#include <utility>

namespace doorstep::ui {

using domain::Contact;
using domain::Empty;
using domain::Measure;
using domain::MeasureItem;
using domain::Value;

namespace {

const QLatin1StringView kStep("step");
const QLatin1StringView kOnDevice("self-on-device");

QString codeOf(const domain::Record& record, QStringView field)
{
    const auto* code = std::get_if<QString>(&record.value(field));
    return code ? *code : QString();
}

} // namespace

MeasureFormViewModel::MeasureFormViewModel(Session& session, Start start, VerifyPin verifyPin)
    : RecordForm(FormPage::Measure, session, std::move(start)),
      m_instrument(
          domain::findInstrument(session.lists(), codeOf(record(), u"instrument")).value_or(domain::Instrument())),
      m_rules(domain::ProgrammeRules::from(session.lists())), m_verifyPin(std::move(verifyPin)),
      m_others(recordsOf<Measure>(session, person())), m_point(addField(QLatin1StringView("point"))),
      m_way(addField(QLatin1StringView("way"))), m_takenOn(addField(QLatin1StringView("taken_on"))),
      m_notAskedReason(addField(QLatin1StringView("not_asked_reason"))), m_note(addField(QLatin1StringView("note")))
{
    const Value& episode = record().value(u"episode");
    std::erase_if(m_others, [&](const Measure& other) {
        return other.id.uuid() == id().uuid() || domain::toValue(other.episode) != episode;
    });
    for (const Contact& contact : recordsOf<Contact>(session, person()))
        m_contacts += m_rules.countedModes.contains(contact.mode.valueOr({}).text) ? 1 : 0;
    std::vector<Choice> points;
    for (const QString& point : m_instrument.points)
        points.push_back({point, session.lists().label(u"measure-points", point), {}});
    m_point->options()->setChoices(std::move(points));
    connect(this, &MeasureFormViewModel::stepChanged, this, &RecordForm::handedOverChanged);
}

QString MeasureFormViewModel::title() const
{
    return tr("Measure · %1").arg(personName());
}

MeasureFormViewModel::Stage MeasureFormViewModel::stage() const
{
    if (m_step == 0)
        return Stage::Worker;
    return m_step > questions() ? Stage::ThankYou : Stage::Question;
}

bool MeasureFormViewModel::isHandedOver() const
{
    return stage() != Stage::Worker && m_way->code() == kOnDevice;
}

const MeasureItem* MeasureFormViewModel::item() const
{
    return stage() == Stage::Question ? &m_instrument.items[static_cast<size_t>(m_step) - 1] : nullptr;
}

QString MeasureFormViewModel::question() const
{
    return item() ? item()->text : QString();
}

bool MeasureFormViewModel::isScale() const
{
    return item() && item()->answers.empty();
}

int MeasureFormViewModel::scaleLeast() const
{
    return item() ? item()->scaleLeast : 0;
}

int MeasureFormViewModel::scaleMost() const
{
    return item() ? item()->scaleMost : 0;
}

QString MeasureFormViewModel::scaleLeastLabel() const
{
    return item() ? item()->scaleLeastLabel : QString();
}

QString MeasureFormViewModel::scaleMostLabel() const
{
    return item() ? item()->scaleMostLabel : QString();
}

Value MeasureFormViewModel::answerOf(const MeasureItem& asked) const
{
    return record().value(asked.field);
}

int MeasureFormViewModel::scaleValue() const
{
    const Value now = item() ? answerOf(*item()) : Value(Empty::Blank);
    const auto* number = std::get_if<qint64>(&now);
    return number ? static_cast<int>(*number) : -1;
}

bool MeasureFormViewModel::isDeclined() const
{
    return item() && answerOf(*item()) == Value(Empty::Declined);
}

bool MeasureFormViewModel::canGoOn() const
{
    return item() && !domain::isBlank(answerOf(*item()));
}

QString MeasureFormViewModel::pointByClock()
{
    const auto has = [this](const char* point) {
        return std::any_of(m_others.begin(), m_others.end(), [&](const Measure& other) {
            return other.instrument.is(domain::Code{m_instrument.code}) &&
                   other.point.is(domain::Code{QString::fromLatin1(point)});
        });
    };
    const auto* id = std::get_if<QUuid>(&record().value(u"episode"));
    if (!has("start") || !id)
        return QStringLiteral("start");
    const auto episode = session().records().get(base::Id<domain::Episode>(*id));
    if (!episode)
        return QStringLiteral("start");
    const auto days = domain::EpisodeDays::of(*episode, m_rules);
    const domain::ProgrammeClock clock(days, m_rules, today(), m_contacts);
    if (days.ended)
        return clock.isFollowUpOpen() ? QStringLiteral("follow-up") : QStringLiteral("end");
    const bool isNearEnd = clock.of() > 0 && clock.number() >= clock.of() - 1;
    if (isNearEnd || !m_instrument.points.contains(QStringLiteral("review")))
        return QStringLiteral("end");
    return QStringLiteral("review");
}

void MeasureFormViewModel::prefill()
{
    fill(m_takenOn, today());
    fill(m_way, QString(kOnDevice));
    fill(m_point, pointByClock());
}

QJsonObject MeasureFormViewModel::extras() const
{
    return {{kStep, m_step}};
}

void MeasureFormViewModel::restore(const QJsonObject& extras)
{
    m_step = std::clamp(extras.value(kStep).toInt(), 0, questions() + 1);
    showAnswers();
}

void MeasureFormViewModel::answersChanged()
{
    showAnswers();
}

QStringList MeasureFormViewModel::findWarnings()
{
    return warningTexts(
        domain::checkMeasure(domain::fromRecord<Measure>(record()), m_others, m_contacts, today(), m_rules));
}

void MeasureFormViewModel::showAnswers()
{
    std::vector<Choice> choices;
    if (item()) {
        for (const domain::MeasureAnswer& answer : item()->answers)
            choices.push_back({QString::number(answer.score), answer.label, {}});
    }
    const bool isSame = static_cast<size_t>(m_answers.rowCount()) == choices.size() &&
                        (choices.empty() || (m_answers.at(0)->label == choices.front().label &&
                                             m_answers.at(0)->code == choices.front().code));
    // The same answers for the next question stay in place, so that nothing flickers under the finger.
    if (!isSame)
        m_answers.setChoices(std::move(choices));
    m_answers.setSelected(scaleValue() < 0 ? QStringList() : QStringList{QString::number(scaleValue())});
    Q_EMIT stepChanged();
}

void MeasureFormViewModel::put(const Value& answer)
{
    if (!item())
        return;
    edited().set(item()->field, answer);
    const auto score = domain::score(m_instrument, domain::fromRecord<Measure>(record()));
    edited().set(u"score", score ? Value(static_cast<double>(*score)) : Value(Empty::Blank));
    touch();
    // Each answer is kept before the next question shows.
    flush();
}

void MeasureFormViewModel::answer(int row)
{
    if (const Choice* choice = m_answers.at(row))
        put(qint64(choice->code.toInt()));
}

void MeasureFormViewModel::answerScale(int value)
{
    put(qint64(value));
}

void MeasureFormViewModel::ratherNotSay()
{
    put(Empty::Declined);
    goOn();
}

void MeasureFormViewModel::goTo(int step)
{
    m_step = step;
    touch();
    flush();
}

void MeasureFormViewModel::ask()
{
    int step = 1;
    while (step < questions() && !domain::isBlank(answerOf(m_instrument.items[static_cast<size_t>(step) - 1])))
        ++step;
    goTo(step);
}

void MeasureFormViewModel::goOn()
{
    if (canGoOn())
        goTo(m_step + 1);
}

void MeasureFormViewModel::back()
{
    // While the phone is handed over the worker's page is behind the PIN.
    if (m_step > 1 || (m_step == 1 && !isHandedOver()))
        goTo(m_step - 1);
}

void MeasureFormViewModel::askPin(AfterPin then)
{
    m_afterPin = then;
    setPinError({});
    Q_EMIT pinNeeded();
}

void MeasureFormViewModel::stop()
{
    if (isHandedOver())
        askPin(AfterPin::Stop);
    else
        leave();
}

void MeasureFormViewModel::handBack()
{
    if (isHandedOver())
        askPin(AfterPin::Finish);
    else
        finish();
}

void MeasureFormViewModel::enterPin(const QString& pin)
{
    if (const base::Status right = m_verifyPin(pin); !right) {
        setPinError(errorText(right.error().code));
        return;
    }
    const AfterPin then = std::exchange(m_afterPin, AfterPin::Nothing);
    setPinError({});
    Q_EMIT pinAccepted();
    if (then == AfterPin::Finish) {
        finish();
    } else if (then == AfterPin::Stop) {
        // Back in the worker's hands: the draft opens on the worker's page.
        goTo(0);
    }
}

void MeasureFormViewModel::cancelPin()
{
    m_afterPin = AfterPin::Nothing;
    setPinError({});
}

void MeasureFormViewModel::setPinError(const QString& error)
{
    m_pinError = error;
    Q_EMIT pinErrorChanged();
}

} // namespace doorstep::ui
