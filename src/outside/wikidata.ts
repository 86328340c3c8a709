import { z } from 'zod';
import type { Fetch } from './fetch.ts';
import { aboutTheYear, plainly } from './same-title.ts';
import { type FilmAsked, type FilmSource, type SourceAnswer, SourceError } from './source.ts';
import { jsonIn, shaped } from './source-json.ts';
import { factsOf, ID_PROPERTIES, mentioned, type Named } from './wikidata-facts.ts';
import {
  best,
  dateOf,
  type Item,
  itemOf,
  itemsIn,
  languageOf,
  statementsOf,
  textsIn,
} from './wikidata-item.ts';

const ORIGIN = 'https://www.wikidata.org';
const LICENCE = 'CC0-1.0';
/** Items of films of which much is known are some hundred kilobytes long. */
const MOST_BYTES = 4_194_304;
/** So many items are asked for at once: https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities */
const AT_ONCE = 50;
/** Wikidata asks automatic readers to come back later while its copies lag behind by so many seconds. */
const MOST_LAG = 5;
/** So many films of one title are looked at. */
const MOST_NAMESAKES = 10;
/** Codes of countries and languages that are kept in mind. */
const MOST_CODES = 2_000;

/** A film, and the kinds of film that many items are said to be. */
const FILM_KINDS = 'Q11424 Q24862 Q24869 Q93204 Q202866 Q506240 Q29168811 Q17517379 Q226730 Q20650540'.split(
  ' ',
);
/** A human, a series, a season, an episode. */
const NO_FILMS = new Set(['Q5', 'Q5398426', 'Q3464665', 'Q21191270']);
const KIND = 'P31';
const DIRECTOR = 'P57';
const PUBLISHED = 'P577';
const COUNTRY_CODE = 'P297';
const LANGUAGE_TAG = 'P305';
const ENDED = 'P582';
/** The languages in which people are named where English has no name for them. */
const NAME_LANGUAGES = 'en|mul|de|fr|es|it|pt|pl|ru|ja|zh|ko';

const FOUND = z.object({
  query: z.object({
    searchinfo: z.object({ totalhits: z.number() }).optional(),
    search: z.array(z.object({ title: z.string() })),
  }),
});
/** A map; an empty one comes as an empty list. */
const mapOf = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (Array.isArray(given) ? {} : given), z.record(z.string(), value)).optional();
const LABELLED = z.object({
  entities: z.record(
    z.string(),
    z.object({
      labels: mapOf(z.object({ value: z.string() })),
      aliases: mapOf(z.array(z.object({ value: z.string() }))),
    }),
  ),
});
/** What became of items: one that is gone is missing, one that was merged leads on. */
const STANDING = z.object({
  entities: z.record(
    z.string(),
    z.object({ modified: z.string().optional(), redirects: z.unknown().optional() }),
  ),
});
const FAILED = z.object({ error: z.object({ code: z.string() }) });

/**
 * Facts from Wikidata, which are in the public domain (CC0) and need no key. A film is found by an id it has, else
 * by title, year and director where only one film can be meant.
 */
