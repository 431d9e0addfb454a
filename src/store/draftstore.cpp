#include "store/draftstore.h"

#include "sql/statement.h"
#include "store/recordsql.h"

#include <QJsonDocument>

namespace doorstep::store {

using base::fail;
using base::Result;
using base::Status;
using domain::Record;

namespace {

const QLatin1StringView kFields("fields");
const QLatin1StringView kVersions("versions");

QString recordText(const Record& record)
{
    const QJsonObject json{{kFields, domain::fieldsJson(record)}, {kVersions, domain::versionsJson(record)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Record recordFromText(const domain::KindSpec& kind, const QUuid& id, const QString& text)
{
    Record record(kind, base::RecordId(id));
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonObject fields = json.value(kFields).toObject();
    // Field by field: a value that a newer program reads otherwise must not cost the rest of the draft.
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
        if (!domain::readFields(record, QJsonObject{{it.key(), it.value()}}))
            record.unknown.insert(it.key(), it.value());
    domain::readVersions(record, json.value(kVersions).toObject());
    return record;
}

std::optional<Draft> readDraft(const sql::Statement& row)
{
    const domain::KindSpec* kind = domain::findKind(row.text(1));
    if (!kind)
        return std::nullopt;
    const QUuid id = row.uuid(0);
    Draft draft{id,
                std::nullopt,
                recordFromText(*kind, id, row.text(3)),
                row.text(4),
                unpackTime(row.integer(5)),
                unpackTime(row.integer(6))};
    if (!row.text(2).isEmpty())
        draft.original = recordFromText(*kind, id, row.text(2));
    return draft;
}

const char* const kSelect = "SELECT id, kind, original, edited, place, started_at, updated_at FROM draft";

} // namespace

Status DraftStore::put(const Draft& draft)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    sql::Statement upsert(
        transaction.connection(),
        "INSERT OR REPLACE INTO draft (id, kind, person, original, edited, place, started_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, coalesce((SELECT started_at FROM draft WHERE id = ?), ?), ?)");
    upsert.bind(draft.id).bind(draft.edited.kind->key());
    if (const auto person = draft.edited.person())
        upsert.bind(*person);
    else
        upsert.bindNull();
    upsert.bind(draft.original ? recordText(*draft.original) : QString())
        .bind(recordText(draft.edited))
        .bind(draft.place);
    upsert.bind(draft.id).bind(packTime(draft.startedAt)).bind(packTime(draft.updatedAt));
    DOORSTEP_TRY(upsert.run());
    return transaction.commit();
}

Result<std::optional<Draft>> DraftStore::get(const QUuid& id)
{
    sql::Statement select(m_store.connection(), QByteArray(kSelect) + " WHERE id = ?");
    select.bind(id);
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    return found ? readDraft(select) : std::nullopt;
}

Result<std::vector<Draft>> DraftStore::all()
{
    std::vector<Draft> drafts;
    sql::Statement select(m_store.connection(), QByteArray(kSelect) + " ORDER BY updated_at DESC");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            return drafts;
        if (auto draft = readDraft(select))
            drafts.push_back(*std::move(draft));
    }
}

Status DraftStore::remove(const QUuid& id)
{
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(m_store.connection()));
    sql::Statement remove(transaction.connection(), "DELETE FROM draft WHERE id = ?");
    DOORSTEP_TRY(remove.bind(id).run());
    return transaction.commit();
}

} // namespace doorstep::store
