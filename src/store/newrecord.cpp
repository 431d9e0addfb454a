#include "store/newrecord.h"

#include "domain/kinds/episode.h"

namespace doorstep::store {

using base::Result;
using base::Status;
using domain::Record;

namespace {

void fill(Record& record, const char* field, const domain::Value& value)
{
    const int index = record.kind->indexOf(QLatin1StringView(field));
    if (index >= 0 && isBlank(record.values[static_cast<size_t>(index)]))
        record.values[static_cast<size_t>(index)] = value;
}

} // namespace

Result<std::optional<base::RecordId>> openEpisode(DeviceStore& store, const QUuid& person)
{
    RecordStore records(store);
    Query query;
    query.where = {{QStringLiteral("person"), person}, {QStringLiteral("ended_on"), domain::Empty::Blank}};
    query.orderBy = QStringLiteral("referred_on");
    query.descending = true;
    query.limit = 1;
    DOORSTEP_TRY_ASSIGN(const auto episodes, records.list(domain::kindOf<domain::Episode>(), query));
    if (episodes.empty())
        return std::nullopt;
    return episodes.front().id;
}

Status fillKnown(Record& record, DeviceStore& store, const base::Clock& clock)
{
    DOORSTEP_TRY_ASSIGN(const Device device, store.device());
    if (const auto worker = base::uuidFromText(device.worker);
        worker && record.kind->key() != QLatin1StringView("worker")) {
        fill(record, "worker", *worker);
        fill(record, "entered_by", *worker);
    }
    fill(record, "worker_type", device.role);
    fill(record, "entered_at", clock.now());
    if (!device.scheme.isEmpty())
        fill(record, "scheme", device.scheme);
    const auto person = record.person();
    if (person && record.kind->indexOf(u"episode") >= 0 && isBlank(record.value(u"episode"))) {
        DOORSTEP_TRY_ASSIGN(const auto episode, openEpisode(store, *person));
        if (episode)
            record.set(u"episode", episode->uuid());
    }
    return {};
}

} // namespace doorstep::store
