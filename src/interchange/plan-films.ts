import type { FilmsTable, KnownFilm } from '../domain/import.ts';
import { type Directing, directedApart, directing } from '../domain/namesake.ts';
import type { Reader } from '../domain/reader.ts';
import { directorsOf, type FilmFacts } from './row.ts';

/** A film of an import: one of the store, or one to be made. Every mention of it in the files leads here. */
export interface FilmRef {
  /** Its id; null until it is made. */
  id: string | null;
  known: KnownFilm | null;
  /** All the files say of it; what is said first stands. */
  facts: FilmFacts;
  directing: Directing | null;
  /** Tells new films apart before they have ids. */
  order: number;
}

/** What a film of the store lacks and the files know. */
export interface FilmFill {
  filmId: string;
  columns: Partial<FilmsTable>;
  ids: FilmFacts['ids'];
  credits: FilmFacts['credits'];
}

/** Which film is meant: one, or none that could be told without guessing. */
export type Resolution =
  | { film: FilmRef }
  | { code: 'two-films' | 'ids-disagree'; films: FilmRef[]; count: number }
  | { code: 'no-film-name' };

/** Ids of which a film has one: two films that differ in one of these are two, whatever their titles. */
const TELLING = ['imdb', 'tmdb', 'wikidata'];
const AT_ONCE = 200;
/** So many of the films a mention could mean are kept for whoever decides. */
const MOST_CANDIDATES = 50;

/** Settles which films the rows of an import mean. */
export interface FilmPlan {
  of(facts: FilmFacts): Resolution;
  /** Takes note of somebody's decision for a mention whose film could not be told. */
  decide(facts: FilmFacts, filmId: string): Promise<boolean>;
}

/**
 * Resolves every film the rows mention: by external id, then exact title and year, then title alone when the file
 * gives no year, and is another where others directed it; else it is made. Those that say most go first, so that the order of a file makes no difference.
 */
