#include "domain/scoring.h"
#include "ui/core/tone.h"
#include "ui/core/words.h"
#include "ui/person/personrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace doorstep::ui {

using domain::Instrument;
using domain::Measure;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(MeasureCards)
};

/// "Start: 4 · 5 · 4 · 6", or why it was not asked.
QString lineOf(const CaseFile& file, const Instrument& instrument, const Measure& measure)
{
    const QString point = file.label(u"measure-points", measure.point);
    if (measure.notAskedReason.has())
        return Say::tr("%1: not asked, %2")
            .arg(point, file.label(u"measure-not-asked-reasons", measure.notAskedReason).toLower());
    QStringList answers;
    for (const domain::MeasureItem& item : instrument.items) {
        const domain::Whole answer = domain::itemAnswer(measure, item);
        answers << (answer.has() ? QString::number(answer.value()) : QStringLiteral("–"));
    }
    return Say::tr("%1: %2").arg(point, words::joined(answers));
}

void fillChange(MeasureCard& card, const CaseFile& file, const Instrument& instrument,
                std::span<const Measure> measures)
{
    const auto rules = domain::ProgrammeRules::from(file.lists());
    auto change = domain::changeSinceStart(instrument, measures, u"follow-up", rules);
    if (!change)
        change = domain::changeSinceStart(instrument, measures, u"end", rules);
    if (!change)
        return;
    card.changeTone = change->change == domain::ChangeClass::Improved       ? Good
                      : change->change == domain::ChangeClass::Deteriorated ? Attention
                                                                            : Neutral;
    if (change->difference == 0)
        card.change = Say::tr("Same as at start");
    else if (change->difference < 0)
        card.change = Say::tr("%1 lower than start").arg(-change->difference);
    else
        card.change = Say::tr("%1 higher than start").arg(change->difference);
}

MeasureCard cardOf(const CaseFile& file, const Instrument& instrument, const std::vector<Measure>& measures)
{
    MeasureCard card;
    card.title = instrument.label;
    card.minimum = instrument.least;
    card.maximum = instrument.most;
    QStringList spoken;
    for (const Measure& measure : measures) {
        const auto sum = domain::score(instrument, measure);
        if (!sum) {
            card.lines << lineOf(file, instrument, measure);
            continue;
        }
        card.values << *sum;
        card.labels << file.label(u"measure-points", measure.point);
        spoken << Say::tr("%1 %2").arg(card.labels.last()).arg(*sum);
    }
    card.description = Say::tr("%1: %2").arg(card.title, spoken.join(QStringLiteral(", ")));
    if (instrument.code == QLatin1StringView("ucla-3")) {
        const auto rules = domain::ProgrammeRules::from(file.lists());
        card.bandFrom = rules.lonely.least;
        card.bandTo = rules.lonely.most;
    }
    fillChange(card, file, instrument, measures);
    return card;
}

} // namespace

std::vector<MeasureCard> measureCardsOf(const CaseFile& file)
{
    std::vector<Measure> all = file.all<Measure>();
    std::stable_sort(all.begin(), all.end(),
                     [](const Measure& a, const Measure& b) { return a.takenOn.valueOr({}) < b.takenOn.valueOr({}); });
    std::vector<MeasureCard> cards;
    for (const Instrument& instrument : domain::allInstruments(file.lists())) {
        std::vector<Measure> own;
        std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                     [&](const Measure& each) { return each.instrument.is(domain::Code{instrument.code}); });
        if (!own.empty())
            cards.push_back(cardOf(file, instrument, own));
    }
    return cards;
}

} // namespace doorstep::ui
