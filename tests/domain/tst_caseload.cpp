#include "domain/completeness.h"
#include "domain/duelist.h"
#include "domain/kinds/measure.h"
#include "domain/practice/caseload.h"
#include "domain/samples.h"
#include "domain/validation.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace doorstep::domain;
using doorstep::base::Timestamp;

namespace {

const QDate kToday(2026, 11, 24);

CaseloadRequest request(CaseloadSize size, quint64 seed = 1)
{
    CaseloadRequest made;
    made.size = size;
    made.seed = seed;
    made.today = kToday;
    return made;
}

Timestamp noon(QDate day)
{
    return Timestamp::fromDateTime(QDateTime(day, QTime(12, 0), Qt::UTC));
}

QByteArray bytesOf(const std::vector<Record>& records)
{
    QByteArray bytes;
    for (const Record& record : records)
        bytes += record.id.text().toUtf8() + QJsonDocument(fieldsJson(record)).toJson();
    return bytes;
}

/// Percent of the records of a kind that `matches` holds for.
template <class Matches>
double percent(const std::vector<Record>& records, QLatin1StringView kind, Matches matches)
{
    int all = 0;
    int hits = 0;
    for (const Record& record : records) {
        if (record.kind->key() != kind)
            continue;
        ++all;
        hits += matches(record) ? 1 : 0;
    }
    return all == 0 ? 0 : 100.0 * hits / all;
}

bool isCode(const Record& record, QStringView field, QLatin1StringView code)
{
    const QString* text = std::get_if<QString>(&record.value(field));
    return text && *text == code;
}

} // namespace

class TestCaseload : public QObject
{
    Q_OBJECT

    const CodeLists m_lists = CodeLists::builtIn();
    const ProgrammeRules m_rules = ProgrammeRules::from(m_lists);
    std::vector<PersonSummary> m_people;
    std::map<QString, std::vector<Record>> m_byName;
    std::vector<Record> m_large;

