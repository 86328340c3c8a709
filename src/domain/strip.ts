import { z } from 'zod';
import type { Film } from '../store/film.ts';
import type { FilmKey } from '../store/film-address.ts';
import type { LetsOut, Member } from '../store/member.ts';
import type { Reader, Writer } from '../store/open.ts';
import { type Average, average } from './average.ts';
import { type ShownReview, shown } from './review.ts';
import type { ScreeningLine } from './screening.ts';
import { daysLater, instantOf } from './zoned-time.ts';

/** So many reviews stand in a strip where nobody says how many, and so many at most. */
const USUALLY = 3;
const MOST_IN_STRIP = 12;
/** A strip of the programme looks so many days ahead, today among them. */
const DAYS_AHEAD = 14;
const MOST_SCREENINGS = 100;

/** How a strip is asked for. `least` is in half-stars. */
export interface StripOptions {
  show: 'chosen' | 'newest';
  /** 1–12. */
  count: number;
  sources: 'all' | 'here' | 'elsewhere';
  least: number | null;
  /** BCP 47: only reviews written in it. */
  language: string | null;
  theme: 'auto' | 'light' | 'dark';
  /** The language the strip itself speaks; null leaves it to the reader's browser. */
  words: string | null;
  /** What stands where there is no review: a line, or nothing. */
  empty: 'line' | 'nothing';
  /** Whose programme, by slug; for a strip of the programme. */
  venue: string | null;
}

/** The names options go by in an address, and as attributes of the element. */
export type StripOption = 'show' | 'n' | 'from' | 'least' | 'in' | 'theme' | 'lang' | 'empty' | 'venue';

/** Something that was asked of a strip and cannot be; it does as if it had not been asked. */
export interface StripProblem {
  option: StripOption;
  /** As it was written, shortened. */
  value: string;
}

const LANGUAGE = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i);
const LEAST = /^(?:0\.5|[1-4](?:[.,]5|\.0)?|5(?:\.0)?)$/;

/** Each option: how its value is read, and which of the options it sets. */
export const STRIP_OPTIONS = {
  show: z.enum(['chosen', 'newest']).transform((show) => ({ show })),
  n: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(MOST_IN_STRIP))
    .transform((count) => ({ count })),
  from: z.enum(['all', 'here', 'elsewhere']).transform((sources) => ({ sources })),
  least: z
    .string()
    .regex(LEAST)
    .transform((stars) => ({ least: Math.round(Number(stars.replace(',', '.')) * 2) })),
  in: LANGUAGE.transform((language) => ({ language: language.toLowerCase() })),
  theme: z.enum(['auto', 'light', 'dark']).transform((theme) => ({ theme })),
  lang: LANGUAGE.transform((words) => ({ words: words.toLowerCase() })),
  empty: z.enum(['line', 'nothing']).transform((empty) => ({ empty })),
  venue: z
    .string()
    .regex(/^[\p{L}\p{N}-]{1,120}$/u)
    .transform((venue) => ({ venue })),
} as const satisfies Record<StripOption, z.ZodType<Partial<StripOptions>>>;

/**
 * Reads how a strip is asked for. What cannot be is left out and named, so that a slip of the pen on somebody's
 * page costs that option and not the strip. Spoilers are no option: they are always kept safe.
 */
export function readStripOptions(query: URLSearchParams): {
  options: StripOptions;
  problems: StripProblem[];
} {
  const options: StripOptions = {
    show: 'chosen',
    count: USUALLY,
    sources: 'all',
    least: null,
    language: null,
    theme: 'auto',
    words: null,
    empty: 'line',
    venue: null,
  };
  const problems: StripProblem[] = [];
  for (const [option, shape] of Object.entries(STRIP_OPTIONS) as [
    StripOption,
    z.ZodType<Partial<StripOptions>>,
  ][]) {
    const value = query.get(option)?.trim() ?? '';
    if (value === '') continue;
    const read = shape.safeParse(value);
    if (read.success) Object.assign(options, read.data);
    else problems.push({ option, value: [...value.replace(/\p{C}/gu, ' ')].slice(0, 40).join('') });
  }
  return { options, problems };
}

