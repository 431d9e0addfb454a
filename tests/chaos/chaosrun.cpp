#include "chaos/chaosrun.h"

#include "chaos/faultmix.h"
#include "support/hubcontents.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <thread>

namespace doorstep::chaos {

using support::DeviceProcess;
using support::Fault;
using support::Passage;

namespace {

// From when it listens: long enough for some exchanges, short enough for a thousand in ten minutes.
constexpr int kLongestHubLife = 500; // ms
// After the last fault, every outbox is empty within so many rounds.
constexpr int kRoundsToPeace = 3;
const std::array kCompared{"person", "contact", "conflict"};

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

QJsonObject sync()
{
    return {{s("command"), s("sync")}};
}

bool isAtRest(const QJsonObject& synced)
{
    return synced[s("complete")].toBool() && synced[s("waiting")].toInt() == 0 && synced[s("in_flight")].toInt() == 0;
}

/// What both sides say about a record.
QJsonObject content(const QJsonObject& record)
{
    return record[s("fields")].toObject();
}

/// How many changes the hub, by its own log, was sent although it had them.
qint64 duplicatesIn(const QString& logFile)
{
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression kDuplicates(s("duplicates\"?[=:](\\d+)"));
    qint64 sum = 0;
    for (auto match = kDuplicates.globalMatch(QString::fromUtf8(log.readAll())); match.hasNext();)
        sum += match.next().captured(1).toLongLong();
    return sum;
}

} // namespace

ChaosRun::ChaosRun(ChaosSettings settings)
    : m_settings(settings), m_hub(m_folder.filePath(s("hub"))), m_chance(settings.seed)
{
}

QString ChaosRun::phoneFolder(int number) const
{
    return m_folder.filePath(s("phone%1").arg(number));
}

bool ChaosRun::setUp()
{
    if (!m_hub.init() || !m_hub.serve())
        return false;
    m_proxy.setHub(m_hub.address());
    QString person;
    for (int number = 1; number <= m_settings.phones; ++number) {
        DeviceProcess device(phoneFolder(number));
        const QString code = m_hub.enrolmentCode(s("worker%1").arg(number));
        if (!device.start() || !device.enrol(m_proxy.address(), code)[s("ok")].toBool())
            return false;
        if (number == 1)
            person = device.create(s("person"), {{s("given_name"), s("Joan")}})[s("id")].toString();
        if (!isAtRest(device.ask(sync())))
            return false;
        m_phones.push_back(
            std::make_unique<ChaosPhone>(phoneFolder(number), number, person, m_chance.generate(), m_ledger));
    }
    return true;
}

bool ChaosRun::goesOn() const
{
    if (m_settings.duration)
        return std::chrono::steady_clock::now() - m_started < *m_settings.duration;
    return m_phoneKills < m_settings.kills || m_hubKills < m_settings.kills;
}

void ChaosRun::killPhones(ChaosPhone& phone)
{
    while (goesOn()) {
        phone.liveUntilKilled();
        ++m_phoneKills;
    }
}

void ChaosRun::killHub()
{
    while (goesOn()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(m_chance.bounded(kLongestHubLife)));
        m_hub.kill();
        ++m_hubKills;
        countPassages();
        if (!m_hub.serve()) {
            m_wrong << s("the hub did not start again");
            return;
        }
    }
}

void ChaosRun::makeTrouble()
{
    m_proxy.setPlan([chance = QRandomGenerator(m_chance.generate())](int) mutable { return anyFault(chance); });
    std::vector<std::thread> threads;
    threads.reserve(m_phones.size());
    for (const auto& phone : m_phones)
        threads.emplace_back([this, &phone = *phone] { killPhones(phone); });
    killHub();
    for (std::thread& thread : threads)
        thread.join();
    m_proxy.setPlan({});
    countPassages();
}

void ChaosRun::countPassages()
{
    for (const Passage& passage : m_proxy.takePassages()) {
        ++m_requests;
        if (passage.fault.kind != Fault::Kind::None)
            ++m_faults[nameOf(passage.fault.kind)];
    }
}