    const PersonSummary& personNamed(const char* name) const
    {
        return *std::find_if(m_people.begin(), m_people.end(),
                             [&](const PersonSummary& each) { return each.name == QLatin1StringView(name); });
    }
    int week(const char* name) const
    {
        const PersonSummary& person = personNamed(name);
        return ProgrammeClock(person.days, m_rules, kToday, person.contacts).number();
    }
    double share(const char* kind, const char* field, const char* code) const
    {
        const auto known = [&](const Record& r) { return !isEmpty(r.value(QLatin1StringView(field))); };
        const auto hit = [&](const Record& r) {
            return isCode(r, QString::fromLatin1(field), QLatin1StringView(code));
        };
        return 100 * percent(m_large, QLatin1StringView(kind), hit) / percent(m_large, QLatin1StringView(kind), known);
    }
    double missing(const char* field) const
    {
        return percent(m_large, QLatin1StringView("person"),
                       [&](const Record& r) { return isEmpty(r.value(QLatin1StringView(field))); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto& [id, records] : samples::byPerson(makeCaseload(request(CaseloadSize::Practice)))) {
            m_people.push_back(summarise(records, m_rules, noon(kToday)));
            m_byName[m_people.back().name] = records;
        }
        m_large = makeCaseload(request(CaseloadSize::Large));
    }
    void practice_anySeedAndDay_fillsThePeopleChips()
    {
        for (quint64 seed = 1; seed <= 25; ++seed) {
            CaseloadRequest wanted = request(CaseloadSize::Practice, seed);
            wanted.today = kToday.addDays(static_cast<int>(seed) * 17);
            std::map<Stage, int> stages;
            std::vector<PersonSummary> people;
            for (const auto& [id, records] : samples::byPerson(makeCaseload(wanted))) {
                people.push_back(summarise(records, m_rules, noon(wanted.today)));
                ++stages[ProgrammeClock(people.back().days, m_rules, wanted.today).stage(people.back().hasFollowUp)];
            }
            QCOMPARE(stages[Stage::Active], 14);
            QCOMPARE(stages[Stage::New], 2);
            QCOMPARE(stages[Stage::FollowUp] + stages[Stage::Ended], 46);
            QCOMPARE(stages[Stage::FollowUp], 5);
            QCOMPARE(dueList(people, m_rules, wanted.today).size(), size_t(2));
        }
    }
    void practice_knownPeople_lookAsInThePictures_data()
    {
        QTest::addColumn<int>("weeks");
        QTest::addColumn<int>("complete");
        QTest::newRow("Margaret Ellis") << 4 << 90;
        QTest::newRow("Dennis Okafor") << 7 << 100;
        QTest::newRow("Joan Price") << 6 << 70;
        QTest::newRow("Tom Reilly") << 3 << 50;
        QTest::newRow("Aileen MacRae") << 11 << 80;
        QTest::newRow("Ruth Kowalski") << 1 << 40;
    }
    void practice_knownPeople_lookAsInThePictures()
    {
        QFETCH(int, weeks);
        QFETCH(int, complete);
        const char* name = QTest::currentDataTag();
        QCOMPARE(week(name), weeks);
        QCOMPARE(completenessOf(m_byName.at(QString::fromLatin1(name)), m_lists).percent(), complete);
    }
    void practice_margaret_hasHerStory()
    {
        const PersonSummary& margaret = personNamed("Margaret Ellis");
        QCOMPARE(*margaret.lastContact, kToday);
        QCOMPARE(margaret.goals, 2);
        QCOMPARE(margaret.openSignposts.size(), size_t(1));
        QCOMPARE(margaret.openSignposts.front().name, QStringLiteral("Falls Bowls Club"));
        const auto& records = m_byName.at(margaret.name);
        QVERIFY(std::any_of(records.begin(), records.end(), [](const Record& record) {
            return isCode(record, u"instrument", QLatin1StringView("ucla-3")) && record.value(u"score") == Value(8.0);
        }));
        QCOMPARE(completenessOf(records, m_lists).missing.front().sentence, QStringLiteral("ethnicity"));
    }
    void practice_morningToCome_leavesTheVisitOpen()
    {
        CaseloadRequest early = request(CaseloadSize::Practice);
        early.morningDone = false;
        for (const auto& [id, records] : samples::byPerson(makeCaseload(early))) {
            const PersonSummary person =
                summarise(records, m_rules, Timestamp(noon(kToday).utcMilliseconds() - 4 * 3600000, 0));
            if (person.name != QLatin1StringView("Margaret Ellis"))
                continue;
            QCOMPARE(person.nextVisit->toDateTime().time(), QTime(10, 0));
            QCOMPARE(*person.lastContact, kToday.addDays(-12));
        }
    }
    void practice_dueList_isAsOnTheTodayPage()
    {
        const auto items = dueList(m_people, m_rules, kToday);
        QCOMPARE(items.size(), size_t(2));
        QCOMPARE(items[0].name, QStringLiteral("Joan Price"));
        QVERIFY(items[0].kind == DueKind::Review);
        QCOMPARE(items[0].due, QDate(2026, 11, 26));
        QCOMPARE(items[0].since, QDate(2026, 10, 13));
        QCOMPARE(items[1].name, QStringLiteral("Tom Reilly"));
        QVERIFY(items[1].kind == DueKind::SecondContact);
        QCOMPARE(items[1].days, 12);
    }
    void caseload_everyRecord_isValidAndPointsBackwards_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("practice") << static_cast<int>(CaseloadSize::Practice);
        QTest::newRow("large") << static_cast<int>(CaseloadSize::Large);
    }
    void caseload_everyRecord_isValidAndPointsBackwards()
    {
        QFETCH(int, size);
        QSet<QUuid> seen;
        for (const Record& record : makeCaseload(request(static_cast<CaseloadSize>(size)))) {
            const auto status = validate(record);
            QVERIFY2(status, status ? "" : qPrintable(status.error().field));
            for (size_t i = 0; i < record.values.size(); ++i) {
                const FieldSpec& field = record.kind->fields[i];
                if (const auto* id = std::get_if<QUuid>(&record.values[i]))
                    QVERIFY2(seen.contains(*id), field.name);
                const auto* codes = std::get_if<QStringList>(&record.values[i]);
                if (codes && field.refers) {
                    for (const QString& id : *codes)
                        QVERIFY2(seen.contains(QUuid(id)), field.name);
                }
                const auto* text = std::get_if<QString>(&record.values[i]);
                if (text && field.list)
                    QVERIFY2(m_lists.list(QString::fromLatin1(field.list)).find(*text), qPrintable(*text));
                const auto* day = std::get_if<QDate>(&record.values[i]);
                QVERIFY2(!day || !field.past || *day <= kToday, field.name);
            }
            QVERIFY(!seen.contains(record.id.uuid()));
            seen.insert(record.id.uuid());
        }
    }
    void caseload_sameSeed_givesTheSameBytes()
    {
        QCOMPARE(bytesOf(makeCaseload(request(CaseloadSize::Practice))),
                 bytesOf(makeCaseload(request(CaseloadSize::Practice))));
        QVERIFY(bytesOf(makeCaseload(request(CaseloadSize::Large))) == bytesOf(m_large));
        QVERIFY(bytesOf(makeCaseload(request(CaseloadSize::Large, 2))) != bytesOf(m_large));
    }
    void caseload_workersGiven_makesNone()
    {
        CaseloadRequest wanted = request(CaseloadSize::Practice);
        wanted.connector = doorstep::base::Id<Worker>(QUuid::createUuid());
        wanted.volunteer = doorstep::base::Id<Worker>(QUuid::createUuid());
        for (const Record& record : makeCaseload(wanted))
            QVERIFY(record.kind != &kindOf<Worker>());
    }
    void large_counts_areExact()
    {
        const auto count = [&](const KindSpec& kind) {
            return std::count_if(m_large.begin(), m_large.end(), [&](const Record& r) { return r.kind == &kind; });
        };
        QCOMPARE(count(kindOf<Person>()), 1000);
        QCOMPARE(count(kindOf<Contact>()), 20000);
    }
    void large_shares_areThePublishedOnes()
    {
        const auto near = [](double value, double published, double tolerance = 4.5) {
            if (qAbs(value - published) <= tolerance)
                return true;
            qWarning("%f is not near %f", value, published);
            return false;
        };
        QVERIFY(near(share("person", "gender", "female"), 65));
        QVERIFY(near(share("person", "living_arrangements", "lives-alone"), 64));
        QVERIFY(near(missing("date_of_birth"), 31));
        QVERIFY(near(missing("gender"), 24));
        QVERIFY(near(missing("ethnicity"), 44));
        QVERIFY(near(missing("living_arrangements"), 43));
        QVERIFY(near(share("episode", "assessment_status", "accepted-for-support"), 92, 3));
        QVERIFY(near(share("episode", "referral_source", "self-referral"), 32));
        QVERIFY(near(share("episode", "closure_reason", "service-user-choice"), 33));
        QVERIFY(near(share("episode", "closure_reason", "other-reason"), 22));
        QVERIFY(near(share("contact", "location", "service-users-home"), 68));
        const double statutory = percent(m_large, QLatin1StringView("episode"), [&](const Record& r) {
            const CodeEntry* source = m_lists.list(u"referral-sources").find(toText(r.value(u"referral_source")));
            return source &&
                   source->text(QLatin1StringView("summary_group")) == QLatin1StringView("statutory-services");
        });
        QVERIFY(near(statutory, 41));
    }
    void large_support_isThePublishedShape()
    {
        int visited = 0, once = 0, accepted = 0, withoutGoal = 0, unseen = 0, withStart = 0;
        for (const auto& [id, records] : samples::byPerson(m_large)) {
            const PersonSummary person = summarise(records, m_rules, noon(kToday));
            visited += person.faceToFace > 0 ? 1 : 0;
            once += person.faceToFace == 1 ? 1 : 0;
            withStart += person.hasStartMeasure ? 1 : 0;
            if (!person.days.isAccepted)
                continue;
            ++accepted;
            withoutGoal += person.goals == 0 ? 1 : 0;
            unseen += person.contacts == 0 ? 1 : 0;
        }
        QVERIFY2(qAbs(100.0 * once / visited - 39) < 5, qPrintable(QString::number(100.0 * once / visited)));
        QVERIFY2(qAbs(100.0 * withoutGoal / accepted - 37) < 5,
                 qPrintable(QString::number(100.0 * withoutGoal / accepted)));
        QVERIFY2(qAbs(100.0 * unseen / accepted - 36) < 5, qPrintable(QString::number(100.0 * unseen / accepted)));
        QVERIFY2(qAbs(withStart / 10.0 - 35) < 5, qPrintable(QString::number(withStart / 10.0)));
    }
    void names_phonesAndPostcodes_areMadeUp()
    {
        static const QRegularExpression kDrama(QStringLiteral("^(07700 900\\d{3}|028 9649 6\\d{3})$"));
        static const QRegularExpression kUnassigned(QStringLiteral("^[A-Z]+\\d+ \\d(KV|VO|OK|MC)$"));
        for (const Record& record : m_large) {
            for (const char* field : {"phone", "postcode"}) {
                const QString* text = std::get_if<QString>(&record.value(QLatin1StringView(field)));
                const auto& pattern = *field == 'p' && field[1] == 'h' ? kDrama : kUnassigned;
                QVERIFY2(!text || pattern.match(*text).hasMatch(), text ? qPrintable(*text) : "");
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCaseload)
#include "tst_caseload.moc"
