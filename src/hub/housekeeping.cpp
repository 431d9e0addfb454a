#include "hub/housekeeping.h"

namespace doorstep::hub {

namespace {
constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
} // namespace

Status Housekeeping::run()
{
    const qint64 day = m_clock.now().utcMilliseconds() / kDay;
    if (day == m_lastDay)
        return {};
    m_lastDay = day;
    DOORSTEP_TRY(purge());
    return {};
}

Result<qint64> Housekeeping::purge()
{
    DOORSTEP_TRY_ASSIGN(const auto transaction, m_store.begin());
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, m_lists.rules(*transaction));
    const Timestamp before(m_clock.now().utcMilliseconds() - rules.tombstoneDays * kDay, 0);
    DOORSTEP_TRY_ASSIGN(const Purged purged, transaction->records().purge(before));
    if (purged.count == 0)
        return 0;
    DOORSTEP_TRY_ASSIGN(const QByteArray earlier, transaction->meta(metakey::purgedSeq));
    const qint64 seq = std::max(earlier.toLongLong(), purged.seq);
    DOORSTEP_TRY(transaction->setMeta(metakey::purgedSeq, QByteArray::number(seq)));
    DOORSTEP_TRY(transaction->commit());
    return purged.count;
}

} // namespace doorstep::hub
