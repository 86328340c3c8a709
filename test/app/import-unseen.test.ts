import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportStore } from '../../src/interchange/hold.ts';
import { importRead, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import { undo } from '../../src/interchange/undo.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { movie, OWNER, review, stars } from '../store/importing.ts';
import { openTestSite, type TestSite } from './site.ts';

const said = (words: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    review(`Somebody ${n}`, `${words} number ${n}.`, {
      ...stars(1 + (n % 5)),
      url: `https://reels.example/${words === 'Tidal' ? 'salt' : 'reel'}/${n}`,
    }),
  );
const FIRST = movie('Forty Reels', said('Before', 8), { datePublished: '1961', director: 'Ines Bell' });
const SECOND = [
  movie('Forty Reels', said('After', 40), {
    datePublished: '1961',
    director: 'Ines Bell',
    actor: 'Ottoline Varga',
    duration: 'PT80M',
    description: 'A projectionist counts her reels.',
    sameAs: 'https://www.imdb.com/title/tt9990031/',
  }),
  movie('Saltmarsh', said('Tidal', 60), { datePublished: '1974', director: ['Ines Bell', 'Ottoline Varga'] }),
];
const file = (value: unknown) =>
  readFiles([fileAtHand('reviews.jsonld', Buffer.from(JSON.stringify(value)))]);

describeOnBothEngines('What is being imported', (engine) => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite({ engine, surroundings: { pageCache: 0 } });
  });
  afterAll(() => site.close());

  test('is seen by nobody, on no page and in no count, until all of it is; and no more from the moment it is undone', async () => {
    const { store } = site.site;
    const options = { ...OWNER, now: () => site.clock.now };
    await importRead(store, await file(FIRST), options);
    const { cookie } = await site.signedIn('reader');
    const paths = [
      '/',
      '/films',
      '/films?sort=title',
      '/films?q=salt',
      '/film/forty-reels-1961',
      '/film/forty-reels-1961/reviews',
      '/film/forty-reels-1961/reviews?sort=highest',
      '/film/saltmarsh-1974',
      '/film/saltmarsh-1974/reviews',
      '/film/saltmarsh-1974/review',
      '/person/ines-bell',
      '/person/ottoline-varga',
    ];
    const look = async () =>
      Object.fromEntries(
        await Promise.all(
          paths.flatMap((path) =>
            [undefined, cookie].map(async (who) => {
              const response = await site.get(path, who ? { cookie: who } : {});
              return [
                `${path} ${who ? 'a member' : 'anybody'}`,
                `${response.status} ${await response.text()}`,
              ] as const;
            }),
          ),
        ),
      );
    const before = await look();
    expect(before['/film/saltmarsh-1974 anybody']).toMatch(/^404 /);
    expect(before['/film/forty-reels-1961 anybody']).toMatch(/^200 /);

    let looks = 0;
    const watched = (state: string): ImportStore => ({
      reader: store.reader,
      transact: async (work) => {
        const value = await store.transact(work);
        const [batch] = await store.reader.batches.unfinished();
        if (batch?.state !== state) return value;
        looks += 1;
        for (const [page, text] of Object.entries(await look())) expect(text, page).toBe(before[page]);
        return value;
      },
    });
    const report = await importRead(watched('staging'), await file(SECOND), options);
    expect(report).toMatchObject({ rows: 100, created: 92, updated: 8 });
    expect(looks).toBeGreaterThan(3);
    const after = await look();
    expect(after['/film/saltmarsh-1974 anybody']).toMatch(/^200 /);
    expect(after['/film/forty-reels-1961 anybody']).toContain('After number');
    expect(after['/person/ottoline-varga anybody']).toMatch(/^200 /);

    looks = 0;
    // What a batch had changed is put back step by step; what it had made is gone from the first moment on.
    const gone = [
      '/film/saltmarsh-1974 anybody',
      '/film/saltmarsh-1974/reviews a member',
      '/person/ottoline-varga anybody',
    ];
    const undoing: ImportStore = {
      reader: store.reader,
      transact: async (work) => {
        const value = await store.transact(work);
        looks += 1;
        const now = await look();
        for (const page of gone) expect(now[page], page).toBe(before[page]);
        expect(now['/ anybody']).not.toContain('Saltmarsh');
        return value;
      },
    };
    await undo(undoing, report.batch!, options.now);
    expect(looks).toBeGreaterThan(3);
    for (const [page, text] of Object.entries(await look())) expect(text, page).toBe(before[page]);
  }, 60_000);
});
