#include "ui/person/personeditviewmodel.h"

#include <QGuiApplication>

namespace doorstep::ui {

using base::Status;
using domain::FieldType;
using domain::Record;

namespace {

// Within the promised second with room for a slow flush.
constexpr int kAutosaveMilliseconds = 400;

Record recordFor(Session& session, const CaseFile& file, const PersonGroup& group)
{
    const domain::KindSpec& kind = *domain::findKind(QLatin1StringView(group.kind));
    if (&kind == &domain::kindOf<domain::Person>())
        return file.records().front();
    if (const Record* episode = file.episode())
        return *episode;
    auto made = session.newRecord(kind, file.person().id.uuid());
    return made ? *std::move(made) : Record(kind, base::RecordId::make(session.clock(), session.random()));
}

PersonEditViewModel::Input inputOf(const domain::FieldSpec& spec, const PersonQuestion& question)
{
    using Input = PersonEditViewModel::Input;
    if (spec.list || spec.type == FieldType::Boolean)
        return Input::Choices;
    if (spec.type == FieldType::Date)
        return Input::Day;
    return question.isLong ? Input::LongText : Input::Line;
}

} // namespace

PersonEditViewModel::PersonEditViewModel(Session& session, const CaseFile& file, const PersonGroup& group)
    : m_session(session), m_group(group), m_personName(file.name()), m_edited(recordFor(session, file, group)),
      m_questions(
          {roleOf<&EditRow::field>("field"), roleOf<&EditRow::label>("label"), roleOf<&EditRow::input>("input")})
{
    const bool isNewEpisode = group.kind != std::string_view("person") && !file.episode();
    if (!isNewEpisode)
        m_original = m_edited;
    // What a killed process left behind comes first.
    if (const auto draft = session.drafts().get(m_edited.id.uuid()); draft && *draft) {
        m_original = (*draft)->original;
        m_edited = (*draft)->edited;
        m_isTouched = true;
    }
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMilliseconds);
    connect(&m_autosave, &QTimer::timeout, this, &PersonEditViewModel::flush);
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, &PersonEditViewModel::flush);
    std::vector<EditRow> rows;
    for (const PersonQuestion& question : group.questions)
        addQuestion(question, rows);
    m_questions.setRows(std::move(rows));
}

PersonEditViewModel::~PersonEditViewModel()
{
    flush();
}

void PersonEditViewModel::addQuestion(const PersonQuestion& question, std::vector<EditRow>& rows)
{
    const QLatin1StringView name(question.field);
    const auto& spec = m_edited.kind->fields[static_cast<size_t>(m_edited.kind->indexOf(name))];
    auto* field = new FormField(name, {m_edited, m_session.lists(), m_session.clock()}, this);
    connect(field, &FormField::edited, this, &PersonEditViewModel::touch);
    rows.push_back({field, questionText(question.label), static_cast<int>(inputOf(spec, question))});
}

void PersonEditViewModel::touch()
{
    m_isTouched = true;
    m_isSaved = false;
    // Not started anew with each key: somebody who types without a pause is saved all the same.
    if (!m_autosave.isActive())
        m_autosave.start();
    Q_EMIT changed();
}

void PersonEditViewModel::flush()
{
    m_autosave.stop();
    if (m_isSaved)
        return;
    const base::Timestamp now = m_session.clock().now();
    const Status kept =
        m_session.drafts().put({m_edited.id.uuid(), m_original, m_edited, QString::fromLatin1(m_group.code), now, now});
    m_isSaved = kept.has_value();
    m_error = kept ? QString() : tr("This phone could not keep what you typed. Free some space and try again.");
    Q_EMIT changed();
}

FormField* PersonEditViewModel::findField(QStringView name) const
{
    for (const EditRow& row : m_questions.rows()) {
        if (row.field->name() == name)
            return row.field;
    }
    return nullptr;
}

void PersonEditViewModel::finish()
{
    if (m_isTouched) {
        flush();
        store::Recorder::Context context;
        context.draft = m_edited.id.uuid();
        const auto saved = m_session.save(m_original, m_edited, context);
        if (!saved) {
            m_error = tr("This could not be saved yet. Nothing you typed is lost.");
            if (FormField* field = findField(saved.error().field))
                field->setRefusal(tr("This answer cannot be. Please look at it again."));
            Q_EMIT changed();
            return;
        }
    }
    Q_EMIT closed();
}

} // namespace doorstep::ui
