import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Data, openData, restore } from '../../src/data.ts';
import { ArchiveError } from '../../src/outside/archive.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { at, dropBoth, everything, furnish, inStore, twoPlaces } from './backed-up.ts';
import { houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

describeOnBothEngines('a damaged backup', (engine) => {
  let fresh: FreshDatabase;
  let other: FreshDatabase;
  let file: string;
  beforeEach(async () => {
    ({ fresh, other, file } = await twoPlaces(engine));
  });
  afterEach(() => dropBoth(fresh, other));

  test('a backup that is cut, damaged, foreign or of another time changes nothing', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    await houselights(['undo', 'none', ...at(other)]);
    const before = await inStore(other, everything);
    const packed = readFileSync(file);
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    const begins = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    const flipped = Buffer.from(packed);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0xff;
    const of = (changed: string[]) => gzipSync(changed.join('\n'));
    const reviewAt = lines.findIndex((line) => line.startsWith('{"table":"reviews"')) + 1;
    const cases: [string, Uint8Array | string, string[]][] = [
      ['cut', packed.subarray(0, packed.length - 1000), ['truncated']],
      ['ended early', of(lines.slice(0, 40)), ['truncated', 'damaged']],
      ['without a row', of(lines.toSpliced(reviewAt, 1)), ['damaged']],
      ['a flipped bit', flipped, ['damaged', 'truncated']],
      ['a text', 'Dear diary', ['not-a-backup']],
      ['a packed text', gzipSync('Dear diary'), ['not-a-backup']],
      ['nothing', '', ['not-a-backup', 'truncated']],
      ['JSON', gzipSync('{"films": []}'), ['not-a-backup']],
      [
        'of a newer version',
        of([JSON.stringify({ ...begins, migrations: ['900-dreams'] })]),
        ['from-the-future'],
      ],
      ['of a newer format', of([JSON.stringify({ ...begins, format: 2 })]), ['from-the-future']],
      ['with a file that is not what its name says', of(otherBytes(lines)), ['damaged']],
      [
        'with a path that leads out',
        of([
          ...lines.slice(0, 1),
          '{"file":"../../out","size":1}',
          '"AA=="',
          '{"end":true,"rows":0,"files":1}',
        ]),
        ['damaged'],
      ],
    ];
    for (const [name, bytes, codes] of cases) {
      const bad = join(fresh.folder, 'bad.jsonl.gz');
      writeFileSync(bad, bytes);
      const { code, json } = await houselights(['restore', bad, '--json', ...at(other)]);
      const { error } = json() as { error: { code: string } };
      expect({ name, code, said: codes.includes(error.code) ? 'as expected' : error }).toEqual({
        name,
        code: 1,
        said: 'as expected',
      });
      expect(await inStore(other, everything)).toEqual(before);
    }
    expect(existsSync(join(other.folder, '../../out'))).toBe(false);
    const nowhere = await houselights(['restore', join(fresh.folder, 'nowhere'), '--json', ...at(other)]);
    const message = `${join(fresh.folder, 'nowhere')} cannot be read: there is no such file or folder.`;
    expect(nowhere.json()).toMatchObject({ error: { code: 'not-to-be-read', message } });
  });

  test('what a row of a backup says against the rules of the database is damage, and changes nothing', async () => {
    await furnish(fresh);
    await houselights(['backup', file, ...at(fresh)]);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const films = lines.findIndex((line) => line.startsWith('{"table":"films"'));
    const film = JSON.parse(lines[films + 1] ?? '') as unknown[];
    const says = (...cells: unknown[]) => lines.with(films + 1, JSON.stringify(cells));
    const cases: Record<string, string[]> = {
      'two rows of one key': lines.with(films + 1, `${lines[films + 1]}\n${lines[films + 1]}`),
      'a text for a number': says(...film.map((cell) => (typeof cell === 'number' ? 'x' : cell))),
      'a key of another film': says('another', ...film.slice(1)),
      'a table of nobody': lines.with(films, (lines[films] ?? '').replace('films', 'flims')),
    };
    // What the store itself looks at is the same on both engines.
    if (engine === 'sqlite')
      Object.assign(cases, {
        'nothing where something has to be': says(...film.map(() => null)),
        'a list in a cell': says(...film.with(1, ['heat'])),
        'a yes in a cell': says(...film.with(1, true)),
        'a cell too many': says(...film, null),
        'a column of nobody': lines.with(films, (lines[films] ?? '').replace('slug', 'slog')),
        'fewer migrations': lines.with(0, (lines[0] ?? '').replace('"001-foundation",', '')),
        'a row before any table': lines.toSpliced(1, 0, '[1]'),
      });
    await withSite(fresh, async ({ data, restored }) => {
      const before = await everything(data.store);
      for (const [name, changed] of Object.entries(cases))
        expect({ name, said: await restored(gzipSync(changed.join('\n'))) }).toEqual({
          name,
          said: 'damaged',
        });
      expect(await everything(data.store)).toEqual(before);
    });
    // A site that did not give way is no site to keep a copy of.
    expect(readdirSync(fresh.folder).filter((name) => name.startsWith('before-restore'))).toEqual([]);
  });
});

