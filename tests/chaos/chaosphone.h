#pragma once

#include "support/deviceprocess.h"
#include "support/ledger.h"

#include <QRandomGenerator>

namespace doorstep::chaos {

/// A device whose process is killed again and again, at moments of chance, between and in the middle of what it does.
/// Used by one thread; the ledger is shared.
class ChaosPhone
{
public:
    /// `number` tells phones apart; `person` is whom the visits it records are about.
    ChaosPhone(QString folder, int number, QString person, quint32 seed, support::Ledger& ledger);

    /// Starts the process, unlocks, saves and syncs, and kills it.
    void liveUntilKilled();

    [[nodiscard]] qint64 exchanges() const { return m_exchanges; }
    /// What no device may do: a refused save, an end that nobody caused.
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }

private:
    [[nodiscard]] QJsonObject nextCommand();
    [[nodiscard]] QJsonObject saving(const QString& id);
    void note(const QJsonObject& command, const QJsonObject& reply);

    QString m_folder, m_person;
    int m_number;
    QRandomGenerator m_chance;
    support::Ledger& m_ledger;
    QStringList m_own; ///< the records made here and acknowledged
    int m_made = 0;
    qint64 m_exchanges = 0;
    QStringList m_complaints;
};

} // namespace doorstep::chaos
