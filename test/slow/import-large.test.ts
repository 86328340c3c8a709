import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MEGABYTES = 100;
let folder: string;
let file: string;
let reviews = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'houselights-slow-'));
  file = join(folder, 'reviews.jsonld');
  const out = await open(file, 'w');
  await out.write('{"@graph":[');
  for (let film = 0, size = 0; size < MEGABYTES * 1_000_000; film += 1) {
    const review = Array.from({ length: 300 }, (_, n) => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: `Somebody ${film} ${n}` },
      reviewRating: { '@type': 'Rating', ratingValue: 1 + (n % 5) },
      reviewBody: `Film ${film} – “quiet”, and 灯. `.repeat(4 + (n % 20)),
    }));
    const text = `${film > 0 ? ',' : ''}${JSON.stringify({ '@type': 'Movie', name: `Film ${film}`, review })}`;
    size += (await out.write(text)).bytesWritten;
    reviews += review.length;
  }
  await out.write(']}');
  await out.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file of a hundred megabytes is looked through in the memory of a small server', () => {
  const source = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
  const script = `
    const { preview, readFiles } = await import(${source('interchange/import.ts')});
    const { fileOnDisk } = await import(${source('interchange/input.ts')});
    const { openStore } = await import(${source('store/open.ts')});
    const store = await openStore(${JSON.stringify(join(folder, 'houselights.sqlite'))});
    const read = await readFiles([fileOnDisk(${JSON.stringify(file)})]);
    const { rows, created, rejected } = await preview(store, read, { visibility: 'everyone' });
    await store.close();
    console.log(JSON.stringify({ rows, created, rejected, memory: process.resourceUsage().maxRSS * 1024 }));`;
  const look = join(folder, 'look.mjs');
  writeFileSync(look, script);
  const said = execFileSync(process.execPath, ['--max-old-space-size=640', look], { encoding: 'utf8' });
  const { memory, ...report } = JSON.parse(said) as { memory: number };
  expect(statSync(file).size).toBeGreaterThan(MEGABYTES * 1_000_000);
  expect(report).toEqual({ rows: reviews, created: reviews, rejected: 0 });
  expect(memory).toBeLessThan(1_000_000_000);
}, 600_000);
