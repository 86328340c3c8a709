import { z } from 'zod';
import type { FilmFilter, FilmTerm } from '../store/film-filter.ts';
import type { FilmLine, FilmPlace, FilmSort } from '../store/films.ts';
import type { Reader } from '../store/open.ts';
import type { TermKind } from '../store/schema.ts';
import { type Average, average } from './average.ts';
import { LENGTHS, type Sifting, sifts } from './film-sift.ts';
import type { Viewer } from './viewer.ts';

/** Kinds of terms a reader chooses from; studios are too many to list. */
export const CHOSEN_KINDS = ['genre', 'decade', 'country', 'language'] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

const FILMS_ON_A_PAGE = 60;
const LONGEST_SEARCH = 200;
const MOST_FOUND = 500;

/** Where a page of films ended: the last one's place, and how many came before. */
export type FilmsCursor = readonly [string | number, string, string, number];
export const FILMS_CURSOR: z.ZodType<FilmsCursor> = z.tuple([
  z.int(),
  z.string(),
  z.string(),
  z.int().min(0).max(1_000_000_000),
]);

/** A film of the list, with what members here and people elsewhere gave it. */
export type ListedFilm = FilmLine & { here: Average; elsewhere: Average };

/** A term with its name as films' sources write it. */
export interface NamedTerm extends FilmTerm {
  name: string;
}

/** A page of the catalogue. */
export interface FilmsPage {
  films: ListedFilm[];
  /** How many films match in all; where they are sifted, 10,001 stands for all above 10,000. */
  count: number;
  /** How many come before the first one shown. */
  before: number;
  next: FilmsCursor | null;
}

/**
 * A page of films. What is asked of somebody's own films is not asked for somebody without any.
 *
 * @param now the instant after which a film is still to be shown, epoch milliseconds
 */
export async function filmsPage(
  reader: Reader,
  asked: { sift: Sifting; sort: FilmSort; after: FilmsCursor | null },
  viewer: Viewer,
  now: number,
): Promise<FilmsPage> {
  const { sort, after } = asked;
  const filter = await filterOf(reader, asked.sift, viewer, now);
  const place: FilmPlace | null = after ? [after[0], after[1], after[2]] : null;
  const { films, next } = await reader.films.list({ sort, filter, after: place, limit: FILMS_ON_A_PAGE });
  const before = after?.[3] ?? 0;
  return {
    films: films.map((film) => ({
      ...film,
      here: average(film.ratingsHere),
      elsewhere: average(film.ratingsElsewhere),
    })),
    count: await reader.films.count(sifts(asked.sift) ? filter : undefined),
    before,
    next: next ? [...next, before + films.length] : null,
  };
}

async function filterOf(
  reader: Reader,
  { search, terms, length, average: least, mine, playing }: Sifting,
  viewer: Viewer,
  now: number,
): Promise<FilmFilter> {
  const words = search
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH);
  const of = length === null ? null : LENGTHS[length];
  return {
    terms,
    shortest: of?.from ?? null,
    longest: of?.to ?? null,
    average: least === null ? null : least * 100,
    unseenBy: mine === 'unseen' ? viewer.authorId : null,
    wantedBy: mine === 'wanted' ? viewer.authorId : null,
    playingAfter: playing ? now : null,
    among: words === '' ? null : await found(reader, words),
  };
}

async function found(reader: Reader, text: string): Promise<string[]> {
  const { ids } = await reader.search.find({ kind: 'film', text, offset: 0, limit: MOST_FOUND });
  return ids;
}

/** What there is to choose from, by kind, each in the order of its terms. */
export async function filmTerms(reader: Reader): Promise<Record<ChosenKind, NamedTerm[]>> {
  const terms = Map.groupBy(await reader.films.terms(CHOSEN_KINDS), ({ kind }) => kind);
  const of = (kind: ChosenKind): NamedTerm[] => terms.get(kind) ?? [];
  return {
    genre: of('genre'),
    decade: of('decade').reverse(),
    country: of('country'),
    language: of('language'),
  };
}

/** A term as its films name it; null where no film has it. */
export async function namedTerm(reader: Reader, kind: TermKind, term: string): Promise<NamedTerm | null> {
  const name = term.includes('\0') ? null : await reader.films.termName(kind, term);
  return name === null ? null : { kind, term, name };
}
