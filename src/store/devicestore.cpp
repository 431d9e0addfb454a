#include "store/devicestore.h"

#include "sql/statement.h"
#include "store/schema.h"

#include <QFileInfo>

namespace doorstep::store {

using base::HybridTime;
using base::Result;
using base::Status;

Result<std::unique_ptr<DeviceStore>> DeviceStore::open(const QString& path, const sql::DatabaseKey& key,
                                                       files::ContentStore::Room room)
{
    DOORSTEP_TRY_ASSIGN(auto connection, sql::Connection::open(path, key));
    DOORSTEP_TRY(prepareSchema(*connection));
    files::ContentStore files(QFileInfo(path).path() + QStringLiteral("/files"), files::folderKeyFrom(key.bytes),
                              std::move(room));
    return std::unique_ptr<DeviceStore>(new DeviceStore(std::move(connection), std::move(files)));
}

Result<Device> DeviceStore::device()
{
    sql::Statement select(*m_connection,
                          "SELECT number, epoch, next_n, clock_offset, hub, token, worker, name, role, scheme, cursor,"
                          " confirmed_through, last_exchange, batch_limit, lists_tag, safe_through, lease_until,"
                          " erased_through FROM device");
    DOORSTEP_TRY(select.step());
    Device device;
    device.number = static_cast<base::DeviceNumber>(select.integer(0));
    device.epoch = select.integer(1);
    device.nextN = select.integer(2);
    device.clockOffset = select.integer(3);
    device.hub = select.text(4);
    device.token = select.text(5);
    device.worker = select.text(6);
    device.name = select.text(7);
    device.role = select.text(8);
    device.scheme = select.text(9);
    device.cursor = select.text(10);
    device.confirmedThrough = select.integer(11);
    device.lastExchange = select.integer(12);
    device.batchLimit = static_cast<int>(select.integer(13));
    device.listsTag = select.text(14);
    device.safeThrough = select.integer(15);
    device.leaseUntil = select.integer(16);
    device.erasedThrough = select.integer(17);
    return device;
}

Status DeviceStore::setDevice(sql::Transaction& transaction, const Device& device)
{
    sql::Statement update(
        transaction.connection(),
        "UPDATE device SET number = ?, clock_offset = ?, hub = ?, token = ?, worker = ?, name = ?,"
        " role = ?, scheme = ?, cursor = ?, confirmed_through = ?, last_exchange = ?, batch_limit = ?,"
        " lists_tag = ?, safe_through = ?, lease_until = ?, erased_through = ?");
    update.bind(device.number).bind(device.clockOffset).bind(device.hub).bind(device.token).bind(device.worker);
    update.bind(device.name).bind(device.role).bind(device.scheme).bind(device.cursor).bind(device.confirmedThrough);
    update.bind(device.lastExchange).bind(device.batchLimit).bind(device.listsTag);
    update.bind(device.safeThrough).bind(device.leaseUntil).bind(device.erasedThrough);
    return update.run();
}

Result<QByteArray> DeviceStore::lists()
{
    sql::Statement select(*m_connection, "SELECT bundle FROM code_lists");
    DOORSTEP_TRY_ASSIGN(const bool found, select.one());
    return found ? select.bytes(0) : QByteArray();
}

Status DeviceStore::setLists(sql::Transaction& transaction, const QByteArray& bundle)
{
    sql::Statement put(transaction.connection(), "INSERT OR REPLACE INTO code_lists (only_row, bundle) VALUES (1, ?)");
    return put.bind(bundle).run();
}

Result<DeviceStore::Stamp> DeviceStore::nextStamp(sql::Transaction& transaction, const base::Clock& clock)
{
    sql::Statement select(transaction.connection(), "SELECT next_n, hybrid_time, clock_offset, number FROM device");
    DOORSTEP_TRY(select.step());
    base::HybridClock hybrid(clock, HybridTime{static_cast<quint64>(select.integer(1))}, select.integer(2));
    const Stamp stamp{select.integer(0),
                      base::Version{hybrid.next(), static_cast<base::DeviceNumber>(select.integer(3))}};
    sql::Statement update(transaction.connection(), "UPDATE device SET next_n = ?, hybrid_time = ?");
    update.bind(stamp.n + 1).bind(static_cast<qint64>(hybrid.last().bits));
    DOORSTEP_TRY(update.run());
    return stamp;
}

Status DeviceStore::observe(sql::Transaction& transaction, HybridTime seen)
{
    sql::Statement update(transaction.connection(), "UPDATE device SET hybrid_time = max(hybrid_time, ?)");
    return update.bind(static_cast<qint64>(seen.bits)).run();
}

Status DeviceStore::startNewEpoch(sql::Transaction& transaction)
{
    return transaction.connection().run("UPDATE device SET epoch = epoch + 1, confirmed_through = 0");
}

Status DeviceStore::truncateLog()
{
    sql::Statement checkpoint(*m_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    DOORSTEP_TRY_ASSIGN(const bool answers, checkpoint.step());
    if (!answers || checkpoint.integer(0) != 0)
        return base::fail(base::ErrorCode::Busy, QStringLiteral("the log is being read"));
    return {};
}

Status DeviceStore::settle()
{
    DOORSTEP_TRY(m_connection->checkpoint());
    return m_connection->run("UPDATE device SET started = started + 1");
}

} // namespace doorstep::store
