#include "hub/tables/custodytable.h"

#include "hub/tables/columns.h"

namespace doorstep::hub {

namespace {

const RowShape kHistory{"history", {"record", "device", "epoch", "n", "at", "note", "change"}};
const RowShape kHeld{"held", {"record", "needs", "device", "epoch", "n", "at", "change"}};
const RowShape kQuarantine{"quarantine",
                           {"record", "device", "epoch", "n", "at", "code", "field", "detail", "state", "change"}};

ChangeKey keyOf(const Query& row, int column)
{
    return {static_cast<DeviceNumber>(row.integer(column)), row.integer(column + 1), row.integer(column + 2)};
}

Result<std::vector<HeldChange>> allHeld(Query& select)
{
    std::vector<HeldChange> all;
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        all.push_back({select.integer(0), keyOf(select, 1), wire::changeFromBytes(select.bytes(5)), select.uuid(6),
                       timeOf(select, 4)});
    }
}

Result<std::vector<QuarantinedChange>> allQuarantined(Query& select)
{
    std::vector<QuarantinedChange> all;
    for (;;) {
        DOORSTEP_TRY_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        const base::Error reason{base::errorCodeFromWire(select.text(5)).value_or(base::ErrorCode::InvalidValue),
                                 select.text(7), select.text(6)};
        all.push_back(
            {select.integer(0), keyOf(select, 1), wire::changeFromBytes(select.bytes(8)), reason, timeOf(select, 4)});
    }
}

Result<qint64> numberFrom(Session& session, const char* sql)
{
    Query select = session.query(sql);
    DOORSTEP_TRY(select.step());
    return select.integer(0);
}

} // namespace

Status CustodyTable::addHistory(const ChangeKey& key, const wire::Change& change, Timestamp at, const QString& note)
{
    m_session.put(kHistory, {change.id.uuid().toRfc4122(), key.device, key.epoch, key.n, at.toIso(), note,
                             wire::changeToBytes(change)});
    return {};
}

Status CustodyTable::hold(const HeldChange& held)
{
    m_isHolding = true;
    m_session.put(kHeld, {held.change.id.uuid().toRfc4122(), held.needs.toRfc4122(), held.key.device, held.key.epoch,
                          held.key.n, held.at.toIso(), wire::changeToBytes(held.change)});
    return {};
}

Result<std::vector<HeldChange>> CustodyTable::heldFor(const QUuid& needs)
{
    DOORSTEP_TRY_ASSIGN(const bool mayBe, isHolding());
    if (!mayBe)
        return std::vector<HeldChange>();
    DOORSTEP_TRY(m_session.flush(kHeld));
    Query select =
        m_session.query("SELECT place, device, epoch, n, at, change, needs FROM held WHERE needs = ? ORDER BY place");
    return allHeld(select.bind(needs));
}

Result<std::vector<HeldChange>> CustodyTable::held()
{
    DOORSTEP_TRY(m_session.flush(kHeld));
    Query select = m_session.query("SELECT place, device, epoch, n, at, change, needs FROM held ORDER BY place");
    return allHeld(select);
}

Result<QUuid> CustodyTable::needsOf(const RecordId& record)
{
    DOORSTEP_TRY_ASSIGN(const bool mayBe, isHolding());
    if (!mayBe)
        return QUuid();
    DOORSTEP_TRY(m_session.flush(kHeld));
    Query select = m_session.query("SELECT needs FROM held WHERE record = ? ORDER BY place LIMIT 1");
    select.bind(record.uuid());
    DOORSTEP_TRY_ASSIGN(const bool found, select.step());
    return found ? select.uuid(0) : QUuid();
}

Status CustodyTable::release(const HeldChange& held)
{
    DOORSTEP_TRY(m_session.flush(kHeld));
    Query erase = m_session.query("DELETE FROM held WHERE place = ?");
    return erase.bind(held.place).run();
}

Status CustodyTable::quarantine(const QuarantinedChange& refused)
{
    m_hasRefused.insert(refused.key.device, true);
    m_session.put(kQuarantine,
                  {refused.change.id.uuid().toRfc4122(), refused.key.device, refused.key.epoch, refused.key.n,
                   refused.at.toIso(), QString(base::wireName(refused.reason.code)), refused.reason.field,
                   refused.reason.detail, QStringLiteral("open"), wire::changeToBytes(refused.change)});
    return {};
}

Result<std::vector<QuarantinedChange>> CustodyTable::quarantined(const RecordId& record, DeviceNumber device)
{
    DOORSTEP_TRY_ASSIGN(const bool mayBe, hasRefused(device));
    if (!mayBe)
        return std::vector<QuarantinedChange>();
    DOORSTEP_TRY(m_session.flush(kQuarantine));
    Query select = m_session.query("SELECT place, device, epoch, n, at, code, field, detail, change FROM quarantine"
                                   " WHERE record = ? AND device = ? AND state = 'open' ORDER BY place");
    return allQuarantined(select.bind(record.uuid()).bind(device));
}

Result<std::vector<QuarantinedChange>> CustodyTable::quarantined()
{
    DOORSTEP_TRY(m_session.flush(kQuarantine));
    Query select = m_session.query("SELECT place, device, epoch, n, at, code, field, detail, change FROM quarantine"
                                   " WHERE state = 'open' ORDER BY place");
    return allQuarantined(select);
}

Status CustodyTable::closeQuarantine(const QuarantinedChange& refused, QLatin1StringView state)
{
    DOORSTEP_TRY(m_session.flush(kQuarantine));
    Query update = m_session.query("UPDATE quarantine SET state = ? WHERE place = ?");
    return update.bind(state).bind(refused.place).run();
}

Result<bool> CustodyTable::isHolding()
{
    if (!m_isHolding) {
        Query select = m_session.query("SELECT 1 FROM held LIMIT 1");
        DOORSTEP_TRY_ASSIGN(m_isHolding, select.step());
    }
    return *m_isHolding;
}

Result<bool> CustodyTable::hasRefused(DeviceNumber device)
{
    if (const auto known = m_hasRefused.constFind(device); known != m_hasRefused.cend())
        return *known;
    Query select = m_session.query("SELECT 1 FROM quarantine WHERE device = ? AND state = 'open' LIMIT 1");
    DOORSTEP_TRY_ASSIGN(const bool found, select.bind(device).step());
    return *m_hasRefused.insert(device, found);
}

Result<qint64> CustodyTable::heldCount()
{
    DOORSTEP_TRY(m_session.flush(kHeld));
    return numberFrom(m_session, "SELECT count(*) FROM held");
}

Result<qint64> CustodyTable::quarantinedCount()
{
    DOORSTEP_TRY(m_session.flush(kQuarantine));
    return numberFrom(m_session, "SELECT count(*) FROM quarantine WHERE state = 'open'");
}

} // namespace doorstep::hub
