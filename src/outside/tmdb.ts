import { z } from 'zod';
import type { Fetch } from './fetch.ts';
import { aboutTheYear, plainly } from './same-title.ts';
import { type FilmAsked, type FilmSource, type SourceAnswer, SourceError } from './source.ts';
import { jsonIn, shaped } from './source-json.ts';
import { factsOf, idOf } from './tmdb-facts.ts';
import { APPENDED, directorsOf, type TmdbFilm, titlesOf, tmdbFilm, yearsOf } from './tmdb-film.ts';

const ORIGIN = 'https://api.themoviedb.org';
const PAGES = 'https://www.themoviedb.org/movie/';
const LICENCE = 'TMDB API Terms of Use';
/** A film with everything appended is some hundred kilobytes long. */
const MOST_BYTES = 4_194_304;
/** Asked for in English; what it says in other languages is appended. */
const LANGUAGE = 'en-US';
/** So many films of one title are looked at. */
const MOST_NAMESAKES = 5;
/** https://developer.themoviedb.org/reference/changes-movie-list */
const DAYS_OF_CHANGES = 14;

const ID = /^[1-9]\d{0,8}$/;
const IMDB = /^tt\d{5,10}$/;
const FOUND = z.object({ movie_results: z.array(z.object({ id: z.int().positive() })) });
const HIT = z.object({
  id: z.int().positive(),
  title: z.string(),
  original_title: z.string().catch(''),
  release_date: z.string().catch(''),
});
const HITS = z.object({ results: z.array(HIT), total_pages: z.int() });
const CHANGED = z.object({ results: z.array(z.object({ id: z.int() })), total_pages: z.int() });

type Hit = z.output<typeof HIT>;
type Missing = Extract<SourceAnswer, { found: false }>['why'];

/**
 * Facts from TMDB, for which the owner has a key: one of version 3, or a token of version 4. A film is found by an
 * id it has, else by title, year and director where only one film can be meant.
 *
 * @param parts.key the key at the time of asking; null where there is none
 */
