import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeUnlessMissing } from './engines/not-run.ts';

const run = promisify(execFile);
const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes any Node take itself for another version, as `bin/houselights.js` sees it. */
const asNode = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
];

const PROGRAM = `
export async function run(argv: string[]): Promise<number> {
  if (argv[0] === 'crash') process.kill(process.pid, 'SIGKILL');
  if (argv[0] === 'serve') {
    const running = setInterval(() => {}, 1000);
    const signal = await new Promise((stop) => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
      console.log(process.pid);
    });
    clearInterval(running);
    console.log(signal);
    return 7;
  }
  console.log(JSON.stringify(argv));
  return 3;
}
`;

let folder: string;
let command: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'houselights-command-'));
  command = join(folder, 'bin/houselights.js');
  for (const path of ['bin', 'tools', 'package.json', 'tsconfig.json']) {
    await cp(join(checkout, path), join(folder, path), { recursive: true });
  }
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  for (const room of ['src/cli', 'browser', 'styles']) await mkdir(join(folder, room), { recursive: true });
  await writeFile(join(folder, 'src/cli/run.ts'), PROGRAM);
  await writeFile(join(folder, 'browser/stars.ts'), 'document.title = "stars";');
  await writeFile(join(folder, 'styles/film.css'), 'main { color: rgb(1, 2, 3); }');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command and tells its exit code and what it printed. */
async function houselights(flags: string[], ...argv: string[]) {
  return run(process.execPath, [...flags, command, ...argv]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, signal, stdout, stderr }) => ({ code: code ?? signal, stdout, stderr }),
  );
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout!.once('data', (text) => resolve(String(text).trim())));
}

describe('the build', () => {
  test('is one and whole when several commands start at once in a fresh checkout', async () => {
    await rm(join(folder, 'dist'), { recursive: true, force: true });
    const all = await Promise.all(Array.from({ length: 6 }, () => houselights([], 'a', 'b c')));
    for (const one of all) expect(one).toEqual({ code: 3, stdout: '["a","b c"]\n', stderr: '' });
    expect((await readdir(folder)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  test('can be read by whoever could read the sources', async () => {
    const { mode } = await stat(join(folder, 'dist'));
    expect(mode & 0o777).toBe(0o777 & ~process.umask());
  });

  test('names every asset by its content and tells the names', async () => {
    const manifest = async () =>
      JSON.parse(await readFile(join(folder, 'dist/assets/manifest.json'), 'utf8'));
    const before = await manifest();
    expect(before).toEqual({
      'film.css': expect.stringMatching(/^film-[A-Z0-9]{8}\.css$/),
      'stars.js': expect.stringMatching(/^stars-[A-Z0-9]{8}\.js$/),
    });
    expect(await readFile(join(folder, 'dist/assets', before['film.css']), 'utf8')).toContain(
      'main{color:#010203}',
    );

    await writeFile(join(folder, 'styles/film.css'), 'main { color: rgb(3, 2, 1); }');
    await houselights([]);
    const after = await manifest();
    expect(after['film.css']).not.toBe(before['film.css']);
    expect(after['stars.js']).toBe(before['stars.js']);
  });

  test('takes over the lock of a build that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    await writeFile(join(folder, 'dist.lock'), String(dead.pid));
    await rm(join(folder, 'dist'), { recursive: true });
    expect(await houselights([])).toMatchObject({ code: 3 });
  });

  test('that fails says where, and leaves what was built before', async () => {
    const source = join(folder, 'src/cli/run.ts');
    await writeFile(source, 'export const run = ;');
    const { code, stderr } = await houselights([]);
    expect(code).toBe(1);
    expect(stderr).toContain('src/cli/run.ts:1:19');
    expect(await readdir(join(folder, 'dist'))).toContain('run.js');
    await writeFile(source, PROGRAM);
    expect(await houselights([])).toMatchObject({ code: 3 });
  });
});

const brought = existsSync(join(checkout, `node_modules/node-${process.platform}-${process.arch}`));
const missing = brought ? null : 'npm brings no Node for this machine, so the command has none to change to.';

describeUnlessMissing('under a Node that is too old', missing, () => {
  const old = asNode('20.20.2');

  test('runs under the one npm brought, with arguments, output and exit code passed through', async () => {
    expect(await houselights(old, 'a', 'b c')).toEqual({ code: 3, stdout: '["a","b c"]\n', stderr: '' });
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`passes ${signal} on and waits for the end`, async () => {
      const child = spawn(process.execPath, [...old, command, 'serve'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exit = new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
      expect(Number(await firstLine(child))).not.toBe(child.pid);
      const last = firstLine(child);
      child.kill(signal);
      expect(await last).toBe(signal);
      expect(await exit).toEqual([7, null]);
    });
  }

  test('dies of what kills the inner process', async () => {
    expect(await houselights(old, 'crash')).toMatchObject({ code: 'SIGKILL' });
  });

  test('leaves nothing running when it is killed itself', async () => {
    const child = spawn(process.execPath, [...old, command, 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const inner = Number(await firstLine(child));
    const ended = new Promise((resolve) => child.stdout!.once('end', resolve));
    child.kill('SIGKILL');
    await ended;
    await expect.poll(() => isRunning(inner)).toBe(false);
  });

  test('says so in a sentence where npm brought none', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'houselights-bare-'));
    await cp(join(checkout, 'bin'), join(bare, 'bin'), { recursive: true });
    await writeFile(join(bare, 'package.json'), '{ "type": "module" }');
    const failed = run(process.execPath, [...old, join(bare, 'bin/houselights.js')]);
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^houselights needs Node 24 .* this is Node 20\.20\.2\..*\n$/),
    });
    await rm(bare, { recursive: true });
  });
});

/** Whether a process runs: one that has ended and that nobody has asked about yet does not. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX]/.test(state);
}
