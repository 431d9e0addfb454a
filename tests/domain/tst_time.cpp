#include "base/hybridclock.h"
#include "base/id.h"
#include "domain/samples.h"

#include <QTest>

using namespace doorstep::base;

class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timestamp_text_keepsMomentAndOffset_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"2026-11-24T10:02:00+00:00", "2026-07-01T10:02:00+01:00", "2024-02-29T23:59:59-05:30",
              "2026-11-24T10:02:00.125+00:00", "1948-03-01T00:00:00+13:45", "1969-12-31T23:59:59.999+00:00",
              "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59.001-01:00", "2000-03-01T00:00:00-00:30"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void timestamp_text_keepsMomentAndOffset()
    {
        QFETCH(QString, text);
        const auto time = Timestamp::fromIso(text);
        QVERIFY(time);
        QCOMPARE(time->toIso(), text);
    }
    void timestamp_otherText_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "2026-11-24", "2026-11-24T10:02:00", "2026-02-29T10:00:00Z", "24/11/2026 10:02",
                                 "2026-11-24T25:00:00Z", "2026-11-24 10:02:00Z", "2026-11-24T10:02:00X"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void timestamp_otherText_isRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Timestamp::fromIso(text));
    }
    void timestamp_anyMoment_readsAsQtReadsIt()
    {
        SeededRandom random(samples::seed());
        for (int i = 0; i < 20'000; ++i) {
            // 0001 to 9999, with any offset in minutes that a clock may have.
            const qint64 utc = static_cast<qint64>(random.below(315'500'000'000'000ULL)) - 62'135'500'000'000LL;
            const int offset = static_cast<int>(random.below(27 * 60)) - 13 * 60;
            const Timestamp time(random.below(2) == 0 ? utc : utc / 1000 * 1000, offset);
            const QString text = time.toIso();
            const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
            QVERIFY2(read == time.toDateTime() && read.offsetFromUtc() == offset * 60, qPrintable(text));
            const auto back = Timestamp::fromIso(text);
            QVERIFY2(back && *back == time, qPrintable(text));
            // One character astray: what Qt refuses is refused.
            QString spoilt = text;
            const auto place = static_cast<qsizetype>(random.below(static_cast<quint64>(text.size())));
            spoilt[place] = QLatin1Char("0123456789-+:.TZ x"[random.below(18)]);
            const QDateTime qts = QDateTime::fromString(spoilt, Qt::ISODateWithMs);
            if (!qts.isValid())
                QVERIFY2(!Timestamp::fromIso(spoilt), qPrintable(spoilt));
            else if (const auto own = Timestamp::fromIso(spoilt))
                QVERIFY2(own->utcMilliseconds() == qts.toMSecsSinceEpoch(), qPrintable(spoilt));
        }
    }
    void timestamp_order_isByMoment()
    {
        const auto summer = *Timestamp::fromIso(u"2026-07-01T10:00:00+01:00");
        const auto noon = *Timestamp::fromIso(u"2026-07-01T09:30:00Z");
        QVERIFY(summer < noon);
        QCOMPARE(summer.date(), QDate(2026, 7, 1));
        QCOMPARE(Timestamp::fromIso(u"2026-07-01T00:30:00+01:00")->date(), QDate(2026, 7, 1));
    }
    void uuid_madeLater_sortsLater()
    {
        SeededRandom random(samples::seed());
        FixedClock clock(*Timestamp::fromIso(u"2026-11-24T10:00:00Z"));
        QString last;
        for (int i = 0; i < 2000; ++i) {
            const QString text = uuidText(makeUuid(clock, random));
            QVERIFY2(last < text, qPrintable(text));
            QCOMPARE(text.at(14), QChar(u'7'));
            QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
            QVERIFY(uuidFromText(text));
            last = text;
            clock.advance(1);
        }
    }
    void uuid_otherText_isRefused()
    {
        QVERIFY(!uuidFromText(u"00000000-0000-0000-0000-000000000000"));
        QVERIFY(!uuidFromText(u"{0193e4a2-b7c1-7000-8000-000000000001}"));
        QVERIFY(!uuidFromText(u"0193e4a2b7c170008000000000000001"));
        QVERIFY(!uuidFromText(u"0193e4a2-b7c1-7000-8000-00000000000g"));
    }
    void hybridClock_machineClockGoesBack_neverGoesBack()
    {
        QRandomGenerator random(samples::seed());
        FixedClock machine(Timestamp(1'000'000'000, 0));
        HybridClock clock(machine, {});
        HybridTime last;
        for (int i = 0; i < 100'000; ++i) {
            machine.advance(random.bounded(-5000, 5000));
            if (random.bounded(50) == 0)
                clock.observe(HybridTime::fromMilliseconds(machine.now().utcMilliseconds() + random.bounded(9000)));
            const HybridTime next = clock.next();
            QVERIFY(next > last);
            last = next;
        }
        QVERIFY(last == clock.last());
    }
    void version_text_comesBackEqual()
    {
        const Version version{HybridTime::fromMilliseconds(1'795'514'520'000), 7};
        QCOMPARE(version.text().size(), 18);
        QVERIFY(Version::fromText(version.text()) == version);
        QVERIFY(Version::fromText(u"") == Version{});
        for (const char16_t* text : {u"0193", u"0193e4a2b7c10000", u"0193e4a2b7c10000.", u"0193e4a2b7c10000.-1",
                                     u"0000000000000000.1", u"0193e4a2b7c1000g.1"})
            QVERIFY(!Version::fromText(QString::fromUtf16(text)));
    }
};

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
