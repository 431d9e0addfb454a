#include "hub/session.h"

#include <algorithm>

namespace doorstep::hub {

void Session::put(const RowShape& shape, std::vector<Value> row)
{
    auto rows =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Rows& each) { return each.shape == &shape; });
    if (rows == m_waiting.end())
        rows = m_waiting.insert(rows, Rows{&shape, {}});
    std::move(row.begin(), row.end(), std::back_inserter(rows->values));
}

Status Session::flush(const RowShape& shape)
{
    const auto rows =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Rows& each) { return each.shape == &shape; });
    if (rows == m_waiting.end())
        return {};
    DOORSTEP_TRY(m_database.write(*rows));
    m_waiting.erase(rows);
    return {};
}

Status Session::flushAll()
{
    const auto numbered = std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                                [](const Rows& each) { return each.shape->seqColumn.isEmpty(); });
    for (auto rows = m_waiting.begin(); rows != numbered; ++rows)
        DOORSTEP_TRY(m_database.write(*rows));
    if (numbered != m_waiting.end())
        DOORSTEP_TRY(m_database.writeNumbered({numbered, m_waiting.end()}));
    m_waiting.clear();
    return {};
}

Result<qint64> Session::add(const RowShape& shape, std::vector<Value> row, const QByteArray& keyColumn)
{
    return m_database.add({&shape, std::move(row)}, keyColumn);
}

} // namespace doorstep::hub
