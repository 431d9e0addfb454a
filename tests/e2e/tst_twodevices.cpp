#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Two phones, one hub, real processes: what one person edits must never cost what another did.
class TwoDevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void edit_differentFieldsApart_bothStand();
    void edit_sameFieldApart_bothValuesVisibleUntilChosen();
    void edit_whileHubIsDown_arrivesOnceWhenItIsBack();
    void delete_againstAnEdit_keepsTheContentAndOpensAConflict();
    void delete_afterAnUnseenEdit_opensAConflictThatCanBeSettled();
    void copyOfAPhone_withMoreSavesThanTheOriginal_losesNothing();
    void emptiedDatabase_isRefusedInsteadOfBuiltUpon();
    void import_newPerson_reachesBothPhones();

private:
    [[nodiscard]] static bool synced(DeviceProcess& device);
    [[nodiscard]] QJsonObject fieldsOn(DeviceProcess& device) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubProcess> m_hub;
    std::unique_ptr<DeviceProcess> m_sam, m_ada;
    QString m_person;
};

void TwoDevicesTest::init()
{
    m_sam.reset();
    m_ada.reset();
    m_hub.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<HubProcess>(m_folder->filePath(s("hub")));
    QVERIFY(m_hub->init());
    QVERIFY(m_hub->serve());
    m_sam = std::make_unique<DeviceProcess>(m_folder->filePath(s("sam")));
    m_ada = std::make_unique<DeviceProcess>(m_folder->filePath(s("ada")));
    QVERIFY(m_sam->start());
    QVERIFY(m_ada->start());
    QCOMPARE(m_sam->enrol(m_hub->address(), m_hub->enrolmentCode(s("Sam")))[s("ok")], true);
    QCOMPARE(m_ada->enrol(m_hub->address(), m_hub->enrolmentCode(s("Ada")))[s("ok")], true);
    const QJsonObject created = m_sam->create(
        s("person"), {{s("given_name"), s("Joan")}, {s("phone"), s("028 9649 6001")}, {s("postcode"), s("BT12 0AA")}});
    m_person = created[s("id")].toString();
    QVERIFY(synced(*m_sam));
    QVERIFY(synced(*m_ada));
    QCOMPARE(fieldsOn(*m_ada)[s("given_name")], s("Joan"));
}

bool TwoDevicesTest::synced(DeviceProcess& device)
{
    const QJsonObject done = device.command(s("sync"));
    return done[s("complete")].toBool() && done[s("waiting")].toInt() == 0 && done[s("in_flight")].toInt() == 0;
}

QJsonObject TwoDevicesTest::fieldsOn(DeviceProcess& device) const
{
    return device.get(s("person"), m_person)[s("fields")].toObject();
}

void TwoDevicesTest::edit_differentFieldsApart_bothStand()
{
    QCOMPARE(m_sam->update(s("person"), m_person, {{s("phone"), s("028 9649 6002")}})[s("ok")], true);
    QCOMPARE(m_ada->update(s("person"), m_person, {{s("postcode"), s("BT13 0BB")}})[s("ok")], true);
    QVERIFY(synced(*m_sam) && synced(*m_ada) && synced(*m_sam));
    for (DeviceProcess* device : {m_sam.get(), m_ada.get()}) {
        QCOMPARE(fieldsOn(*device)[s("phone")], s("028 9649 6002"));
        QCOMPARE(fieldsOn(*device)[s("postcode")], s("BT13 0BB"));
        QCOMPARE(device->command(s("conflicts"))[s("conflicts")].toArray().size(), 0);
    }
    QCOMPARE(m_hub->status()[s("open_conflicts")].toInt(), 0);
}

