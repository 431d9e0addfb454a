#include "sql/upsert.h"

namespace doorstep::sql {

UpsertSql upsertSql(const QByteArray& table, const QByteArrayList& columns, int keys)
{
    QByteArrayList places, values, conditions;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QByteArray place = '?' + QByteArray::number(i + 1);
        places << place;
        (i < keys ? conditions : values) << columns[i] + " = " + place;
    }
    return {"INSERT OR IGNORE INTO " + table + " (" + columns.join(", ") + ") VALUES (" + places.join(", ") + ")",
            "UPDATE OR FAIL " + table + " SET " + values.join(", ") + " WHERE " + conditions.join(" AND ")};
}

} // namespace doorstep::sql
