#include "support/ledger.h"

namespace doorstep::support {

namespace {

const QLatin1StringView kPlace("place");

QString wordOf(const KeptChange& kept)
{
    return kept.change[QLatin1StringView("fields")].toObject()[kPlace].toString();
}

} // namespace

QString Ledger::newWord()
{
    const std::lock_guard lock(m_mutex);
    return QStringLiteral("word-%1").arg(++m_words);
}

void Ledger::acknowledge(const QString& word, const QString& record)
{
    const std::lock_guard lock(m_mutex);
    m_acknowledged.insert(word);
    m_savesOf[record].push_back({word, true});
}

void Ledger::doubt(const QString& word, const QString& record)
{
    const std::lock_guard lock(m_mutex);
    m_doubted.insert(word);
    m_savesOf[record].push_back({word, false});
}

int Ledger::acknowledgedCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_acknowledged.size());
}

QStringList Ledger::violations(const std::vector<KeptChange>& kept, const std::vector<QJsonObject>& exported) const
{
    const std::lock_guard lock(m_mutex);
    QStringList found;
    checkChanges(kept, found);
    checkRecords(exported, found);
    return found;
}

void Ledger::checkChanges(const std::vector<KeptChange>& kept, QStringList& found) const
{
    QSet<QString> numbers;
    QHash<QString, QString> versions;
    for (const KeptChange& each : kept) {
        const QString number = QStringLiteral("%1/%2/%3").arg(each.device).arg(each.epoch).arg(each.n);
        if (numbers.contains(number))
            found << QStringLiteral("change %1 is at the hub twice").arg(number);
        numbers.insert(number);
        const QString word = wordOf(each);
        if (word.isEmpty())
            continue;
        // A phone that was restored from a copy sends a save again under another number; its version tells.
        const QString version = each.change[QLatin1StringView("version")].toString();
        if (versions.value(word, version) != version)
            found << QStringLiteral("%1 was applied twice").arg(word);
        versions.insert(word, version);
        if (!m_acknowledged.contains(word) && !m_doubted.contains(word))
            found << QStringLiteral("%1 is at the hub, but nobody saved it").arg(word);
        if (each.note == QLatin1StringView("held") || each.note == QLatin1StringView("quarantined"))
            found << QStringLiteral("%1 is %2").arg(word, each.note);
    }
    for (const QString& word : m_acknowledged) {
        if (!versions.contains(word))
            found << QStringLiteral("%1 was acknowledged and is lost").arg(word);
    }
}

void Ledger::checkRecords(const std::vector<QJsonObject>& exported, QStringList& found) const
{
    QHash<QString, QString> current;
    for (const QJsonObject& record : exported) {
        const QString id = record[QLatin1StringView("id")].toString();
        if (current.contains(id))
            found << QStringLiteral("record %1 is at the hub twice").arg(id);
        current.insert(id, record[QLatin1StringView("fields")].toObject()[kPlace].toString());
    }
    for (auto it = m_savesOf.cbegin(); it != m_savesOf.cend(); ++it) {
        const auto last = std::find_if(it->rbegin(), it->rend(), [](const Save& save) { return save.isAcknowledged; });
        if (last == it->rend())
            continue;
        const QString stands = current.value(it.key());
        const auto sameWord = [&](const Save& save) { return save.word == stands; };
        if (!std::any_of(last.base() - 1, it->end(), sameWord))
            found << QStringLiteral("record %1 holds %2, not %3").arg(it.key(), stands, last->word);
    }
}

} // namespace doorstep::support
