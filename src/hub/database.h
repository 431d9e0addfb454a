#pragma once

#include "base/result.h"

#include <QByteArrayList>
#include <QUuid>

#include <memory>
#include <span>
#include <variant>
#include <vector>

// What a database has to give so that the hub can keep its tables in it. Each back end implements these interfaces; the
// tables (hub/tables) are written once on top of them, in SQL that every back end understands.

namespace doorstep::hub {

using base::Result;
using base::Status;

/// A value on its way into the database; std::monostate is NULL.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

/// Table and columns of rows that are written together.
struct RowShape
{
    QByteArray table;
    QByteArrayList columns;
    /// So many of the first columns name a row: one that is there already is replaced. 0: rows are only added.
    int keys = 0;
    /// The column that gets the transaction's seq, not among `columns`; empty in tables that are not pulled.
    QByteArray seqColumn = {};
};

/// Rows on their way into a table: values row after row, in the order of the columns. Of rows with the same key the
/// last one stays.
struct Rows
{
    const RowShape* shape;
    std::vector<Value> values;

    [[nodiscard]] size_t count() const { return values.size() / static_cast<size_t>(shape->columns.size()); }
};

/// One run of one statement in a back end; Query is its face.
class Statement
{
public:
    virtual ~Statement() = default;
    virtual void bind(Value value) = 0;
    [[nodiscard]] virtual Result<bool> step() = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

/// One connection to the hub's database, used from one thread at a time.
class Database
{
public:
    virtual ~Database() = default;

    /// Begins a transaction that writes. What it reads does not change under it: no other one writes meanwhile.
    [[nodiscard]] virtual Status begin() = 0;
    /// Flushes to the disk.
    [[nodiscard]] virtual Status commit() = 0;
    virtual void rollback() = 0;

    /// Parameters are `?`, or `?1`, `?2` … where one is used twice.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(const QByteArray& sql) = 0;
    /// For a result that may not fit into memory, outside of transactions; the rows are those of one moment.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepareLong(const QByteArray& sql) { return prepare(sql); }
    [[nodiscard]] virtual Status write(const Rows& rows) = 0;
    /// Takes the next seq and writes these rows with it. The last act before commit: see the counter in
    /// tables/schema.cpp.
    [[nodiscard]] virtual Status writeNumbered(std::span<const Rows> all) = 0;
    /// Adds one row and gives the key that the database made for it.
    [[nodiscard]] virtual Result<qint64> add(const Rows& row, const QByteArray& keyColumn) = 0;
    /// False when the connection is lost.
    [[nodiscard]] virtual bool isUsable() { return true; }
    /// Work for a quiet moment.
    [[nodiscard]] virtual Status tidy() = 0;
};

/// Which schema a database had, and which it has now.
struct SchemaSteps
{
    int from = 0, to = 0;
};

/// Where connections come from.
class DatabaseSource
{
public:
    virtual ~DatabaseSource() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Database>> connect() = 0;
    /// Brings the schema up to date.
    [[nodiscard]] virtual Result<SchemaSteps> migrate() = 0;
};

} // namespace doorstep::hub
