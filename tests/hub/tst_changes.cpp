#include "hub/hubfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace doorstep;
using namespace doorstep::hub;
using namespace doorstep::hub::test;
using wire::Outcome;

/// What becomes of single changes: merged, in conflict, held, quarantined, removed.
class TstChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void put_differentFields_areMerged();
    void put_sameFieldApart_opensConflictWithBothValues();
    void put_sameValueTwice_doesNotClash();
    void put_resolvingChange_closesConflict();
    void put_resolvesWithoutTouchingTheField_leavesConflictOpen();
    void put_resolvesUnseenThirdValue_leavesConflictOpen();
    void put_parentMissing_isHeldAndAppliedOnArrival();
    void put_changeOfHeldRecord_waitsBehindIt();
    void put_chainOfHeld_isReleasedRecursively();
    void put_badField_isQuarantinedWithContentAndRestGoesOn();
    void put_mendedField_bringsQuarantinedContentIn();
    void put_unknownKind_isQuarantined();
    void put_wrongType_isQuarantinedNamingField();
    void put_fixedFieldChanged_isQuarantined();
    void put_workerOrConflict_isForbidden();
    void put_versionOfOtherDevice_isForbidden();
    void put_unknownField_isKeptAndSentOn();
    void remove_record_leavesTombstone();
    void remove_fieldFilledMeanwhile_opensConflict();
    void remove_twice_earlierStands();
    void put_onTombstone_keepsContentAndOpensConflict();
    void put_resolvingRemoval_bringsRecordBack();

private:
    [[nodiscard]] domain::Conflict conflictOf(const QUuid& record, const char* field);
    [[nodiscard]] base::Version versionOf(const QUuid& record, const char* field);
    /// Removes the record with all that the hub has of it in sight, as a device does. Not sent yet.
    void remove(TestDevice& device, const QUuid& record, const QString& why);

    std::unique_ptr<HubFixture> m_hub;
    TestDevice m_phone, m_tablet;
};

void TstChanges::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_hub->addUser(QStringLiteral("Sam"));
    m_hub->addUser(QStringLiteral("Kim"));
    m_phone = m_hub->enrol(QStringLiteral("Sam"));
    m_tablet = m_hub->enrol(QStringLiteral("Kim"));
    m_hub->save(m_phone, "person", id(1), person("Ann"));
    m_hub->exchange(m_phone);
    m_hub->exchange(m_tablet);
}

domain::Conflict TstChanges::conflictOf(const QUuid& record, const char* field)
{
    const auto row = m_hub->row(ConflictKeeper::idOf(RecordId(record), QString::fromLatin1(field)).uuid());
    return row ? domain::fromRecord<domain::Conflict>(row->record) : domain::Conflict();
}

base::Version TstChanges::versionOf(const QUuid& record, const char* field)
{
    const auto row = m_hub->row(record);
    return row->record.versions[static_cast<size_t>(row->record.kind->indexOf(QLatin1StringView(field)))];
}

void TstChanges::remove(TestDevice& device, const QUuid& record, const QString& why)
{
    const auto row = m_hub->row(record);
    QMap<QString, base::Version> seen;
    for (size_t i = 0; i < row->record.versions.size(); ++i) {
        if (!row->record.versions[i].isNull())
            seen.insert(row->record.kind->fields[i].key(), row->record.versions[i]);
    }
    const std::string kind = row->record.kind->key().toString().toStdString();
    m_hub->save(device, kind.c_str(), record, {}, seen);
    device.unsent.back().operation = wire::Operation::Delete;
    device.unsent.back().why = why;
}

void TstChanges::put_differentFields_areMerged()
{
    m_hub->save(m_phone, "person", id(1), {{QStringLiteral("phone"), QStringLiteral("1")}});
    m_hub->save(m_tablet, "person", id(1), {{QStringLiteral("email"), QStringLiteral("a@b")}});
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(m_hub->fields(id(1)).value(QStringLiteral("phone")).toString(), QStringLiteral("1"));
    QCOMPARE(m_hub->fields(id(1)).value(QStringLiteral("email")).toString(), QStringLiteral("a@b"));
    QCOMPARE(m_hub->status().value(QStringLiteral("open_conflicts")).toInt(), 0);
}