void ChaosRun::makePeace()
{
    // What one phone sends in its last round, the others have to fetch: those that come first go twice.
    for (int pass = 0; pass < 2; ++pass) {
        for (int number = 1; number <= m_settings.phones; ++number) {
            DeviceProcess device(phoneFolder(number));
            bool isResting = device.start() && device.unlock()[s("ok")].toBool();
            QJsonObject last;
            for (int round = 0; isResting && round < kRoundsToPeace; ++round) {
                last = device.ask(sync());
                if (isAtRest(last))
                    break;
            }
            if (!isAtRest(last) || last[s("needs_attention")].toInt() > 0 || last[s("held")].toInt() > 0)
                m_wrong << s("phone %1 did not come to rest: %2")
                               .arg(number)
                               .arg(QString::fromUtf8(QJsonDocument(last).toJson(QJsonDocument::Compact)));
        }
    }
}

void ChaosRun::checkPhone(int number, const QHash<QString, QJsonObject>& atHub)
{
    if (const base::Status sound = support::checkDeviceFile(phoneFolder(number)); !sound)
        m_wrong << s("the database of phone %1: %2").arg(number).arg(sound.error().detail);
    DeviceProcess device(phoneFolder(number));
    if (!device.start() || !device.unlock()[s("ok")].toBool()) {
        m_wrong << s("phone %1 does not open").arg(number);
        return;
    }
    qsizetype count = 0;
    for (const char* kind : kCompared) {
        const QJsonArray records =
            device.ask({{s("command"), s("list")}, {s("kind"), s(kind)}})[s("records")].toArray();
        count += records.size();
        for (const QJsonValue& each : records) {
            const QString id = each[s("id")].toString();
            if (content(each.toObject()) != atHub.value(id))
                m_wrong << s("phone %1 and the hub differ in %2 %3").arg(number).arg(s(kind), id);
        }
    }
    if (count != atHub.size())
        m_wrong << s("phone %1 holds %2 records, the hub %3").arg(number).arg(count).arg(atHub.size());
}

void ChaosRun::checkHub(const std::vector<QJsonObject>& exported)
{
    const auto kept = support::keptChanges(m_folder.filePath(s("hub")));
    if (!kept) {
        m_wrong << s("the hub's database cannot be read: %1").arg(kept.error().detail);
        return;
    }
    m_keptChanges = static_cast<int>(kept->size());
    m_conflicts = static_cast<int>(std::count_if(exported.begin(), exported.end(), [](const QJsonObject& record) {
        return record[s("kind")].toString() == s("conflict");
    }));
    m_wrong << m_ledger.violations(*kept, exported);
    if (const base::Status sound = support::checkHubFile(m_folder.filePath(s("hub"))); !sound)
        m_wrong << s("the hub's database: %1").arg(sound.error().detail);
}

QStringList ChaosRun::run()
{
    if (!m_folder.isValid() || !setUp())
        return {s("the devices could not be enrolled; the logs say why")};
    m_started = std::chrono::steady_clock::now();
    makeTrouble();
    makePeace();
    std::vector<QJsonObject> exported;
    QHash<QString, QJsonObject> atHub;
    for (const char* kind : kCompared) {
        for (const QJsonObject& record : m_hub.exported(s(kind))) {
            exported.push_back(record);
            atHub.insert(record[s("id")].toString(), content(record));
        }
    }
    checkHub(exported);
    for (int number = 1; number <= m_settings.phones; ++number)
        checkPhone(number, atHub);
    for (const auto& phone : m_phones)
        m_wrong << phone->complaints();
    if (m_ledger.acknowledgedCount() == 0)
        m_wrong << s("nothing was saved: the kills came too early to prove anything");
    return m_wrong;
}

QString ChaosRun::summary() const
{
    qint64 exchanges = 0;
    for (const auto& phone : m_phones)
        exchanges += phone->exchanges();
    QStringList faults;
    int faulty = 0;
    for (auto it = m_faults.cbegin(); it != m_faults.cend(); ++it) {
        faults << s("%1 %2").arg(it.value()).arg(it.key());
        faulty += it.value();
    }
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_started).count();
    return s("kills: %1 of %2 devices, %3 of the hub, in %4 s\n"
             "requests: %5, of which spoilt %6: %7\n"
             "exchanges completed: %8; changes sent again and suppressed: %9\n")
               .arg(m_phoneKills.load())
               .arg(m_settings.phones)
               .arg(m_hubKills.load())
               .arg(seconds)
               .arg(m_requests)
               .arg(faulty)
               .arg(faults.join(s(", ")))
               .arg(exchanges)
               .arg(duplicatesIn(m_folder.filePath(s("hub.log")))) +
           s("saves acknowledged: %1; changes at the hub: %2; conflict records: %3\n")
               .arg(m_ledger.acknowledgedCount())
               .arg(m_keptChanges)
               .arg(m_conflicts);
}

} // namespace doorstep::chaos
