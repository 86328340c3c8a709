// `npm run dev`: the site, started anew whenever a source changes. Arguments go on to `serve`.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'bin/houselights.js');

/** Editors write a file in several steps; this many milliseconds after the last one, it is written. */
const SETTLED = 100;

let server;
let stopping = false;
let pending;

function start() {
  const started = spawn(process.execPath, [command, 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
  server = started;
  started.once('exit', () => {
    if (server === started) server = undefined;
    if (stopping) process.exit();
    console.error('Waiting for a source to change.');
  });
}

function restart() {
  if (!server) return start();
  const former = server;
  former.removeAllListeners('exit');
  former.once('exit', start);
  server = undefined;
  former.kill('SIGTERM');
}

for (const room of ['src', 'browser', 'styles']) {
  if (!existsSync(join(root, room))) continue;
  watch(join(root, room), { recursive: true }, (_event, name) => {
    if (name && /\.test\.ts$/.test(name)) return;
    clearTimeout(pending);
    pending = setTimeout(restart, SETTLED);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    if (!server) process.exit();
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) server.kill(signal);
  });
}

start();
