// What two or more people changed while apart, with the values to choose from.
#include "domain/kinds/conflict.h"
#include "domain/kinds/worker.h"
#include "ui/core/kindwords.h"
#include "ui/core/words.h"
#include "ui/forms/fieldlabel.h"
#include "ui/forms/momenttext.h"
#include "ui/syncstatus/syncrows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace doorstep::ui {

using base::Result;
using domain::Conflict;
using domain::Record;

namespace {

// Under this name a removal stands against an edit; its value is the name itself, that of an edit the changed fields.
const QLatin1StringView kDeleted("deleted");

QString tr(const char* text, const char* comment = nullptr)
{
    return QCoreApplication::translate("ConflictRows", text, comment);
}

QString authorOf(const QJsonObject& value)
{
    return value.value(QLatin1StringView("by")).toString();
}

QJsonValue contentOf(const QJsonObject& value)
{
    return value.value(QLatin1StringView("value"));
}

std::vector<QJsonObject> valuesOf(const Conflict& conflict)
{
    std::vector<QJsonObject> values;
    const QJsonArray array = QJsonDocument::fromJson(conflict.values.valueOr({}).toUtf8()).array();
    for (const QJsonValue& each : array)
        values.push_back(each.toObject());
    return values;
}

std::optional<QUuid> personOf(const Conflict& conflict)
{
    return conflict.person.has() ? std::optional(conflict.person.value().uuid()) : std::nullopt;
}

/// All values one after the other, for a text that has room for them; nothing when it has not.
std::optional<QString> allOf(const std::vector<QJsonObject>& values, const domain::FieldSpec& field)
{
    // A name, a number or a postcode is one thing or the other.
    constexpr int kShortText = 500;
    if (field.type != domain::FieldType::Text || field.longest < kShortText)
        return std::nullopt;
    QStringList texts;
    for (const QJsonObject& each : values) {
        if (!contentOf(each).isString())
            return std::nullopt;
        texts << contentOf(each).toString();
    }
    const QString all = texts.join(QLatin1Char('\n'));
    return all.size() <= field.longest ? std::optional(all) : std::nullopt;
}

QString fieldNames(const QJsonObject& fields)
{
    QStringList names;
    const QStringList keys = fields.keys();
    for (const QString& key : keys)
        names << fieldLabel(key).toLower();
    return names.join(QStringLiteral(", "));
}

} // namespace

bool SyncRows::isMe(const QString& by) const
{
    return !by.isEmpty() && (by == m_session.device().worker || by == m_session.device().name);
}

QString SyncRows::workerName(const QString& by)
{
    if (const auto id = base::uuidFromText(by)) {
        const auto found = m_session.records().get(base::Id<domain::Worker>(*id));
        return found ? words::firstName(found->name.valueOr({})) : tr("Somebody else");
    }
    return by.isEmpty() ? tr("Somebody else") : words::firstName(by);
}

QString SyncRows::whoAndWhen(const QJsonObject& value)
{
    const QString by = authorOf(value);
    const auto at = base::Timestamp::fromIso(value.value(QLatin1StringView("at")).toString());
    const QString day = at ? momentText(at->toDateTime(), today()).toLower() : QString();
    return words::joined({isMe(by) ? tr("You") : workerName(by), day});
}

QString SyncRows::valueText(const QJsonValue& json, const domain::FieldSpec& field) const
{
    const auto value = domain::valueFromJson(json, field.type);
    if (!value)
        return json.toVariant().toString();
    if (const auto* empty = std::get_if<domain::Empty>(&*value))
        return *empty == domain::Empty::Blank ? tr("blank") : words::empty(*empty);
    if (const auto* moment = std::get_if<base::Timestamp>(&*value))
        return momentText(moment->toDateTime(), today());
    if (const auto* day = std::get_if<QDate>(&*value))
        return dayText(*day, today());
    if (const auto* flag = std::get_if<bool>(&*value))
        return *flag ? tr("yes") : tr("no");
    if (field.list && field.type == domain::FieldType::Code)
        return m_session.lists().label(QString::fromLatin1(field.list), std::get<QString>(*value));
    return domain::toText(*value);
}