/** A film's strip. */
export interface Strip {
  film: Film;
  reviews: (ShownReview & { pinned: 0 | 1 })[];
  /** How many of `reviews` a curator chose. */
  chosen: number;
  here: Average;
  elsewhere: Average;
}

/**
 * The film that a page elsewhere means: by its slug, former ones too, by an IMDb id (`tt0113277`, `imdb:tt0113277`)
 * or a TMDB id (`tmdb:949`).
 *
 * @param now the instant after which its screenings are to come
 */
export async function filmReferred(reader: Reader, reference: string, now: number): Promise<FilmKey | null> {
  const named = reference.replace(/\.(?:html|json)$/, '');
  // What no film is named, no database can be asked for.
  if (/\p{Cc}/u.test(named)) return null;
  const [, imdb] = /^(?:imdb[:-])?(tt\d{5,10})$/i.exec(named) ?? [];
  const [, tmdb] = /^tmdb[:-](\d{1,9})$/i.exec(named) ?? [];
  const id = imdb
    ? await reader.films.idByExternal('imdb', imdb.toLowerCase())
    : tmdb && (await reader.films.idByExternal('tmdb', tmdb));
  if (!id) return reader.films.key(named, now);
  const film = await reader.films.byId(id);
  return film && reader.films.key(film.slug, now);
}

/**
 * What a strip of a film shows: reviews that everyone may read and whose authors let them out, spoilers kept safe,
 * and the averages of all, whatever is chosen.
 *
 * @param today the calendar date where the site is
 */
export async function filmStrip(
  reader: Reader,
  key: FilmKey,
  options: StripOptions,
  today: string,
): Promise<Strip | null> {
  const film = await reader.films.byId(key.id);
  if (!film) return null;
  const { sources, least, language, show, count } = options;
  const filter = { sources, least, language, today };
  const found =
    film.reviews === 0 ? [] : await reader.strips.ofFilm(film.id, filter, show === 'chosen', count);
  return {
    film,
    reviews: found.map((review) => shown(review, false, false)),
    chosen: show === 'chosen' ? found.filter(({ pinned }) => pinned === 1).length : 0,
    here: average(film.ratingsHere),
    elsewhere: average(film.ratingsElsewhere),
  };
}

/** A strip of one review; null where there is none, or its author does not let it out. */
export async function reviewStrip(reader: Reader, id: string, today: string) {
  const review = await reader.strips.one(id, today);
  return review && shown(review, false, false);
}

/** A strip of the programme. */
export interface ProgrammeStrip {
  screenings: ScreeningLine[];
  /** How many days ahead it looks, today among them. */
  days: number;
  /** The venue it is of; null for all. */
  venue: { slug: string; name: string } | null;
}

/** What is shown in the next fourteen days, today among them; null for a venue nobody knows. */
export async function programmeStrip(
  reader: Reader,
  { venue: slug }: StripOptions,
  { now, today, timeZone }: { now: number; today: string; timeZone: string },
): Promise<ProgrammeStrip | null> {
  const venue = slug === null ? null : await reader.venues.bySlug(slug);
  if (slug !== null && venue === null) return null;
  const { instant } = instantOf({ day: daysLater(today, DAYS_AHEAD), time: '00:00' }, timeZone);
  const screenings = await reader.screenings.list({
    from: now,
    to: instant,
    venueId: venue?.id,
    drafts: false,
    limit: MOST_SCREENINGS,
  });
  return { screenings, days: DAYS_AHEAD, venue };
}

/**
 * Says whether what a member wrote, or brought from elsewhere, may stand in strips on other sites: all of it, none of
 * it, or as was said of each. It holds at once, and for what they write later.
 */
export async function setLetsOut(writer: Writer, member: Member, word: LetsOut | null): Promise<void> {
  await writer.versions.raise(member.id, 'films');
  await writer.members.setLetsOut(member.id, 'strips', word);
  await writer.versions.raiseFilmsOf(member.authorId);
}
