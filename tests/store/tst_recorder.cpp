#include "domain/kinds/conflict.h"
#include "support/devicefixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace doorstep;
using base::ErrorCode;
using domain::Record;
using store::Outbox;
using store::OutboxState;
using store::Recorder;
using store::RecordStore;
using support::DeviceFixture;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

class RecorderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void save_newRecord_writesRecordAndOutboxTogether();
    void save_nameOnly_isEnoughForAPerson();
    void save_withoutNeededField_isRefusedByName();
    void save_numberOutOfRange_isRefusedByNameAndNothingIsWritten();
    void save_unchanged_writesNothing();
    void save_afterAPullMeanwhile_keepsTheOtherFieldAndNamesItsBase();
    void save_recordWithARefusedChange_carriesItAgain();
    void save_emptyStates_surviveReopening();
    void remove_record_leavesATombstoneWithTheReason();
    void resolve_conflict_sendsTheChoiceEvenWhenItIsTheCurrentValue();
    void resolve_removalAgainstEdit_bringsBackOrStaysRemoved();
    void save_refusedWorkUnchanged_goesAgain();
    void save_kindOfTheHub_isRefused();
    void save_removedRecord_isRefused();
    void columns_ofEveryKind_areItsFields();
    void list_byFieldAndOrder_usesTheTable();
    void clock_goingBack_neverTakesStampsBack();
};

void RecorderTest::save_newRecord_writesRecordAndOutboxTogether()
{
    DeviceFixture device;
    const auto saved = device.create(s("person"), {{s("given_name"), s("Joan")}, {s("phone"), s("028 9649 6001")}});
    QVERIFY(saved);
    device.reopen();
    const auto read = RecordStore(*device.store).get(*saved->kind, saved->id);
    QVERIFY(read);
    QCOMPARE(domain::fieldsJson(*read), domain::fieldsJson(*saved));
    QCOMPARE(read->value(u"scheme"), domain::Value(s("west-belfast")));
    const auto waiting = Outbox(*device.store).entries(OutboxState::Waiting);
    QCOMPARE(waiting->size(), 1U);
    QCOMPARE(waiting->front().n, 1);
    QCOMPARE(waiting->front().change.fields, domain::fieldsJson(*saved));
    QCOMPARE(waiting->front().change.version.device, 7);
    QVERIFY(waiting->front().change.base.isEmpty());
}

void RecorderTest::save_nameOnly_isEnoughForAPerson()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    QVERIFY(person);
    QVERIFY(device.create(s("contact"),
                          {{s("person"), person->id.text()}, {s("mode"), s("telephone")}, {s("minutes"), 5}}));
    QCOMPARE(device.create(s("person"), {{s("phone"), s("1")}}).error().field, s("given_name"));
}

void RecorderTest::save_withoutNeededField_isRefusedByName()
{
    DeviceFixture device;
    const auto refused = device.create(s("contact"), {{s("mode"), s("telephone")}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidValue);
    QCOMPARE(refused.error().field, s("person"));
}

void RecorderTest::save_numberOutOfRange_isRefusedByNameAndNothingIsWritten()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    const auto refused = device.create(
        s("contact"), {{s("person"), person->id.text()}, {s("mode"), s("telephone")}, {s("minutes"), -1}});
    QCOMPARE(refused.error().field, s("minutes"));
    QCOMPARE(Outbox(*device.store).counts()->recorded(), 1);
}

void RecorderTest::save_unchanged_writesNothing()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    QVERIFY(Recorder(*device.store, device.clock).save(*person, *person));
    QCOMPARE(Outbox(*device.store).counts()->recorded(), 1);
}

void RecorderTest::save_afterAPullMeanwhile_keepsTheOtherFieldAndNamesItsBase()
{
    DeviceFixture device;
    const auto opened =
        device.create(s("person"), {{s("given_name"), s("Tom")}, {s("phone"), s("1")}, {s("postcode"), s("BT1")}});
    // A pull brings another phone's edit of both fields while the form is open.
    Record pulled = *opened;
    const base::Version theirs{base::HybridTime::fromMilliseconds(1'795'517'500'000), 9};
    for (const QString& field : {s("phone"), s("postcode")}) {
        pulled.set(field, s("theirs"));
        pulled.versions[static_cast<size_t>(pulled.kind->indexOf(field))] = theirs;
    }
    auto transaction = sql::Transaction::begin(device.store->connection());
    QVERIFY(RecordStore(*device.store).put(*transaction, pulled) && transaction->commit());

    Record edited = *opened;
    edited.set(u"phone", s("mine"));
    QVERIFY(Recorder(*device.store, device.clock).save(*opened, edited));
    const auto read = RecordStore(*device.store).get(*opened->kind, opened->id);
    QCOMPARE(read->value(u"phone"), domain::Value(s("mine")));
    QCOMPARE(read->value(u"postcode"), domain::Value(s("theirs")));
    const auto entry = Outbox(*device.store).entriesOf(opened->id)->back();
    QCOMPARE(entry.change.fields.keys(), QStringList{s("phone")});
    // The version the person saw, not the one that came meanwhile: the hub then knows of the clash.
    QCOMPARE(entry.change.base.value(s("phone")),
             opened->versions[static_cast<size_t>(opened->kind->indexOf(u"phone"))]);
}