ConflictRow SyncRows::fieldConflict(const Conflict& conflict, const domain::FieldSpec& field)
{
    std::vector<QJsonObject> values = valuesOf(conflict);
    // The worker's own value comes first, whichever stands in the record now.
    std::stable_partition(values.begin(), values.end(),
                          [this](const QJsonObject& each) { return isMe(authorOf(each)); });
    ConflictRow row;
    row.conflict = conflict.id.text();
    const QString what = fieldLabel(QString(field.key()));
    const QString who = personName(personOf(conflict), true);
    row.title = who.isEmpty() ? tr("“%1” was changed in different ways").arg(what)
                              : tr("%1’s %2 was changed in different ways", "whose, what").arg(who, what.toLower());
    QStringList lines;
    for (const QJsonObject& each : values) {
        const QString by = authorOf(each);
        const QString text = valueText(contentOf(each), field);
        lines << tr("%1: %2", "who and when, value").arg(whoAndWhen(each), text);
        // One name for two values would say nothing.
        const bool isOnlyOne = std::count_if(values.begin(), values.end(),
                                             [&by](const QJsonObject& other) { return authorOf(other) == by; }) == 1;
        row.choices << (!isOnlyOne ? tr("Keep “%1”").arg(text)
                        : isMe(by) ? tr("Keep mine")
                                   : tr("Keep %1’s").arg(workerName(by)));
        row.values.push_back(contentOf(each));
    }
    if (const auto both = allOf(values, field)) {
        row.choices << (values.size() == 2 ? tr("Write both") : tr("Write all"));
        row.values.push_back(*both);
    }
    row.text = lines.join(QLatin1Char('\n'));
    return row;
}

QString SyncRows::removedThing(const Conflict& conflict, const domain::KindSpec& kind)
{
    QString who = personName(personOf(conflict), true);
    if (&kind == &domain::kindOf<domain::Person>() && !who.isEmpty())
        return who;
    const base::RecordId id(conflict.record.valueOr({}).uuid());
    const Record record = m_session.records().get(kind, id).value_or(Record(kind, id));
    const QString what = KindWords::of(record).name;
    return who.isEmpty() ? what : tr("%1’s %2", "whose, what").arg(who, what.toLower());
}

ConflictRow SyncRows::removalConflict(const Conflict& conflict, const domain::KindSpec& kind)
{
    QStringList removers, editors, lines;
    const std::vector<QJsonObject> values = valuesOf(conflict);
    for (const QJsonObject& each : values) {
        const bool isRemoval = !contentOf(each).isObject();
        const QString by = authorOf(each);
        QStringList& names = isRemoval ? removers : editors;
        names << (isMe(by) ? tr("you") : workerName(by));
        names.removeDuplicates();
        lines << tr("%1: %2", "who and when, value")
                     .arg(whoAndWhen(each),
                          isRemoval ? tr("removed") : tr("changed %1").arg(fieldNames(contentOf(each).toObject())));
    }
    const QString glue = tr(" and ", "between two names");
    ConflictRow row;
    row.conflict = conflict.id.text();
    row.title = tr("%1 was removed by %2 and changed by %3")
                    .arg(removedThing(conflict, kind), removers.join(glue), editors.join(glue));
    row.text = lines.join(QLatin1Char('\n'));
    row.choices = QStringList{tr("Keep removed"), tr("Bring back")};
    row.values = {QJsonValue(true), QJsonValue(false)};
    return row;
}

Result<std::vector<ConflictRow>> SyncRows::conflicts()
{
    store::Query query;
    query.where = {{QStringLiteral("open"), true}};
    DOORSTEP_TRY_ASSIGN(const std::vector<Conflict> open, m_session.records().list<Conflict>(query));
    std::vector<ConflictRow> rows;
    for (const Conflict& conflict : open) {
        const domain::KindSpec* kind = domain::findKind(conflict.recordKind.valueOr({}));
        const QString name = conflict.field.valueOr({});
        const int index = kind ? kind->indexOf(name) : -1;
        if (kind && name == kDeleted)
            rows.push_back(removalConflict(conflict, *kind));
        else if (index >= 0)
            rows.push_back(fieldConflict(conflict, kind->fields[static_cast<size_t>(index)]));
    }
    // One value leaves nothing to choose.
    std::erase_if(rows, [](const ConflictRow& row) { return row.values.size() < 2; });
    return rows;
}

} // namespace doorstep::ui
