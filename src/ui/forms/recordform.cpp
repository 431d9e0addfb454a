#include "ui/forms/recordform.h"

#include "domain/kinds/person.h"
#include "domain/personsummary.h"
#include "ui/syncstatus/errortext.h"

#include <QJsonDocument>

#include <algorithm>

namespace doorstep::ui {

using base::Status;

namespace {

// Within the promised second with room for a slow flush.
constexpr int kAutosaveMilliseconds = 400;
const QLatin1StringView kTyped("typed");
const QLatin1StringView kExtras("extras");
const QLatin1StringView kHasMadeRecord("has_made_record");

} // namespace

RecordForm::RecordForm(FormPage page, Session& session, Start start)
    : m_page(page), m_session(session), m_original(std::move(start.original)), m_edited(std::move(start.edited)),
      m_draftPlace(std::move(start.place)), m_startedAt(session.clock().now()), m_isNew(!m_original)
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMilliseconds);
    connect(&m_autosave, &QTimer::timeout, this, &RecordForm::flush);
    readPerson();
}

void RecordForm::begin()
{
    if (m_draftPlace) {
        m_isTouched = true;
        readPlace(*m_draftPlace);
    } else {
        restore({});
    }
    // A draft without a place was begun elsewhere, such as by "Start visit": the form has not been seen yet.
    if (m_isNew && (!m_draftPlace || m_draftPlace->isEmpty()))
        prefill();
    for (FormField* field : m_fields)
        field->refresh();
    markRefusals();
    m_isBeginning = false;
    answersChanged();
    refreshWarnings();
    Q_EMIT titleChanged();
}

void RecordForm::readPerson()
{
    const auto person = m_edited.person();
    if (!person)
        return;
    const auto found = m_session.records().get(base::Id<domain::Person>(*person));
    if (!found)
        return;
    m_personName = domain::displayName(*found);
    m_givenName = found->knownAs.valueOr(found->givenName.valueOr(m_personName));
}

QString RecordForm::title() const
{
    return m_personName;
}

QString RecordForm::savedText() const
{
    return m_isSaved ? tr("Saved") : m_error.isEmpty() ? tr("Saving") : tr("Not saved yet");
}

void RecordForm::fill(FormField* field, const domain::Value& value)
{
    if (domain::isBlank(field->value()))
        field->setValue(value);
}

FormField* RecordForm::addField(QLatin1StringView name)
{
    auto* field = new FormField(name, {m_edited, m_session.lists(), m_session.clock(), &m_original}, this);
    m_fields.push_back(field);
    connect(field, &FormField::edited, this, &RecordForm::touch);
    return field;
}

FormField* RecordForm::findField(QAnyStringView name) const
{
    for (FormField* field : m_fields) {
        if (QAnyStringView::equal(name, field->name()))
            return field;
    }
    return nullptr;
}

void RecordForm::touch()
{
    if (m_isBeginning)
        return;
    m_isTouched = true;
    setSaved(false);
    // Not started anew with each key: somebody who types without a pause is saved all the same.
    if (!m_autosave.isActive())
        m_autosave.start();
    answersChanged();
    refreshWarnings();
}

store::Draft RecordForm::draft() const
{
    return {m_edited.id.uuid(), m_original, m_edited, place(), m_startedAt, m_session.clock().now()};
}

bool RecordForm::flush()
{
    m_autosave.stop();
    if (!m_isTouched || m_isSaved)
        return true;
    if (const Status kept = m_session.drafts().put(draft()); !kept) {
        setError(saveErrorText(kept.error()));
        return false;
    }
    setError({});
    setSaved(true);
    return true;
}

bool RecordForm::saveSoFar()
{
    if (!flush())
        return false;
    if (const Status saved = saveRecord(); !saved) {
        setError(saveErrorText(saved.error()));
        return false;
    }
    m_isTouched = true;
    m_isSaved = false;
    return flush();
}

bool RecordForm::finish()
{
    if (!flush())
        return false;
    if (const Status saved = saveAll(); !saved) {
        if (FormField* field = findField(saved.error().field))
            field->setRefusal(errorText(saved.error().code));
        setError(saveErrorText(saved.error()));
        return false;
    }
    setError({});
    Q_EMIT closed();
    return true;
}

void RecordForm::leave()
{
    if (flush())
        Q_EMIT closed();
}

void RecordForm::discard()
{
    m_autosave.stop();
    if (isRecorded()) {
        if (const Status removed = removeRecord(); !removed) {
            setError(saveErrorText(removed.error()));
            return;
        }
        m_isTouched = false;
        Q_EMIT closed();
        return;
    }
    const store::Draft kept = draft();
    if (const Status removed = m_session.drafts().remove(kept.id); !removed) {
        setError(saveErrorText(removed.error()));
        return;
    }
    m_isTouched = false;
    Q_EMIT discarded(kept);
    Q_EMIT closed();
}

bool RecordForm::hasUnreadText() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [](FormField* field) { return field->unreadText().has_value(); });
}

QString RecordForm::place() const
{
    QJsonObject typed;
    for (const FormField* field : m_fields) {
        if (const auto text = field->unreadText())
            typed.insert(field->name(), *text);
    }
    const QJsonObject json{{kTyped, typed}, {kExtras, extras()}, {kHasMadeRecord, m_hasMadeRecord}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void RecordForm::readPlace(const QString& place)
{
    const QJsonObject json = QJsonDocument::fromJson(place.toUtf8()).object();
    const QJsonObject typed = json.value(kTyped).toObject();
    for (auto it = typed.constBegin(); it != typed.constEnd(); ++it) {
        if (FormField* field = findField(it.key()))
            field->setText(it.value().toString());
    }
    m_hasMadeRecord = json.value(kHasMadeRecord).toBool();
    restore(json.value(kExtras).toObject());
}

void RecordForm::markRefusals()
{
    const auto entries = m_session.outbox().entriesOf(m_edited.id);
    if (!entries)
        return;
    for (const store::OutboxEntry& entry : *entries) {
        FormField* field = findField(entry.field);
        if (entry.state == store::OutboxState::NeedsAttention && field)
            field->setRefusal(refusalText(entry.code, {}));
    }
}

void RecordForm::refreshWarnings()
{
    const QStringList now = findWarnings();
    if (now == m_warnings)
        return;
    m_warnings = now;
    Q_EMIT warningsChanged();
}

void RecordForm::setSaved(bool isSaved)
{
    m_isSaved = isSaved;
    Q_EMIT savedChanged();
}

void RecordForm::setError(const QString& error)
{
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
    Q_EMIT savedChanged();
}

} // namespace doorstep::ui
