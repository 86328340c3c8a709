import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import type { ReviewCursor, ReviewSort } from '../../domain/reader.ts';
import { allReviews, type Sift } from '../../domain/reviews.ts';
import { reviewsView } from '../../views/reviews.ts';
import { type Answer, moved, page, type Visit } from '../route.ts';
import { justArranged } from './arrange.ts';

const SORTS = ['newest', 'highest', 'lowest', 'longest', 'viewed'] as const satisfies ReviewSort[];

const PLAIN = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text));

/** What each part of the address may be; a part that is something else is left out, and the reader told. */
const PARTS = {
  sort: z.enum(SORTS),
  text: z.enum(['with', 'all']),
  spoilers: z.enum(['no', 'all']),
  one: z.enum(['1']),
  rating: z.string().regex(/^([1-9]|10)$/),
  place: PLAIN,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/),
};

const NUMBER = z.number().int().min(0).max(1e9);
const KEY = PLAIN.regex(/^[0-9A-Za-z:./+-]+$/);
const ID = z.string().regex(/^[0-9a-v]{26}$/);

/** All reviews of a film. */
export async function showReviews(visit: Visit): Promise<Answer> {
  const { reader, viewer, film: key, params, url, frame, origin } = visit;
  if (!key) throw notFound('film');
  if (key.slug !== params.slug) return moved(`/film/${key.slug}/reviews${url.search}`);
  const { sift, state, unread, lost } = readSift(url.searchParams);
  const shown = await allReviews(reader, key, viewer, sift);
  if (!shown) throw notFound('film');
  return page(
    reviewsView(frame, {
      ...shown,
      state,
      unread,
      lost,
      paged: sift.after !== null,
      next: shown.next && cursorText(shown.next),
      viewerAuthorId: viewer.authorId,
      arranges: viewer.role === 'owner' || viewer.role === 'curator',
      arranged: justArranged(url),
      url: `${origin}/film/${encodeURIComponent(key.slug)}/reviews`,
    }),
  );
}

/** What is asked for, as the form shows it and as it stands in the address. */
export type SiftState = Partial<Record<keyof typeof PARTS, string>>;

/** Reads the address leniently: whatever is broken is as if it were not there. */
export function readSift(query: URLSearchParams): {
  sift: Sift;
  state: SiftState;
  /** Some part could not be read. */
  unread: boolean;
  /** The place in the list could not be read. */
  lost: boolean;
} {
  const state: SiftState = {};
  let unread = false;
  for (const name of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    const value = query.get(name);
    if (!value) continue;
    const read = PARTS[name].safeParse(value);
    if (read.success) state[name] = read.data;
    else unread = true;
  }
  const sort = (state.sort ?? 'newest') as (typeof SORTS)[number];
  const token = query.get('after');
  const after = token ? cursor(token, sort) : null;
  const filter = {
    withText: state.text !== 'all',
    noSpoilers: state.spoilers === 'no',
    onePerPerson: state.one === '1',
    rating: state.rating ? Number(state.rating) : null,
    place: state.place ?? null,
    language: state.language ?? null,
  };
  return { sift: { sort, filter, after }, state, unread, lost: Boolean(token) && after === null };
}

function cursorText(at: ReviewCursor): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

function cursor(token: string, sort: ReviewSort): ReviewCursor | null {
  const first = sort === 'newest' || sort === 'viewed' ? KEY : NUMBER;
  try {
    const value: unknown = JSON.parse(Buffer.from(token.slice(0, 2000), 'base64url').toString());
    return z.tuple([first, KEY, ID]).parse(value);
  } catch {
    return null;
  }
}
