#pragma once

#include "chaos/chaosphone.h"
#include "support/faultproxy.h"
#include "support/hubprocess.h"

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace doorstep::chaos {

struct ChaosSettings
{
    int kills = 1000; ///< of the devices together, and of the hub
    /// When set: how long it goes on, however many kills that makes.
    std::optional<std::chrono::minutes> duration;
    int phones = 4;
    quint32 seed = 0;
};

/// Real devices and a real hub behind a proxy that spoils what passes; both sides are killed at random. Afterwards
/// there is peace, everybody syncs, and what devices and hub hold is compared with a ledger of what was acknowledged.
class ChaosRun
{
public:
    explicit ChaosRun(ChaosSettings settings);

    /// What is wrong, one line each; empty when nothing is.
    [[nodiscard]] QStringList run();
    /// What was done, for people.
    [[nodiscard]] QString summary() const;
    /// Where the databases and logs are.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Leaves the databases and logs for whoever wants to look.
    void keepFolder() { m_folder.setAutoRemove(false); }

private:
    [[nodiscard]] bool setUp();
    [[nodiscard]] bool goesOn() const;
    void killPhones(ChaosPhone& phone);
    void killHub();
    void makeTrouble();
    /// Counts what has passed the proxy since the last time.
    void countPassages();
    void makePeace();
    void checkPhone(int number, const QHash<QString, QJsonObject>& atHub);
    void checkHub(const std::vector<QJsonObject>& exported);
    [[nodiscard]] QString phoneFolder(int number) const;

    ChaosSettings m_settings;
    QTemporaryDir m_folder;
    support::HubProcess m_hub;
    support::FaultProxy m_proxy;
    support::Ledger m_ledger;
    QRandomGenerator m_chance;
    std::vector<std::unique_ptr<ChaosPhone>> m_phones;
    std::chrono::steady_clock::time_point m_started;
    std::atomic<int> m_phoneKills = 0, m_hubKills = 0;
    QMap<QString, int> m_faults; ///< by name
    int m_requests = 0, m_keptChanges = 0, m_conflicts = 0;
    QStringList m_wrong;
};

} // namespace doorstep::chaos
