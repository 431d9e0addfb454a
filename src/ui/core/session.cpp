#include "ui/core/session.h"

#include "base/log.h"

#include <QJsonDocument>

namespace doorstep::ui {

using base::Result;
using base::Status;
using domain::Record;

Session::Session(std::unique_ptr<store::DeviceStore> store, const base::Clock& clock, base::Random& random)
    : m_store(std::move(store)), m_clock(clock), m_random(random), m_records(*m_store, clock), m_drafts(*m_store),
      m_outbox(*m_store), m_recorder(*m_store, clock), m_lists(domain::CodeLists::builtIn())
{
    reload();
}

Result<Record> Session::newRecord(const domain::KindSpec& kind, const std::optional<QUuid>& person)
{
    Record record(kind, base::RecordId::make(m_clock, m_random));
    if (person && kind.personField >= 0)
        record.values[static_cast<size_t>(kind.personField)] = *person;
    DOORSTEP_TRY(store::fillKnown(record, *m_store, m_clock));
    return record;
}

Result<Record> Session::save(const std::optional<Record>& original, Record edited,
                             const store::Recorder::Context& context)
{
    DOORSTEP_TRY_ASSIGN(Record record, m_recorder.save(original, std::move(edited), context));
    Q_EMIT saved();
    Q_EMIT changed();
    return record;
}

Result<Record> Session::remove(const domain::KindSpec& kind, base::RecordId id, const QString& why,
                               const store::Recorder::Context& context)
{
    DOORSTEP_TRY_ASSIGN(Record record, m_recorder.remove(kind, id, why, context));
    Q_EMIT saved();
    Q_EMIT changed();
    return record;
}

Status Session::resolve(const QUuid& conflict, const QJsonValue& value)
{
    DOORSTEP_TRY(m_recorder.resolve(conflict, value));
    Q_EMIT saved();
    Q_EMIT changed();
    return {};
}

void Session::reload()
{
    const auto device = m_store->device();
    if (!device) {
        base::log(base::LogLevel::Error, QLatin1StringView("session.device"),
                  {{QStringLiteral("code"), base::wireName(device.error().code)}});
        return;
    }
    const bool newLists = device->listsTag != m_device.listsTag;
    m_device = *device;
    if (newLists) {
        const auto given = m_store->lists();
        if (!given || !m_lists.merge(QJsonDocument::fromJson(*given).object()))
            base::log(base::LogLevel::Warning, QLatin1StringView("session.lists"));
    }
    Q_EMIT changed();
}

} // namespace doorstep::ui
