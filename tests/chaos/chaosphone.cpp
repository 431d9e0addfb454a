#include "chaos/chaosphone.h"

#include <atomic>
#include <csignal>
#include <thread>

namespace doorstep::chaos {

using support::DeviceProcess;

namespace {

// From the start of the process on: some die while they open their store, most after several saves and a sync.
constexpr int kLongestLifeMicroseconds = 1'500'000;
// Longer than any delay of the proxy's, short enough that a silent hub does not use up a life.
const QStringList kOptions{QStringLiteral("--timeout"), QStringLiteral("300")};

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

ChaosPhone::ChaosPhone(QString folder, int number, QString person, quint32 seed, support::Ledger& ledger)
    : m_folder(std::move(folder)), m_person(std::move(person)), m_number(number), m_chance(seed), m_ledger(ledger)
{
}

QJsonObject ChaosPhone::saving(const QString& id)
{
    const QString word = m_ledger.newWord();
    QJsonObject fields{{s("place"), word}};
    if (id.isEmpty()) {
        fields.insert(s("person"), m_person);
        fields.insert(s("mode"), s("telephone"));
        const QString made = s("0193e4a2-b7c1-7000-8%1-%2")
                                 .arg(m_number, 3, 10, QLatin1Char('0'))
                                 .arg(++m_made, 12, 10, QLatin1Char('0'));
        return {{s("command"), s("create")}, {s("kind"), s("contact")}, {s("id"), made}, {s("fields"), fields}};
    }
    return {{s("command"), s("update")}, {s("kind"), s("contact")}, {s("id"), id}, {s("fields"), fields}};
}

QJsonObject ChaosPhone::nextCommand()
{
    const int what = m_chance.bounded(10);
    if (what < 3)
        return {{s("command"), s("sync")}};
    // All phones edit this one, so that the hub has something to merge and to call a conflict.
    if (what == 3)
        return {{s("command"), s("update")},
                {s("kind"), s("person")},
                {s("id"), m_person},
                {s("fields"), QJsonObject{{m_chance.bounded(2) == 0 ? s("phone") : s("postcode"),
                                           s("value %1").arg(m_chance.bounded(1'000'000))}}}};
    const bool isNew = what < 7 || m_own.isEmpty();
    return saving(isNew ? QString() : m_own[m_chance.bounded(m_own.size())]);
}

void ChaosPhone::note(const QJsonObject& command, const QJsonObject& reply)
{
    const bool isAnswered = !reply.isEmpty();
    if (isAnswered && !reply[s("ok")].toBool()) {
        const QJsonObject error = reply[s("error")].toObject();
        m_complaints << s("phone %1 refused to %2: %3 (%4)")
                            .arg(m_number)
                            .arg(command[s("command")].toString(), error[s("message")].toString(),
                                 error[s("code")].toString());
        return;
    }
    m_exchanges += reply[s("exchanges")].toInt();
    const QString word = command[s("fields")].toObject()[s("place")].toString();
    if (word.isEmpty())
        return;
    const QString record = command[s("id")].toString();
    if (!isAnswered) {
        m_ledger.doubt(word, record);
        return;
    }
    m_ledger.acknowledge(word, record);
    if (!m_own.contains(record))
        m_own << record;
}

void ChaosPhone::liveUntilKilled()
{
    DeviceProcess device(m_folder, kOptions);
    if (!device.start()) {
        m_complaints << s("phone %1 did not start").arg(m_number);
        return;
    }
    std::atomic<bool> isKilled = false;
    std::thread killer([&isKilled, pid = static_cast<pid_t>(device.processId()),
                        life = std::chrono::microseconds(m_chance.bounded(kLongestLifeMicroseconds))] {
        std::this_thread::sleep_for(life);
        isKilled = true;
        ::kill(pid, SIGKILL);
    });
    QJsonObject command{{s("command"), s("unlock")}, {s("pin"), DeviceProcess::pin()}};
    for (;;) {
        const QJsonObject reply = device.ask(command);
        if (reply.isEmpty() && !isKilled)
            m_complaints << s("phone %1 ended by itself").arg(m_number);
        note(command, reply);
        if (reply.isEmpty())
            break;
        command = nextCommand();
    }
    killer.join();
    device.kill();
}

} // namespace doorstep::chaos
