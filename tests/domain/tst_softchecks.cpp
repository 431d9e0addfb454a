#include "domain/softchecks.h"

#include <QTest>

using namespace doorstep::domain;
using doorstep::base::Timestamp;

namespace {

const Timestamp kNow = *Timestamp::fromIso(u"2026-11-24T12:00:00+00:00");

Contact visit(const char16_t* startedAt, std::optional<int> minutes, const char* mode = "face-to-face")
{
    Contact contact;
    contact.id = decltype(contact.id)(QUuid::createUuid());
    contact.mode = Code{QString::fromLatin1(mode)};
    contact.startedAt = *Timestamp::fromIso(startedAt);
    if (minutes)
        contact.minutes = *minutes;
    return contact;
}

Measure measure(const char* point, QDate day)
{
    Measure made;
    made.instrument = Code{QStringLiteral("ucla-3")};
    made.point = Code{QString::fromLatin1(point)};
    made.takenOn = day;
    return made;
}

} // namespace

class TestSoftChecks : public QObject
{
    Q_OBJECT

    const CodeLists m_lists = CodeLists::builtIn();
    const ProgrammeRules m_rules = ProgrammeRules::from(m_lists);

    std::vector<SoftWarning> warnings(const Contact& contact, const std::vector<Contact>& others = {},
                                      const EpisodeDays& days = {}) const
    {
        std::vector<SoftWarning> found;
        for (const SoftCheck& check : checkContact(contact, others, days, kNow, m_rules))
            found.push_back(check.warning);
        return found;
    }

private Q_SLOTS:
    void contact_ordinaryVisit_isQuiet()
    {
        QVERIFY(warnings(visit(u"2026-11-24T10:00:00+00:00", 60)).empty());
        QVERIFY(warnings(visit(u"2026-11-24T10:00:00+00:00", {})).empty());
        QVERIFY(warnings(Contact()).empty());
    }
    void contact_longMinutes_asksOnce()
    {
        QVERIFY(warnings(visit(u"2026-11-23T09:00:00+00:00", 240)).empty());
        QCOMPARE(warnings(visit(u"2026-11-23T09:00:00+00:00", 241)), std::vector{SoftWarning::AllDayOuting});
        QCOMPARE(warnings(visit(u"2026-11-23T09:00:00+00:00", 721)), std::vector{SoftWarning::VeryLong});
    }
    void contact_inFuture_isNoticed()
    {
        QCOMPARE(warnings(visit(u"2026-11-24T12:01:00+00:00", 10)), std::vector{SoftWarning::InFuture});
    }
    void contact_sameDayModeAndMinutes_isDuplicate()
    {
        const Contact first = visit(u"2026-11-24T09:00:00+00:00", 20, "telephone");
        const Contact second = visit(u"2026-11-24T11:00:00+00:00", 20, "telephone");
        QCOMPARE(warnings(second, {first, second}), std::vector{SoftWarning::Duplicate});
        QVERIFY(warnings(visit(u"2026-11-24T11:00:00+00:00", 25, "telephone"), {first}).empty());
        QVERIFY(warnings(visit(u"2026-11-23T11:00:00+00:00", 20, "telephone"), {first}).empty());
        const Contact blank = visit(u"2026-11-24T09:00:00+00:00", {}, "telephone");
        QVERIFY(warnings(visit(u"2026-11-24T11:00:00+00:00", {}, "telephone"), {blank}).empty());
    }
    void contact_secondVisitOfDay_isNoticed()
    {
        const Contact first = visit(u"2026-11-24T09:00:00+00:00", 60);
        QCOMPARE(warnings(visit(u"2026-11-24T11:00:00+00:00", 30), {first}),
                 std::vector{SoftWarning::SecondVisitOfDay});
    }
    void contact_afterEnding_isAfterCare()
    {
        EpisodeDays days;
        days.ended = QDate(2026, 11, 20);
        QCOMPARE(warnings(visit(u"2026-11-24T10:00:00+00:00", 10, "telephone"), {}, days),
                 std::vector{SoftWarning::AfterEnding});
        QVERIFY(warnings(visit(u"2026-11-20T10:00:00+00:00", 10, "telephone"), {}, days).empty());
    }
    void measure_endOnStartDay_isDoubted()
    {
        const QDate day(2026, 11, 3);
        const std::vector others{measure("start", day)};
        const auto check = [&](QDate end, int contacts) {
            std::vector<SoftWarning> found;
            for (const SoftCheck& each : checkMeasure(measure("end", end), others, contacts, kNow.date(), m_rules))
                found.push_back(each.warning);
            return found;
        };
        QVERIFY(check(day.addDays(20), 5).empty());
        QCOMPARE(check(day, 5), std::vector{SoftWarning::EndMeasureOnStartDay});
        QCOMPARE(check(day.addDays(-1), 5), std::vector{SoftWarning::EndBeforeStart});
        QCOMPARE(check(day.addDays(20), 1), std::vector{SoftWarning::EndMeasureTooEarly});
        QCOMPARE(check(kNow.date().addDays(1), 5), std::vector{SoftWarning::InFuture});
        QVERIFY(checkMeasure(measure("start", day), others, 0, kNow.date(), m_rules).empty());
    }
    void episode_plannedEndWithoutContact_isDoubted()
    {
        Episode episode;
        episode.startedOn = QDate(2026, 9, 1);
        episode.endedOn = QDate(2026, 11, 1);
        episode.closureReason = Code{QStringLiteral("end-of-agreed-service-provision")};
        QVERIFY(checkEpisode(episode, 3, m_lists).empty());
        QVERIFY(checkEpisode(episode, 0, m_lists).front().warning == SoftWarning::PlannedEndUnseen);
        episode.endedOn = QDate(2026, 8, 1);
        QVERIFY(checkEpisode(episode, 3, m_lists).front().warning == SoftWarning::EndBeforeStart);
    }
};

QTEST_APPLESS_MAIN(TestSoftChecks)
#include "tst_softchecks.moc"
