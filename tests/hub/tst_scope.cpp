#include "hub/hubfixture.h"
#include "hub/tables/schema.h"
#include "sql/statement.h"

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;
using wire::Outcome;

/// Who gets and who may change what.
class TstScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pull_otherScheme_getsNothingOfIt();
    void push_recordOfOtherScheme_isQuarantinedForbidden();
    void push_personMovedToOtherScheme_isQuarantinedForbidden();
    void push_volunteerMovesMatchedPerson_isQuarantinedForbidden();
    void push_publicPlaceIntoScheme_isQuarantinedForbidden();
    void pull_volunteer_getsMatchedPeopleOnly();
    void pull_ofSubject_readsFromTheCursorOn();
    void pull_volunteerMatchedLater_getsWhatWasThereBefore();
    void pull_matchEnded_stopsTheFlow();
    void push_volunteer_mayWriteForMatchedPeopleOnly();
    void exchange_managerRole_isForbidden();
    void exchange_revokedDevice_isToldSo();

private:
    static QJsonObject episode(const QUuid& person, const QUuid& volunteer)
    {
        return {{QStringLiteral("person"), base::uuidText(person)},
                {QStringLiteral("volunteer"), base::uuidText(volunteer)}};
    }
};

void TstScope::pull_otherScheme_getsNothingOfIt()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    hub.addUser(QStringLiteral("Far"), "connector", "torfaen");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice far = hub.enrol(QStringLiteral("Far"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "contact", id(2), contact(id(1)));
    hub.exchange(phone);
    hub.exchange(far);
    QCOMPARE(far.pulled.size(), 1); // its own worker
    QVERIFY(far.pulled.contains(far.enrolment.workerId));
}

void TstScope::push_recordOfOtherScheme_isQuarantinedForbidden()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    hub.addUser(QStringLiteral("Far"), "connector", "torfaen");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice far = hub.enrol(QStringLiteral("Far"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.exchange(phone);
    hub.save(far, "contact", id(2), contact(id(1)));
    hub.save(far, "person", id(1), person("Eve"));
    for (const wire::ChangeResult& result : hub.exchange(far).results) {
        QCOMPARE(result.outcome, Outcome::Quarantined);
        QCOMPARE(result.code, base::ErrorCode::Forbidden);
    }
    QCOMPARE(hub.fields(id(1)).value(QStringLiteral("given_name")).toString(), QStringLiteral("Ann"));
    QVERIFY(!hub.row(id(2)));
}

void TstScope::push_personMovedToOtherScheme_isQuarantinedForbidden()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "person", id(1), {{QStringLiteral("scheme"), QStringLiteral("torfaen")}},
             {{QStringLiteral("scheme"), {phone.unsent[0].change.version.time, 0}}});
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.at(1).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(1).field, QStringLiteral("scheme"));
    QCOMPARE(hub.row(id(1))->scope, QStringLiteral("conwy"));
}

void TstScope::push_volunteerMovesMatchedPerson_isQuarantinedForbidden()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "episode", id(3), episode(id(1), volunteer));
    hub.exchange(phone);
    hub.exchange(own);
    const int scheme = hub.row(id(1))->record.kind->indexOf(QLatin1StringView("scheme"));
    hub.save(own, "person", id(1), {{QStringLiteral("scheme"), QStringLiteral("torfaen")}},
             {{QStringLiteral("scheme"), hub.row(id(1))->record.versions[static_cast<size_t>(scheme)]}});
    const auto reply = hub.exchange(own);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(0).code, base::ErrorCode::Forbidden);
    QCOMPARE(reply.results.at(0).field, QStringLiteral("scheme"));
    QCOMPARE(hub.row(id(1))->scope, QStringLiteral("conwy"));
}

void TstScope::push_publicPlaceIntoScheme_isQuarantinedForbidden()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    hub.save(phone, "organisation", id(1), {{QStringLiteral("name"), QStringLiteral("Hall")}});
    hub.exchange(phone);
    RecordRow hall = *hub.row(id(1));
    hall.scope.clear();
    const auto transaction = *hub.store().begin();
    transaction->records().put(hall);
    QVERIFY(transaction->commit());
    hub.save(phone, "organisation", id(1), {{QStringLiteral("scheme"), QStringLiteral("conwy")}});
    const auto reply = hub.exchange(phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(0).field, QStringLiteral("scheme"));
    QVERIFY(hub.row(id(1))->scope.isEmpty());
}