export async function planFilms(reader: Reader, mentioned: Iterable<FilmFacts>): Promise<FilmPlan> {
  const known = new Map<string, FilmRef>();
  const byId = new Map<string, FilmRef>();
  const byTitle = new Map<string, Namesakes>();
  /** Films of the store by the names of those that were merged into them. */
  const byFormerTitle = new Map<string, { ref: FilmRef; year: number | null }[]>();
  const resolutions = new Map<FilmFacts, Resolution>();
  let made = 0;

  const refOf = (one: KnownFilm): FilmRef => {
    const { film } = one;
    let ref = known.get(film.id);
    if (!ref) {
      ref = { id: film.id, known: one, facts: factsOf(one), directing: null, order: -1 };
      known.set(film.id, ref);
      add(ref);
      for (const { title, year } of one.former)
        byFormerTitle.set(title, [...(byFormerTitle.get(title) ?? []), { ref, year }]);
    }
    return ref;
  };
  const add = (ref: FilmRef) => {
    for (const id of ref.facts.ids) if (!byId.has(idKey(id))) byId.set(idKey(id), ref);
    const { title } = ref.facts;
    if (title === null) return;
    const namesakes = byTitle.get(title) ?? new Map<number, Set<FilmRef>>();
    byTitle.set(title, namesakes);
    const known = schemesOf(ref.facts);
    for (const [schemes, films] of namesakes) if (schemes !== known) films.delete(ref);
    const films = namesakes.get(known);
    if (films) films.add(ref);
    else namesakes.set(known, new Set([ref]));
  };
  const resolve = (facts: FilmFacts): Resolution => {
    const meant = new Set(facts.ids.flatMap((id) => byId.get(idKey(id)) ?? []));
    if (meant.size > 1) return several('ids-disagree', [...meant]);
    const [one] = meant;
    if (one) return { film: one };
    if (facts.title === null) return { code: 'no-film-name' };
    const { title, year } = facts;
    const fits = (one: { year: number | null }) => year === null || one.year === year;
    const own = namesakesOf(facts, byTitle.get(title)).filter((ref) => fits(ref.facts));
    const former = (byFormerTitle.get(title) ?? [])
      .filter((one) => fits(one) && !differs(facts, one.ref.facts))
      .map(({ ref }) => ref);
    const directed = directing(directorsOf(facts));
    const alike = [...new Set([...own, ...former])];
    const namesakes = alike.filter((ref) => !directedApart(ref.directing, directed));
    if (namesakes.length > 1) return several('two-films', namesakes);
    const [namesake] = namesakes;
    if (namesake) return { film: namesake };
    made += 1;
    return { film: { id: null, known: null, facts, directing: directed, order: made } };
  };

  const learnDirectors = async (refs: readonly FilmRef[]) => {
    const directors = await reader.films.directors(refs.flatMap(({ id }) => id ?? []));
    for (const ref of refs) ref.directing = directing(directors.get(ref.id ?? '') ?? []);
  };

  const settle = (facts: FilmFacts): boolean => {
    const resolution = resolve(facts);
    resolutions.set(facts, resolution);
    if (!('film' in resolution)) return false;
    resolution.film.facts = merged(resolution.film.facts, facts);
    resolution.film.directing ??= directing(directorsOf(facts));
    add(resolution.film);
    return true;
  };

  const inOrder = [...new Set(mentioned)].sort((a, b) => weight(b) - weight(a));
  for (let start = 0; start < inOrder.length; start += AT_ONCE) {
    const some = inOrder.slice(start, start + AT_ONCE);
    const owners = await reader.batches.known.filmsOfIds(some.flatMap((facts) => facts.ids));
    const titles = [...new Set(some.flatMap((facts) => facts.title ?? []))];
    const films = [
      ...(await reader.batches.known.filmsById([...new Set(owners.map((owner) => owner.filmId))])),
      ...(await reader.batches.known.filmsByTitle(titles)),
    ];
    const refs = films.map(refOf);
    const unasked = refs.filter(({ directing }) => directing === null);
    if (some.some((facts) => directorsOf(facts).length > 0)) await learnDirectors(unasked);
    // A film that was merged into another keeps its external ids, and they lead to the other.
    for (const owner of owners) {
      const ref = known.get(owner.filmId);
      if (ref) byId.set(idKey(owner), ref);
    }
    for (const facts of some) settle(facts);
  }
  // A mention without a name may lead to a film by an id that another such mention has taught since.
  let nameless = inOrder.filter(
    (facts) => facts.title === null && !('film' in (resolutions.get(facts) ?? {})),
  );
  for (let left = Number.POSITIVE_INFINITY; nameless.length < left; ) {
    left = nameless.length;
    nameless = nameless.filter((facts) => !settle(facts));
  }
  return {
    of: (facts) => resolutions.get(facts) ?? { code: 'no-film-name' },
    async decide(facts, filmId) {
      const [film] = await reader.batches.known.filmsById([filmId]);
      if (film) resolutions.set(facts, { film: refOf(film) });
      return film !== undefined;
    },
  };
}

/** What a film of the store lacks and the files know; null when there is nothing. Nothing is overwritten. */
export function fillOf(ref: FilmRef): FilmFill | null {
  if (!ref.known) return null;
  const { film, ids, roles } = ref.known;
  const before = factsOf(ref.known);
  const { facts } = ref;
  const columns: Partial<FilmsTable> = {};
  if (film.year === null && facts.year !== null) columns.year = facts.year;
  if (film.released === null && facts.released !== null) columns.released = facts.released;
  if (film.runtime === null && facts.runtime !== null) columns.runtime = facts.runtime;
  if (film.synopsis === null && facts.synopsis !== null) {
    columns.synopsis = facts.synopsis;
    columns.synopsis_language = facts.synopsisLanguage;
  }
  for (const name of ['countries', 'languages', 'genres'] as const)
    if (before[name].length === 0 && facts[name].length > 0) columns[name] = JSON.stringify(facts[name]);
  const schemes = new Set(ids.map(({ scheme }) => scheme));
  const fill = {
    filmId: film.id,
    columns,
    ids: facts.ids.filter(({ scheme }) => !schemes.has(scheme)),
    credits: facts.credits.filter(({ role }) => !roles.includes(role)),
  };
  const nothing = Object.keys(columns).length + fill.ids.length + fill.credits.length === 0;
  return nothing ? null : fill;
}

