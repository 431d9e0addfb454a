#include "domain/kinds/attachment.h"
#include "domain/kinds/conflict.h"
#include "domain/kinds/journey.h"
#include "domain/kinds/measure.h"
#include "domain/kinds/plannedvisit.h"
#include "domain/kinds/signpost.h"
#include "domain/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace doorstep::domain;
using doorstep::base::HybridTime;

namespace {

QJsonObject throughBytes(const QJsonObject& json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
}

/// Every field filled, or every field in one empty state.
Record filled(const KindSpec& kind, std::optional<Empty> empty = {})
{
    Record record(kind, RecordId(QUuid::createUuid()));
    for (size_t i = 0; i < kind.fields.size(); ++i)
        record.values[i] = empty ? Value(*empty) : samples::valueFor(kind.fields[i]);
    return record;
}

template <class Struct>
bool survivesStruct()
{
    for (const auto& empty : {std::optional<Empty>(), std::optional(Empty::Blank), std::optional(Empty::NotAsked),
                              std::optional(Empty::Declined), std::optional(Empty::NotKnown)}) {
        const Record before = filled(kindOf<Struct>(), empty);
        if (toRecord(fromRecord<Struct>(before)).values != before.values)
            return false;
    }
    return true;
}

template <class... Structs>
int countSurvivors()
{
    return (static_cast<int>(survivesStruct<Structs>()) + ...);
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_everyKindEveryState_comesBackEqual_data()
    {
        QTest::addColumn<QString>("kind");
        for (const KindSpec& kind : allKinds())
            QTest::newRow(kind.name) << QString(kind.key());
    }
    void json_everyKindEveryState_comesBackEqual()
    {
        QFETCH(QString, kind);
        const KindSpec& spec = *findKind(kind);
        for (const auto& empty :
             {std::optional<Empty>(), std::optional(Empty::NotAsked), std::optional(Empty::Declined),
              std::optional(Empty::NotKnown), std::optional(Empty::Blank)}) {
            const Record before = filled(spec, empty);
            Record after(spec, before.id);
            const auto read = readFields(after, throughBytes(fieldsJson(before)));
            QVERIFY2(read, read ? "" : qPrintable(read.error().field));
            QCOMPARE(after.values.size(), before.values.size());
            for (size_t i = 0; i < before.values.size(); ++i)
                QVERIFY2(after.values[i] == before.values[i], spec.fields[i].name);
        }
    }
    void struct_everyKindEveryState_comesBackEqual()
    {
        const int survivors =
            countSurvivors<Worker, Person, Episode, Organisation, Contact, Journey, Goal, GoalProgress, Signpost,
                           SignpostStep, Measure, PlannedVisit, Conflict, Attachment>();
        QCOMPARE(survivors, static_cast<int>(allKinds().size()));
    }
    void registry_references_pointToKindsThatExist()
    {
        for (const KindSpec& kind : allKinds()) {
            for (const FieldSpec& field : kind.fields)
                QVERIFY2(!field.refers || findKind(field.refers), field.name);
        }
    }
    void registry_parents_standBeforeTheirChildren()
    {
        QStringList seen;
        for (const KindSpec& kind : allKinds()) {
            for (const FieldSpec& field : kind.fields)
                QVERIFY2(!field.parent || seen.contains(QLatin1StringView(field.refers)), field.name);
            seen << kind.key();
        }
    }
    void registry_fieldNames_areSingleAndPlain()
    {
        static const QRegularExpression kPlain(QStringLiteral("^[a-z][a-z0-9_]*$"));
        for (const KindSpec& kind : allKinds()) {
            QStringList names;
            for (const FieldSpec& field : kind.fields) {
                QVERIFY2(kPlain.match(field.key()).hasMatch(), field.name);
                QVERIFY2(!names.contains(field.key()), field.name);
                names << field.key();
            }
        }
    }
    void json_unknownField_isKeptUntouched()
    {
        const QJsonObject fields{{QStringLiteral("given_name"), QStringLiteral("Una")},
                                 {QStringLiteral("shoe_size"), QJsonArray{1, QJsonObject{{QStringLiteral("a"), 2}}}}};
        Record record(kindOf<Person>());
        QVERIFY(readFields(record, fields));
        QCOMPARE(throughBytes(fieldsJson(record)), fields);
        QCOMPARE(refuseUnknownFields(kindOf<Person>(), fields).error().field, QStringLiteral("shoe_size"));
    }
    void json_wrongType_namesTheField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("text for minutes") << "minutes" << QJsonValue(QStringLiteral("45"));
        QTest::newRow("half a minute") << "minutes" << QJsonValue(4.5);
        QTest::newRow("time without offset") << "started_at" << QJsonValue(QStringLiteral("2026-11-24T10:02:00"));
        QTest::newRow("not a day") << "try_again_on" << QJsonValue(QStringLiteral("2026-02-29"));
        QTest::newRow("yes as text") << "pointed_somewhere" << QJsonValue(QStringLiteral("yes"));
        QTest::newRow("code for a set") << "goals" << QJsonValue(QStringLiteral("a"));
        QTest::newRow("empty code") << "mode" << QJsonValue(QString());
        QTest::newRow("nil id") << "person" << QJsonValue(QStringLiteral("00000000-0000-0000-0000-000000000000"));
        QTest::newRow("unknown empty state")
            << "note" << QJsonValue(QJsonObject{{QStringLiteral("empty"), QStringLiteral("maybe")}});
    }
    void json_wrongType_namesTheField()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        Record record(kindOf<Contact>());
        const auto read = readFields(record, QJsonObject{{field, value}});
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
        QCOMPARE(read.error().code, doorstep::base::ErrorCode::InvalidValue);
    }
    void versions_randomRecords_comeBackEqual()
    {
        QRandomGenerator random(samples::seed());
        const KindSpec& kind = kindOf<Contact>();
        for (int round = 0; round < 500; ++round) {
            Record before(kind);
            for (size_t i = 0; i < kind.fields.size(); ++i) {
                if (random.bounded(2) == 0)
                    before.values[i] = samples::valueFor(kind.fields[i]);
                if (random.bounded(3) > 0)
                    before.versions[i] =
                        Version{HybridTime::fromMilliseconds(1 + random.bounded(3)), random.bounded(2)};
            }
            Record after(kind);
            QVERIFY(readFields(after, fieldsJson(before)));
            readVersions(after, throughBytes(versionsJson(before)));
            for (size_t i = 0; i < kind.fields.size(); ++i)
                QVERIFY2(after.versions[i] == before.versions[i], kind.fields[i].name);
        }
    }
};

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