void TstChanges::put_sameFieldApart_opensConflictWithBothValues()
{
    const auto base = versionOf(id(1), "given_name");
    m_hub->save(m_phone, "person", id(1), person("Anna"), {{QStringLiteral("given_name"), base}});
    m_hub->save(m_tablet, "person", id(1), person("Anne"), {{QStringLiteral("given_name"), base}});
    m_hub->clock.advance(1000);
    m_hub->exchange(m_phone);
    const auto reply = m_hub->exchange(m_tablet);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Merged);
    const domain::Conflict conflict = conflictOf(id(1), "given_name");
    QCOMPARE(reply.results.at(0).conflicts, QStringList{conflict.id.text()});
    QVERIFY(conflict.open.is(true));
    QVERIFY(conflict.person.has() && conflict.person.value().uuid() == id(1));
    const QJsonArray values = QJsonDocument::fromJson(conflict.values.value().toUtf8()).array();
    QCOMPARE(values.size(), 2);
    QCOMPARE(values.at(0)[u"value"], m_hub->fields(id(1)).value(QStringLiteral("given_name")));
    const QSet<QString> names{values.at(0)[u"by"].toString(), values.at(1)[u"by"].toString()};
    QCOMPARE(names, (QSet<QString>{QStringLiteral("Sam"), QStringLiteral("Kim")}));
    m_hub->exchange(m_phone);
    QVERIFY(m_phone.pulled.contains(conflict.id.text()));
    QVERIFY(m_tablet.pulled.contains(conflict.id.text()));
}

void TstChanges::put_sameValueTwice_doesNotClash()
{
    const auto base = versionOf(id(1), "given_name");
    m_hub->save(m_phone, "person", id(1), person("Anna"), {{QStringLiteral("given_name"), base}});
    m_hub->save(m_tablet, "person", id(1), person("Anna"), {{QStringLiteral("given_name"), base}});
    m_hub->exchange(m_phone);
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(m_hub->status().value(QStringLiteral("open_conflicts")).toInt(), 0);
}

void TstChanges::put_resolvingChange_closesConflict()
{
    put_sameFieldApart_opensConflictWithBothValues();
    const auto base = versionOf(id(1), "given_name");
    m_hub->save(m_phone, "person", id(1), person("Anne"), {{QStringLiteral("given_name"), base}});
    m_phone.unsent[0].resolves << conflictOf(id(1), "given_name").id.text();
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    const domain::Conflict conflict = conflictOf(id(1), "given_name");
    QVERIFY(conflict.open.is(false));
    QVERIFY(conflict.resolvedBy.is(QStringLiteral("Sam")));
    QVERIFY(conflict.resolvedAt.has());
    QCOMPARE(m_hub->status().value(QStringLiteral("open_conflicts")).toInt(), 0);
}

void TstChanges::put_resolvesWithoutTouchingTheField_leavesConflictOpen()
{
    put_sameFieldApart_opensConflictWithBothValues();
    m_hub->save(m_phone, "person", id(1), {{QStringLiteral("phone"), QStringLiteral("2")}});
    m_phone.unsent[0].resolves << conflictOf(id(1), "given_name").id.text();
    m_hub->exchange(m_phone);
    QVERIFY(conflictOf(id(1), "given_name").open.is(true));
}

void TstChanges::put_resolvesUnseenThirdValue_leavesConflictOpen()
{
    put_sameFieldApart_opensConflictWithBothValues();
    const domain::Conflict conflict = conflictOf(id(1), "given_name");
    const base::Version seen = versionOf(conflict.id.uuid(), "values_json");
    const base::Version current = versionOf(id(1), "given_name");
    m_hub->clock.advance(1000);
    m_hub->save(m_tablet, "person", id(1), person("Annie"));
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Merged);
    // The phone has pulled the third value by now, yet its worker decided before.
    m_hub->exchange(m_phone);
    const QString field = QStringLiteral("given_name");
    m_hub->save(m_phone, "person", id(1), person("Ann-Marie"), {{field, current}, {conflict.id.text(), seen}});
    m_phone.unsent.back().resolves << conflict.id.text();
    m_hub->exchange(m_phone);
    QVERIFY(conflictOf(id(1), "given_name").open.is(true));
    m_hub->save(
        m_phone, "person", id(1), person("Ann"),
        {{field, versionOf(id(1), "given_name")}, {conflict.id.text(), versionOf(conflict.id.uuid(), "values_json")}});
    m_phone.unsent.back().resolves << conflict.id.text();
    m_hub->exchange(m_phone);
    QVERIFY(conflictOf(id(1), "given_name").open.is(false));
}

