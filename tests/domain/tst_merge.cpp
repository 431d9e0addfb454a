#include "domain/kinds/person.h"
#include "domain/merge.h"
#include "domain/samples.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace doorstep::domain;
using doorstep::base::HybridTime;

namespace {

const QString kGiven = QStringLiteral("given_name");
const QString kPhone = QStringLiteral("phone");

Version at(int milliseconds, int device)
{
    return Version{HybridTime::fromMilliseconds(milliseconds), device};
}

RecordChange change(const QString& field, const QJsonValue& value, Version version, Version base = {})
{
    RecordChange made;
    made.fields.insert(field, value);
    made.version = version;
    if (!base.isNull())
        made.base.insert(field, base);
    return made;
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merge_differentFields_keepsBoth()
    {
        Record record(kindOf<Person>());
        QVERIFY(merge(record, change(kGiven, QStringLiteral("Una"), at(1, 1))));
        const auto second = merge(record, change(kPhone, QStringLiteral("1"), at(2, 2)));
        QVERIFY(second && second->clashes.empty());
        QCOMPARE(toText(record.value(kGiven)), QStringLiteral("Una"));
        QCOMPARE(toText(record.value(kPhone)), QStringLiteral("1"));
    }
    void merge_knownBase_replacesWithoutClash()
    {
        Record record(kindOf<Person>());
        QVERIFY(merge(record, change(kPhone, QStringLiteral("1"), at(1, 1))));
        const auto result = merge(record, change(kPhone, QStringLiteral("2"), at(5, 2), at(1, 1)));
        QVERIFY(result && result->changed && result->clashes.empty());
        QCOMPARE(toText(record.value(kPhone)), QStringLiteral("2"));
    }
    void merge_sameFieldWhileApart_keepsLaterAndReportsBoth()
    {
        for (const bool laterFirst : {true, false}) {
            Record record(kindOf<Person>());
            const auto early = change(kPhone, QStringLiteral("early"), at(3, 1));
            const auto late = change(kPhone, QStringLiteral("late"), at(4, 2));
            QVERIFY(merge(record, laterFirst ? late : early));
            const auto result = merge(record, laterFirst ? early : late);
            QVERIFY(result);
            QCOMPARE(result->clashes.size(), size_t(1));
            const FieldClash& clash = result->clashes.front();
            QCOMPARE(clash.kept.toString(), QStringLiteral("late"));
            QCOMPARE(clash.other.toString(), QStringLiteral("early"));
            QVERIFY(clash.keptVersion == at(4, 2) && clash.otherVersion == at(3, 1));
            QCOMPARE(toText(record.value(kPhone)), QStringLiteral("late"));
        }
    }
    void merge_sameValueWhileApart_neverClashes()
    {
        Record record(kindOf<Person>());
        QVERIFY(merge(record, change(kPhone, QStringLiteral("1"), at(3, 1))));
        const auto result = merge(record, change(kPhone, QStringLiteral("1"), at(2, 2)));
        QVERIFY(result && result->clashes.empty());
        QVERIFY(record.versions[static_cast<size_t>(record.kind->indexOf(kPhone))] == at(3, 1));
    }
    void merge_sameChangeTwice_hasNoFurtherEffect()
    {
        Record record(kindOf<Person>());
        const auto first = change(kPhone, QStringLiteral("1"), at(3, 1));
        QVERIFY(merge(record, first));
        const auto again = merge(record, first);
        QVERIFY(again && !again->changed && again->clashes.empty());
    }
    void merge_sameValueWrittenAnotherWay_neverClashes()
    {
        const QString needs = QStringLiteral("access_needs");
        Record record(kindOf<Person>());
        QVERIFY(merge(record, change(needs, QJsonArray{QStringLiteral("b"), QStringLiteral("a")}, at(3, 1))));
        const auto result =
            merge(record, change(needs, QJsonArray{QStringLiteral("b"), QStringLiteral("a")}, at(2, 2)));
        QVERIFY(result && result->clashes.empty());
    }
    void merge_clearedField_canBeUndoneByLaterValue()
    {
        Record record(kindOf<Person>());
        QVERIFY(merge(record, change(kPhone, QStringLiteral("1"), at(1, 1))));
        QVERIFY(merge(record, change(kPhone, QJsonValue::Null, at(2, 1), at(1, 1))));
        QVERIFY(isBlank(record.value(kPhone)));
        QVERIFY(merge(record, change(kPhone, QStringLiteral("2"), at(3, 1), at(2, 1)))->clashes.empty());
        QCOMPARE(toText(record.value(kPhone)), QStringLiteral("2"));
    }
    void merge_valueOfWrongType_leavesRecordUntouched()
    {
        Record record(kindOf<Person>());
        RecordChange mixed = change(kPhone, QStringLiteral("1"), at(1, 1));
        mixed.fields.insert(QStringLiteral("birth_year"), QStringLiteral("long ago"));
        const auto result = merge(record, mixed);
        QVERIFY(!result);
        QCOMPARE(result.error().field, QStringLiteral("birth_year"));
        QVERIFY(isBlank(record.value(kPhone)));
    }
    void merge_anyArrivalOrder_endsWithTheSameValues()
    {
        QRandomGenerator random(samples::seed());
        // One of the fields is of a newer program.
        const QStringList fields{kGiven, kPhone, QStringLiteral("shoe_size")};
        for (int round = 0; round < 2000; ++round) {
            std::vector<RecordChange> changes;
            for (int i = 1; i <= 6; ++i) {
                RecordChange made;
                made.version = at(i, 1 + random.bounded(3));
                for (const QString& field : fields) {
                    if (random.bounded(2) == 0)
                        continue;
                    made.fields.insert(field, QString::number(random.bounded(3)));
                    const int known = random.bounded(i);
                    if (known > 0)
                        made.base.insert(field, changes[static_cast<size_t>(known - 1)].version);
                }
                changes.push_back(made);
            }
            Record straight(kindOf<Person>());
            for (const RecordChange& each : changes)
                QVERIFY(merge(straight, each));
            std::shuffle(changes.begin(), changes.end(), random);
            Record shuffled(kindOf<Person>());
            for (const RecordChange& each : changes) {
                QVERIFY(merge(shuffled, each));
                if (random.bounded(4) == 0)
                    QVERIFY(merge(shuffled, each));
            }
            QCOMPARE(fieldsJson(shuffled), fieldsJson(straight));
            QCOMPARE(versionsJson(shuffled), versionsJson(straight));
        }
    }
};

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
