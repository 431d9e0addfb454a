#pragma once

#include "domain/kinds/organisation.h"
#include "ui/core/session.h"

namespace doorstep::ui {

/// A place found in the directory.
struct PlaceRow
{
    QString id, title, subtitle;
    bool isSelected = false;
};

/// The places to signpost to, held in memory so that the search answers with each key and without signal.
class Directory
{
public:
    explicit Directory(Session& session);

    /// Places of which every word of the query begins a word, names first; nothing for an empty query. The selected
    /// place is always among them.
    [[nodiscard]] std::vector<PlaceRow> find(const QString& query, const QString& selected) const;
    /// Null when it is not in the directory.
    [[nodiscard]] const domain::Organisation* place(const QString& id) const;

private:
    struct Entry
    {
        domain::Organisation organisation;
        QString name, text; ///< folded for search
    };
    [[nodiscard]] PlaceRow rowOf(const Entry& entry, const QString& selected) const;

    const domain::CodeLists& m_lists;
    std::vector<Entry> m_entries;
};

} // namespace doorstep::ui