void TwoDevicesTest::edit_sameFieldApart_bothValuesVisibleUntilChosen()
{
    QCOMPARE(m_sam->update(s("person"), m_person, {{s("phone"), s("028 9649 6142")}})[s("ok")], true);
    QCOMPARE(m_ada->update(s("person"), m_person, {{s("phone"), s("028 9649 6124")}})[s("ok")], true);
    QVERIFY(synced(*m_sam) && synced(*m_ada) && synced(*m_sam) && synced(*m_ada));
    QString conflict;
    for (DeviceProcess* device : {m_sam.get(), m_ada.get()}) {
        const QJsonArray conflicts = device->command(s("conflicts"))[s("conflicts")].toArray();
        QCOMPARE(conflicts.size(), 1);
        const QJsonObject only = conflicts.first().toObject();
        QCOMPARE(only[s("kind")], s("person"));
        QCOMPARE(only[s("record")], m_person);
        QCOMPARE(only[s("field")], s("phone"));
        QStringList values;
        QStringList by;
        const QJsonArray both = only[s("values")].toArray();
        for (const QJsonValue& each : both) {
            values << each.toObject()[s("value")].toString();
            by << each.toObject()[s("by")].toString();
        }
        values.sort();
        by.sort();
        QCOMPARE(values, QStringList({s("028 9649 6124"), s("028 9649 6142")}));
        QCOMPARE(by, QStringList({s("Ada"), s("Sam")}));
        conflict = only[s("id")].toString();
    }
    QCOMPARE(fieldsOn(*m_sam)[s("phone")], fieldsOn(*m_ada)[s("phone")]);
    QCOMPARE(m_hub->status()[s("open_conflicts")].toInt(), 1);

    QCOMPARE(m_sam->ask(
                 {{s("command"), s("resolve")}, {s("conflict"), conflict}, {s("value"), s("028 9649 6142")}})[s("ok")],
             true);
    QVERIFY(synced(*m_sam) && synced(*m_ada));
    for (DeviceProcess* device : {m_sam.get(), m_ada.get()}) {
        QCOMPARE(fieldsOn(*device)[s("phone")], s("028 9649 6142"));
        QCOMPARE(device->command(s("conflicts"))[s("conflicts")].toArray().size(), 0);
    }
    QCOMPARE(m_hub->status()[s("open_conflicts")].toInt(), 0);
}

void TwoDevicesTest::edit_whileHubIsDown_arrivesOnceWhenItIsBack()
{
    m_hub->kill();
    const QJsonObject visit{{s("person"), m_person}, {s("mode"), s("face-to-face")}, {s("minutes"), 75}};
    QCOMPARE(m_sam->create(s("contact"), visit)[s("ok")], true);
    const QJsonObject offline = m_sam->command(s("sync"));
    QCOMPARE(offline[s("ok")], true);
    QCOMPARE(offline[s("complete")], false);
    QCOMPARE(offline[s("reason")].toObject()[s("code")], s("offline"));
    QVERIFY(m_hub->serve());
    QVERIFY(synced(*m_sam) && synced(*m_sam) && synced(*m_ada));
    QCOMPARE(m_hub->exported(s("contact")).size(), 1U);
    const QJsonObject onAda = m_ada->ask(
        {{s("command"), s("list")}, {s("kind"), s("contact")}, {s("where"), QJsonObject{{s("person"), m_person}}}});
    QCOMPARE(onAda[s("count")].toInt(), 1);
    QCOMPARE(m_hub->status()[s("records")].toObject()[s("contact")].toInt(), 1);
}

void TwoDevicesTest::delete_againstAnEdit_keepsTheContentAndOpensAConflict()
{
    QCOMPARE(m_sam->ask({{s("command"), s("delete")},
                         {s("kind"), s("person")},
                         {s("id"), m_person},
                         {s("why"), s("entered twice")}})[s("ok")],
             true);
    QCOMPARE(m_ada->update(s("person"), m_person, {{s("phone"), s("028 9649 6077")}})[s("ok")], true);
    QVERIFY(synced(*m_sam) && synced(*m_ada));
    const std::vector<QJsonObject> people = m_hub->exported(s("person"));
    QCOMPARE(people.size(), 1U);
    QCOMPARE(people.front()[s("fields")].toObject()[s("phone")], s("028 9649 6077"));
    QVERIFY(people.front()[s("deleted")].isObject());
    QCOMPARE(m_hub->status()[s("open_conflicts")].toInt(), 1);
}