void RecorderTest::save_recordWithARefusedChange_carriesItAgain()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}, {s("phone"), s("1")}});
    {
        Outbox outbox(*device.store);
        auto transaction = sql::Transaction::begin(device.store->connection());
        QVERIFY(outbox.freeze(*transaction, {1, 1, 1, {}, {}}));
        QVERIFY(outbox.settle(*transaction, 1, OutboxState::NeedsAttention, s("invalid_value"), s("phone"), s("no")));
        QVERIFY(outbox.dropBatch(*transaction) && transaction->commit());
        QCOMPARE(outbox.counts()->needsAttention, 1);
    }
    Record edited = *person;
    edited.set(u"phone", s("028 9649 6001"));
    QVERIFY(Recorder(*device.store, device.clock).save(*person, edited));
    Outbox outbox(*device.store);
    QCOMPARE(outbox.counts()->needsAttention, 0);
    const auto waiting = outbox.entries(OutboxState::Waiting);
    QCOMPARE(waiting->size(), 1U);
    QCOMPARE(waiting->front().change.fields.value(s("given_name")).toString(), s("Tom"));
    QCOMPARE(waiting->front().change.fields.value(s("phone")).toString(), s("028 9649 6001"));
}

void RecorderTest::save_emptyStates_surviveReopening()
{
    DeviceFixture device;
    const QJsonObject states{{s("given_name"), s("Tom")},
                             {s("gender"), QJsonObject{{s("empty"), s("not-asked")}}},
                             {s("ethnicity"), QJsonObject{{s("empty"), s("declined")}}},
                             {s("date_of_birth"), QJsonObject{{s("empty"), s("not-known")}}},
                             {s("access_needs"), QJsonArray{s("hearing"), s("sight")}},
                             {s("trigger_health"), false}};
    const auto person = device.create(s("person"), states);
    QVERIFY(person);
    device.reopen();
    const QJsonObject read = domain::fieldsJson(*RecordStore(*device.store).get(*person->kind, person->id));
    for (auto it = states.constBegin(); it != states.constEnd(); ++it)
        QCOMPARE(read.value(it.key()), it.value());
    QVERIFY(!read.contains(s("family_name")));
}

void RecorderTest::remove_record_leavesATombstoneWithTheReason()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    Recorder recorder(*device.store, device.clock);
    QVERIFY(recorder.remove(*person->kind, person->id, s("entered twice")));
    device.reopen();
    RecordStore records(*device.store);
    QCOMPARE(records.get(*person->kind, person->id)->deletion->why, s("entered twice"));
    // The hub learns which versions were removed: an edit the person never saw must open a conflict.
    const auto entry = Outbox(*device.store).entriesOf(person->id)->back();
    QCOMPARE(entry.change.base.value(s("given_name")), person->versions.front());
    QCOMPARE(records.list(*person->kind)->size(), 0U);
    QCOMPARE(Recorder(*device.store, device.clock).remove(*person->kind, person->id, s("again")).error().code,
             ErrorCode::NotFound);
}

void RecorderTest::resolve_conflict_sendsTheChoiceEvenWhenItIsTheCurrentValue()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}, {s("phone"), s("1")}});
    Record conflict(domain::kindOf<domain::Conflict>(), base::RecordId::make(device.clock, device.random));
    conflict.set(u"record_kind", s("person"));
    conflict.set(u"record", person->id.uuid());
    conflict.set(u"field", s("phone"));
    conflict.set(u"open", true);
    auto transaction = sql::Transaction::begin(device.store->connection());
    QVERIFY(RecordStore(*device.store).put(*transaction, conflict) && transaction->commit());

    Recorder recorder(*device.store, device.clock);
    QVERIFY(recorder.resolve(conflict.id.uuid(), s("1")));
    const auto entry = Outbox(*device.store).entriesOf(person->id)->back();
    QCOMPARE(entry.change.fields.value(s("phone")).toString(), s("1"));
    QCOMPARE(entry.resolves, QStringList{conflict.id.text()});
    QCOMPARE(recorder.resolve(conflict.id.uuid(), s("1")).error().code, ErrorCode::NotFound);
}

