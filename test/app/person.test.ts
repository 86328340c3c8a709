import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeFacts } from '../../src/domain/fact.ts';
import { insertFilms } from '../../src/domain/new-film.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { linesOfMain } from './page-text.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';

const MANY = 130;

describeOnBothEngines('a person’s page', (engine) => {
  let site: TestSite;
  const read = async (path: string) => linesOfMain(await (await site.get(path)).text());
  const film = (title: string, year: number | null, credits: Record<string, object[]>) => ({
    facts: Object.entries({
      title,
      ...(year === null ? {} : { year }),
      ...Object.fromEntries(Object.entries(credits).map(([role, some]) => [`credits:${role}`, some])),
    }).map(([field, value]) => ({ field, value })),
  });

  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    await site.site.work.stop();
    const maud = { name: 'Maud Ferrier', ids: { wikidata: 'Q901' } };
    await site.site.store.transact(async (writer) => {
      await insertFilms(
        writer,
        [
          film('Saltmarsh', 1971, { director: [maud], writer: [maud] }),
          film('Undated', null, { director: [maud] }),
          film('Groyne', 1979, { director: [maud] }),
          film('Walk-on', 1960, {
            actor: [
              { ...maud, character: 'A nurse' },
              { ...maud, character: 'Her twin' },
            ],
          }),
          ...Array.from({ length: MANY }, (_, at) =>
            film(`Reel ${String(at).padStart(3, '0')}`, 1900 + (at % 50), {
              actor: [{ name: 'Ola Brand', character: at === 0 ? 'عامل' : '' }],
            }),
          ),
        ],
        { source: 'curator', batchId: null, now: site.clock.now },
      );
      await writer.versions.raise('films');
    });
    await site.site.store.engine.transact((db) =>
      db
        .updateTable('films')
        .set({ ratings_here: '[0,0,0,0,0,0,0,4,2,0]' })
        .where('title', '=', 'Groyne')
        .execute(),
    );
  }, 60_000);
  afterAll(() => site.close());

  test('says film by film what they did, newest first, whom they played and what people gave it', async () => {
    expect(await read('/person/maud-ferrier')).toEqual([
      'Maud Ferrier',
      'Directed 3',
      'Groyne 1979 ★ 4.2 here',
      'Saltmarsh 1971',
      'Undated',
      'Acted in 1',
      'Walk-on 1960 as A nurse',
      'Wrote 1',
      'Saltmarsh 1971',
    ]);
  });

  test('of very many films the newest stand there, and the others on pages of their own', async () => {
    const first = await read('/person/ola-brand');
    expect(first).toContain(`Acted in ${MANY}`);
    expect(first.filter((line) => line.startsWith('Reel'))).toHaveLength(24);
    expect(first.at(-1)).toBe(`All ${MANY}`);
    const seen: string[] = [];
    let at: string | undefined = '/person/ola-brand?part=actor';
    for (let pages = 0; at && pages < 5; pages += 1) {
      const text: string = await (await site.get(at)).text();
      seen.push(...linesOfMain(text).filter((line) => line.startsWith('Reel')));
      at = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replace(/&amp;/g, '&');
    }
    expect(new Set(seen).size).toBe(MANY);
    const years = seen.map((line) => Number(/ (\d{4})/.exec(line)?.[1]));
    expect(years).toEqual(years.toSorted((one, other) => other - one));
    for (const path of ['?part=director', '?part=%00', '?part=actor&after=WzEsIiIsIiJd'])
      expect((await site.get(`/person/ola-brand${path}`)).status).toBe(404);
  });

  test('asks at most six questions, however many films they made', async () => {
    for (const path of ['/person/maud-ferrier', '/person/ola-brand', '/person/ola-brand?part=actor']) {
      await read('/about');
      const asked = () => site.get(path, { headers: { 'accept-language': 'de' } });
      expect((await questionsOf(asked)).length, path).toBeLessThanOrEqual(6);
    }
  });

  test('knows what else they are called, and every address they had', async () => {
    const { store } = site.site;
    const film = (await store.reader.films.byTitle('Walk-on', 1960))[0]?.id ?? '';
    const said = [{ name: '莫德·費里爾', ids: { wikidata: 'Q901' } }];
    await store.transact((writer) =>
      takeFacts(writer, film, 'wikidata', [{ field: 'credits:director', value: said }], {
        licence: null,
        link: null,
        fetched: site.clock.now,
        whole: false,
      }),
    );
    const maud = await store.reader.people.bySlug('maud-ferrier');
    await store.transact(async (writer) => {
      await writer.people.moveTo(maud?.id ?? '', 'maud-ferrier-hale');
      await writer.versions.raise('films');
    });
    expect((await read('/person/maud-ferrier-hale'))[1]).toBe('Also called 莫德·費里爾');
    const former = await site.get('/person/maud-ferrier?part=director');
    expect([former.status, former.headers.get('location')]).toEqual([
      301,
      '/person/maud-ferrier-hale?part=director',
    ]);
    expect(await store.transact((writer) => writer.people.slugTaken('maud-ferrier'))).toBe(true);
    const { ids } = await store.reader.search.find({ kind: 'person', text: '莫德', offset: 0, limit: 5 });
    expect(ids).toEqual([maud?.id]);
  });
});
