#include "domain/record.h"
#include "domain/scoring.h"

#include <QTest>

#include <array>

using namespace doorstep::domain;

namespace {

Measure ucla(const char* point, QDate day, std::optional<std::array<int, 3>> answers)
{
    Measure measure;
    measure.instrument = Code{QStringLiteral("ucla-3")};
    measure.point = Code{QString::fromLatin1(point)};
    measure.takenOn = day;
    if (answers) {
        measure.companionship = answers->at(0);
        measure.leftOut = answers->at(1);
        measure.isolated = answers->at(2);
    }
    return measure;
}

const QDate kDay(2026, 11, 3);

} // namespace

class TestScoring : public QObject
{
    Q_OBJECT

    const CodeLists m_lists = CodeLists::builtIn();
    const ProgrammeRules m_rules = ProgrammeRules::from(m_lists);
    const Instrument m_ucla = *findInstrument(m_lists, u"ucla-3");

private Q_SLOTS:
    void score_allTwentySevenAnswers_addUp()
    {
        for (int a = 1; a <= 3; ++a) {
            for (int b = 1; b <= 3; ++b) {
                for (int c = 1; c <= 3; ++c) {
                    const auto sum = score(m_ucla, ucla("start", kDay, std::array{a, b, c}));
                    QVERIFY(sum);
                    QCOMPARE(*sum, a + b + c);
                    QVERIFY(*sum >= m_ucla.least && *sum <= m_ucla.most);
                }
            }
        }
    }
    void score_oneAnswerMissing_isNone()
    {
        for (const Empty empty : {Empty::Blank, Empty::NotAsked, Empty::Declined, Empty::NotKnown}) {
            for (Whole Measure::*field : {&Measure::companionship, &Measure::leftOut, &Measure::isolated}) {
                Measure measure = ucla("start", kDay, std::array{1, 2, 3});
                measure.*field = empty;
                QVERIFY(!score(m_ucla, measure));
            }
        }
    }
    void score_otherInstrument_isNone()
    {
        Measure measure = ucla("start", kDay, std::array{1, 2, 3});
        measure.instrument = Code{QStringLiteral("ons-4")};
        QVERIFY(!score(m_ucla, measure));
        measure.satisfied = 1;
        measure.worthwhile = 2;
        measure.happy = 3;
        measure.anxious = 4;
        const Instrument ons = *findInstrument(m_lists, u"ons-4");
        QVERIFY(!ons.isAdded);
        QVERIFY(!score(ons, measure));
        QCOMPARE(itemAnswer(measure, ons.items.at(3)).value(), 4);
        QVERIFY(ons.items.at(3).lowerIsBetter && !ons.items.at(0).lowerIsBetter);
        QCOMPARE(ons.items.at(0).scaleMost, 10);
    }
    void instruments_mappedFields_existOnTheMeasure()
    {
        QStringList askable;
        for (const Instrument& instrument : allInstruments(m_lists)) {
            QStringList fields;
            for (const MeasureItem& item : instrument.items) {
                if (item.field.isEmpty())
                    continue;
                QVERIFY2(kindOf<Measure>().indexOf(item.field) >= 0, qPrintable(item.code));
                QVERIFY(!fields.contains(item.field));
                QVERIFY(!item.text.isEmpty() && (!item.answers.empty() || item.scaleMost > item.scaleLeast));
                fields << item.field;
            }
            if (instrument.canBeAsked())
                askable << instrument.code;
        }
        QCOMPARE(askable,
                 (QStringList{QStringLiteral("ucla-3"), QStringLiteral("ons-4"), QStringLiteral("direct-loneliness")}));
    }
    void instruments_answerScores_fitTheFieldsRange()
    {
        for (const Instrument& instrument : allInstruments(m_lists)) {
            for (const MeasureItem& item : instrument.items) {
                if (item.field.isEmpty())
                    continue;
                const FieldSpec& field =
                    kindOf<Measure>().fields[static_cast<size_t>(kindOf<Measure>().indexOf(item.field))];
                for (const MeasureAnswer& answer : item.answers)
                    QVERIFY(answer.score >= field.least && answer.score <= field.most);
                if (item.answers.empty())
                    QVERIFY(item.scaleLeast >= field.least && item.scaleMost <= field.most);
            }
        }
    }
    void lonelinessClass_cutAtSix()
    {
        QVERIFY(lonelinessClass(3, m_rules) == LonelinessClass::NotLonely);
        QVERIFY(lonelinessClass(5, m_rules) == LonelinessClass::NotLonely);
        QVERIFY(lonelinessClass(6, m_rules) == LonelinessClass::Lonely);
        QVERIFY(lonelinessClass(9, m_rules) == LonelinessClass::Lonely);
        QVERIFY(!lonelinessClass(2, m_rules) && !lonelinessClass(10, m_rules));
        QVERIFY(!isMostLonely(7, m_rules) && isMostLonely(8, m_rules));
    }
    void change_eightToFive_isThreeLowerAndBecameNotLonely()
    {
        const auto change = scoreChange(m_ucla, ucla("start", kDay, std::array{3, 3, 2}),
                                        ucla("end", kDay.addDays(80), std::array{2, 2, 1}), m_rules);
        QVERIFY(change);
        QCOMPARE(change->difference, -3);
        QVERIFY(change->change == ChangeClass::Improved);
        QVERIFY(change->crossing == Crossing::BecameNotLonely);
    }
    void change_everyCrossing_isNamed()
    {
        const auto crossing = [&](int from, int to) {
            const auto answers = [](int sum) { return std::array{(sum + 2) / 3, (sum + 1) / 3, sum / 3}; };
            return *scoreChange(m_ucla, ucla("start", kDay, answers(from)), ucla("end", kDay, answers(to)), m_rules)
                        ->crossing;
        };
        QVERIFY(crossing(6, 5) == Crossing::BecameNotLonely);
        QVERIFY(crossing(9, 6) == Crossing::StayedLonely);
        QVERIFY(crossing(5, 3) == Crossing::StayedNotLonely);
        QVERIFY(crossing(5, 6) == Crossing::BecameLonely);
    }
    void changeSinceStart_incompleteOrInterim_isNone()
    {
        const Measure start = ucla("start", kDay, std::array{3, 3, 2});
        const Measure review = ucla("review", kDay.addDays(42), std::array{1, 1, 1});
        const Measure partial = ucla("end", kDay.addDays(80), {});
        QVERIFY(!changeSinceStart(m_ucla, std::array{start, review, partial}, u"end", m_rules));
        const Measure end = ucla("end", kDay.addDays(82), std::array{2, 2, 2});
        QVERIFY(!changeSinceStart(m_ucla, std::array{review, end}, u"end", m_rules));
        const auto change = changeSinceStart(m_ucla, std::array{end, start, review, partial}, u"end", m_rules);
        QVERIFY(change);
        QCOMPARE(change->difference, -2);
        QVERIFY(change->crossing == Crossing::StayedLonely);
    }
};

QTEST_APPLESS_MAIN(TestScoring)
#include "tst_scoring.moc"
