#include "app/practicestore.h"

#include "domain/kinds/contact.h"
#include "domain/kinds/plannedvisit.h"
#include "store/draftstore.h"
#include "store/newrecord.h"
#include "store/recordstore.h"

namespace doorstep::app {

using base::Result;
using base::Status;
using domain::Record;

namespace {

constexpr quint64 kSeed = 20261124;
constexpr int kMinutesInside = 48;
constexpr qint64 kMillisecondsAMinute = 60'000;
const QUuid kWorker = QUuid(QStringLiteral("01936000-0000-7000-8000-000000000001"));

Status describeDevice(store::DeviceStore& store, sql::Transaction& transaction, const base::Clock& clock)
{
    store::Device device;
    device.number = 7;
    device.hub = QStringLiteral("https://hub.example.org");
    device.worker = base::uuidText(kWorker);
    device.name = QStringLiteral("Sarah Quinn");
    device.role = QStringLiteral("connector");
    device.scheme = QStringLiteral("west-belfast");
    device.lastExchange = clock.now().utcMilliseconds() - 2 * kMillisecondsAMinute;
    return store.setDevice(transaction, device);
}

/// The visit of this morning is going on: its draft knows when it began.
Status beginVisit(store::DeviceStore& store, const Record& plan, const base::Clock& clock, base::Random& random)
{
    const base::Timestamp now = clock.now();
    const base::Timestamp begun(now.utcMilliseconds() - kMinutesInside * kMillisecondsAMinute, now.offsetMinutes());
    Record contact(domain::kindOf<domain::Contact>(), base::RecordId::make(clock, random));
    contact.set(u"person", plan.value(u"person"));
    contact.set(u"mode", QStringLiteral("face-to-face"));
    contact.set(u"started_at", begun);
    contact.set(u"location", plan.value(u"location"));
    DOORSTEP_TRY(store::fillKnown(contact, store, clock));
    DOORSTEP_TRY(store::DraftStore(store).put(
        {contact.id.uuid(), std::nullopt, contact, QStringLiteral("visit-running"), begun, begun}));
    Record known = plan;
    known.set(u"contact", contact.id.uuid());
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(store.connection()));
    DOORSTEP_TRY(store::RecordStore(store).put(transaction, known));
    return transaction.commit();
}

/// The first plan of today that is still open.
const Record* openPlan(const std::vector<Record>& records, const base::Timestamp& now)
{
    for (const Record& record : records) {
        if (record.kind != &domain::kindOf<domain::PlannedVisit>())
            continue;
        const auto plan = domain::fromRecord<domain::PlannedVisit>(record);
        const bool isOpen = plan.state.is(domain::Code{QStringLiteral("planned")});
        if (isOpen && plan.startsAt.has() && plan.startsAt.value().date() == now.date() && plan.startsAt.value() < now)
            return &record;
    }
    return nullptr;
}

} // namespace

Result<sync::Installation::Opened> makePracticeStore(const QString& folder, const base::Clock& clock,
                                                     domain::CaseloadSize size)
{
    const sql::DatabaseKey key{QByteArray(sql::kKeyBytes, 'p')};
    DOORSTEP_TRY_ASSIGN(auto store, store::DeviceStore::open(folder + QStringLiteral("/doorstep.db"), key));
    domain::CaseloadRequest request;
    request.size = size;
    request.today = clock.now().date();
    request.connector = base::Id<domain::Worker>(kWorker);
    request.morningDone = false;
    const std::vector<Record> records = domain::makeCaseload(request);
    store::RecordStore into(*store);
    {
        DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(store->connection()));
        DOORSTEP_TRY(describeDevice(*store, transaction, clock));
        for (const Record& record : records)
            DOORSTEP_TRY(into.put(transaction, record));
        DOORSTEP_TRY(transaction.commit());
    }
    base::SeededRandom random(kSeed);
    if (const Record* plan = openPlan(records, clock.now()))
        DOORSTEP_TRY(beginVisit(*store, *plan, clock, random));
    return sync::Installation::Opened{key, std::move(store)};
}

} // namespace doorstep::app
