#pragma once

#include "domain/record.h"
#include "sql/upsert.h"

namespace doorstep::store {

/// The SQL of one record kind, made once from its field table. The only place that knows how values lie in columns:
/// NULL where there is no value, with the reason in `empty`; times as milliseconds and offset in one sortable integer.
struct RecordSql
{
    QByteArray table;  ///< "record_contact", quoted where used
    QByteArray select; ///< select all columns from the table, without a condition
    QByteArray byId;
    sql::UpsertSql upsert;
};

[[nodiscard]] const RecordSql& recordSql(const domain::KindSpec& kind);
/// The declared type of a field's column.
[[nodiscard]] QByteArray columnType(domain::FieldType type);

/// Binds id, values, bookkeeping columns in the order of `upsert`.
void bindRecord(sql::Statement& statement, const domain::Record& record);
/// Reads a row of `select`.
[[nodiscard]] domain::Record readRecord(const sql::Statement& row, const domain::KindSpec& kind);
/// Binds one value for a comparison with its column. Empty values compare with nothing.
void bindValue(sql::Statement& statement, const domain::Value& value);

/// A moment as it is stored: comparable, and back to the same offset.
[[nodiscard]] qint64 packTime(const base::Timestamp& time);
[[nodiscard]] base::Timestamp unpackTime(qint64 packed);

/// Lower case without accents: what search compares.
[[nodiscard]] QString foldForSearch(const QString& text);
[[nodiscard]] QString searchText(const domain::Record& record);

} // namespace doorstep::store
