#include "ui/syncstatus/syncrows.h"

#include "domain/kinds/signpost.h"
#include "domain/personsummary.h"
#include "ui/core/kindwords.h"
#include "ui/core/receipt.h"
#include "ui/forms/fieldlabel.h"
#include "ui/forms/momenttext.h"
#include "ui/syncstatus/errortext.h"

#include <QCoreApplication>

#include <array>

namespace doorstep::ui {

using base::Result;
using domain::Record;
using store::OutboxEntry;
using store::OutboxState;

namespace {

QString tr(const char* text, const char* comment = nullptr)
{
    return QCoreApplication::translate("SyncRows", text, comment);
}

// In this order: what a record is shown as when it has several saves.
constexpr std::array kOnTheirWay{OutboxState::InFlight, OutboxState::Waiting, OutboxState::Held};

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
    const Record record = m_session.records().get(*kind, entry.id).value_or(Record(*kind, entry.id));
    const KindWords words = KindWords::of(record);
    return {words.iconName, joined(words.name, subjectOf(record))};
}

Result<std::vector<WaitingRow>> SyncRows::waiting()
{
    std::vector<WaitingRow> rows;
    QHash<QUuid, size_t> rowOf;
    for (const OutboxState state : kOnTheirWay) {
        DOORSTEP_TRY_ASSIGN(const std::vector<OutboxEntry> entries, m_session.outbox().entries(state));
        const Receipt receipt = Receipt::of(state);
        for (const OutboxEntry& entry : entries) {
            const QString saved = momentText(entry.savedAt.toDateTime(), today());
            if (const auto known = rowOf.constFind(entry.id.uuid()); known != rowOf.constEnd()) {
                rows[*known].subtitle = saved;
                continue;
            }
            rowOf.insert(entry.id.uuid(), rows.size());
            const Words words = wordsOf(entry);
            rows.push_back(
                {entry.kind, entry.id.text(), words.iconName, words.title, saved, receipt.iconName, receipt.text});
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
        rows.push_back({entry.kind, entry.id.text(), entry.field, words.iconName, words.title,
                        refusalText(entry.code, entry.field)});
    }
    return rows;
}

} // namespace doorstep::ui