void TstScope::pull_ofSubject_readsFromTheCursorOn()
{
    const QTemporaryDir folder;
    const auto connection = *sql::Connection::open(folder.filePath(QStringLiteral("hub.db")),
                                                   sql::DatabaseKey{QByteArray(sql::kKeyBytes, 'k')});
    QVERIFY(sql::migrate(*connection, hubMigrations()));
    sql::Statement plan(*connection, "EXPLAIN QUERY PLAN SELECT body FROM record WHERE subject IN"
                                     " (SELECT subject FROM matched WHERE worker = ?) AND subject IS NOT NULL"
                                     " AND seq > ?");
    QString steps;
    while (*plan.step())
        steps += plan.text(3) + u'\n';
    QVERIFY2(steps.contains(QStringLiteral("record_by_subject (subject=? AND seq>?)")), qPrintable(steps));
}

void TstScope::pull_volunteer_getsMatchedPeopleOnly()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "person", id(2), person("Bob"));
    hub.save(phone, "episode", id(3), episode(id(1), volunteer));
    hub.save(phone, "contact", id(4), contact(id(1)));
    hub.save(phone, "contact", id(5), contact(id(2)));
    hub.save(phone, "organisation", id(6), {{QStringLiteral("name"), QStringLiteral("Hall")}});
    hub.exchange(phone);
    hub.exchange(own);
    for (const int seen : {1, 3, 4, 6})
        QVERIFY2(own.pulled.contains(base::uuidText(id(seen))), qPrintable(QString::number(seen)));
    for (const int hidden : {2, 5})
        QVERIFY2(!own.pulled.contains(base::uuidText(id(hidden))), qPrintable(QString::number(hidden)));
}

void TstScope::pull_volunteerMatchedLater_getsWhatWasThereBefore()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "contact", id(4), contact(id(1)));
    hub.exchange(phone);
    hub.save(phone, "person", id(2), person("Bob"));
    // Something the volunteer sees, so that their cursor is past what they do not see yet.
    hub.save(phone, "organisation", id(6), {{QStringLiteral("name"), QStringLiteral("Hall")}});
    hub.exchange(phone);
    hub.exchange(own);
    QVERIFY(!own.pulled.contains(base::uuidText(id(4))));
    hub.save(phone, "episode", id(3), episode(id(1), volunteer));
    hub.exchange(phone);
    hub.exchange(own);
    for (const int seen : {1, 3, 4})
        QVERIFY2(own.pulled.contains(base::uuidText(id(seen))), qPrintable(QString::number(seen)));
    QVERIFY(!own.pulled.contains(base::uuidText(id(2))));
}

void TstScope::pull_matchEnded_stopsTheFlow()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "episode", id(3), episode(id(1), volunteer));
    hub.exchange(phone);
    hub.exchange(own);
    hub.save(phone, "episode", id(3), {{QStringLiteral("ended_on"), QStringLiteral("2026-11-01")}});
    hub.exchange(phone);
    own.pulled.clear();
    hub.save(phone, "contact", id(4), contact(id(1)));
    hub.exchange(phone);
    hub.exchange(own);
    QVERIFY(own.pulled.isEmpty());
}

void TstScope::push_volunteer_mayWriteForMatchedPeopleOnly()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const QUuid volunteer = hub.addUser(QStringLiteral("Pat"), "volunteer");
    TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    TestDevice own = hub.enrol(QStringLiteral("Pat"));
    hub.save(phone, "person", id(1), person("Ann"));
    hub.save(phone, "person", id(2), person("Bob"));
    hub.save(phone, "episode", id(3), episode(id(1), volunteer));
    hub.exchange(phone);
    hub.save(own, "contact", id(4), contact(id(1)));
    hub.save(own, "contact", id(5), contact(id(2)));
    const auto reply = hub.exchange(own);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Ok);
    QCOMPARE(reply.results.at(1).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(1).code, base::ErrorCode::Forbidden);
}

void TstScope::exchange_managerRole_isForbidden()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Mo"), "area-manager");
    const TestDevice device = hub.enrol(QStringLiteral("Mo"));
    const auto reply = hub.send(device, hub.request(device));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::Forbidden);
    QCOMPARE(reply.error().field, QStringLiteral("role"));
}

void TstScope::exchange_revokedDevice_isToldSo()
{
    HubFixture hub;
    hub.addUser(QStringLiteral("Sam"));
    const TestDevice phone = hub.enrol(QStringLiteral("Sam"));
    const auto transaction = *hub.store().begin();
    Device device = **transaction->devices().device(phone.enrolment.device);
    device.isRevoked = true;
    QVERIFY(transaction->devices().update(device));
    QVERIFY(transaction->commit());
    const auto reply = hub.send(phone, hub.request(phone));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, base::ErrorCode::DeviceRevoked);
}

QTEST_GUILESS_MAIN(TstScope)
#include "tst_scope.moc"
