import { z } from 'zod';
import type { FilmTerm } from '../store/film-filter.ts';
import type { FilmSort } from '../store/films.ts';
import type { TermKind } from '../store/schema.ts';

export const FILM_SORTS = [
  'reviews',
  'rating',
  'title',
  'year',
  'newest',
  'shortest',
] as const satisfies FilmSort[];

/** Lengths to choose from, in minutes. A short film runs forty minutes at most, as the Academy has it. */
export const LENGTHS = {
  short: { from: null, to: 40 },
  'under-90': { from: 41, to: 90 },
  'under-120': { from: 91, to: 120 },
  'under-180': { from: 121, to: 180 },
  'over-180': { from: 181, to: null },
} as const;
export type Length = keyof typeof LENGTHS;

/** Averages to choose from, as they stand in an address: at least so many stars. */
const AVERAGES = ['3', '3.5', '4', '4.5'] as const;
/** Kinds of terms as they stand in an address. */
const KINDS = ['genre', 'decade', 'country', 'language', 'studio'] as const satisfies TermKind[];
/** So many terms of a kind, and so many in all, are asked of a film. */
const MOST_TERMS = 8;

const text = z
  .string()
  .max(200)
  .refine((said) => !said.includes('\0'), 'NUL');
const terms = z.array(text.min(1)).max(MOST_TERMS).optional();

/** What an address may ask of the films, on their page and in the API. */
export const FILM_SIFT = z.strictObject({
  q: text.optional().meta({ description: 'words to look for in titles and names' }),
  genre: terms.meta({ description: 'as in the address of its page; several must all hold' }),
  country: terms.meta({ description: 'of the film, by ISO 3166; several must all hold' }),
  language: terms.meta({ description: 'of the film; several must all hold' }),
  studio: terms.meta({ description: 'as in the address of its page; several must all hold' }),
  decade: terms.meta({ description: 'in which it came out', examples: [['1990s']] }),
  length: z
    .enum(Object.keys(LENGTHS) as [Length])
    .optional()
    .meta({ description: '`short` runs forty minutes at most; the others begin where the one before ends' }),
  average: z.enum(AVERAGES).optional().meta({ description: 'at least so many stars on average here' }),
  playing: z.enum(['here']).optional().meta({ description: 'still to be shown at a venue of the site' }),
  mine: z.enum(['unseen', 'wanted']).optional().meta({ description: 'of your own films; needs a token' }),
  sort: z.enum(FILM_SORTS).optional().meta({ description: '`reviews` unless said: most reviewed first' }),
});

/** Which films somebody asks for. */
export interface Sifting {
  /** What somebody types to find films, as on the search page. */
  search: string;
  terms: readonly FilmTerm[];
  length: Length | null;
  /** At least so much on average here, in half-stars. */
  average: number | null;
  /** Of the films of whoever asks: those they have not seen, or those they want to see. */
  mine: 'unseen' | 'wanted' | null;
  /** Whether only films that are still to be shown here, at any of the site's venues. */
  playing: boolean;
}

/** Which films an address asks for. */
export function filmSift(asked: Partial<z.output<typeof FILM_SIFT>>): Sifting {
  const terms = KINDS.flatMap((kind) =>
    [...new Set(asked[kind])].map((term): FilmTerm => ({ kind, term })),
  ).slice(0, MOST_TERMS);
  return {
    search: (asked.q ?? '').trim(),
    terms,
    length: asked.length ?? null,
    average: asked.average === undefined ? null : Number(asked.average) * 2,
    mine: asked.mine ?? null,
    playing: asked.playing === 'here',
  };
}

/** Whether anything is asked of the films. */
export function sifts({ search, terms, length, average, mine, playing }: Sifting): boolean {
  return search !== '' || terms.length > 0 || length !== null || average !== null || mine !== null || playing;
}
