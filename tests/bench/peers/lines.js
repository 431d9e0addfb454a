'use strict';
// One JSON command a line in, one JSON reply a line out, as doorstep-device speaks it.
const readline = require('readline');

exports.serveLines = async function serveLines(commands) {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const message = JSON.parse(line);
        let reply;
        try {
            reply = { ok: true, ...(await commands[message.command](message)) };
        } catch (error) {
            reply = { ok: false, error: String(error.stack || error) };
        }
        process.stdout.write(JSON.stringify(reply) + '\n');
    }
    process.exit(0);
};

// The last word of the line is the address, as doorstep-hub prints it.
exports.listen = function listen(app) {
    const server = app.listen(0, '127.0.0.1', () => {
        process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`);
    });
    // Otherwise a phone that rests for longer than Node's five seconds has to dial anew.
    server.keepAliveTimeout = 600000;
};