void TwoDevicesTest::delete_afterAnUnseenEdit_opensAConflictThatCanBeSettled()
{
    QCOMPARE(m_ada->update(s("person"), m_person, {{s("phone"), s("028 9649 6077")}})[s("ok")], true);
    QCOMPARE(m_sam->ask({{s("command"), s("delete")},
                         {s("kind"), s("person")},
                         {s("id"), m_person},
                         {s("why"), s("moved")}})[s("ok")],
             true);
    // The edit is at the hub first, and Sam has not seen it.
    QVERIFY(synced(*m_ada) && synced(*m_sam) && synced(*m_ada));
    const QJsonArray conflicts = m_ada->command(s("conflicts"))[s("conflicts")].toArray();
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().toObject()[s("field")], s("deleted"));
    const QString id = conflicts.first().toObject()[s("id")].toString();
    QCOMPARE(m_ada->ask({{s("command"), s("resolve")}, {s("conflict"), id}, {s("value"), false}})[s("ok")], true);
    QVERIFY(synced(*m_ada) && synced(*m_sam));
    QCOMPARE(m_hub->status()[s("open_conflicts")].toInt(), 0);
    for (DeviceProcess* device : {m_sam.get(), m_ada.get()}) {
        const QJsonObject person = device->get(s("person"), m_person);
        QVERIFY(!person.contains(s("deleted")));
        QCOMPARE(person[s("fields")].toObject()[s("phone")], s("028 9649 6077"));
    }
}

void TwoDevicesTest::copyOfAPhone_withMoreSavesThanTheOriginal_losesNothing()
{
    const auto person = [](const QString& name) { return QJsonObject{{s("given_name"), name}}; };
    m_sam->kill();
    QProcess::execute(s("cp"), {s("-r"), m_folder->filePath(s("sam")), m_folder->filePath(s("copy"))});
    QVERIFY(m_sam->start());
    QCOMPARE(m_sam->unlock()[s("ok")], true);
    QCOMPARE(m_sam->create(s("person"), person(s("on the original")))[s("ok")], true);
    QVERIFY(synced(*m_sam));
    DeviceProcess copy(m_folder->filePath(s("copy")));
    QVERIFY(copy.start());
    QCOMPARE(copy.unlock()[s("ok")], true);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(copy.create(s("person"), person(s("on the copy %1").arg(i)))[s("ok")], true);
    QVERIFY(synced(copy));
    QSet<QString> names;
    for (const QJsonObject& record : m_hub->exported(s("person")))
        names.insert(record[s("fields")].toObject()[s("given_name")].toString());
    QCOMPARE(names, QSet<QString>(
                        {s("Joan"), s("on the original"), s("on the copy 0"), s("on the copy 1"), s("on the copy 2")}));
}

void TwoDevicesTest::emptiedDatabase_isRefusedInsteadOfBuiltUpon()
{
    m_sam->kill();
    QFile::remove(m_folder->filePath(s("sam/doorstep.db-wal")));
    QVERIFY(QFile::resize(m_folder->filePath(s("sam/doorstep.db")), 0));
    QVERIFY(m_sam->start());
    QCOMPARE(m_sam->unlock()[s("error")].toObject()[s("code")], s("corrupt"));
}

void TwoDevicesTest::import_newPerson_reachesBothPhones()
{
    const QByteArray line =
        R"({"kind":"person","id":"0193e4a2-b7c1-7000-8000-000000000001","fields":{"given_name":"Ruth"},"scheme":"west-belfast"})"
        "\n";
    const HubProcess::Printed imported = m_hub->admin({s("import"), s("-")}, line);
    QCOMPARE(imported.exitCode, 0);
    QVERIFY(synced(*m_sam) && synced(*m_ada));
    for (DeviceProcess* device : {m_sam.get(), m_ada.get()})
        QCOMPARE(device->get(s("person"), s("0193e4a2-b7c1-7000-8000-000000000001"))[s("fields")]
                     .toObject()[s("given_name")],
                 s("Ruth"));
}

QTEST_GUILESS_MAIN(TwoDevicesTest)
#include "tst_twodevices.moc"
