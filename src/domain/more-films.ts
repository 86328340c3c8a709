import type { FilmLinks, MoreFilm, MoreReason } from '../store/more-films.ts';
import type { Queued } from '../store/more-queue.ts';
import type { Reader, Transact, Writer } from '../store/open.ts';

export type { MoreReason };

/** A further film on a film's page, with the one reason that is said. */
export interface FurtherFilm {
  id: string;
  slug: string;
  title: string;
  year: number | null;
  reason: MoreReason;
  /** Who made or plays in both, where that is the reason. */
  person: string | null;
  poster: string | null;
}

/** A film whose row is reckoned. */
type About = FilmLinks & { filmId: string };
type Found = Omit<MoreFilm, 'reason'>;
/** What was found for films, by film. */
type FoundFor = ReadonlyMap<string, readonly Found[]>;

/** So many films stand in a row, and for one reason so many before the others have had their turn. */
const IN_A_ROW = 6;
const OF_ONE_REASON = 3;
/** Films that are reckoned in one transaction. */
const AT_ONCE = 40;
/** While something is being brought in, the queue is left alone for so long. */
const LATER_MS = 30_000;
/** What was written so long before it was noted may have been read without it. */
const MARGIN_MS = 60_000;

/** The kind of job that works the queue off. */
export const MORE_FILMS_JOB = 'more-films';

/**
 * Why a film is worth a look to whoever looks at another, the best reason first: a film is said to be there for the
 * first of them that holds. Each finds films for many at once. A further one ("liked by people whose taste is near")
 * is one more entry here, a word in `words/…/more-films.ts`, and what makes the store note a film whose row it changes.
 */
export const REASONS: readonly {
  reason: MoreReason;
  find: (reader: Reader, films: readonly About[]) => Promise<FoundFor>;
}[] = [
  { reason: 'director', find: sameDirector },
  { reason: 'named', find: namedInTheirReviews },
  { reason: 'cast', find: sameCast },
  { reason: 'lists', find: onTheSameLists },
];

/** Of the same director: also films that people here have nothing on yet. */
function sameDirector(reader: Reader, films: readonly About[]): Promise<FoundFor> {
  return ofTheirPeople(reader, films, ({ directors }) => directors, { role: 'director', onlyKnown: false });
}

function sameCast(reader: Reader, films: readonly About[]): Promise<FoundFor> {
  return ofTheirPeople(reader, films, ({ cast }) => cast, { role: 'actor', onlyKnown: true });
}

async function ofTheirPeople(
  reader: Reader,
  films: readonly About[],
  people: (film: About) => readonly string[],
  which: { role: string; onlyKnown: boolean },
): Promise<FoundFor> {
  const pairs = films.flatMap((film) =>
    people(film).map((personId) => ({ filmId: film.filmId, year: film.year, personId })),
  );
  const found = Map.groupBy(await reader.moreFilms.ofPeople(pairs, which, IN_A_ROW), ({ about }) => about);
  return new Map(
    films.map((film) => {
      const of = Map.groupBy(found.get(film.filmId) ?? [], ({ personId }) => personId);
      return [film.filmId, inTurn(people(film).map((personId) => of.get(personId) ?? []))];
    }),
  );
}

async function namedInTheirReviews(reader: Reader, films: readonly About[]): Promise<FoundFor> {
  const named = new Map<string, string[]>();
  for (const { filmId } of films.filter(({ known }) => known))
    named.set(
      filmId,
      (await reader.mentions.filmsNamedOn(filmId, IN_A_ROW * 2)).map(({ id }) => id),
    );
  const known = await reader.moreFilms.knownAmong([...new Set([...named.values()].flat())]);
  const worth = (filmId: string, ids: readonly string[]) =>
    ids.filter((id) => id !== filmId && known.has(id)).map((id) => ({ filmId: id, personId: null }));
  return new Map([...named].map(([filmId, ids]) => [filmId, worth(filmId, ids)]));
}

async function onTheSameLists(reader: Reader, films: readonly About[]): Promise<FoundFor> {
  const found = new Map<string, Found[]>();
  for (const { filmId, lists } of films.filter((film) => film.lists.length > 0)) {
    const ids = await reader.moreFilms.onLists(filmId, lists, IN_A_ROW * 2);
    found.set(
      filmId,
      ids.map((id) => ({ filmId: id, personId: null })),
    );
  }
  return found;
}

/** The first of each, then the second of each, and so on. */
function inTurn(some: readonly (readonly Found[])[]): Found[] {
  const longest = Math.max(0, ...some.map((one) => one.length));
  const turn = (at: number) => some.flatMap((one) => one[at] ?? []);
  return Array.from({ length: longest }, (_, at) => turn(at))
    .flat()
    .map(({ filmId, personId }) => ({ filmId, personId }));
}

/**
 * Chooses a row from what was found, in the order of the reasons: each film once, for its best reason; no more than
 * three for one reason while there are films for others.
 */
export function chooseRow(found: readonly (readonly MoreFilm[])[]): MoreFilm[] {
  const seen = new Set<string>();
  const best = found.map((ofReason) =>
    ofReason.filter(({ filmId }) => !seen.has(filmId) && Boolean(seen.add(filmId))),
  );
  const first = best.flatMap((ofReason) => ofReason.slice(0, OF_ONE_REASON));
  const rest = best.flatMap((ofReason) => ofReason.slice(OF_ONE_REASON));
  const chosen = new Set([...first, ...rest].slice(0, IN_A_ROW));
  return best.flat().filter((one) => chosen.has(one));
}

