import { z } from 'zod';
import type { Film } from '../store/film.ts';
import type { HostPage, PageSays } from '../store/host-page.ts';
import type { Reader, Writer } from '../store/open.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { filmsMeant } from './programme.ts';
import { titleKey } from './slug.ts';
import { filmReferred } from './strip.ts';
import { readSites } from './strip-sites.ts';
import type { Viewer } from './viewer.ts';

export type { HostPage, PageSays };

/** So many films are offered for a page, and so many pages may wait: in all, and of one site. */
const CANDIDATES = 5;
const MOST_WAITING = 200;
const MOST_OF_ORIGIN = 50;
/** So many pages are shown at once. */
const AT_ONCE = 20;

const text = (most: number) =>
  z
    .string()
    .transform((value) =>
      value
        .replace(/\p{C}+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(most))
    .nullable()
    .catch(null);

const SAYS = z.object({
  title: text(300),
  director: text(200),
  year: z
    .string()
    .regex(/^(?:18[89]|19\d|20\d)\d$/)
    .transform(Number)
    .nullable()
    .catch(null),
  imdb: z
    .string()
    .regex(/^tt\d{5,10}$/)
    .nullable()
    .catch(null),
  tmdb: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullable()
    .catch(null),
});

/** A page elsewhere: its address without query and fragment, and what it says of its film. */
export interface AskingPage {
  address: string;
  origin: string;
  says: PageSays;
}

/**
 * Reads what a page elsewhere says of its film; null where it names no page on the web. All of it is somebody's word:
 * bounded, cleaned, never fetched.
 */
export function readAskingPage(said: URLSearchParams | FormData): AskingPage | null {
  const given = (name: string) => {
    const value = said.get(name);
    return typeof value === 'string' ? value : null;
  };
  const url = URL.parse((given('at') ?? '').slice(0, 1000));
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const says = SAYS.parse(Object.fromEntries(Object.keys(SAYS.shape).map((name) => [name, given(name)])));
  return { address: `${url.origin}${url.pathname}`.slice(0, 500), origin: url.origin, says };
}

/** What a page elsewhere is told: its film, where that is sure; else whether it is worth asking the owner. */
export interface Match {
  /** A slug. */
  film: string | null;
  waits: boolean;
}

const NOTHING: Match = { film: null, waits: false };

/**
 * The film a page elsewhere means: the one the owner chose for it, the one its ids name, or the only one of its
 * title and year. Anything less is not sure.
 */
export async function filmOfPage(reader: Reader, { address, says }: AskingPage, now: number): Promise<Match> {
  const known = await reader.hostPages.byAddress(address);
  if (known?.state === 'none') return NOTHING;
  if (known?.filmId) {
    const film = await reader.films.byId(known.filmId);
    const key = film && (await reader.films.key(film.slug, now));
    if (key) return { film: key.slug, waits: false };
  }
  const byIds = [
    says.imdb && (await filmReferred(reader, `imdb:${says.imdb}`, now)),
    says.tmdb && (await filmReferred(reader, `tmdb:${says.tmdb}`, now)),
  ].filter((key) => key !== null && key !== '');
  const [first] = byIds;
  if (first && byIds.every((key) => key.id === first.id)) return { film: first.slug, waits: false };
  const meant = await candidates(reader, says);
  const exact = meant.filter((film) => isExactly(film, says));
  if (byIds.length === 0 && exact.length === 1) return { film: exact[0]?.slug ?? null, waits: false };
  return { film: null, waits: known === null && (meant.length > 0 || byIds.length > 0) };
}

function isExactly({ title, originalTitle, year }: Film, says: PageSays): boolean {
  if (says.title === null || says.year === null || year !== says.year) return false;
  const wanted = titleKey(says.title);
  return titleKey(title) === wanted || (originalTitle !== null && titleKey(originalTitle) === wanted);
}

async function candidates(reader: Reader, { title, year }: PageSays): Promise<Film[]> {
  if (title === null) return [];
  const found = await filmsMeant(reader, title, 2 * CANDIDATES);
  const far = (film: Film) => (year === null || film.year === null ? 1 : Math.abs(film.year - year));
  return found.sort((a, b) => Math.min(far(a), 3) - Math.min(far(b), 3)).slice(0, CANDIDATES);
}

/**
 * Whether a page may have its film asked about: it speaks for its own site alone, and for one that may show strips.
 *
 * @param origin where the word comes from, as the browser says
 */
export function maySay(page: AskingPage, origin: string | null, sites: readonly string[] = []): boolean {
  return origin === page.origin && (sites.length === 0 || sites.includes(origin));
}

/** Notes a page whose film is not known for sure, for the owner to choose; not when so many wait already. */
export async function noteHostPage(writer: Writer, page: AskingPage, now: number): Promise<void> {
  const { all, ofOrigin } = await writer.hostPages.waiting(page.origin);
  if (all < MOST_WAITING && ofOrigin < MOST_OF_ORIGIN) await writer.hostPages.add(page, now);
}

/** A page that waits, with the films it may mean. */
export interface WaitingPage extends HostPage {
  candidates: Film[];
}

/** What the owner decides of strips on other sites. */
export interface StripDesk {
  waiting: WaitingPage[];
  decided: (HostPage & { film: Film | null })[];
}

export async function stripDesk(reader: Reader): Promise<StripDesk> {
  const waiting: WaitingPage[] = [];
  for (const page of await reader.hostPages.list('waiting', AT_ONCE))
    waiting.push({ ...page, candidates: await candidates(reader, page.says) });
  const decided = await reader.hostPages.list('decided', AT_ONCE);
  const ids = decided.flatMap(({ filmId }) => (filmId === null ? [] : [filmId]));
  const films = new Map((await reader.films.byIds([...new Set(ids)])).map((film) => [film.id, film]));
  return {
    waiting,
    decided: decided.map((page) => ({ ...page, film: films.get(page.filmId ?? '') ?? null })),
  };
}

/**
 * Says which film a page elsewhere means.
 *
 * @param film a film's id, its slug or another id of it; `none` for no film here; `again` to be asked anew
 * @throws DomainError `forbidden` for anybody but an owner; `not-found` for a page or film nobody knows
 */
export async function decideHostPage(
  writer: Writer,
  id: string,
  film: string,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  if (film === 'again') return writer.hostPages.remove(id);
  const known =
    film === 'none' ? null : ((await writer.films.byId(film)) ?? (await filmReferred(writer, film, now)));
  if (film !== 'none' && !known) throw notFound('film');
  if (!(await writer.hostPages.decide(id, known?.id ?? null))) throw notFound('page');
}

/**
 * Sets which sites may show strips, one origin a line; none means every site.
 *
 * @throws DomainError `forbidden` for anybody but an owner; `invalid` with `sites` and the lines that are none
 */
export async function setStripSites(
  writer: Writer,
  typed: string,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (viewer.role !== 'owner') throw forbidden('owners-only');
  const { sites, wrong } = readSites(typed);
  if (wrong.length > 0) throw invalid('sites', { lines: wrong.join('\n') });
  await writer.site.set({ settings: { stripSites: sites } }, now);
  await writer.versions.raise('site');
}
