// `npm run demo`: the demonstration site in a folder that is gone when it stops. Arguments go on to `serve`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/houselights.js', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'houselights-demo-'));

const server = spawn(
  process.execPath,
  [command, 'serve', '--demo', '--data', data, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
// At a terminal the server gets Ctrl-C by itself; in either case this process waits for it.
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) server.kill('SIGINT');
});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.once('exit', (code, signal) => {
  rmSync(data, { recursive: true, force: true });
  process.exitCode = signal ? 1 : code;
});
