#include "store/schema.h"

#include "sql/migration.h"
#include "sql/statement.h"
#include "store/recordsql.h"
#include "wire/exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>

namespace doorstep::store {

using base::Result;
using base::Status;
using domain::FieldSpec;
using domain::KindSpec;

namespace {

// Append only. The record tables are not here: they follow the field tables.
constexpr std::array kMigrations{
    sql::Migration{1, R"sql(
CREATE TABLE device (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    number INTEGER NOT NULL DEFAULT 0,      -- given by the hub; 0 = not enrolled
    epoch INTEGER NOT NULL DEFAULT 1,
    next_n INTEGER NOT NULL DEFAULT 1,
    hybrid_time INTEGER NOT NULL DEFAULT 0,
    clock_offset INTEGER NOT NULL DEFAULT 0, -- milliseconds to add to the device's clock
    hub TEXT NOT NULL DEFAULT '',
    token TEXT NOT NULL DEFAULT '',
    worker TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    scheme TEXT NOT NULL DEFAULT '',
    cursor TEXT NOT NULL DEFAULT '',
    confirmed_through INTEGER NOT NULL DEFAULT 0,
    safe_through INTEGER NOT NULL DEFAULT 0,
    last_exchange INTEGER NOT NULL DEFAULT 0, -- milliseconds since 1970; 0 = never
    batch_limit INTEGER NOT NULL DEFAULT 500,
    lists_tag TEXT NOT NULL DEFAULT '',
    lists TEXT NOT NULL DEFAULT '',
    started INTEGER NOT NULL DEFAULT 0
);
INSERT INTO device (only_row) VALUES (1);

CREATE TABLE outbox (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record BLOB NOT NULL,
    person BLOB,
    operation INTEGER NOT NULL,               -- 0 put, 1 delete
    fields TEXT NOT NULL,
    base TEXT NOT NULL,
    version TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    resolves TEXT NOT NULL DEFAULT '[]',
    why TEXT NOT NULL DEFAULT '',
    schema INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,         -- OutboxState
    code TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_by_state ON outbox (state, saved_at);
CREATE INDEX outbox_by_record ON outbox (record, state);

CREATE TABLE batch (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    epoch INTEGER NOT NULL,
    first_n INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    changes BLOB NOT NULL
);

CREATE TABLE draft (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    person BLOB,
    original TEXT NOT NULL,                   -- the record as it was when editing began; empty for a new one
    edited TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

-- Records of kinds this program does not know yet, for the one that will.
CREATE TABLE unknown_record (
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (kind, id)
);
)sql"},
    sql::Migration{2, R"sql(
ALTER TABLE device ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;      -- the hub's time; 0 = nothing pulled yet
ALTER TABLE device ADD COLUMN erased_through INTEGER NOT NULL DEFAULT 0;   -- place of the last order carried out
ALTER TABLE device ADD COLUMN dropped_received INTEGER NOT NULL DEFAULT 0; -- saves the hub has, no longer kept here
ALTER TABLE device ADD COLUMN handed_over INTEGER NOT NULL DEFAULT 0;      -- saves left to a coordinator, likewise
UPDATE device SET lease_until = last_exchange + clock_offset + 2592000000 WHERE last_exchange > 0;
ALTER TABLE outbox ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;            -- under which it was sent last
UPDATE outbox SET epoch = (SELECT epoch FROM device);
CREATE INDEX outbox_by_person ON outbox (person);

CREATE TABLE erase_order (
    place INTEGER PRIMARY KEY,
    person BLOB,                              -- NULL: the whole account sees something else now
    role TEXT NOT NULL,
    scheme TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0           -- the rows are gone, perhaps not yet from the WAL
);
-- One row while everything is pulled anew.
CREATE TABLE replacement (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    erase_order INTEGER NOT NULL              -- the order that asked for it; 0 = none
);
CREATE TABLE arrived (id BLOB PRIMARY KEY) WITHOUT ROWID;
)sql"},
    sql::Migration{4, R"sql(
-- The bytes of attachments, in files beside the database; see Uploads.
CREATE TABLE upload (
    record BLOB PRIMARY KEY,
    person BLOB NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    state INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX upload_by_state ON upload (state, record);
CREATE INDEX upload_by_person ON upload (person);
)sql"},
    sql::Migration{5, R"sql(
-- In the order of n within a state, and nothing of a record's index changes when it is sent.
DROP INDEX outbox_by_state;
CREATE INDEX outbox_by_state ON outbox (state);
DROP INDEX outbox_by_record;
CREATE INDEX outbox_by_record ON outbox (record);
)sql"},
    sql::Migration{6, R"sql(
-- A save is kept as the bytes that travel; adoptSaves() carries the old rows over.
DROP INDEX outbox_by_state;
DROP INDEX outbox_by_record;
DROP INDEX outbox_by_person;
ALTER TABLE outbox RENAME TO outbox_in_columns;
CREATE TABLE outbox (
    n INTEGER PRIMARY KEY,
    record BLOB NOT NULL,
    person BLOB,
    operation INTEGER NOT NULL,               -- 0 put, 1 delete
    saved_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 0,         -- under which it was sent last
    state INTEGER NOT NULL DEFAULT 0,         -- OutboxState
    code TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_by_state ON outbox (state);
CREATE INDEX outbox_by_record ON outbox (record);
CREATE INDEX outbox_by_person ON outbox (person);
-- Apart from what changes on the way: marking a batch then rewrites a few pages instead of all that it holds.
CREATE TABLE outbox_change (
    n INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL                       -- wire::changeToBytes
);
CREATE TRIGGER outbox_drop AFTER DELETE ON outbox BEGIN
    DELETE FROM outbox_change WHERE n = OLD.n;
END;
ALTER TABLE batch RENAME TO batch_with_changes;
CREATE TABLE batch (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    epoch INTEGER NOT NULL,
    first_n INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    digest TEXT NOT NULL                      -- of the changes in flight from first_n to last_n
);
INSERT INTO batch SELECT only_row, epoch, first_n, last_n, digest FROM batch_with_changes;
DROP TABLE batch_with_changes;
)sql"},
    sql::Migration{7, R"sql(
-- Apart from the row that every exchange writes: they are larger than everything else in it by far.
CREATE TABLE code_lists (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    bundle BLOB NOT NULL
);
INSERT INTO code_lists SELECT 1, CAST(lists AS BLOB) FROM device WHERE lists <> '';
UPDATE device SET lists = '';                  -- not used any more
)sql"},
};

// What the pages ask for most, read from the index alone.
constexpr const char* kIndexes = R"sql(
CREATE INDEX IF NOT EXISTS contact_summary ON record_contact (person, mode, started_at, minutes) WHERE _deleted IS NULL;
CREATE INDEX IF NOT EXISTS contact_by_time ON record_contact (started_at);
CREATE INDEX IF NOT EXISTS planned_by_time ON record_planned_visit (starts_at);
CREATE INDEX IF NOT EXISTS conflict_open ON record_conflict (open);
)sql";

Result<QSet<QByteArray>> columnsOf(sql::Connection& connection, const QByteArray& table)
{
    QSet<QByteArray> columns;
    sql::Statement pragma(connection, "PRAGMA table_info(" + table + ")");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, pragma.step());
        if (!row)
            return columns;
        columns.insert(pragma.bytes(1));
    }
}

QJsonObject objectIn(const sql::Statement& row, int column)
{
    return QJsonDocument::fromJson(row.text(column).toUtf8()).object();
}

wire::Change changeInColumns(const sql::Statement& row)
{
    wire::Change change;
    change.n = row.integer(0);
    change.kind = row.text(1);
    change.id = base::RecordId(row.uuid(2));
    change.operation = row.integer(3) != 0 ? wire::Operation::Delete : wire::Operation::Put;
    change.change.fields = objectIn(row, 4);
    const QJsonObject base = objectIn(row, 5);
    for (auto it = base.constBegin(); it != base.constEnd(); ++it)
        change.change.base.insert(it.key(), base::Version::fromText(it.value().toString()).value_or(base::Version{}));
    change.change.version = base::Version::fromText(row.text(6)).value_or(base::Version{});
    change.savedAt = unpackTime(row.integer(7));
    change.author = row.text(8);
    const QJsonArray resolves = QJsonDocument::fromJson(row.text(9).toUtf8()).array();
    for (const QJsonValue& each : resolves)
        change.resolves << each.toString();
    change.why = row.text(10);
    change.schema = static_cast<int>(row.integer(11));
    return change;
}

Status createTable(sql::Connection& connection, const KindSpec& kind)
{
    const RecordSql& sql = recordSql(kind);
    QByteArrayList columns{"id BLOB PRIMARY KEY"};
    for (const FieldSpec& field : kind.fields)
        columns << '"' + QByteArray(field.name) + "\" " + columnType(field.type);
    columns << "_empty TEXT"
            << "_versions TEXT"
            << "_unknown TEXT"
            << "_deleted TEXT"
            << "_search TEXT";
    return connection.run(("CREATE TABLE " + sql.table + " (" + columns.join(", ") + ")").constData());
}

/// Reads and writes every record that keeps unknown fields: reading by the new field table puts them in place.
Status adoptUnknownFields(sql::Connection& connection, const KindSpec& kind)
{
    const RecordSql& sql = recordSql(kind);
    std::vector<domain::Record> adopted;
    sql::Statement select(connection, sql.select + " WHERE _unknown IS NOT NULL");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        domain::Record record = readRecord(select, kind);
        const QJsonObject waiting = std::exchange(record.unknown, {});
        const auto versions = std::exchange(record.unknownVersions, {});
        if (!domain::readFields(record, waiting)) {
            // Of another type than this program expects: it stays where it is, nothing is dropped.
            continue;
        }
        for (auto it = versions.cbegin(); it != versions.cend(); ++it) {
            const int index = kind.indexOf(it.key());
            if (index < 0)
                record.unknownVersions.insert(it.key(), it.value());
            else
                record.versions[static_cast<size_t>(index)] = it.value();
        }
        adopted.push_back(std::move(record));
    }
    for (const domain::Record& record : adopted)
        DOORSTEP_TRY(sql::upsert(connection, sql.upsert, [&](sql::Statement& row) { bindRecord(row, record); }));
    return {};
}

Status followFieldTable(sql::Connection& connection, const KindSpec& kind)
{
    const QByteArray table = recordSql(kind).table;
    DOORSTEP_TRY_ASSIGN(const QSet<QByteArray> present, columnsOf(connection, table));
    if (present.isEmpty())
        DOORSTEP_TRY(createTable(connection, kind));
    bool grown = false;
    for (const FieldSpec& field : kind.fields) {
        if (present.isEmpty() || present.contains(field.name))
            continue;
        const QByteArray column = '"' + QByteArray(field.name) + "\" " + columnType(field.type);
        DOORSTEP_TRY(connection.run(("ALTER TABLE " + table + " ADD COLUMN " + column).constData()));
        grown = true;
    }
    if (grown)
        DOORSTEP_TRY(adoptUnknownFields(connection, kind));
    for (const FieldSpec& field : kind.fields) {
        if (field.parent)
            DOORSTEP_TRY(connection.run(("CREATE INDEX IF NOT EXISTS " + table + "_by_" + field.name + " ON " + table +
                                         " (\"" + field.name + "\")")
                                            .constData()));
    }
    return {};
}

/// Saves of a program that kept them in columns. Their bytes are the ones it would have sent: the digest of a batch
/// that is on its way still fits.
Status adoptSaves(sql::Connection& connection)
{
    DOORSTEP_TRY_ASSIGN(const QSet<QByteArray> old, columnsOf(connection, "outbox_in_columns"));
    if (old.isEmpty())
        return {};
    sql::Statement select(connection, "SELECT n, kind, record, operation, fields, base, version, saved_at, author,"
                                      " resolves, why, schema FROM outbox_in_columns ORDER BY n");
    while (true) {
        DOORSTEP_TRY_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        sql::Statement insert(connection, "INSERT INTO outbox_change VALUES (?, ?)");
        DOORSTEP_TRY(insert.bind(select.integer(0)).bind(wire::changeToBytes(changeInColumns(select))).run());
    }
    return connection.run("INSERT INTO outbox SELECT n, record, person, operation, saved_at, epoch, state, code, field,"
                          " detail FROM outbox_in_columns; DROP TABLE outbox_in_columns");
}

} // namespace

Status prepareSchema(sql::Connection& connection)
{
    DOORSTEP_TRY(sql::migrate(connection, kMigrations));
    DOORSTEP_TRY_ASSIGN(sql::Transaction transaction, sql::Transaction::begin(connection));
    DOORSTEP_TRY(adoptSaves(connection));
    for (const KindSpec& kind : domain::allKinds())
        DOORSTEP_TRY(followFieldTable(connection, kind));
    DOORSTEP_TRY(connection.run(kIndexes));
    return transaction.commit();
}

} // namespace doorstep::store