function factsOf({ film, ids }: KnownFilm): FilmFacts {
  return {
    title: film.title,
    year: film.year,
    released: film.released,
    runtime: film.runtime,
    synopsis: film.synopsis,
    synopsisLanguage: film.synopsis_language,
    countries: JSON.parse(film.countries) as string[],
    languages: JSON.parse(film.languages) as string[],
    genres: JSON.parse(film.genres) as string[],
    credits: [],
    ids,
  };
}

/** What is known of a film when another mention of it says more. */
function merged(known: FilmFacts, more: FilmFacts): FilmFacts {
  const schemes = new Set(known.ids.map(({ scheme }) => scheme));
  const roles = new Set(known.credits.map(({ role }) => role));
  const longer = <T>(one: readonly T[], other: readonly T[]) => (one.length > 0 ? one : other);
  return {
    title: known.title ?? more.title,
    year: known.year ?? more.year,
    released: known.released ?? more.released,
    runtime: known.runtime ?? more.runtime,
    synopsis: known.synopsis ?? more.synopsis,
    synopsisLanguage: known.synopsis ? known.synopsisLanguage : more.synopsisLanguage,
    countries: longer(known.countries, more.countries),
    languages: longer(known.languages, more.languages),
    genres: longer(known.genres, more.genres),
    credits: [...known.credits, ...more.credits.filter(({ role }) => !roles.has(role))],
    ids: [...known.ids, ...more.ids.filter(({ scheme }) => !schemes.has(scheme))],
  };
}

/** Films of one title, by which telling ids of theirs are known. */
type Namesakes = Map<number, Set<FilmRef>>;

/** The telling schemes in which a film has an id, as a set of bits. */
function schemesOf({ ids }: FilmFacts): number {
  return TELLING.reduce(
    (bits, scheme, at) => (ids.some((id) => id.scheme === scheme) ? bits | (1 << at) : bits),
    0,
  );
}

/** The films of a title a mention may mean. One that has another id where the mention has one is another film. */
function namesakesOf(facts: FilmFacts, namesakes: Namesakes = new Map()): FilmRef[] {
  const said = schemesOf(facts);
  return [...namesakes].flatMap(([schemes, films]) => ((schemes & said) === 0 ? [...films] : []));
}

/** Whether two are told apart by their ids: both have one in the same catalogue, and neither led to the other. */
function differs(one: FilmFacts, other: FilmFacts): boolean {
  return (schemesOf(one) & schemesOf(other)) !== 0;
}

function several(code: 'two-films' | 'ids-disagree', films: FilmRef[]): Resolution {
  return { code, films: films.slice(0, MOST_CANDIDATES), count: films.length };
}

function weight(facts: FilmFacts): number {
  const said = [
    facts.title !== null,
    facts.ids.length > 0,
    facts.year !== null,
    directorsOf(facts).length > 0,
  ];
  return said.reduce((all, one) => all * 2 + Number(one), 0);
}

function idKey(id: { scheme: string; value: string }): string {
  return `${id.scheme}:${id.value}`;
}

/** A name for a film before and after it has an id. */
export function nameOf(film: FilmRef): string {
  return film.known?.film.id ?? `new:${film.order}`;
}

/** The ids by which the store may know what was said of a film: its own, and those of films merged into it. */
export function filmIdsOf(film: FilmRef): string[] {
  return film.id === null ? [] : [film.id, ...(film.known?.former ?? []).map(({ id }) => id)];
}