void TstChanges::put_parentMissing_isHeldAndAppliedOnArrival()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    const auto held = m_hub->exchange(m_phone);
    QCOMPARE(held.results.at(0).outcome, Outcome::Held);
    QCOMPARE(held.results.at(0).needs, base::uuidText(id(4)));
    QVERIFY(!m_hub->row(id(5)));
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    QCOMPARE(m_hub->status().value(QStringLiteral("held")).toInt(), 0);
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("minutes")).toInt(), 30);
    m_hub->exchange(m_phone);
    QVERIFY(m_phone.pulled.contains(base::uuidText(id(5))));
}

void TstChanges::put_changeOfHeldRecord_waitsBehindIt()
{
    const auto made = m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    m_hub->save(m_phone, "contact", id(5), {{QStringLiteral("minutes"), 45}},
                {{QStringLiteral("minutes"), made.change.version}});
    QCOMPARE(m_hub->exchange(m_phone).results.at(1).outcome, Outcome::Held);
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("minutes")).toInt(), 45);
    QCOMPARE(m_hub->status().value(QStringLiteral("open_conflicts")).toInt(), 0);
}

void TstChanges::put_chainOfHeld_isReleasedRecursively()
{
    m_hub->save(
        m_phone, "journey", id(6),
        {{QStringLiteral("person"), base::uuidText(id(4))}, {QStringLiteral("contact"), base::uuidText(id(5))}});
    m_hub->save(m_phone, "contact", id(5), contact(id(4)));
    const auto held = m_hub->exchange(m_phone);
    QCOMPARE(held.results.at(0).outcome, Outcome::Held);
    QCOMPARE(held.results.at(1).outcome, Outcome::Held);
    m_hub->save(m_tablet, "person", id(4), person("Bob"));
    m_hub->exchange(m_tablet);
    QVERIFY(m_hub->row(id(5)) && m_hub->row(id(6)));
    QCOMPARE(m_hub->status().value(QStringLiteral("held")).toInt(), 0);
}

void TstChanges::put_badField_isQuarantinedWithContentAndRestGoesOn()
{
    QJsonObject bad = contact(id(1), 5000);
    bad.insert(QStringLiteral("note"), QStringLiteral("a long talk"));
    m_hub->save(m_phone, "contact", id(5), bad);
    m_hub->save(m_phone, "contact", id(6), contact(id(1)));
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(0).code, base::ErrorCode::InvalidValue);
    QCOMPARE(reply.results.at(0).field, QStringLiteral("minutes"));
    QVERIFY(!reply.results.at(0).detail.isEmpty());
    QCOMPARE(reply.results.at(1).outcome, Outcome::Ok);
    QVERIFY(!m_hub->row(id(5)));
    const auto kept = *m_hub->store().read()->custody().quarantined(RecordId(id(5)), m_phone.enrolment.device);
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept.at(0).change.change.fields.value(QStringLiteral("note")).toString(), QStringLiteral("a long talk"));
}

void TstChanges::put_mendedField_bringsQuarantinedContentIn()
{
    put_badField_isQuarantinedWithContentAndRestGoesOn();
    m_hub->save(m_phone, "contact", id(5), {{QStringLiteral("minutes"), 50}});
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("note")).toString(), QStringLiteral("a long talk"));
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("minutes")).toInt(), 50);
    QCOMPARE(m_hub->status().value(QStringLiteral("quarantined")).toInt(), 0);
}

void TstChanges::put_unknownKind_isQuarantined()
{
    m_hub->save(m_phone, "spaceship", id(5), person("x"));
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(0).code, base::ErrorCode::UnknownKind);
}

void TstChanges::put_wrongType_isQuarantinedNamingField()
{
    QJsonObject fields = contact(id(1));
    fields.insert(QStringLiteral("started_at"), QStringLiteral("yesterday"));
    m_hub->save(m_phone, "contact", id(5), fields);
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.at(0).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(0).field, QStringLiteral("started_at"));
}

void TstChanges::put_fixedFieldChanged_isQuarantined()
{
    m_hub->save(m_phone, "person", id(2), person("Bob"));
    m_hub->save(m_phone, "episode", id(5), {{QStringLiteral("person"), base::uuidText(id(1))}});
    m_hub->save(m_phone, "episode", id(5), {{QStringLiteral("person"), base::uuidText(id(2))}});
    const auto reply = m_hub->exchange(m_phone);
    QCOMPARE(reply.results.at(1).outcome, Outcome::Ok);
    QCOMPARE(reply.results.at(2).outcome, Outcome::Quarantined);
    QCOMPARE(reply.results.at(2).field, QStringLiteral("person"));
}

