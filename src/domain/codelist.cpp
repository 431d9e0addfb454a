#include "domain/codelist.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace doorstep::domain {

using base::ErrorCode;
using base::fail;

namespace {

const QLatin1StringView kListFolder(":/doorstep/lists");

base::Result<CodeList> listFromJson(const QJsonObject& json)
{
    CodeList list;
    list.name = json.value(QLatin1StringView("list")).toString();
    list.title = json.value(QLatin1StringView("title")).toString();
    list.version = json.value(QLatin1StringView("version")).toInt();
    const QJsonArray entries = json.value(QLatin1StringView("entries")).toArray();
    for (const QJsonValue& each : entries) {
        const QJsonObject entry = each.toObject();
        list.entries.push_back(CodeEntry{entry.value(QLatin1StringView("code")).toString(),
                                         entry.value(QLatin1StringView("label")).toString(), entry});
    }
    if (list.name.isEmpty() || list.version < 1 || list.entries.empty())
        return fail(ErrorCode::InvalidValue, QStringLiteral("a code list needs a name, a version and entries"),
                    list.name);
    return list;
}

} // namespace

const CodeEntry* CodeList::find(QStringView code) const
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [code](const CodeEntry& entry) { return entry.code == code; });
    return found == entries.end() ? nullptr : &*found;
}

CodeLists CodeLists::builtIn()
{
    CodeLists lists;
    QJsonArray all;
    const QDir folder{QString(kListFolder)};
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.append(QJsonDocument::fromJson(file.readAll()).object());
    }
    const auto merged = lists.merge(QJsonObject{{QLatin1StringView("lists"), all}});
    Q_ASSERT_X(merged && !lists.m_lists.isEmpty(), "CodeLists::builtIn", "the built-in lists are broken");
    return lists;
}

base::Status CodeLists::merge(const QJsonObject& bundle)
{
    const QJsonArray all = bundle.value(QLatin1StringView("lists")).toArray();
    QHash<QString, CodeList> read;
    QHash<QString, QJsonObject> sources;
    for (const QJsonValue& each : all) {
        DOORSTEP_TRY_ASSIGN(CodeList list, listFromJson(each.toObject()));
        sources.insert(list.name, each.toObject());
        read.insert(list.name, std::move(list));
    }
    for (auto it = read.cbegin(); it != read.cend(); ++it) {
        if (m_lists.value(it.key()).version > it->version)
            continue;
        m_lists.insert(it.key(), *it);
        m_sources.insert(it.key(), sources.value(it.key()));
    }
    return {};
}

QJsonObject CodeLists::toBundle() const
{
    QStringList names = m_sources.keys();
    names.sort();
    QJsonArray all;
    for (const QString& name : std::as_const(names))
        all.append(m_sources.value(name));
    return QJsonObject{{QLatin1StringView("lists"), all}};
}

const CodeList& CodeLists::list(QStringView name) const
{
    static const CodeList kNone;
    const auto found = m_lists.constFind(name.toString());
    return found == m_lists.constEnd() ? kNone : *found;
}

QString CodeLists::label(QStringView listName, QStringView code) const
{
    const CodeEntry* entry = list(listName).find(code);
    return entry ? entry->label : code.toString();
}

QJsonObject CodeLists::rule(QStringView code) const
{
    const CodeEntry* entry = list(u"programme-rules").find(code);
    return entry ? entry->extra.value(QLatin1StringView("value")).toObject() : QJsonObject();
}

} // namespace doorstep::domain