export function openWikidata({
  fetch,
  origin = ORIGIN,
}: {
  fetch: Fetch;
  origin?: string | undefined;
}): FilmSource {
  const codes = new Map<string, string | null>();
  const rest = (path: string) => `${origin}/w/rest.php/wikibase/v1/entities/items/${path}`;
  const api = (query: Record<string, string>) =>
    `${origin}/w/api.php?${new URLSearchParams({ format: 'json', formatversion: '2', maxlag: String(MOST_LAG), ...query })}`;

  /** What is at an address; null where there is nothing. */
  const ask = async (address: string): Promise<unknown> => {
    const answer = await fetch.get(address, { most: MOST_BYTES, headers: { accept: 'application/json' } });
    const { status, until } = answer;
    if (status === 404 || status === 410) return null;
    if (status === 429 || status >= 500) throw new SourceError('busy', `status ${status}`, until);
    if (status !== 200) throw new SourceError('refused', `status ${status}`, until);
    const json = jsonIn(answer.body);
    const failed = FAILED.safeParse(json);
    if (!failed.success) return json;
    const { code } = failed.data.error;
    const busy = code === 'maxlag' || code === 'ratelimited' || code === 'readonly';
    throw new SourceError(busy ? 'busy' : 'refused', code.slice(0, 60), until);
  };

  const item = async (id: string): Promise<Item | null> => {
    const json = await ask(rest(id));
    if (json === null) return null;
    const read = itemOf(json);
    if (!read) throw new SourceError('nonsense', 'no item');
    return read;
  };

  const search = async (words: string): Promise<{ ids: string[]; total: number }> => {
    const query = { action: 'query', list: 'search', srsearch: words, srlimit: String(MOST_NAMESAKES) };
    const { search: hits, searchinfo } = shaped(FOUND, await ask(api(query))).query;
    const ids = hits.map(({ title }) => title).filter((title) => /^Q[1-9]\d*$/.test(title));
    return { ids, total: searchinfo?.totalhits ?? ids.length };
  };

  const labelled = async (ids: readonly string[], props: string, languages: Record<string, string>) => {
    const all = new Map<string, z.output<typeof LABELLED>['entities'][string]>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const query = { action: 'wbgetentities', ids: some.join('|'), props, ...languages };
      const { entities } = shaped(LABELLED, await ask(api(query)));
      for (const id of some) if (Object.hasOwn(entities, id) && entities[id]) all.set(id, entities[id]);
    }
    return all;
  };

  const namesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
    const names = new Map<string, string>();
    for (const [id, { labels = {} }] of await labelled(ids, 'labels', { languages: NAME_LANGUAGES })) {
      const name = NAME_LANGUAGES.split('|').flatMap((code) => labels[code]?.value ?? [])[0];
      if (name !== undefined) names.set(id, name);
    }
    return names;
  };

  /** The code of a country or a language; the same few are asked for again and again, so it is kept in mind. */
  const codeOf = async (id: string, property: string): Promise<string | null> => {
    const known = codes.get(id);
    if (known !== undefined) return known;
    const json = await ask(rest(`${id}/statements?property=${property}`));
    const list = (json as Record<string, unknown> | null)?.[property];
    const [text] = textsIn(best(statementsOf(list).filter(({ qualifiers }) => !qualifiers.has(ENDED))));
    const isCountry = property === COUNTRY_CODE;
    const code =
      text === undefined ? null : isCountry ? (/^[A-Z]{2}$/.exec(text)?.[0] ?? null) : languageOf(text);
    if (codes.size >= MOST_CODES) codes.clear();
    codes.set(id, code);
    return code;
  };

  const named = async (film: Item): Promise<Named> => {
    const { names, countries, languages } = mentioned(film);
    const found = new Map<string, string>();
    for (const [ids, property] of [
      [countries, COUNTRY_CODE],
      [languages, LANGUAGE_TAG],
    ] as const)
      for (const id of ids) {
        const code = await codeOf(id, property);
        if (code !== null) found.set(id, code);
      }
    return { names: await namesOf(names), codes: found };
  };

  /** The item of the only film that can be meant by title, year and director. */
  const byTitle = async ({ title, year, directors }: FilmAsked): Promise<Item | 'unknown' | 'ambiguous'> => {
    const words = title.replace(/["\\]/g, ' ').trim();
    if (words === '' || (year === null && directors.length === 0)) return 'unknown';
    const kinds = FILM_KINDS.map((kind) => `${KIND}=${kind}`).join('|');
    const { ids, total } = await search(`inlabel:"${words}" haswbstatement:${kinds}`);
    const namesakes = [...(await labelled(ids, 'labels|aliases', {}))].filter(([, { labels, aliases }]) =>
      [...Object.values(labels ?? {}), ...Object.values(aliases ?? {}).flat()].some(
        ({ value }) => plainly(value) === plainly(title),
      ),
    );
    const meant: Item[] = [];
    for (const [id] of namesakes) {
      const one = await item(id);
      if (one && year !== null && !aboutYear(one, year)) continue;
      if (one && (directors.length === 0 || (await directedBy(one, directors)))) meant.push(one);
    }
    const [only, another] = meant;
    // Among films that were not looked at there may be another; a director who is the same settles it.
    if (another || (only && total > ids.length && directors.length === 0)) return 'ambiguous';
    return only ?? 'unknown';
  };

  const directedBy = async (film: Item, directors: readonly string[]): Promise<boolean> => {
    const names = await namesOf(itemsIn(film.of(DIRECTOR)));
    const wanted = new Set(directors.map(plainly));
    return [...names.values()].some((name) => wanted.has(plainly(name)));
  };

  const find = async (film: FilmAsked): Promise<Item | Extract<SourceAnswer, { found: false }>['why']> => {
    const own = film.ids.get('wikidata');
    if (own !== undefined) return /^Q[1-9]\d{0,14}$/.test(own) ? ((await item(own)) ?? 'gone') : 'unknown';
    for (const [scheme, { property, shape }] of Object.entries(ID_PROPERTIES)) {
      const id = film.ids.get(scheme) ?? '';
      if (!shape.test(id)) continue;
      const { ids } = await search(`haswbstatement:${property}=${id}`);
      const [only, another] = ids;
      if (another !== undefined) return 'ambiguous';
      if (only !== undefined) return (await item(only)) ?? 'unknown';
    }
    return byTitle(film);
  };

  return {
    async look(film) {
      const found = await find(film);
      if (typeof found === 'string') return { found: false, why: found };
      if (!isFilm(found) || contradicts(found, film)) return { found: false, why: 'contradicts' };
      const facts = factsOf(found, await named(found), film.language);
      return { found: true, id: found.id, link: `${ORIGIN}/wiki/${found.id}`, licence: LICENCE, facts };
    },
    changes: {
      told: 'by-film',
      most: AT_ONCE,
      async among(films) {
        const ids = films.map(({ id }) => id);
        const query = { action: 'wbgetentities', ids: ids.join('|'), props: 'info' };
        const { entities } = shaped(STANDING, await ask(api(query)));
        return films.flatMap(({ id, asked }) => {
          const item = Object.hasOwn(entities, id) ? entities[id] : undefined;
          const modified = Date.parse(item?.modified ?? '');
          return item?.redirects === undefined && modified < asked ? [] : id;
        });
      },
    },
  };
}

/** Whether an item can be a film's: it is said to be one, or somebody directed it and it is nothing else. */
function isFilm(item: Item): boolean {
  const kinds = itemsIn(item.of(KIND));
  if (kinds.some((kind) => FILM_KINDS.includes(kind))) return true;
  return item.of(DIRECTOR).length > 0 && !kinds.some((kind) => NO_FILMS.has(kind));
}

/** Whether an item has other ids than a film has here, and none of the same. */
function contradicts(item: Item, film: FilmAsked): boolean {
  const agreed = { same: 0, other: 0 };
  for (const scheme of ['imdb', 'tmdb']) {
    const here = film.ids.get(scheme);
    const there = textsIn(item.of(ID_PROPERTIES[scheme]?.property ?? ''));
    if (here !== undefined && there.length > 0) agreed[there.includes(here) ? 'same' : 'other'] += 1;
  }
  return agreed.other > 0 && agreed.same === 0;
}

/** Whether a film came out in a year, or in one beside it: catalogues differ by festivals and countries. */
function aboutYear(item: Item, year: number): boolean {
  const years = item.of(PUBLISHED).flatMap(({ value }) => dateOf(value)?.slice(0, 4) ?? []);
  return years.some((one) => aboutTheYear(Number(one), year));
}
