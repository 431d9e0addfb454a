'use strict';
// WatermelonDB on SQLite as the phone. Its makers leave the hub to the app: here it is the smallest one that follows
// their description of pull and push, with every push flushed to an SQLite file.
const path = require('path');
const SQLite = require('better-sqlite3');
const { listen, serveLines } = require('./lines');

function serve(folder) {
    const db = new SQLite(path.join(folder, 'hub.db'));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(`CREATE TABLE IF NOT EXISTS visit (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, body TEXT NOT NULL);
             CREATE INDEX IF NOT EXISTS visit_by_seq ON visit (seq)`);
    const last = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM visit');
    const since = db.prepare('SELECT body FROM visit WHERE seq > ? ORDER BY seq');
    const seqOf = db.prepare('SELECT seq FROM visit WHERE id = ?');
    const put = db.prepare('INSERT OR REPLACE INTO visit (id, seq, body) VALUES (?, ?, ?)');

    const app = require('express')();
    app.use(require('express').json({ limit: '500mb' }));
    app.get('/pull', (request, response) => {
        const updated = since.all(Number(request.query.after)).map(({ body }) => JSON.parse(body));
        const visits = { created: [], updated, deleted: [] };
        response.json({ changes: { visits }, timestamp: Math.max(last.get().seq, 1) });
    });
    app.post('/push', (request, response) => {
        const { visits } = request.body.changes;
        const all = [...visits.created, ...visits.updated];
        const accepted = db.transaction(() => {
            if (all.some(({ id }) => (seqOf.get(id) || { seq: 0 }).seq > request.body.after))
                return false;
            const seq = last.get().seq + 1;
            for (const { _status, _changed, ...record } of all)
                put.run(record.id, seq, JSON.stringify(record));
            return true;
        })();
        response.status(accepted ? 200 : 409).end();
    });
    listen(app);
}

function runPhone(folder, address, columns) {
    const { Database, Model, appSchema, tableSchema } = require('@nozbe/watermelondb');
    const SQLiteAdapter = require('@nozbe/watermelondb/adapters/sqlite').default;
    const { synchronize } = require('@nozbe/watermelondb/sync');
    require('@nozbe/watermelondb/utils/common/logger').default.silence();

    class Visit extends Model {}
    Visit.table = 'visits';
    const table = tableSchema({
        name: 'visits',
        columns: columns.map(([name, type]) => ({ name, type, isOptional: true })),
    });
    const adapter = new SQLiteAdapter({
        schema: appSchema({ version: 1, tables: [table] }),
        dbName: path.join(folder, 'visits.db'),
        onSetUpError: (error) => { throw error; },
    });
    const database = new Database({ adapter, modelClasses: [Visit] });
    const visits = database.get('visits');
    // Sets are kept as JSON text: there are no list columns.
    const flat = (value) => (Array.isArray(value) ? JSON.stringify(value) : value);
    const fill = (record, fields) => {
        for (const [name, value] of Object.entries(fields))
            record._setRaw(name, flat(value));
    };

    async function ask(request, options) {
        const response = await fetch(address + request, options);
        if (!response.ok)
            throw new Error(`${request} ${response.status}`);
        return response;
    }
    const sync = async () => {
        await synchronize({
            database,
            sendCreatedAsUpdated: true,
            pullChanges: async ({ lastPulledAt }) => (await ask(`/pull?after=${lastPulledAt || 0}`)).json(),
            pushChanges: async ({ changes, lastPulledAt }) => {
                await ask('/push', {
                    method: 'POST',
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({ changes, after: lastPulledAt }),
                });
            },
        });
    };
    serveLines({
        put: ({ records }) => database.write(() => database.batch(records.map(({ id, fields }) =>
            visits.prepareCreate((record) => {
                record._raw.id = id;
                fill(record, fields);
            })))).then(() => ({})),
        edit: ({ records }) => database.write(async () => {
            for (const { id, fields } of records)
                await (await visits.find(id)).update((record) => fill(record, fields));
        }).then(() => ({})),
        push: sync,
        pull: sync,
        sync,
        count: async () => ({ count: await visits.query().fetchCount() }),
        look: async ({ ids }) => ({
            records: await Promise.all(ids.map(async (id) => ({
                id, fields: { ...(await visits.find(id))._raw }, others: [],
            }))),
        }),
    });
}

const [role, folder, address, columns] = process.argv.slice(2);
if (role === 'hub')
    serve(folder);
else
    runPhone(folder, address, JSON.parse(columns));
