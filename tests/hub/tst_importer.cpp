#include "hub/hubfixture.h"
#include "hub/importer.h"

#include <QBuffer>

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;

/// Records from JSON lines.
class TstImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void import_childBeforeParent_takesScopeFromParent();
    void import_badLineAmongGood_writesNothingAndNamesLineAndField();
    void import_idThatExists_isRefusedNamingLine();
    void import_runAgain_passesOverWhatIsThere();
    void import_personWithoutScheme_isRefused();
    void import_organisationWithoutScheme_isPublic();
    void import_unknownField_isRefused();
    void import_episodeWithVolunteer_makesTheMatch();

private:
    static Result<qint64> import(HubFixture& hub, const QByteArray& lines)
    {
        QBuffer buffer;
        buffer.setData(lines);
        if (!buffer.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::Io);
        return Importer(hub.store(), hub.clock).run(buffer);
    }
    static QByteArray line(const char* kind, const QUuid& id, const QJsonObject& fields, const char* scheme = "")
    {
        return wire::compact({{wire::key::kind, QString::fromLatin1(kind)},
                              {wire::key::id, base::uuidText(id)},
                              {wire::key::fields, fields},
                              {wire::key::scheme, QString::fromLatin1(scheme)}}) +
               '\n';
    }
};

void TstImporter::import_childBeforeParent_takesScopeFromParent()
{
    HubFixture hub;
    const auto count =
        import(hub, line("contact", id(2), contact(id(1))) + line("person", id(1), person("Ann"), "conwy"));
    QCOMPARE(count.value_or(0), 2);
    QCOMPARE(hub.row(id(2))->scope, QStringLiteral("conwy"));
    QCOMPARE(hub.fields(id(1)).value(QStringLiteral("scheme")).toString(), QStringLiteral("conwy"));
    QCOMPARE(hub.row(id(2))->record.versions[0].device, 0);
}

void TstImporter::import_badLineAmongGood_writesNothingAndNamesLineAndField()
{
    HubFixture hub;
    const auto count = import(hub, line("person", id(1), person("Ann"), "conwy") + '\n' +
                                       line("contact", id(2), contact(id(1), 5000)));
    QVERIFY(!count);
    QCOMPARE(count.error().field, QStringLiteral("minutes"));
    QVERIFY(count.error().detail.startsWith(QStringLiteral("line 3:")));
    QVERIFY(!hub.row(id(1)));
}

void TstImporter::import_idThatExists_isRefusedNamingLine()
{
    HubFixture hub;
    QVERIFY(import(hub, line("person", id(1), person("Ann"), "conwy")));
    const auto again =
        import(hub, line("person", id(2), person("Bob"), "conwy") + line("person", id(1), person("X"), "conwy"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, base::ErrorCode::AlreadyExists);
    QVERIFY(again.error().detail.startsWith(QStringLiteral("line 2:")));
    QVERIFY(!hub.row(id(2)));
}

void TstImporter::import_runAgain_passesOverWhatIsThere()
{
    // As after a kill between two of its transactions: the first person is there, the second is not.
    HubFixture hub;
    QVERIFY(import(hub, line("person", id(1), person("Ann"), "conwy")));
    const qint64 before = hub.row(id(1))->seq;
    const auto again =
        import(hub, line("person", id(1), person("Ann"), "conwy") + line("person", id(2), person("Bob"), "conwy"));
    QVERIFY(again);
    QCOMPARE(*again, 1);
    QVERIFY(hub.row(id(2)).has_value());
    QCOMPARE(hub.row(id(1))->seq, before);
}

void TstImporter::import_personWithoutScheme_isRefused()
{
    HubFixture hub;
    const auto count = import(hub, line("person", id(1), person("Ann")));
    QVERIFY(!count);
    QCOMPARE(count.error().field, QStringLiteral("scheme"));
}

void TstImporter::import_organisationWithoutScheme_isPublic()
{
    HubFixture hub;
    QVERIFY(import(hub, line("organisation", id(1), {{QStringLiteral("name"), QStringLiteral("Hall")}})));
    hub.addUser(QStringLiteral("Far"), "connector", "torfaen");
    TestDevice far = hub.enrol(QStringLiteral("Far"));
    hub.exchange(far);
    QVERIFY(far.pulled.contains(base::uuidText(id(1))));
}

void TstImporter::import_unknownField_isRefused()
{
    HubFixture hub;
    const auto count = import(hub, line("person", id(1), {{QStringLiteral("nickname"), QStringLiteral("A")}}, "conwy"));
    QVERIFY(!count);
    QCOMPARE(count.error().code, base::ErrorCode::UnknownField);
    QCOMPARE(count.error().field, QStringLiteral("nickname"));
}

void TstImporter::import_episodeWithVolunteer_makesTheMatch()
{
    HubFixture hub;
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    QVERIFY(import(hub, line("person", id(1), person("Ann"), "conwy") +
                            line("episode", id(2),
                                 {{QStringLiteral("person"), base::uuidText(id(1))},
                                  {QStringLiteral("volunteer"), base::uuidText(volunteer)}})));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.exchange(own);
    QVERIFY(own.pulled.contains(base::uuidText(id(1))));
}

QTEST_GUILESS_MAIN(TstImporter)
#include "tst_importer.moc"
