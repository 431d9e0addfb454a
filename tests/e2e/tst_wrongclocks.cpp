#include "support/deviceprocess.h"
#include "support/hubprocess.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace doorstep;
using support::DeviceProcess;
using support::HubProcess;

namespace {

constexpr qint64 kDay = 86'400;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

/// Seconds from now to a moment, for --clock-shift.
qint64 shiftTo(int year)
{
    return QDateTime::currentDateTimeUtc().secsTo(QDateTime(QDate(year, 1, 2), QTime(), Qt::UTC));
}

} // namespace

/// A phone whose clock jumps while it is in use, beside one whose clock is right.
class WrongClocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void save_clockJumped_arrivesOnceAndLaterEditsStand_data();
    void save_clockJumped_arrivesOnceAndLaterEditsStand();

private:
    void synced(DeviceProcess& device);
};

void WrongClocksTest::synced(DeviceProcess& device)
{
    const QJsonObject done = device.command(s("sync"));
    QCOMPARE(done[s("complete")], true);
    QCOMPARE(done[s("waiting")].toInt() + done[s("in_flight")].toInt() + done[s("needs_attention")].toInt(), 0);
}

void WrongClocksTest::save_clockJumped_arrivesOnceAndLaterEditsStand_data()
{
    QTest::addColumn<qint64>("shift");
    QTest::newRow("three days ahead") << 3 * kDay;
    QTest::newRow("three days back") << -3 * kDay;
    QTest::newRow("1970") << shiftTo(1970);
    QTest::newRow("2100") << shiftTo(2100);
}

void WrongClocksTest::save_clockJumped_arrivesOnceAndLaterEditsStand()
{
    QFETCH(qint64, shift);
    QTemporaryDir folder;
    HubProcess hub(folder.filePath(s("hub")));
    QVERIFY(hub.init() && hub.serve());
    const auto phone = [&](const QString& name) { return folder.filePath(name); };
    DeviceProcess ada(phone(s("ada")));
    QVERIFY(ada.start());
    QCOMPARE(ada.enrol(hub.address(), hub.enrolmentCode(s("Ada")))[s("ok")], true);
    QString person;
    {
        DeviceProcess sam(phone(s("sam")));
        QVERIFY(sam.start());
        QCOMPARE(sam.enrol(hub.address(), hub.enrolmentCode(s("Sam")))[s("ok")], true);
        person = sam.create(s("person"), {{s("given_name"), s("Joan")}})[s("id")].toString();
        synced(sam);
    }
    DeviceProcess sam(phone(s("sam")), {s("--clock-shift"), QString::number(shift)});
    QVERIFY(sam.start());
    QCOMPARE(sam.unlock()[s("ok")], true);
    // A lease that seems to be over is renewed by the exchange.
    synced(sam);
    QCOMPARE(sam.update(s("person"), person, {{s("phone"), s("028 9649 6001")}})[s("ok")], true);
    synced(sam);
    // Whoever has seen that edit and writes after it is right, whatever the stamp of the first says.
    synced(ada);
    QCOMPARE(ada.update(s("person"), person, {{s("phone"), s("028 9649 6002")}})[s("ok")], true);
    synced(ada);
    synced(sam);
    QCOMPARE(sam.get(s("person"), person)[s("fields")].toObject()[s("phone")], s("028 9649 6002"));
    QCOMPARE(sam.update(s("person"), person, {{s("phone"), s("028 9649 6003")}})[s("ok")], true);
    synced(sam);
    synced(ada);
    QCOMPARE(ada.get(s("person"), person)[s("fields")].toObject()[s("phone")], s("028 9649 6003"));
    QCOMPARE(hub.exported(s("person")).size(), size_t(1));
    QCOMPARE(hub.status()[s("open_conflicts")].toInt(), 0);
}

QTEST_GUILESS_MAIN(WrongClocksTest)
#include "tst_wrongclocks.moc"
