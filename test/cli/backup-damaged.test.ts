import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { at, everything, furnish, inStore } from './backed-up.ts';
import { houselights } from './command.ts';

vi.setConfig({ testTimeout: 90_000 });

describeOnBothEngines('a damaged backup', (engine) => {
  let fresh: FreshDatabase;
  let other: FreshDatabase;
  let file: string;
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    other = await freshDatabase(engine);
    file = join(fresh.folder, 'site.jsonl.gz');
  });
  afterEach(async () => {
    await fresh.drop();
    await other.drop();
  });

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
    expect(nowhere.json()).toMatchObject({ error: { code: 'not-to-be-read' } });
  });
});

/** The lines of a backup with one byte of one file changed. */
function otherBytes(lines: readonly string[]): string[] {
  const file = lines.findIndex((line) => line.startsWith('{"file"') && line.includes('"size":6'));
  return lines.with(file + 1, JSON.stringify(Buffer.from([0, 10, 13, 254, 0, 10]).toString('base64')));
}
