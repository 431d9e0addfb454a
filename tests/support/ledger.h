#pragma once

#include "support/hubcontents.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <mutex>

namespace doorstep::support {

/// Every save that a test made, told apart by a word of its own in the field `place`, and what its device said to it.
/// May be used from several threads.
class Ledger
{
public:
    [[nodiscard]] QString newWord();
    /// The device said that it is saved.
    void acknowledge(const QString& word, const QString& record);
    /// The device died before it answered: the save may have been made.
    void doubt(const QString& word, const QString& record);
    [[nodiscard]] int acknowledgedCount() const;

    /// One line for each save that the hub lost, has twice, or has without anybody having made it. `exported` are the
    /// hub's records now: each has to hold the last word that its device acknowledged, or a later one in doubt.
    [[nodiscard]] QStringList violations(const std::vector<KeptChange>& kept,
                                         const std::vector<QJsonObject>& exported) const;

private:
    struct Save
    {
        QString word;
        bool isAcknowledged = false;
    };

    void checkChanges(const std::vector<KeptChange>& kept, QStringList& found) const;
    void checkRecords(const std::vector<QJsonObject>& exported, QStringList& found) const;

    mutable std::mutex m_mutex;
    int m_words = 0;
    QSet<QString> m_acknowledged, m_doubted;
    QHash<QString, std::vector<Save>> m_savesOf; ///< of a record, in their order
};

} // namespace doorstep::support