void RecorderTest::resolve_removalAgainstEdit_bringsBackOrStaysRemoved()
{
    for (const bool stays : {true, false}) {
        DeviceFixture device;
        const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
        Recorder recorder(*device.store, device.clock);
        QVERIFY(recorder.remove(*person->kind, person->id, s("entered twice")));
        Record conflict(domain::kindOf<domain::Conflict>(), base::RecordId::make(device.clock, device.random));
        conflict.set(u"record_kind", s("person"));
        conflict.set(u"record", person->id.uuid());
        conflict.set(u"field", s("deleted"));
        conflict.set(u"open", true);
        auto transaction = sql::Transaction::begin(device.store->connection());
        QVERIFY(RecordStore(*device.store).put(*transaction, conflict) && transaction->commit());
        QCOMPARE(recorder.resolve(conflict.id.uuid(), s("Tom")).error().field, s("value"));
        QVERIFY(recorder.resolve(conflict.id.uuid(), stays));
        QCOMPARE(RecordStore(*device.store).get(*person->kind, person->id)->isDeleted(), stays);
        const auto entry = Outbox(*device.store).entriesOf(person->id)->back();
        QCOMPARE(entry.operation == wire::Operation::Delete, stays);
        QCOMPARE(entry.resolves, QStringList{conflict.id.text()});
    }
}

void RecorderTest::save_refusedWorkUnchanged_goesAgain()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    Outbox outbox(*device.store);
    auto transaction = sql::Transaction::begin(device.store->connection());
    QVERIFY(outbox.freeze(*transaction, {1, 1, 1, {}, {}}));
    QVERIFY(outbox.settle(*transaction, 1, OutboxState::NeedsAttention, s("forbidden"), s("scheme"), {}));
    QVERIFY(outbox.dropBatch(*transaction) && transaction->commit());
    QVERIFY(Recorder(*device.store, device.clock).save(*person, *person));
    QCOMPARE(outbox.counts()->needsAttention, 0);
    QCOMPARE(outbox.counts()->waiting, 1);
}

void RecorderTest::save_kindOfTheHub_isRefused()
{
    DeviceFixture device;
    const auto refused = device.create(s("worker"), {{s("name"), s("Eve")}, {s("role"), s("admin")}});
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(Outbox(*device.store).counts()->recorded(), 0);
}

void RecorderTest::save_removedRecord_isRefused()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    Recorder recorder(*device.store, device.clock);
    const auto removed = recorder.remove(*person->kind, person->id, s("entered twice"));
    Record edited = *removed;
    edited.set(u"phone", s("1"));
    QCOMPARE(recorder.save(*removed, edited).error().code, ErrorCode::NotFound);
}

void RecorderTest::columns_ofEveryKind_areItsFields()
{
    DeviceFixture device;
    for (const domain::KindSpec& kind : domain::allKinds()) {
        QSet<QByteArray> columns;
        sql::Statement pragma(device.store->connection(), "PRAGMA table_info(record_" + QByteArray(kind.name) + ")");
        while (*pragma.step())
            columns.insert(pragma.bytes(1));
        for (const domain::FieldSpec& field : kind.fields)
            QVERIFY2(columns.remove(field.name), field.name);
        QCOMPARE(columns, QSet<QByteArray>({"id", "_empty", "_versions", "_unknown", "_deleted", "_search"}));
    }
}

void RecorderTest::list_byFieldAndOrder_usesTheTable()
{
    DeviceFixture device;
    const auto tom = device.create(s("person"), {{s("given_name"), s("Tom")}});
    const auto ruth = device.create(s("person"), {{s("given_name"), s("Ruth")}});
    for (const int minutes : {30, 10, 20})
        QVERIFY(device.create(s("contact"),
                              {{s("person"), tom->id.text()}, {s("mode"), s("telephone")}, {s("minutes"), minutes}}));
    QVERIFY(device.create(s("contact"), {{s("person"), ruth->id.text()}, {s("mode"), s("telephone")}}));
    store::Query query;
    query.where = {{s("person"), tom->id.uuid()}};
    query.orderBy = s("minutes");
    query.descending = true;
    query.limit = 2;
    const auto found = RecordStore(*device.store).list(*domain::findKind(u"contact"), query);
    QCOMPARE(found->size(), 2U);
    QCOMPARE(found->front().value(u"minutes"), domain::Value(qint64(30)));
    query.orderBy = s("minutes; DROP TABLE outbox");
    QCOMPARE(RecordStore(*device.store).list(*domain::findKind(u"contact"), query).error().code,
             ErrorCode::UnknownField);
}

void RecorderTest::clock_goingBack_neverTakesStampsBack()
{
    DeviceFixture device;
    QVERIFY(device.create(s("person"), {{s("given_name"), s("Tom")}}));
    device.clock.advance(-86'400'000LL * 400);
    QVERIFY(device.create(s("person"), {{s("given_name"), s("Ruth")}}));
    const auto waiting = Outbox(*device.store).entries(OutboxState::Waiting);
    QVERIFY(waiting->at(1).change.version > waiting->at(0).change.version);
    QVERIFY(waiting->at(1).n > waiting->at(0).n);
}

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"
