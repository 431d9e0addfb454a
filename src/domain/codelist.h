#pragma once

#include "base/result.h"

#include <QHash>
#include <QJsonObject>

#include <vector>

namespace doorstep::domain {

/// One entry of a code list. `extra` keeps whatever else the hub says of it (icon, class, area …).
struct CodeEntry
{
    QString code;
    QString label;
    QJsonObject extra;

    [[nodiscard]] QString text(QLatin1StringView key) const { return extra.value(key).toString(); }
};

struct CodeList
{
    QString name;
    QString title;
    int version = 0;
    std::vector<CodeEntry> entries;

    /// None for a code of a newer hub; such codes are kept and shown as they are.
    [[nodiscard]] const CodeEntry* find(QStringView code) const;
};

/// All code lists and programme rules. The program carries a first set; the hub's newer ones replace them.
class CodeLists
{
public:
    /// The lists built into the program.
    [[nodiscard]] static CodeLists builtIn();
    /// Every list of a bundle {"lists":[…]} replaces the one of its name when its version is not older.
    [[nodiscard]] base::Status merge(const QJsonObject& bundle);
    [[nodiscard]] QJsonObject toBundle() const;

    /// An unknown list is empty.
    [[nodiscard]] const CodeList& list(QStringView name) const;
    [[nodiscard]] QStringList names() const { return m_lists.keys(); }
    /// The label of a code; the code itself when the list does not know it.
    [[nodiscard]] QString label(QStringView list, QStringView code) const;
    /// The "value" object of a programme rule.
    [[nodiscard]] QJsonObject rule(QStringView code) const;

private:
    QHash<QString, CodeList> m_lists;
    QHash<QString, QJsonObject> m_sources;
};

} // namespace doorstep::domain
