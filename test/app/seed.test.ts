import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRead, preview, readFiles } from '../../src/interchange/import.ts';
import { fileOnDisk } from '../../src/interchange/input.ts';
import { undo } from '../../src/interchange/undo.ts';
import { describeWithShared, shared } from '../engines/shared.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { differences, dump, OWNER } from '../store/importing.ts';
import { linesOf, linesOfMain } from './page-text.ts';
import { openTestSite, type TestSite } from './site.ts';

/** The page that started all this, as data and as it was read: the only files of their kinds in the folder. */
function seed(ending: string): string {
  const names = readdirSync(shared('seed')).filter((name) => name.endsWith(ending));
  expect(names).toHaveLength(1);
  return shared(`seed/${names[0]}`);
}

const DOORS = new Set(['Add a review', 'See more films', 'See all reviews']);

describeWithShared('The page that started this', () => {
  describeOnBothEngines('brought in as data', (engine) => {
    let site: TestSite;
    beforeAll(async () => {
      site = await openTestSite({ engine });
    });
    afterAll(() => site.close());

    const now = () => site.clock.now;
    const bring = async () =>
      importRead(site.site.store, await readFiles([fileOnDisk(seed('.jsonld'))]), { ...OWNER, now });
    const data = () => JSON.parse(readFileSync(seed('.jsonld'), 'utf8'));
    const slugs = async () =>
      (await site.site.store.engine.read.selectFrom('films').select('slug').execute()).map((r) => r.slug);

    test('is read line for line as it was, comes in once only, and goes without a trace', async () => {
      const { store } = site.site;
      const before = await dump(store);
      const rows = data().review.length;
      const none = { updated: 0, unchanged: 0, unmatched: 0, rejected: 0, problems: [], problemsTotal: 0 };

      const looked = await preview(store, await readFiles([fileOnDisk(seed('.jsonld'))]), OWNER);
      expect(looked).toEqual({ format: 'jsonld', batch: null, rows, created: rows, ...none });
      expect(differences(await dump(store), before)).toEqual([]);

      const first = await bring();
      expect(first).toEqual({ ...looked, batch: expect.any(String) });
      const [slug = ''] = await slugs();
      const year = String(data().datePublished).slice(0, 4);
      expect(slug).toBe(`${String(data().name).toLowerCase()}-${year}`);

      const response = await site.get(`/film/${slug}`);
      expect(response.status).toBe(200);
      const lines = linesOfMain(await response.text());
      const page = `\n${lines.join('\n')}\n`;
      const wanted = linesOf(readFileSync(seed('.txt'), 'utf8'));
      let from = 0;
      for (const line of wanted) {
        // The doors are links that may share a line; all else is a line or a paragraph of its own.
        const sought = DOORS.has(line) ? line : `\n${line}\n`;
        const at = page.indexOf(sought, from);
        expect(at, `“${line}” after “${page.slice(0, from).slice(-80)}”`).toBeGreaterThanOrEqual(from);
        from = at + sought.length - 1;
      }
      const headings = (all: string[]) => all.filter((line) => line.includes(' review by '));
      expect(headings(lines)).toEqual(headings(wanted));

      const once = await dump(store);
      const second = await bring();
      expect(second).toMatchObject({ rows, created: 0, updated: 0, unchanged: rows, problemsTotal: 0 });
      expect(differences(await dump(store), once)).toEqual([]);

      expect(await undo(store, second.batch!, now)).toMatchObject({ removed: 0, restored: 0, keptTotal: 0 });
      expect(differences(await dump(store), once)).toEqual([]);
      expect(await undo(store, first.batch!, now)).toMatchObject({ kept: [], keptTotal: 0 });
      expect(differences(await dump(store), before)).toEqual([]);
      expect((await site.get(`/film/${slug}`)).status).toBe(404);
    });

    test('is known again in another order, in a page, as single reviews, and undone in any order', async () => {
      const { store } = site.site;
      const before = await dump(store);
      const first = await bring();
      const once = await dump(store);
      const { review: reviews, ...film } = data();
      const all = reviews.length;
      const bringText = async (text: string) => {
        const file = { name: 'other', read: async () => Buffer.from(text) };
        return importRead(store, await readFiles([file]), { ...OWNER, now });
      };
      const html = (...scripts: unknown[]) =>
        `<!doctype html><title>A page</title>${scripts
          .map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`)
          .join('<p>')}`;
      const itemReviewed = { '@type': 'Movie', name: film.name, sameAs: film.sameAs };
      const others = [
        JSON.stringify({ ...film, review: [...reviews].reverse() }),
        html({ ...film, review: reviews }),
        html(film, ...reviews.map((one: object) => ({ ...one, itemReviewed }))),
        JSON.stringify({ '@graph': reviews.map((one: object) => ({ ...one, itemReviewed })) }),
      ];
      const batches = [];
      for (const text of others) {
        const report = await bringText(text);
        expect(report).toMatchObject({ created: 0, updated: 0, rejected: 0, unmatched: 0 });
        expect(report.unchanged).toBeGreaterThanOrEqual(all);
        expect(differences(await dump(store), once)).toEqual([]);
        batches.push(report.batch!);
      }
      await undo(store, first.batch!, now);
      for (const batch of batches) await undo(store, batch, now);
      expect(differences(await dump(store), before)).toEqual([]);
    });
  });
}, ['seed']);