test('whatever bytes of a backup change, the site is as it was or as the backup says', async () => {
  const [fresh, other] = [await freshDatabase('sqlite', true), await freshDatabase('sqlite', true)];
  await furnish(fresh);
  const file = join(fresh.folder, 'site.gz');
  await houselights(['backup', file, ...at(fresh)]);
  const packed = readFileSync(file);
  const said = await inStore(fresh, everything);
  const place = fc.oneof(fc.nat(20), fc.nat(packed.length - 1));
  const cut = fc.record({ cut: place });
  const flips = fc.array(fc.record({ at: place, by: fc.integer({ min: 1, max: 255 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  await withSite(other, async ({ data, restored }) => {
    const state = async () => ({
      rows: { ...(await everything(data.store)), kysely_migration: [] },
      files: existsSync(join(other.folder, 'files')),
    });
    let before = await state();
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, flips), async (how) => {
        const bytes = Buffer.from('cut' in how ? packed.subarray(0, how.cut) : packed);
        if (!('cut' in how)) for (const { at, by } of how) bytes.writeUInt8((bytes[at] ?? 0) ^ by, at);
        const code = await restored(bytes);
        // The head of a packed file tells who packed it and when, which nobody asks.
        if (code === null) before = { rows: { ...said, kysely_migration: [] }, files: true };
        else expect(['damaged', 'truncated', 'not-a-backup']).toContain(code);
        expect(await state()).toEqual(before);
      }),
      { numRuns: 100, seed: 1895 },
    );
  });
  await fresh.drop();
  await other.drop();
});

/** An open site and a way to restore it from these bytes; answers why that was refused, or null. */
async function withSite(
  fresh: FreshDatabase,
  work: (site: { data: Data; restored: (bytes: Uint8Array) => Promise<string | null> }) => Promise<void>,
): Promise<void> {
  const config = readConfig({ data: fresh.folder, database: fresh.database }, {});
  const data = await openData(config);
  const restored = async (bytes: Uint8Array) => {
    const bad = join(fresh.folder, 'bad.gz');
    writeFileSync(bad, bytes);
    return restore(data, config, bad, { replace: true }).then(
      () => null,
      (error: unknown) => (error instanceof ArchiveError ? error.code : String(error)),
    );
  };
  await work({ data, restored }).finally(() => data.close());
}

/** The lines of a backup with one byte of one file changed. */
function otherBytes(lines: readonly string[]): string[] {
  const file = lines.findIndex((line) => line.startsWith('{"file"') && line.includes('"size":6'));
  return lines.with(file + 1, JSON.stringify(Buffer.from([0, 10, 13, 254, 0, 10]).toString('base64')));
}
