#include "ui/syncstatus/syncrows.h"

#include "domain/kinds/conflict.h"
#include "domain/kinds/signpost.h"
#include "domain/kinds/worker.h"
#include "domain/personsummary.h"
#include "ui/core/kindwords.h"
#include "ui/core/words.h"
#include "ui/forms/fieldlabel.h"
#include "ui/forms/momenttext.h"
#include "ui/syncstatus/errortext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace doorstep::ui {

using base::Result;
using domain::Conflict;
using domain::Record;
using store::OutboxEntry;
using store::OutboxState;

namespace {

QString tr(const char* text, const char* comment = nullptr)
{
    return QCoreApplication::translate("SyncRows", text, comment);
}

struct StateWords
{
    OutboxState state;
    const char* icon;
    const char* text;
};

constexpr std::array kStates{
    StateWords{OutboxState::InFlight, "sync", QT_TRANSLATE_NOOP("SyncRows", "On its way")},
    StateWords{OutboxState::Waiting, "schedule", QT_TRANSLATE_NOOP("SyncRows", "Waits on this phone")},
    StateWords{OutboxState::Held, "hourglass_empty",
               QT_TRANSLATE_NOOP("SyncRows", "Received, waits for another record")},
};

QString joined(const QString& what, const QString& subject)
{
    return subject.isEmpty() ? what : tr("%1 · %2", "what, who or where").arg(what, subject);
}

} // namespace

QString SyncRows::personName(const std::optional<QUuid>& person, bool isShort)
{
    if (!person)
        return {};
    const auto found = m_session.records().get(base::Id<domain::Person>(*person));
    if (!found)
        return {};
    return isShort ? found->knownAs.valueOr(found->givenName.valueOr({})) : domain::displayName(*found);
}

QString SyncRows::subjectOf(const Record& record)
{
    const auto text = [&](QStringView field) {
        const auto* value = std::get_if<QString>(&record.value(field));
        return value ? *value : QString();
    };
    const QString kind = record.kind->key();
    if (kind == QLatin1StringView("signpost") || kind == QLatin1StringView("organisation"))
        return text(u"name");
    if (kind == QLatin1StringView("goal_progress"))
        return m_session.lists().label(u"goal-progress", text(u"progress")).toLower();
    if (kind == QLatin1StringView("signpost_step")) {
        const auto signpost = domain::fromRecord<domain::SignpostStep>(record).signpost;
        const auto found = m_session.records().get(signpost.valueOr({}));
        return found ? found->name.valueOr({}) : QString();
    }
    return personName(record.person(), false);
}

SyncRows::Words SyncRows::wordsOf(const OutboxEntry& entry)
{
    const domain::KindSpec* kind = domain::findKind(entry.kind);
    if (!kind)
        return {QStringLiteral("description"), entry.kind};
    const Record record = m_session.records().get(*kind, entry.record).value_or(Record(*kind, entry.record));
    const KindWords words = KindWords::of(record);
    return {words.iconName, joined(words.name, subjectOf(record))};
}

Result<std::vector<WaitingRow>> SyncRows::waiting()
{
    std::vector<WaitingRow> rows;
    QHash<QUuid, size_t> rowOf;
    for (const StateWords& state : kStates) {
        DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> entries, m_session.outbox().entries(state.state));
        for (const OutboxEntry& entry : entries) {
            const QString saved = momentText(entry.savedAt.toDateTime(), today());
            if (const auto known = rowOf.constFind(entry.record.uuid()); known != rowOf.constEnd()) {
                rows[*known].subtitle = saved;
                continue;
            }
            rowOf.insert(entry.record.uuid(), rows.size());
            const Words words = wordsOf(entry);
            rows.push_back({entry.kind, entry.record.text(), words.iconName, words.title, saved,
                            QString::fromLatin1(state.icon), tr(state.text)});
        }
    }
    return rows;
}

Result<std::vector<RefusedRow>> SyncRows::refused()
{
    std::vector<RefusedRow> rows;
    DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> entries,
                        m_session.outbox().entries(OutboxState::NeedsAttention));
    for (const OutboxEntry& entry : entries) {
        const Words words = wordsOf(entry);
        rows.push_back({entry.kind, entry.record.text(), entry.field, words.iconName, words.title,
                        refusalText(entry.code, entry.field)});
    }
    return rows;
}

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
        QJsonArray values = QJsonDocument::fromJson(conflict.values.valueOr({}).toUtf8()).array();
        if (index < 0 || values.size() < 2)
            continue;
        const domain::FieldSpec& field = kind->fields[static_cast<size_t>(index)];
        // The worker's own value comes first, whichever stands in the record now.
        if (isMe(values.at(1).toObject().value(QLatin1StringView("by")).toString()))
            values = {values.at(1), values.at(0)};
        ConflictRow row{conflict.id.text(), {}, {}, {}, {}, {}, {}, {}};
        const QString who =
            personName(conflict.person.has() ? std::optional(conflict.person.value().uuid()) : std::nullopt, true);
        row.title = who.isEmpty()
                        ? tr("Two people changed “%1”").arg(fieldLabel(name))
                        : tr("Two people changed %1’s %2", "whose, what").arg(who, fieldLabel(name).toLower());
        const auto say = [&](const QJsonObject& each, QString& line, QString& keep, QJsonValue& value) {
            const QString by = each.value(QLatin1StringView("by")).toString();
            const QString author = workerName(by);
            const auto at = base::Timestamp::fromIso(each.value(QLatin1StringView("at")).toString());
            const QString day = at ? momentText(at->toDateTime(), today()).toLower() : QString();
            value = each.value(QLatin1StringView("value"));
            line = tr("%1: %2", "who and when, value")
                       .arg(words::joined({isMe(by) ? tr("You") : author, day}), valueText(value, field));
            keep = isMe(by) ? tr("Keep mine") : tr("Keep %1’s").arg(author);
        };
        say(values.at(0).toObject(), row.first, row.keepFirst, row.firstValue);
        say(values.at(1).toObject(), row.second, row.keepSecond, row.secondValue);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace doorstep::ui
