#include "ui/people/newpersonviewmodel.h"

#include "domain/kinds/episode.h"

namespace doorstep::ui {

using base::Status;
using domain::Empty;
using domain::Record;

namespace {

const QString kPlace = QStringLiteral("new-person");

Record blankPerson(Session& session)
{
    const domain::KindSpec& kind = domain::kindOf<domain::Person>();
    // A form left open by a killed process opens with what was in it.
    if (const auto drafts = session.drafts().all()) {
        for (const store::Draft& draft : *drafts) {
            if (draft.edited.kind == &kind && !draft.original)
                return draft.edited;
        }
    }
    auto made = session.newRecord(kind, std::nullopt);
    return made ? *std::move(made) : Record(kind, base::RecordId::make(session.clock(), session.random()));
}

} // namespace

NewPersonViewModel::NewPersonViewModel(Session& session) : m_session(session), m_person(blankPerson(session)) {}

QString NewPersonViewModel::text(const char* field) const
{
    return domain::toText(m_person.value(QLatin1StringView(field)));
}

QDateTime NewPersonViewModel::dateOfBirth() const
{
    const QDate* day = std::get_if<QDate>(&m_person.value(u"date_of_birth"));
    return day ? day->startOfDay() : QDateTime();
}

void NewPersonViewModel::setText(const char* field, const QString& typed)
{
    if (typed == text(field))
        return;
    m_person.set(QLatin1StringView(field),
                 typed.trimmed().isEmpty() ? domain::Value(Empty::Blank) : domain::Value(typed));
    keep();
}

void NewPersonViewModel::setDateOfBirth(const QDateTime& day)
{
    m_person.set(u"date_of_birth",
                 day.isValid() ? domain::Value(day.toLocalTime().date()) : domain::Value(Empty::Blank));
    keep();
}

void NewPersonViewModel::keep()
{
    const base::Timestamp now = m_session.clock().now();
    const Status kept = m_session.drafts().put({m_person.id.uuid(), std::nullopt, m_person, kPlace, now, now});
    m_isSaved = kept.has_value();
    m_error = kept ? QString() : tr("This phone could not keep what you typed. Free some space and try again.");
    Q_EMIT changed();
}

Status NewPersonViewModel::saveBoth()
{
    store::Recorder::Context context;
    context.draft = m_person.id.uuid();
    DOORSTEP_TRY(m_session.save(std::nullopt, m_person, context));
    DOORSTEP_TRY_ASSIGN(Record episode, m_session.newRecord(domain::kindOf<domain::Episode>(), m_person.id.uuid()));
    episode.set(u"referred_on", m_session.clock().now().date());
    episode.set(u"assessment_status", QStringLiteral("pending"));
    if (const auto worker = base::uuidFromText(m_session.device().worker))
        episode.set(u"connector", *worker);
    DOORSTEP_TRY(m_session.save(std::nullopt, std::move(episode)));
    return {};
}

void NewPersonViewModel::save()
{
    if (givenName().trimmed().isEmpty() && familyName().trimmed().isEmpty()) {
        m_error = tr("Write a name first. Everything else can wait.");
        Q_EMIT changed();
        return;
    }
    if (const Status status = saveBoth(); !status) {
        m_error = tr("This could not be saved. What you typed is kept; please try again.");
        Q_EMIT changed();
        return;
    }
    Q_EMIT saved(m_person.id.text());
}

void NewPersonViewModel::discard()
{
    if (const Status removed = m_session.drafts().remove(m_person.id.uuid()); !removed)
        return;
    Q_EMIT m_session.changed();
    Q_EMIT discarded();
}

} // namespace doorstep::ui
