#include "store/draftstore.h"
#include "support/devicefixture.h"

#include <QTest>

using namespace doorstep;
using store::Draft;
using store::DraftStore;
using support::DeviceFixture;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void put_thenReopened_isThereWithPlaceAndOriginal();
    void finish_withTheRecord_endsTheDraftInOneTransaction();
    void finish_refused_keepsTheDraft();
};

void DraftsTest::put_thenReopened_isThereWithPlaceAndOriginal()
{
    DeviceFixture device;
    const auto person = device.create(s("person"), {{s("given_name"), s("Tom")}});
    domain::Record edited = *person;
    edited.set(u"matters", s("The bowls club, and nobody pushing."));
    QVERIFY(DraftStore(*device.store)
                .put({person->id.uuid(), *person, edited, s("matters"), device.clock.now(), device.clock.now()}));
    device.reopen();
    const auto draft = *DraftStore(*device.store).get(person->id.uuid());
    QVERIFY(draft);
    QCOMPARE(draft->place, s("matters"));
    QCOMPARE(domain::fieldsJson(draft->edited), domain::fieldsJson(edited));
    QCOMPARE(domain::fieldsJson(*draft->original), domain::fieldsJson(*person));
    QCOMPARE(draft->original->versions, person->versions);
}

void DraftsTest::finish_withTheRecord_endsTheDraftInOneTransaction()
{
    DeviceFixture device;
    const domain::Record record = device.newRecord(s("person"), {{s("given_name"), s("Ruth")}});
    QVERIFY(DraftStore(*device.store)
                .put({record.id.uuid(), std::nullopt, record, {}, device.clock.now(), device.clock.now()}));
    store::Recorder::Context context;
    context.draft = record.id.uuid();
    QVERIFY(store::Recorder(*device.store, device.clock).save(std::nullopt, record, context));
    device.reopen();
    QVERIFY(DraftStore(*device.store).all()->empty());
    QCOMPARE(store::RecordStore(*device.store).list(*record.kind)->size(), 1U);
}

void DraftsTest::finish_refused_keepsTheDraft()
{
    DeviceFixture device;
    const domain::Record record = device.newRecord(s("person"), {{s("phone"), s("1")}});
    QVERIFY(DraftStore(*device.store)
                .put({record.id.uuid(), std::nullopt, record, {}, device.clock.now(), device.clock.now()}));
    store::Recorder::Context context;
    context.draft = record.id.uuid();
    QVERIFY(!store::Recorder(*device.store, device.clock).save(std::nullopt, record, context));
    QCOMPARE(DraftStore(*device.store).all()->size(), 1U);
}

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
