#include "ui/forms/directory.h"

#include "store/recordsql.h"
#include "ui/core/words.h"

#include <algorithm>

namespace doorstep::ui {

using domain::Organisation;

namespace {

constexpr size_t kMostResults = 6;

bool hasWords(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return text.startsWith(word) || text.contains(QLatin1Char(' ') + word);
    });
}

} // namespace

Directory::Directory(Session& session) : m_lists(session.lists())
{
    store::Query query;
    query.orderBy = QStringLiteral("name");
    auto found = session.records().list<Organisation>(query);
    if (!found)
        return;
    for (Organisation& organisation : *found) {
        const QString name = store::foldForSearch(organisation.name.valueOr({}));
        const QString text = store::searchText(domain::toRecord(organisation));
        m_entries.push_back({std::move(organisation), name, text});
    }
}

PlaceRow Directory::rowOf(const Entry& entry, const QString& selected) const
{
    const Organisation& place = entry.organisation;
    QStringList facts;
    if (place.destination.has())
        facts.append(m_lists.label(u"signpost-destinations", place.destination.value().text));
    facts.append(place.days.valueOr({}));
    facts.append(place.postcode.valueOr({}));
    if (place.access.has() && !place.access.value().list.isEmpty())
        facts.append(m_lists.label(u"access-needs", place.access.value().list.first()).toLower());
    return {place.id.text(), place.name.valueOr({}), words::joined(facts), place.id.text() == selected};
}

std::vector<PlaceRow> Directory::find(const QString& query, const QString& selected) const
{
    const QStringList sought = store::foldForSearch(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<const Entry*> hits;
    for (const Entry& entry : m_entries) {
        if (!sought.isEmpty() && (hasWords(entry.name, sought) || hasWords(entry.text, sought)))
            hits.push_back(&entry);
    }
    std::stable_partition(hits.begin(), hits.end(), [&](const Entry* entry) { return hasWords(entry->name, sought); });
    hits.resize(std::min(hits.size(), kMostResults));
    const bool isShown = std::any_of(hits.begin(), hits.end(),
                                     [&](const Entry* entry) { return entry->organisation.id.text() == selected; });
    std::vector<PlaceRow> rows;
    for (const Entry& entry : m_entries) {
        if (!isShown && entry.organisation.id.text() == selected)
            rows.push_back(rowOf(entry, selected));
    }
    for (const Entry* entry : hits)
        rows.push_back(rowOf(*entry, selected));
    return rows;
}

const Organisation* Directory::place(const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.organisation.id.text() == id; });
    return found == m_entries.end() ? nullptr : &found->organisation;
}

} // namespace doorstep::ui
