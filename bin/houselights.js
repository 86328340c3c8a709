#!/usr/bin/env node
// The command. Plain JavaScript that old versions of Node can read, because its first job is to find a new one.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const self = fileURLToPath(import.meta.url);

// Set in the child, so that a wrong idea of versions can never start children without end.
const restarted = process.env.HOUSELIGHTS_RESTARTED === '1';
delete process.env.HOUSELIGHTS_RESTARTED;

// An import, a load of films, or a copy in files goes through as much as there is and keeps none of it. Left to itself, the heap
// would grow to hold what nobody needs any more, because there is room.
const flags =
  {
    import: ['--max-semi-space-size=8', '--initial-old-space-size=32', '--heap-growing-percent=50'],
    films: ['--max-semi-space-size=16'],
    publish: ['--max-semi-space-size=8', '--initial-old-space-size=32', '--heap-growing-percent=50'],
  }[process.argv[2]] || [];

if (major >= 24 || restarted) {
  if (restarted) dieWithParent();
  else beginAgain();
  await start();
} else {
  const brought = nodeFromNpm();
  if (brought) runUnder(brought, flags);
  // Before Node 24, node:sqlite works but says at each start that it is an experiment.
  else if (hasSqlite()) runUnder(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags]);
  else refuse();
}

/** Begins anew in the same process with the flags the command wants: they hold from the beginning or not at all. */
function beginAgain() {
  if (flags.every((flag) => process.execArgv.includes(flag)) || typeof process.execve !== 'function') return;
  const words = [...process.execArgv, ...flags, self, ...process.argv.slice(2)];
  process.execve(process.execPath, [process.execPath, ...words], process.env);
}

async function start() {
  const { ensureBuilt } = await import('../tools/build.js');
  try {
    await ensureBuilt();
  } catch (error) {
    // What esbuild has to say about the sources, it has said.
    if (!Array.isArray(error.errors)) console.error(`houselights could not build itself: ${error.message}`);
    process.exit(1);
  }
  const { run } = await import('../dist/run.js');
  process.exitCode = await run(process.argv.slice(2));
}

/** Whether node:sqlite needs no flag: since 22.13 and 23.4. */
function hasSqlite() {
  return (major === 22 && minor >= 13) || (major === 23 && minor >= 4);
}

/** The Node that npm installed beside this package, or above it. */
function nodeFromNpm() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    const found = createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`);
    return join(dirname(found), program);
  } catch {
    return null;
  }
}

function runUnder(node, flags) {
  const child = spawn(node, [...flags, self, ...process.argv.slice(2)], {
    // The channel carries nothing: its end tells the child that this process is gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, HOUSELIGHTS_RESTARTED: '1' },
  });
  child.once('error', (error) => {
    console.error(`houselights could not start the Node that npm brought along: ${error.message}`);
    refuse();
  });
  const atTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both; passed on, the child would count two and stop at once.
      if (!(atTerminal && signal === 'SIGINT')) child.kill(signal);
    });
  }
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // Some signals cannot be raised against oneself: then the shell's way of telling them.
    setTimeout(() => process.exit(128 + constants.signals[signal]), 100);
  });
}

/** When the wrapper that started this process is killed without a chance to say so, this process goes too. */
function dieWithParent() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
}

function refuse() {
  console.error(
    `houselights needs Node 24 (22.13 or newer will do), and this is Node ${process.versions.node}. ` +
      'npm usually brings one along; for this machine it brought none. Please install Node 24.',
  );
  process.exit(1);
}
