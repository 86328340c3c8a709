import type { FilmLinks, MoreFilm, MoreReason } from '../store/more-films.ts';
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

/** So many films stand in a row, and for one reason so many before the others have had their turn. */
const IN_A_ROW = 6;
const OF_ONE_REASON = 3;
const AT_ONCE = 10;
/** While something is being brought in, the queue is left alone for so long. */
const LATER_MS = 30_000;
/** What was written so long before it was noted may have been read without it. */
const MARGIN_MS = 60_000;

/** The kind of job that works the queue off. */
export const MORE_FILMS_JOB = 'more-films';

/**
 * Why a film is worth a look to whoever looks at another, the best reason first: a film is said to be there for the
 * first of them that holds. A further one ("liked by people whose taste is near") is one more entry here, a word in
 * `words/…/more-films.ts`, and what makes the store note a film whose row it changes.
 */
export const REASONS: readonly {
  reason: MoreReason;
  find: (reader: Reader, film: About) => Promise<Found[]>;
}[] = [
  { reason: 'director', find: sameDirector },
  { reason: 'named', find: namedInItsReviews },
  { reason: 'cast', find: sameCast },
  { reason: 'lists', find: onTheSameLists },
];

/** Of the same director: also films that people here have nothing on yet. */
async function sameDirector(reader: Reader, { filmId, year, directors }: About): Promise<Found[]> {
  const of = (personId: string) => ({ filmId, year, personId, role: 'director', onlyKnown: false });
  return inTurn(
    await Promise.all(
      directors.map(async (personId) =>
        (await reader.moreFilms.ofPerson(of(personId), IN_A_ROW)).map((id) => ({ filmId: id, personId })),
      ),
    ),
  );
}

async function namedInItsReviews(reader: Reader, { filmId }: About): Promise<Found[]> {
  const named = (await reader.mentions.filmsNamedOn(filmId, IN_A_ROW * 2)).map(({ id }) => id);
  const known = await reader.moreFilms.knownAmong(named);
  return named.filter((id) => id !== filmId && known.has(id)).map((id) => ({ filmId: id, personId: null }));
}

async function sameCast(reader: Reader, { filmId, year, cast }: About): Promise<Found[]> {
  const of = (personId: string) => ({ filmId, year, personId, role: 'actor', onlyKnown: true });
  return inTurn(
    await Promise.all(
      cast.map(async (personId) =>
        (await reader.moreFilms.ofPerson(of(personId), IN_A_ROW)).map((id) => ({ filmId: id, personId })),
      ),
    ),
  );
}

async function onTheSameLists(reader: Reader, { filmId, lists }: About): Promise<Found[]> {
  const films = await reader.moreFilms.onLists(filmId, lists, IN_A_ROW * 2);
  return films.map((id) => ({ filmId: id, personId: null }));
}

/** The first of each, then the second of each, and so on. */
function inTurn(some: readonly (readonly Found[])[]): Found[] {
  const longest = Math.max(0, ...some.map((one) => one.length));
  return Array.from({ length: longest }, (_, at) => some.flatMap((one) => one[at] ?? [])).flat();
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
 * @param pause milliseconds for which the machine is left to others after each transaction
 * @param most about so many films; all unless said
 * @returns whether there are more
 */
export async function reckonMoreFilms(
  transact: Transact,
  now: () => number,
  { pause = 0, most = Number.POSITIVE_INFINITY }: { pause?: number; most?: number } = {},
): Promise<boolean> {
  for (let done = 0; done < most; ) {
    const some = await transact((writer) => reckonSome(writer, now()));
    if (some === 0) return false;
    done += some;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
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
  const changed: string[] = [];
  for (const { filmId, noted } of queued) if (await reckon(writer, filmId, noted)) changed.push(filmId);
  // The order in which every writer goes: versions first, then the queue.
  await writer.versions.raise(...changed);
  for (const one of queued) await writer.moreFilms.unqueue(one);
  return queued.length;
}

/** @returns whether the film's row is another now */
async function reckon(writer: Writer, filmId: string, noted: number): Promise<boolean> {
  const links = await writer.moreFilms.links(filmId);
  if (!links) return false;
  const kept = await writer.moreFilms.kept(filmId);
  const row = links.stands ? await rowOf(writer, { ...links, filmId }) : [];
  const differs = JSON.stringify(row) !== JSON.stringify(kept.films);
  if (differs) await writer.moreFilms.put(filmId, row);
  const said = JSON.stringify(links);
  if (said !== kept.links) {
    const before = kept.links === null ? links : (JSON.parse(kept.links) as FilmLinks);
    const both = [links, before];
    await writer.moreFilms.queueAround(
      filmId,
      {
        people: [...new Set(both.flatMap(({ directors, cast }) => [...directors, ...cast]))],
        lists: [...new Set(both.flatMap(({ lists }) => lists))],
      },
      noted + MARGIN_MS,
    );
  }
  await writer.moreFilms.putLinks(filmId, said);
  return differs;
}

async function rowOf(writer: Writer, film: About): Promise<MoreFilm[]> {
  const found: MoreFilm[][] = [];
  for (const { reason, find } of REASONS)
    found.push((await find(writer, film)).map(({ filmId, personId }) => ({ filmId, reason, personId })));
  return chooseRow(found);
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
