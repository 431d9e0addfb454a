#include "hub/tables/schema.h"

#include <array>

namespace doorstep::hub {

namespace {

constexpr std::array kMigrations{
    sql::Migration{1, R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE counter (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL);
INSERT INTO counter VALUES (1, 0);

CREATE TABLE record (
    id BLOB PRIMARY KEY, kind TEXT NOT NULL, scope TEXT NOT NULL, subject BLOB,
    seq INTEGER NOT NULL, previous_seq INTEGER NOT NULL, echo_device INTEGER NOT NULL, echo_epoch INTEGER NOT NULL,
    deleted INTEGER NOT NULL, received_at TEXT NOT NULL, updated_at TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX record_by_scope ON record (scope, seq);
CREATE INDEX record_by_subject ON record (subject) WHERE subject IS NOT NULL;
CREATE INDEX record_conflicts ON record (id) WHERE kind = 'conflict';

CREATE TABLE matched (worker BLOB NOT NULL, subject BLOB NOT NULL, PRIMARY KEY (worker, subject)) WITHOUT ROWID;
CREATE INDEX matched_by_subject ON matched (subject);

CREATE TABLE history (
    place INTEGER PRIMARY KEY, record BLOB NOT NULL, device INTEGER NOT NULL, epoch INTEGER NOT NULL, n INTEGER NOT NULL,
    at TEXT NOT NULL, note TEXT NOT NULL, change BLOB NOT NULL);
CREATE TABLE held (
    place INTEGER PRIMARY KEY, record BLOB NOT NULL, needs BLOB NOT NULL, device INTEGER NOT NULL, epoch INTEGER NOT NULL,
    n INTEGER NOT NULL, at TEXT NOT NULL, change BLOB NOT NULL);
CREATE INDEX held_by_needs ON held (needs);
CREATE INDEX held_by_record ON held (record);
CREATE TABLE quarantine (
    place INTEGER PRIMARY KEY, record BLOB NOT NULL, device INTEGER NOT NULL, epoch INTEGER NOT NULL, n INTEGER NOT NULL,
    at TEXT NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL, detail TEXT NOT NULL, state TEXT NOT NULL,
    change BLOB NOT NULL);
CREATE INDEX quarantine_by_record ON quarantine (record);

CREATE TABLE account (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, scheme TEXT NOT NULL, worker BLOB NOT NULL,
    disabled INTEGER NOT NULL);
CREATE TABLE enrol_code (
    hash BLOB PRIMARY KEY, account INTEGER NOT NULL REFERENCES account, expires INTEGER NOT NULL, used_at TEXT)
    WITHOUT ROWID;
CREATE TABLE device (
    number INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account, token_hash BLOB NOT NULL UNIQUE,
    created TEXT NOT NULL, last_contact TEXT, waiting INTEGER NOT NULL, oldest_waiting TEXT NOT NULL,
    schema INTEGER NOT NULL, revoked INTEGER NOT NULL);
CREATE TABLE device_epoch (
    device INTEGER NOT NULL, epoch INTEGER NOT NULL, last_n INTEGER NOT NULL, confirmed INTEGER NOT NULL,
    PRIMARY KEY (device, epoch)) WITHOUT ROWID;
CREATE TABLE result (
    device INTEGER NOT NULL, epoch INTEGER NOT NULL, n INTEGER NOT NULL, json BLOB NOT NULL,
    PRIMARY KEY (device, epoch, n)) WITHOUT ROWID;
CREATE TABLE batch (
    device INTEGER NOT NULL, epoch INTEGER NOT NULL, last_n INTEGER NOT NULL, digest BLOB NOT NULL,
    PRIMARY KEY (device, epoch, last_n)) WITHOUT ROWID;
CREATE TABLE clamp (
    device INTEGER NOT NULL, original TEXT NOT NULL, clamped TEXT NOT NULL,
    PRIMARY KEY (device, original)) WITHOUT ROWID;
)sql"},
    sql::Migration{2, R"sql(
ALTER TABLE result ADD COLUMN content BLOB NOT NULL DEFAULT x'';
-- AUTOINCREMENT: cursors speak of places, so none may come again.
CREATE TABLE late_result (
    place INTEGER PRIMARY KEY AUTOINCREMENT, device INTEGER NOT NULL, epoch INTEGER NOT NULL, json BLOB NOT NULL);
CREATE INDEX late_result_by_device ON late_result (device, epoch, place);
DROP INDEX record_by_subject;
CREATE INDEX record_by_subject ON record (subject, seq) WHERE subject IS NOT NULL;
)sql"},
    sql::Migration{3, R"sql(
-- The people of matches made before came down with new seqs of their own: 0 asks for no backfill.
ALTER TABLE matched ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE TABLE match_end (worker BLOB NOT NULL, subject BLOB NOT NULL, ended_at INTEGER NOT NULL, seq INTEGER NOT NULL);
CREATE INDEX match_end_by_worker ON match_end (worker, seq);
CREATE TABLE scope_end (
    account INTEGER NOT NULL, role TEXT NOT NULL, scheme TEXT NOT NULL, ended_at INTEGER NOT NULL, seq INTEGER NOT NULL);
CREATE INDEX scope_end_by_account ON scope_end (account, seq);
ALTER TABLE device ADD COLUMN erased_through INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device_epoch ADD COLUMN safe INTEGER NOT NULL DEFAULT 0;
CREATE INDEX record_planned ON record (scope) WHERE kind = 'planned_visit';
CREATE INDEX record_tombstones ON record (updated_at) WHERE deleted = 1;
)sql"},
    sql::Migration{4, R"sql(
CREATE INDEX quarantine_open ON quarantine (device) WHERE state = 'open';
-- A batch is remembered as a whole: one row, not one for each change.
CREATE TABLE sent_batch (
    device INTEGER NOT NULL, epoch INTEGER NOT NULL, last_n INTEGER NOT NULL, first_n INTEGER NOT NULL,
    digest BLOB NOT NULL, contents BLOB NOT NULL, results BLOB NOT NULL,
    PRIMARY KEY (device, epoch, last_n)) WITHOUT ROWID;
INSERT INTO sent_batch SELECT r.device, r.epoch, r.n, r.n, coalesce(b.digest, x''), x'',
    CAST('[' || CAST(r.json AS TEXT) || ']' AS BLOB)
    FROM result r LEFT JOIN batch b ON b.device = r.device AND b.epoch = r.epoch AND b.last_n = r.n;
DROP TABLE result;
DROP TABLE batch;
)sql"},
};

} // namespace

std::span<const sql::Migration> hubMigrations()
{
    return kMigrations;
}

} // namespace doorstep::hub
