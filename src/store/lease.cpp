#include "store/lease.h"

#include "sql/statement.h"

namespace doorstep::store {

base::Status Lease::check() const
{
    sql::Statement select(m_store.connection(), "SELECT lease_until, clock_offset FROM device");
    DOORSTEP_TRY(select.step());
    const qint64 until = select.integer(0);
    const qint64 now = m_clock.now().utcMilliseconds() + select.integer(1);
    if (until > 0 && now > until)
        return base::fail(base::ErrorCode::LeaseOver, QStringLiteral("connect to the hub to open"));
    return {};
}

} // namespace doorstep::store
