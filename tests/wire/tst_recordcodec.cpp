#include "domain/kinds/contact.h"
#include "domain/samples.h"
#include "wire/exchange.h"
#include "wire/json.h"

#include <QTest>

using namespace doorstep;

namespace {

QJsonObject parsed(const domain::Record& record)
{
    const auto json = wire::objectFromBytes(wire::recordToBytes(record));
    return json ? *json : QJsonObject();
}

base::Version version(int milliseconds)
{
    return {base::HybridTime::fromMilliseconds(milliseconds), 1};
}

} // namespace

class TestRecordCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordToBytes_everyKind_readsBackTheSame()
    {
        for (const domain::KindSpec& kind : domain::allKinds()) {
            domain::Record record(kind, base::RecordId(QUuid::createUuid()));
            for (size_t i = 0; i < kind.fields.size(); ++i) {
                record.values[i] = samples::valueFor(kind.fields[i]);
                record.versions[i] = version(i == 0 ? 1 : 2);
            }
            record.unknown = {{QStringLiteral("of_tomorrow"), QJsonObject{{QStringLiteral("a\"b"), 1.5}}}};
            record.unknownVersions = {{QStringLiteral("of_tomorrow"), version(3)}};
            record.deletion = domain::Deletion{QStringLiteral("me"), base::Timestamp(5, 60),
                                               QStringLiteral("said \"no\"\\\n"), version(4)};
            QCOMPARE(parsed(record)[wire::key::fields].toObject(), domain::fieldsJson(record));
            QCOMPARE(parsed(record)[wire::key::versions].toObject(), domain::versionsJson(record));
            const auto again = wire::recordFromBytes(wire::recordToBytes(record));
            QVERIFY(again && again->kind == record.kind && again->id == record.id);
            QVERIFY(again->values == record.values && again->versions == record.versions);
            QVERIFY(again->unknown == record.unknown && again->unknownVersions == record.unknownVersions);
            QCOMPARE(again->deletion->why, record.deletion->why);
        }
    }

    void recordToBytes_awkwardText_readsBackTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quote") << QStringLiteral("she said \"no\"");
        QTest::newRow("backslash") << QStringLiteral("C:\\tea");
        QTest::newRow("control") << QStringLiteral("a\tb\x01\nc\x7f");
        QTest::newRow("beyond the basic plane") << QStringLiteral("\U0001F375");
        QTest::newRow("half a character") << QString(QChar(0xd83c));
        QTest::newRow("empty") << QStringLiteral("");
    }
    void recordToBytes_awkwardText_readsBackTheSame()
    {
        QFETCH(const QString, text);
        domain::Record record(domain::kindOf<domain::Contact>(), base::RecordId(QUuid::createUuid()));
        record.set(u"note", text);
        QCOMPARE(parsed(record)[wire::key::fields][QStringLiteral("note")].toString(), text);
    }

    void recordToBytes_blankButUnknown_isJson()
    {
        domain::Record record(domain::kindOf<domain::Contact>());
        QCOMPARE(parsed(record)[wire::key::fields].toObject(), QJsonObject());
        record.unknown = {{QStringLiteral("of_tomorrow"), true}};
        QCOMPARE(parsed(record)[wire::key::fields].toObject(), record.unknown);
    }

    void versionsJson_clearedField_keepsItsVersion()
    {
        domain::Record record(domain::kindOf<domain::Contact>(), base::RecordId(QUuid::createUuid()));
        record.set(u"note", QStringLiteral("tea"));
        for (const char16_t* field : {u"note", u"minutes", u"mode"})
            record.versions[static_cast<size_t>(record.kind->indexOf(QStringView(field)))] = version(7);
        const auto again = wire::recordFromBytes(wire::recordToBytes(record));
        QVERIFY(again && again->versions == record.versions && again->values == record.values);
    }
};

QTEST_GUILESS_MAIN(TestRecordCodec)
#include "tst_recordcodec.moc"
