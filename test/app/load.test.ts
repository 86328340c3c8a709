import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringing, type Somebody } from './bringing.ts';
import { openTestSite, type TestSite } from './site.ts';
import { textOfMain } from './writing.ts';

const LOAD = '/admin/films/load';
const CSV = 'Title,Year,Director,Title Type\nSaltmarsh,1971,Ines Bell,movie\nOne Lamp,1999,,short\n,1980,,\n';
const IMDB = [
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
  'tt0000001\tmovie\tHeather\tHeather\t0\t1955\t\\N\t90\tDrama',
].join('\n');

describe('Films loaded by the page', () => {
  let site: TestSite;
  let curator: Somebody;
  const { as, at, ask, settled } = bringing(
    () => site,
    () => curator,
  );
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
    curator = await site.signedIn('curator', 'curator');
  });
  afterAll(() => site.close());

  const bring = (file: File | null, said: Record<string, string[]> = { kind: ['movie', 'short'] }) => {
    const form = new FormData();
    if (file) form.append('file', file);
    for (const [name, values] of Object.entries(said)) for (const value of values) form.append(name, value);
    return settled(site.post(LOAD, form, as(curator)));
  };
  const looked = async (path: string) => textOfMain(await (await site.get(path, as(curator))).text());
  /** The rooms of the desk a page says it stands in. */
  const lit = async (path: string) =>
    [
      ...(await (await site.get(path, as(curator))).text()).matchAll(/href="([^"]+)" aria-current="page"/g),
    ].map(([, room]) => room);
  const films = (title: string) => site.site.store.reader.films.byTitle(title, null);

  test('are looked at first, loaded, listed among the loads, and taken back', async () => {
    const preview = at(await bring(new File([CSV], 'house.csv')));
    const said = await looked(preview);
    expect(await lit(preview)).toEqual([LOAD]);
    expect(said).toContain('Saltmarsh (1971)');
    expect(said).toContain('The film has no title.');
    expect(await films('Saltmarsh')).toEqual([]);
    await ask(preview, { do: 'import' });
    const report = at(await site.get(preview, as(curator)));
    for (const page of [report, `${report}/undo`, `${report}/rows`])
      expect(await lit(page), page).toEqual([LOAD]);
    expect(await looked(report)).toContain('One Lamp (1999)');
    expect(await films('Saltmarsh')).toMatchObject([{ year: 1971 }]);
    expect(await looked(LOAD)).toContain('house.csv');
    await ask(`${report}/undo`, {});
    expect(await films('Saltmarsh')).toEqual([]);
    expect(await lit(report)).toEqual([LOAD]);
  });

  test('are those that were asked for', async () => {
    const wanted = { kind: ['short'], from: ['1990'], genres: [''] };
    const said = await looked(at(await bring(new File([CSV], 'house.csv'), wanted)));
    expect(said).toContain('One Lamp');
    expect(said).not.toContain('Saltmarsh');
    expect(said).toContain('One more row was left out');
  });

  test('come from IMDb’s data set only with a word, which is kept', async () => {
    const file = () => new File([IMDB], 'title.basics.tsv');
    const without = await looked(at(await bring(file())));
    expect(without).toContain('once you say that you have a licence or that this is private');
    const path = at(await bring(file(), { kind: ['movie'], licensed: ['1'] }));
    await ask(path, { do: 'import' });
    expect(await films('Heather')).toHaveLength(1);
    expect(await looked(at(await site.get(path, as(curator))))).toContain(
      'I have a licence or this is private.',
    );
  });

  test('are not taken from a form that leaves something open; what was typed stays', async () => {
    const file = () => new File([CSV], 'house.csv');
    for (const [brought, said, wrong] of [
      [null, { kind: ['movie'] }, 'Choose a file first.'],
      [file(), {}, 'Choose at least one kind of film.'],
      [file(), { kind: ['video'], from: ['soon'] }, 'A year has four digits.'],
    ] as const) {
      const answer = await bring(brought, said as Record<string, string[]>);
      expect(answer.status).toBe(400);
      const text = await answer.text();
      expect(text).toContain(wrong);
      if ('from' in said) expect(text).toContain('value="soon"');
    }
  });
});
