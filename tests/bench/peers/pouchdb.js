'use strict';
// PouchDB on LevelDB as the phone, express-pouchdb on LevelDB as the hub; everything as its authors set it.
const path = require('path');
const PouchDB = require('pouchdb');
const { listen, serveLines } = require('./lines');

function serve(folder) {
    const app = require('express')();
    const stored = PouchDB.defaults({ prefix: folder + path.sep });
    app.use('/', require('express-pouchdb')(stored, {
        mode: 'minimumForPouchDB',
        inMemoryConfig: true,
        logPath: path.join(folder, 'log.txt'),
    }));
    new stored('visits').info().then(() => listen(app));
}

function runPhone(folder, address) {
    const db = new PouchDB(path.join(folder, 'visits'));
    const hub = address + '/visits';

    async function look(id) {
        const { _id, _rev, _conflicts, ...fields } = await db.get(id, { conflicts: true });
        const others = await Promise.all((_conflicts || []).map((rev) => db.get(id, { rev })));
        return { id, fields, others };
    }
    serveLines({
        put: async ({ records }) => {
            await db.bulkDocs(records.map(({ id, fields }) => ({ _id: id, ...fields })));
        },
        edit: async ({ records }) => {
            const found = await db.bulkGet({ docs: records.map(({ id }) => ({ id })) });
            await db.bulkDocs(records.map(({ fields }, i) => ({ ...found.results[i].docs[0].ok, ...fields })));
        },
        push: async () => { await db.replicate.to(hub); },
        pull: async () => { await db.replicate.from(hub); },
        sync: async () => { await db.sync(hub); },
        count: async () => ({ count: (await db.info()).doc_count }),
        look: async ({ ids }) => ({ records: await Promise.all(ids.map(look)) }),
    });
}

const [role, folder, address] = process.argv.slice(2);
if (role === 'hub')
    serve(folder);
else
    runPhone(folder, address);