/**
 * Reckons the rows of films that were noted, some in each transaction.
 *
 * A row is kept in a table instead of being asked for by each page: what it shows hangs on other films, their
 * people, lists and reviews, and for a page that asked for it to be kept exactly, every list and every credit would
 * have to raise the versions of all films it could stand beside, in the transaction that writes it. So whoever
 * writes notes no more than the film (`store/more-queue.ts`); a row that comes out otherwise raises its own film's
 * version, and a kept page always says what the table says.
 *
 * @param rest whether the machine is left to others, after each transaction, for as long as it took
 * @param most about so many films; all unless said
 * @returns whether there are more
 */
export async function reckonMoreFilms(
  transact: Transact,
  now: () => number,
  { rest = false, most = Number.POSITIVE_INFINITY }: { rest?: boolean; most?: number } = {},
): Promise<boolean> {
  for (let done = 0; done < most; ) {
    const begun = performance.now();
    const some = await transact((writer) => reckonSome(writer, now()));
    if (some === 0) return false;
    done += some;
    if (rest) await new Promise((resolve) => setTimeout(resolve, performance.now() - begun));
  }
  return true;
}

/** @returns how many films were reckoned */
async function reckonSome(writer: Writer, now: number): Promise<number> {
  if (await writer.moreFilms.unsettled()) {
    const waits = await writer.jobs.waitsFor(MORE_FILMS_JOB);
    if (!waits) await writer.jobs.enqueue(MORE_FILMS_JOB, {}, now, now + LATER_MS);
    return 0;
  }
  const queued = await writer.moreFilms.queued(AT_ONCE);
  if (queued.length === 0) return 0;
  const changed = await reckon(writer, queued);
  // The order in which every writer goes: versions first, then the queue.
  await writer.versions.raise(...changed);
  for (const one of queued) await writer.moreFilms.unqueue(one);
  return queued.length;
}

/** @returns the films whose rows are others now */
async function reckon(writer: Writer, queued: readonly Queued[]): Promise<string[]> {
  const ids = queued.map(({ filmId }) => filmId);
  const films = await writer.moreFilms.links(ids);
  const kept = await writer.moreFilms.kept(ids);
  const rows = await rowsOf(
    writer,
    films.filter(({ stands }) => stands),
  );
  const differs = films
    .map(({ filmId }) => ({ filmId, row: rows.get(filmId) ?? [] }))
    .filter(({ filmId, row }) => JSON.stringify(row) !== JSON.stringify(kept.films.get(filmId) ?? []));
  await writer.moreFilms.put(new Map(differs.map(({ filmId, row }) => [filmId, row])));
  const said = films.map(({ filmId, ...links }) => ({ filmId, links: JSON.stringify(links) }));
  const led = films.filter((_, at) => said[at]?.links !== kept.links.get(said[at]?.filmId ?? ''));
  const before = led.flatMap(({ filmId }) => {
    const links = kept.links.get(filmId);
    return links === undefined ? [] : [JSON.parse(links) as FilmLinks];
  });
  const all: readonly FilmLinks[] = [...led, ...before];
  await writer.moreFilms.queueAround(
    led.map(({ filmId }) => filmId),
    {
      people: [...new Set(all.flatMap(({ directors, cast }) => [...directors, ...cast]))],
      lists: [...new Set(all.flatMap(({ lists }) => lists))],
    },
    {
      since: Math.max(...queued.map(({ noted }) => noted)) + MARGIN_MS,
      later: queued.every(({ later }) => later),
      but: ids,
    },
  );
  await writer.moreFilms.putLinks(said);
  return differs.map(({ filmId }) => filmId);
}

/** The rows of films, by film. */
async function rowsOf(writer: Writer, films: readonly About[]): Promise<Map<string, MoreFilm[]>> {
  const found: { reason: MoreReason; of: FoundFor }[] = [];
  for (const { reason, find } of REASONS) found.push({ reason, of: await find(writer, films) });
  const row = (filmId: string) =>
    chooseRow(
      found.map(({ reason, of }) =>
        (of.get(filmId) ?? []).map(({ filmId, personId }) => ({ filmId, reason, personId })),
      ),
    );
  return new Map(films.map(({ filmId }) => [filmId, row(filmId)]));
}

/** What the store puts between the parts of a film, and between films. */
const WITHIN = '\u001f';
const BETWEEN = '\u001e';

/** The further films of a film, as the store brings them along with it, in their order. */
export function furtherFilms(more: string | null): FurtherFilm[] {
  if (more === null) return [];
  return more
    .split(BETWEEN)
    .map((one) => {
      const [
        place = '0',
        reason = '',
        id = '',
        slug = '',
        year = '-1',
        title = '',
        person = '',
        poster = '',
      ] = one.split(WITHIN);
      return {
        place: Number(place),
        film: {
          id,
          slug,
          title,
          year: Number(year) < 0 ? null : Number(year),
          reason: reason as MoreReason,
          person: person === '' ? null : person,
          poster: poster || null,
        },
      };
    })
    .sort((one, other) => one.place - other.place)
    .map(({ film }) => film);
}
