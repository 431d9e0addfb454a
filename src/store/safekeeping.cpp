#include "store/safekeeping.h"

#include "store/recordsql.h"

namespace doorstep::store {

using base::Result;
using base::Status;

Status SafeKeeping::drop(sql::Transaction& transaction, qint64 safeThrough, const base::Timestamp& savedBefore)
{
    sql::Statement drop(transaction.connection(),
                        "DELETE FROM outbox WHERE n <= ? AND state IN (2, 5) AND saved_at < ?");
    DOORSTEP_TRY(drop.bind(safeThrough).bind(packTime(savedBefore)).run());
    sql::Statement count(transaction.connection(), "UPDATE device SET dropped_received = dropped_received + ?");
    return count.bind(transaction.connection().changes()).run();
}

Result<qint64> SafeKeeping::sendAgain(sql::Transaction& transaction, const QMap<qint64, qint64>& lastN)
{
    std::vector<qint64> epochs;
    {
        sql::Statement select(m_store.connection(),
                              "SELECT DISTINCT epoch FROM outbox WHERE epoch > 0 AND state IN (2, 3, 4, 5)");
        while (true) {
            DOORSTEP_TRY_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            epochs.push_back(select.integer(0));
        }
    }
    qint64 lost = 0;
    for (const qint64 epoch : epochs) {
        sql::Statement again(transaction.connection(), "UPDATE outbox SET state = 0, code = '', field = '', detail = ''"
                                                       " WHERE epoch = ? AND n > ? AND state IN (2, 3, 4, 5)");
        DOORSTEP_TRY(again.bind(epoch).bind(lastN.value(epoch)).run());
        lost += transaction.connection().changes();
    }
    return lost;
}

} // namespace doorstep::store