void TstChanges::put_workerOrConflict_isForbidden()
{
    m_hub->save(m_phone, "worker", id(5), {{QStringLiteral("name"), QStringLiteral("Me")}});
    m_hub->save(m_phone, "conflict", id(6), {{QStringLiteral("open"), false}});
    for (const wire::ChangeResult& result : m_hub->exchange(m_phone).results) {
        QCOMPARE(result.outcome, Outcome::Quarantined);
        QCOMPARE(result.code, base::ErrorCode::Forbidden);
    }
}

void TstChanges::put_versionOfOtherDevice_isForbidden()
{
    m_hub->save(m_phone, "person", id(5), person("Bob"));
    m_phone.unsent[0].change.version.device = m_tablet.enrolment.device;
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).code, base::ErrorCode::Forbidden);
}

void TstChanges::put_unknownField_isKeptAndSentOn()
{
    m_hub->save(m_phone, "person", id(1), {{QStringLiteral("shoe_size"), 42}});
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    m_hub->exchange(m_tablet);
    const QJsonObject fields = m_tablet.pulled.value(base::uuidText(id(1))).value(wire::key::fields).toObject();
    QCOMPARE(fields.value(QStringLiteral("shoe_size")).toInt(), 42);
}

void TstChanges::remove_record_leavesTombstone()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(1)));
    m_hub->exchange(m_phone);
    remove(m_phone, id(5), QStringLiteral("typed twice"));
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Ok);
    QVERIFY(m_hub->row(id(5))->record.isDeleted());
    m_hub->exchange(m_tablet);
    const QJsonObject deleted = m_tablet.pulled.value(base::uuidText(id(5))).value(wire::key::deleted).toObject();
    QCOMPARE(deleted.value(wire::key::why).toString(), QStringLiteral("typed twice"));
}

void TstChanges::remove_fieldFilledMeanwhile_opensConflict()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(1)));
    m_hub->exchange(m_phone);
    remove(m_phone, id(5), QStringLiteral("typed twice"));
    // Blank when the phone decided: its removal has no base for it.
    m_hub->save(m_tablet, "contact", id(5), {{QStringLiteral("note"), QStringLiteral("kept")}});
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Ok);
    QCOMPARE(m_hub->exchange(m_phone).results.at(0).outcome, Outcome::Merged);
    QVERIFY(m_hub->row(id(5))->record.isDeleted());
    QVERIFY(conflictOf(id(5), "deleted").open.is(true));
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("note")).toString(), QStringLiteral("kept"));
}

void TstChanges::remove_twice_earlierStands()
{
    m_hub->save(m_phone, "contact", id(5), contact(id(1)));
    m_hub->exchange(m_phone);
    remove(m_phone, id(5), QStringLiteral("first"));
    m_hub->clock.advance(60'000);
    remove(m_tablet, id(5), QStringLiteral("second"));
    m_hub->exchange(m_tablet);
    QCOMPARE(m_hub->row(id(5))->record.deletion->why, QStringLiteral("second"));
    m_hub->exchange(m_phone);
    QCOMPARE(m_hub->row(id(5))->record.deletion->why, QStringLiteral("first"));
    m_hub->exchange(m_tablet);
    const QJsonObject deleted = m_tablet.pulled.value(base::uuidText(id(5))).value(wire::key::deleted).toObject();
    QCOMPARE(deleted.value(wire::key::why).toString(), QStringLiteral("first"));
}

void TstChanges::put_onTombstone_keepsContentAndOpensConflict()
{
    remove_record_leavesTombstone();
    m_hub->save(m_tablet, "contact", id(5), {{QStringLiteral("note"), QStringLiteral("kept")}});
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Merged);
    QVERIFY(m_hub->row(id(5))->record.isDeleted());
    QCOMPARE(m_hub->fields(id(5)).value(QStringLiteral("note")).toString(), QStringLiteral("kept"));
    QVERIFY(conflictOf(id(5), "deleted").open.is(true));
}

void TstChanges::put_resolvingRemoval_bringsRecordBack()
{
    put_onTombstone_keepsContentAndOpensConflict();
    m_hub->save(m_tablet, "contact", id(5), {{QStringLiteral("place"), QStringLiteral("home")}});
    m_tablet.unsent[0].resolves << conflictOf(id(5), "deleted").id.text();
    QCOMPARE(m_hub->exchange(m_tablet).results.at(0).outcome, Outcome::Ok);
    QVERIFY(!m_hub->row(id(5))->record.isDeleted());
    QVERIFY(conflictOf(id(5), "deleted").open.is(false));
}

QTEST_GUILESS_MAIN(TstChanges)
#include "tst_changes.moc"