export function openTmdb(parts: {
  fetch: Fetch;
  key: () => Promise<string | null>;
  origin?: string | undefined;
}): FilmSource {
  const { fetch, key, origin = ORIGIN } = parts;

  /** What is at a path; null where there is nothing. */
  const ask = async (path: string, query: Record<string, string> = {}): Promise<unknown> => {
    const own = await key();
    if (own === null) throw new SourceError('no-key', 'none');
    const token = own.includes('.');
    const url = new URL(`/3/${path}`, origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    if (!token) url.searchParams.set('api_key', own);
    const headers = { accept: 'application/json', ...(token ? { authorization: `Bearer ${own}` } : {}) };
    const { status, body, until } = await fetch.get(url.href, { most: MOST_BYTES, headers });
    if (status === 404 || status === 410) return null;
    if (status === 401) throw new SourceError('no-key', 'status 401', until);
    if (status === 429 || status >= 500) throw new SourceError('busy', `status ${status}`, until);
    if (status !== 200) throw new SourceError('refused', `status ${status}`, until);
    return jsonIn(body);
  };

  const film = async (id: string): Promise<TmdbFilm | null> => {
    const query = { language: LANGUAGE, append_to_response: APPENDED.join(',') };
    const json = await ask(`movie/${id}`, query);
    if (json === null) return null;
    const read = tmdbFilm(json);
    if (!read || String(read.id) !== id) throw new SourceError('nonsense', 'no film of that id');
    return read;
  };

  const search = async (title: string, year: number | null): Promise<{ hits: Hit[]; all: boolean }> => {
    const query: Record<string, string> = { query: title, language: LANGUAGE, include_adult: 'false' };
    if (year !== null) query.primary_release_year = String(year);
    const { results, total_pages } = shaped(HITS, await ask('search/movie', query));
    return { hits: results, all: total_pages <= 1 };
  };

  /** The only one of some hits that can be meant. */
  const meantOf = async (
    near: readonly Hit[],
    all: boolean,
    asked: FilmAsked,
  ): Promise<TmdbFilm | Missing> => {
    const { title, directors } = asked;
    const called = near.filter((hit) => [hit.title, hit.original_title].some((one) => same(one, title)));
    // Where none is called so, one may be in another language: what is appended tells.
    const candidates = called.length > 0 ? called : near;
    const meant: TmdbFilm[] = [];
    for (const { id } of candidates.slice(0, MOST_NAMESAKES)) {
      const one = await film(String(id));
      if (one && titlesOf(one).some((other) => same(other, title)) && directedBy(one, directors))
        meant.push(one);
    }
    const [only, another] = meant;
    // Among films that were not looked at there may be another; a director who is the same settles it.
    const unseen = !all || candidates.length > MOST_NAMESAKES;
    if (another || (only && unseen && directors.length === 0)) return 'ambiguous';
    return only ?? 'unknown';
  };

  /** The only film that can be meant by title, year and director: one of that year before one of a year beside it. */
  const byTitle = async (asked: FilmAsked): Promise<TmdbFilm | Missing> => {
    const { title, year, directors } = asked;
    if (title.trim() === '' || (year === null && directors.length === 0)) return 'unknown';
    for (const within of year === null ? [null] : [year, null]) {
      const { hits, all } = await search(title, within);
      const near = hits.filter(({ release_date: date }) => year === null || inYear(date, year));
      const found = await meantOf(near, all, asked);
      if (found !== 'unknown') return found;
    }
    return 'unknown';
  };

  const byImdb = async (imdb: string): Promise<TmdbFilm | Missing> => {
    const { movie_results: films } = shaped(FOUND, await ask(`find/${imdb}`, { external_source: 'imdb_id' }));
    const [only, another] = films;
    if (another) return 'ambiguous';
    return (only && (await film(String(only.id)))) ?? 'unknown';
  };

  const find = async (asked: FilmAsked): Promise<TmdbFilm | Missing> => {
    const [own = '', imdb = ''] = [asked.ids.get('tmdb'), asked.ids.get('imdb')];
    const known = ID.test(own) ? await film(own) : null;
    if (known && !contradicts(known, asked)) return known;
    // A film that was merged into another there is gone without a word, and found again by its other id.
    const other = IMDB.test(imdb) ? await byImdb(imdb) : 'unknown';
    if (other !== 'unknown') return other;
    if (known) return 'contradicts';
    return ID.test(own) ? 'gone' : byTitle(asked);
  };

  return {
    async look(asked) {
      const found = await find(asked);
      if (typeof found === 'string') return { found: false, why: found };
      if (contradicts(found, asked)) return { found: false, why: 'contradicts' };
      const id = String(found.id);
      return { found: true, id, link: `${PAGES}${id}`, licence: LICENCE, facts: factsOf(found, asked) };
    },
    changes: {
      told: 'by-day',
      days: DAYS_OF_CHANGES,
      async page({ from, to }, page) {
        const query = { start_date: from, end_date: to, page: String(page) };
        const { results, total_pages } = shaped(CHANGED, await ask('movie/changes', query));
        return { ids: results.map(({ id }) => String(id)), pages: total_pages };
      },
    },
  };
}

function same(one: string, other: string): boolean {
  return plainly(one) === plainly(other);
}

function inYear(date: string, year: number): boolean {
  const own = /^\d{4}/.exec(date)?.[0];
  return own !== undefined && aboutTheYear(Number(own), year);
}

function directedBy(film: TmdbFilm, directors: readonly string[]): boolean {
  const there = new Set(directorsOf(film).map(plainly));
  return directors.length === 0 || directors.some((name) => there.has(plainly(name)));
}

/**
 * Whether a film there is another than the one here: other catalogues know it by other ids, or neither title nor
 * year is the same. Numbers of series are often taken for numbers of films.
 */
function contradicts(film: TmdbFilm, { ids, title, year }: FilmAsked): boolean {
  const theirs: readonly (readonly [string, string | null])[] = [
    ['imdb', idOf(IMDB, film.external_ids.imdb_id, film.imdb_id)],
    ['wikidata', idOf(/^Q[1-9]\d{0,14}$/, film.external_ids.wikidata_id)],
  ];
  const shared = theirs.filter(([scheme, id]) => id !== null && ids.has(scheme));
  if (shared.length > 0) return !shared.some(([scheme, id]) => ids.get(scheme) === id);
  const years = yearsOf(film);
  const otherYear = year !== null && years.length > 0 && !years.some((one) => aboutTheYear(one, year));
  return otherYear && !titlesOf(film).some((one) => same(one, title));
}
