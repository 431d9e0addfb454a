#include "domain/kinds/contact.h"
#include "domain/samples.h"
#include "domain/validation.h"

#include <QTest>

using namespace doorstep::domain;

class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validate_everyLimit_refusesJustBeyond()
    {
        for (const KindSpec& kind : allKinds()) {
            for (const FieldSpec& field : kind.fields) {
                const bool isWhole = field.type == FieldType::Integer;
                if ((!isWhole && field.type != FieldType::Decimal) || field.least < -1e9)
                    continue;
                const auto number = [&](double value) {
                    return isWhole ? Value(static_cast<qint64>(value)) : Value(value);
                };
                Record record(kind);
                for (const double inside : {field.least, field.most}) {
                    record.set(field.name, number(inside));
                    QVERIFY2(validateValues(record), field.name);
                }
                for (const double outside : {field.least - 1, field.most + 1}) {
                    record.set(field.name, number(outside));
                    const auto status = validateValues(record);
                    QVERIFY2(!status, field.name);
                    QCOMPARE(status.error().field, QString(field.key()));
                }
            }
        }
    }
    void validate_tooLongText_namesTheField()
    {
        for (const KindSpec& kind : allKinds()) {
            for (const FieldSpec& field : kind.fields) {
                if (field.type != FieldType::Text)
                    continue;
                Record record(kind);
                record.set(field.name, QString(field.longest, u'x'));
                QVERIFY2(validateValues(record), field.name);
                record.set(field.name, QString(field.longest + 1, u'x'));
                QVERIFY2(!validateValues(record), field.name);
            }
        }
    }
    void validate_withoutNeededField_isRefused()
    {
        for (const KindSpec& kind : allKinds()) {
            Record whole(kind);
            for (size_t i = 0; i < kind.fields.size(); ++i)
                whole.values[i] = samples::valueFor(kind.fields[i]);
            const auto complete = validate(whole);
            QVERIFY2(complete, complete ? "" : qPrintable(complete.error().field));
            for (const FieldSpec& field : kind.fields) {
                if (!field.needed)
                    continue;
                Record lacking = whole;
                lacking.set(field.name, Empty::NotAsked);
                const auto status = validate(lacking);
                QVERIFY2(!status && status.error().field == field.key(), field.name);
            }
        }
    }
    void validate_personWithoutAnyName_isRefused()
    {
        Record person(kindOf<Person>());
        QVERIFY(!validate(person));
        person.set(u"known_as", QStringLiteral("Maggie"));
        QVERIFY(validate(person));
    }
    void validate_doubtfulContact_isSaved()
    {
        Record contact(kindOf<Contact>());
        contact.set(u"person", QUuid::createUuid());
        contact.set(u"mode", QStringLiteral("face-to-face"));
        contact.set(u"minutes", static_cast<qint64>(1440));
        contact.set(u"started_at", doorstep::base::Timestamp::fromIso(u"2999-01-01T10:00:00Z").value());
        QVERIFY(validate(contact));
    }
};

QTEST_APPLESS_MAIN(TestValidation)
#include "tst_validation.moc"
