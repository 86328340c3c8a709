import { z } from 'zod';
import type { ReviewCursor, ReviewFilter, ReviewSort } from '../store/reviews.ts';

/** The orders a reader is offered. */
export const REVIEW_SORTS = [
  'newest',
  'highest',
  'lowest',
  'longest',
  'viewed',
] as const satisfies ReviewSort[];

const PLACE = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'a control character');

/** What an address may ask of a film's reviews, on their page and in the API. */
export const REVIEW_SIFT = z.strictObject({
  sort: z.enum(REVIEW_SORTS).optional().meta({ description: '`newest` unless said' }),
  text: z
    .enum(['with', 'all'])
    .optional()
    .meta({ description: '`all`: ratings and dates without words too' }),
  one: z.enum(['1']).optional().meta({ description: 'one of each person' }),
  rating: z
    .string()
    .regex(/^(?:[1-9]|10)$/)
    .optional()
    .meta({ description: 'rated so, in half-stars' }),
  place: PLACE.optional().meta({ description: '`here`, or where it was written' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)
    .optional()
    .meta({ description: 'in which it is written: BCP 47' }),
});

/** Which of a film's reviews an address asks for; `noSpoilers`: none that tells the story. */
export function reviewSift(
  asked: Partial<Omit<z.output<typeof REVIEW_SIFT>, 'sort'>>,
  noSpoilers: boolean,
): ReviewFilter {
  return {
    withText: asked.text !== 'all',
    noSpoilers,
    onePerPerson: asked.one === '1',
    rating: asked.rating ? Number(asked.rating) : null,
    place: asked.place ?? null,
    language: asked.language ?? null,
  };
}

const KEY = z
  .string()
  .max(200)
  .regex(/^[0-9A-Za-z:./+-]+$/);
const NUMBER = z.int().min(0).max(1e9);
const ID = z.string().regex(/^[0-9a-v]{26}$/);

/** Where a page of reviews in an order ended, as its cursor has it. */
export function reviewsCursor(sort: ReviewSort): z.ZodType<ReviewCursor> {
  return z.tuple([sort === 'newest' || sort === 'viewed' ? KEY : NUMBER, KEY, ID]);
}
