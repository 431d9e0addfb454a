// What a form writes beyond its draft: the record, those that go with it, and the removal.
#include "ui/forms/recordform.h"

namespace doorstep::ui {

using base::Result;
using base::Status;
using domain::Record;

Status RecordForm::saveAll()
{
    for (const Record& record : recordsBefore())
        DOORSTEP_TRY(saveOnce(record));
    DOORSTEP_TRY_ASSIGN(const std::vector<Companion> others, companions());
    if (savesRecord())
        DOORSTEP_TRY(saveRecord());
    for (const Companion& other : others) {
        DOORSTEP_TRY(saveCompanion(other));
    }
    // What could not be read stays in the draft; all else is a record now.
    if (hasUnreadText())
        return m_session.drafts().put(draft());
    if (m_isTouched)
        DOORSTEP_TRY(m_session.drafts().remove(m_edited.id.uuid()));
    return {};
}

Status RecordForm::saveCompanion(const Companion& companion)
{
    if (!companion.original)
        return saveOnce(companion.edited);
    DOORSTEP_TRY(m_session.save(companion.original, companion.edited));
    return {};
}

Status RecordForm::saveRecord()
{
    if (!m_original) {
        // A phone that died between the record and its companions comes back here.
        const auto stored = m_session.records().get(*m_edited.kind, m_edited.id);
        if (stored)
            m_original = *stored;
        m_hasMadeRecord = true;
    }
    DOORSTEP_TRY_ASSIGN(Record saved, m_session.save(m_original, m_edited));
    m_original = saved;
    m_edited = std::move(saved);
    return {};
}

Status RecordForm::saveOnce(const Record& record)
{
    if (m_session.records().get(*record.kind, record.id))
        return {};
    DOORSTEP_TRY(m_session.save(std::nullopt, record));
    return {};
}

Result<Record> RecordForm::newCompanion(const domain::KindSpec& kind, const QUuid& id)
{
    DOORSTEP_TRY_ASSIGN(Record record, m_session.newRecord(kind, m_edited.person()));
    record.id = base::RecordId(id);
    return record;
}

bool RecordForm::isRecorded() const
{
    // Without an original the record can only stem from here: a finish that was cut short.
    return m_hasMadeRecord || (!m_original && m_session.records().get(*m_edited.kind, m_edited.id));
}

Status RecordForm::removeRecord()
{
    store::Recorder::Context context;
    context.draft = m_edited.id.uuid();
    const auto removed = m_session.remove(*m_edited.kind, m_edited.id, QStringLiteral("discarded"), context);
    // Somebody else was first: only the draft is left.
    if (!removed && removed.error().code == base::ErrorCode::NotFound)
        return m_session.drafts().remove(m_edited.id.uuid());
    DOORSTEP_TRY(removed);
    return {};
}

} // namespace doorstep::ui
