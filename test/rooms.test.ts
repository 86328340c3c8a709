import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cycles, type Import, importsOf, readImports } from './setup/module-graph.ts';

/**
 * The house: which room may import which, the same table as in ARCHITECTURE.md. Rooms in one row are one room. A
 * name opens a whole row; `domain's types` opens it to `import type` only; a path opens one file or folder.
 */
const HOUSE: [rooms: string[], mayImport: string[]][] = [
  [['src/main.ts', 'src/data.ts', 'src/import-thread.ts'], ['all']],
  [['src/config.ts'], []],
  [['src/web/'], ['domain', 'views', 'interchange', 'accounts']],
  [['src/api/'], ['domain', 'views', 'interchange', 'accounts']],
  [['src/accounts/'], ['store', 'outside']],
  [['src/federation/'], ['domain', 'outside']],
  [['src/interchange/'], ['domain']],
  [
    ['src/cli/', 'src/jobs/'],
    ['main', 'config', 'domain', 'interchange', 'federation', 'outside', 'views'],
  ],
  [['src/demo/'], ['domain']],
  [['src/publish/'], ['domain']],
  [['src/domain/'], ["store's types"]],
  [['src/store/'], ["domain's types"]],
  [['src/views/', 'src/words/'], ["domain's types"]],
  [['src/outside/'], []],
  [['browser/'], ['src/publish/title-key.ts']],
];

/** Packages that one room keeps to itself: the only SQL, the only better-auth. */
const KEPT: [packageName: string, rooms: string[]][] = [
  ['node:sqlite', ['src/store/']],
  ['pg', ['src/store/']],
  ['kysely', ['src/store/']],
  ['better-auth', ['src/accounts/']],
  ['@better-auth/passkey', ['src/accounts/']],
  ['@better-auth/kysely-adapter', ['src/accounts/']],
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The row a file or a room's short name belongs to. */
function rowOf(fileOrName: string): (typeof HOUSE)[number] | undefined {
  return HOUSE.find(([rooms]) =>
    rooms.some((room) => nameOf(room) === fileOrName || room === fileOrName || inRoom(fileOrName, room)),
  );
}

function inRoom(file: string, room: string): boolean {
  return room.endsWith('/') && file.startsWith(room);
}

function nameOf(room: string): string {
  return room.replace(/^src\//, '').replace(/\/$|\.ts$/, '');
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const own = rowOf(from);
  const other = rowOf(to);
  if (!own || !other) return false;
  if (own === other) return true;
  return own[1].some((opened) => {
    if (opened.includes('/')) return opened === to || inRoom(to, opened);
    if (opened === 'all') return true;
    const types = opened.endsWith("'s types");
    return rowOf(opened.replace(/'s types$/, '')) === other && (typeOnly || !types);
  });
}

function isOurs(to: string): boolean {
  return to.startsWith('src/') || to.startsWith('browser/');
}

/** Every import that the table forbids, as a sentence. */
function forbidden(imports: Import[]): string[] {
  const between = imports.filter((one) => isOurs(one.to) && !isAllowed(one));
  const kept = imports.filter((one) =>
    KEPT.some(([name, rooms]) => name === one.to && !rooms.some((room) => inRoom(one.from, room))),
  );
  return [...between, ...kept].map(
    ({ from, to, line, typeOnly }) => `${from}:${line} may not import ${typeOnly ? 'types of ' : ''}${to}`,
  );
}

describe('the rooms of the house', () => {
  const { files, imports } = readImports(
    root,
    ['src', 'browser'].filter((folder) => existsSync(join(root, folder))),
  );

  test('hold every source file', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !rowOf(file))).toEqual([]);
  });

  test('import only what the table allows', () => {
    expect(forbidden(imports)).toEqual([]);
  });

  test('import nothing in a circle', () => {
    expect(cycles(imports)).toEqual([]);
  });

  test('are drawn in ARCHITECTURE.md as they are checked here', () => {
    const lines = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n');
    const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
    const drawn = rows
      .map(([, rooms = '', , opened = '']) => [paths(rooms), names(opened)])
      .filter(([rooms]) => rooms!.some((room) => /^(src|browser)\//.test(room)));
    expect(drawn.map(([rooms, opened]) => [rooms!.filter((room) => room !== 'styles/'), opened])).toEqual(
      HOUSE,
    );
  });
});

/** The paths in backticks of a table's cell. */
function paths(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
}

/** The names in a table's cell: `domain, outside, src/domain/ids.ts`, or `—` for none. */
function names(cell: string): string[] {
  const all = cell.replaceAll('`', '').split(/, | and /);
  return all.filter((name) => name !== '—' && name !== '');
}

describe('the check of the rooms', () => {
  const check = (from: string, code: string) => forbidden(importsOf(from, code));

  test('catches an import upwards, sideways, and past the domain', () => {
    expect(check('src/web/pages/film.ts', "import { films } from '../../store/film.ts';")).toEqual([
      'src/web/pages/film.ts:1 may not import src/store/film.ts',
    ]);
    expect(check('src/domain/film.ts', "\nimport { page } from '../web/router.ts';")).toEqual([
      'src/domain/film.ts:2 may not import src/web/router.ts',
    ]);
    expect(check('src/web/router.ts', "import '../api/router.ts';")).toHaveLength(1);
    expect(check('src/domain/film.ts', "import '../config.ts';")).toHaveLength(1);
  });

  test('catches it however it is written', () => {
    const ways = [
      "export { films } from '../store/film.ts';",
      "export * from '../store/film.ts';",
      "const store = await import('../store/film.ts');",
      "const films: import('../store/film.ts').Films = [];",
      "import type { Films } from '../store/film.ts';",
      "import { type Films } from '../store/film.ts';",
    ];
    for (const way of ways) expect(check('src/views/film.ts', way), way).toHaveLength(1);
  });

  test('tells types from values where only types are open', () => {
    expect(check('src/domain/film.ts', "import type { Reader } from '../store/reader.ts';")).toEqual([]);
    expect(check('src/domain/film.ts', "import { type Reader } from '../store/reader.ts';")).toHaveLength(1);
    expect(check('src/store/film.ts', "import { stars } from '../domain/rating.ts';")).toHaveLength(1);
  });

  test('lets a room have what the table opens, and main everything', () => {
    expect(check('src/web/pages/film.ts', "import { words } from '../../words/en.ts';")).toEqual([]);
    expect(check('src/main.ts', "import './web/router.ts'; import './store/open.ts';")).toEqual([]);
  });

  test('catches a package in a room that is not its own', () => {
    expect(check('src/domain/film.ts', "import { sql } from 'kysely';")).toHaveLength(1);
    expect(check('src/accounts/auth.ts', "import { betterAuth } from 'better-auth/minimal';")).toEqual([]);
    expect(check('src/web/auth.ts', "import { betterAuth } from 'better-auth/minimal';")).toHaveLength(1);
  });

  test('catches a file in no room', () => {
    expect(rowOf('src/utils/dates.ts')).toBeUndefined();
    expect(check('src/domain/film.ts', "import '../utils/dates.ts';")).toHaveLength(1);
  });

  test('finds a circle of three, types counted', () => {
    const imports = [
      ...importsOf('src/domain/a.ts', "import { b } from './b.ts';"),
      ...importsOf('src/domain/b.ts', "import { c } from './c.ts';"),
      ...importsOf('src/domain/c.ts', "import type { A } from './a.ts';"),
    ];
    expect(cycles(imports)).toEqual([['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts']]);
  });
});
