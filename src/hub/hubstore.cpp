#include "hub/hubstore.h"

#include "hub/unreachabledatabase.h"

namespace doorstep::hub {

namespace {
const RowShape kMeta{"meta", {"key", "value"}, 1};
} // namespace

HubTransaction::HubTransaction(DatabaseLoan database, Access access)
    : m_database(std::move(database)), m_session(*m_database), m_isOpen(access == Access::Write)
{
}

HubTransaction::~HubTransaction()
{
    if (m_isOpen)
        m_database->rollback();
}

Result<QByteArray> HubTransaction::meta(QLatin1StringView key)
{
    DOORSTEP_TRY(m_session.flush(kMeta));
    Query select = m_session.query("SELECT value FROM meta WHERE key = ?");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(key).step());
    return found ? select.bytes(0) : QByteArray();
}

Status HubTransaction::setMeta(QLatin1StringView key, const QByteArray& value)
{
    m_session.put(kMeta, {QString(key), value});
    return {};
}

Status HubTransaction::commit()
{
    if (!m_isOpen)
        return base::fail(base::ErrorCode::Internal, QStringLiteral("commit of a transaction that only reads"));
    m_records.handOver();
    DOORSTEP_TRY(m_session.flushAll());
    DOORSTEP_TRY(m_database->commit());
    m_isOpen = false;
    return {};
}

Result<std::unique_ptr<HubStore>> HubStore::open(std::unique_ptr<DatabaseSource> source)
{
    std::unique_ptr<HubStore> store(new HubStore(std::move(source)));
    // The first connection tells whether there is anything to work with.
    DOORSTEP_TRY(store->lend());
    return store;
}

Result<std::unique_ptr<HubTransaction>> HubStore::begin()
{
    DOORSTEP_TRY_ASSIGN(DatabaseLoan database, lend());
    DOORSTEP_TRY(database->begin());
    return std::make_unique<HubTransaction>(std::move(database), HubTransaction::Access::Write);
}

std::unique_ptr<HubTransaction> HubStore::read()
{
    auto database = lend();
    if (!database)
        database = DatabaseLoan(new UnreachableDatabase(std::move(database).error()), std::default_delete<Database>());
    return std::make_unique<HubTransaction>(*std::move(database), HubTransaction::Access::Read);
}

Status HubStore::tidy()
{
    DOORSTEP_TRY_ASSIGN(const DatabaseLoan database, lend());
    return database->tidy();
}

Result<DatabaseLoan> HubStore::lend()
{
    std::unique_ptr<Database> database = takeIdle();
    // One that was lost while nobody used it is nobody's failure.
    while (database && !database->isUsable())
        database = takeIdle();
    if (!database) {
        DOORSTEP_TRY_ASSIGN(database, m_source->connect());
    }
    return DatabaseLoan(database.release(), [this](Database* lent) {
        const std::lock_guard lock(m_mutex);
        m_idle.emplace_back(lent);
    });
}

std::unique_ptr<Database> HubStore::takeIdle()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty())
        return nullptr;
    std::unique_ptr<Database> database = std::move(m_idle.back());
    m_idle.pop_back();
    return database;
}

} // namespace doorstep::hub
