import type { Film } from '../store/film.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { KeptQuote } from '../store/quote.ts';
import type { Review, ReviewWithFilm } from '../store/review.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { type PosterWord, posterWord } from './poster-word.ts';
import { countCharacters } from './text/characters.ts';
import { folded, passagesIn, sentencesOf, standing } from './text/quotable.ts';
import { curates, READER, type Viewer } from './viewer.ts';

/** A quote has at most so many characters, and so many passages. */
export const LONGEST_QUOTE = 300;
export const MOST_PASSAGES = 6;
/** Where words between two passages are left out. */
const LEFT_OUT = ' […] ';
/** So many quotes of a film are shown at once. */
const A_PAGE = 50;

/**
 * Why a quote is not to be had: it was taken away, its review is not there for everyone, the review tells the story
 * or may, it does not say so any more, or its author lets it onto no poster.
 */
export type Fallen = 'removed' | 'gone' | 'tells' | 'changed' | 'no-word';

/** A quote that stands: its words are in its review, which everyone may read and whose author lets it onto posters. */
export interface StandingQuote {
  id: string;
  review: ReviewWithFilm;
  /** Word for word; `[…]` stands between passages. */
  text: string;
  passages: string[];
  created: number;
}

/** A quote as those who curate find it. */
export type Quote =
  | (StandingQuote & { fallen: null })
  | {
      id: string;
      fallen: Fallen;
      entryId: string;
      /** The review, where it is there for everyone. */
      review: ReviewWithFilm | null;
      created: number;
    };

/** What somebody who makes a quote has before them. */
export interface Quotable {
  film: Film;
  review: Review;
  sentences: string[];
  /** Whether its author lets it onto posters. */
  said: PosterWord;
  /** Why no quote can be made of it whatever its author says; null where one can. */
  against: 'tells' | null;
}

/**
 * What a quote of a review is made from.
 *
 * @throws DomainError `forbidden`; `not-found` for a review that not everyone may read, or without words
 */
export async function quotable(
  reader: Reader,
  entryId: string,
  viewer: Viewer,
  today: string,
): Promise<Quotable> {
  const review = await quoted(reader, entryId, viewer);
  const film = await reader.films.byId(review.filmId);
  if (!film) throw notFound('review');
  return {
    film,
    review,
    sentences: sentencesOf(review.html, review.language),
    said: await posterWord(reader, entryId, today),
    against: tells(review) ? 'tells' : null,
  };
}

/**
 * What passages of a review read as, word for word.
 *
 * @throws DomainError `invalid`: `no-words`, `missing` (not in the review, or not in this order), `within` (a word is
 * cut), `too-long`
 */
export function quoteOf(html: string, given: readonly string[]): { passages: string[]; text: string } {
  const wanted = given.map(folded).filter((passage) => passage !== '');
  if (!wanted.some((passage) => /[\p{L}\p{N}]/u.test(passage))) throw invalid('no-words');
  const passages = standing(html, wanted);
  if (typeof passages === 'string') throw invalid(passages);
  const text = passages.join(LEFT_OUT);
  if (passages.length > MOST_PASSAGES || countCharacters(text) > LONGEST_QUOTE)
    throw invalid('too-long', { most: LONGEST_QUOTE });
  return { passages, text };
}

/**
 * Makes a quote of a review, or answers the one that says the same.
 *
 * @param given passages in the order of the review, or one text in which `[…]` shows what is left out
 * @throws DomainError `forbidden`, also `no-word` without the author's; `not-found`; `invalid` as `quoteOf`, and
 * `tells` for a review that tells the story or of which nobody has said that it does not
 */
export async function makeQuote(
  writer: Writer,
  entryId: string,
  given: readonly string[],
  viewer: Viewer,
  { now, today }: { now: number; today: string },
): Promise<string> {
  const review = await quoted(writer, entryId, viewer);
  // Whoever writes on the film at the same time waits: the words stay what they are until this is done.
  await writer.versions.raise(review.filmId);
  const { html } = await quoted(writer, entryId, viewer);
  if (tells(review)) throw invalid('tells');
  const allowed = await writer.posterWords.allowedOf([entryId], today);
  if (!allowed.has(entryId)) throw forbidden('no-word');
  const { passages } = quoteOf(html, given.flatMap(passagesIn));
  const same = (one: KeptQuote) => JSON.stringify(one.passages) === JSON.stringify(passages);
  const twin = (await writer.quotes.ofEntry(entryId)).find(same);
  if (!twin) return writer.quotes.add({ entryId, passages, makerId: viewer.memberId ?? '' }, now);
  if (twin.removed !== null) await writer.quotes.setRemoved(twin.id, null);
  return twin.id;
}

/**
 * Takes a quote away, or brings it back.
 *
 * @throws DomainError `forbidden`, `not-found`
 */
export async function removeQuote(
  writer: Writer,
  id: string,
  removed: boolean,
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  if (!(await writer.quotes.byId(id))) throw notFound('quote');
  await writer.quotes.setRemoved(id, removed ? now : null);
}

/**
 * A quote by its id, as it stands today.
 *
 * @throws DomainError `forbidden` for who does not curate; `not-found`
 */
export async function quoteById(reader: Reader, id: string, viewer: Viewer, today: string): Promise<Quote> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const kept = await reader.quotes.byId(id);
  if (!kept) throw notFound('quote');
  const [quote] = await asTheyStand(reader, [kept], today);
  if (!quote) throw notFound('quote');
  return quote;
}

/** A page of a film's quotes. */
export interface FilmQuotes {
  quotes: Quote[];
  /** The id after which the next page begins; null on the last. */
  next: string | null;
}

/**
 * The quotes of a film's reviews, latest first, those that stand no longer among them.
 *
 * @param before the id after which the page begins; null for the first
 * @throws DomainError `forbidden`
 */
export async function filmQuotes(
  reader: Reader,
  filmId: string,
  viewer: Viewer,
  today: string,
  before: string | null = null,
): Promise<FilmQuotes> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const kept = await reader.quotes.ofFilm(filmId, before, A_PAGE + 1);
  const shown = kept.slice(0, A_PAGE);
  const next = kept.length > A_PAGE ? (shown.at(-1)?.id ?? null) : null;
  return { quotes: await asTheyStand(reader, shown, today), next };
}

/**
 * Forgets the quotes of a review that hold words it does not say any more: for when its author forgets a former
 * version of it for good.
 */
export async function forgetFormerWords(writer: Writer, entryId: string): Promise<void> {
  const entry = await writer.entries.toChange(entryId);
  const html = entry?.review?.html ?? '';
  const former = (await writer.quotes.ofEntry(entryId)).filter(
    ({ passages }) => typeof standing(html, passages) === 'string',
  );
  await writer.quotes.forget(former.map(({ id }) => id));
}

async function asTheyStand(reader: Reader, kept: readonly KeptQuote[], today: string): Promise<Quote[]> {
  const ids = [...new Set(kept.map(({ entryId }) => entryId))];
  const reviews = new Map((await reader.reviews.byIds(ids, READER)).map((review) => [review.id, review]));
  const allowed = await reader.posterWords.allowedOf(ids, today);
  return kept.map((one) => {
    const { id, entryId, created } = one;
    const review = reviews.get(entryId) ?? null;
    const said = review?.html ? standing(review.html, one.passages) : 'missing';
    const fallen = whyFallen(one, review, typeof said !== 'string', allowed.has(entryId));
    if (fallen !== null || review === null || typeof said === 'string')
      return { id, fallen: fallen ?? 'gone', entryId, review, created };
    return { id, fallen: null, review, text: said.join(LEFT_OUT), passages: said, created };
  });
}

function whyFallen(one: KeptQuote, review: Review | null, stands: boolean, allowed: boolean): Fallen | null {
  if (one.removed !== null) return 'removed';
  if (review === null || review.html === null) return 'gone';
  if (tells(review)) return 'tells';
  if (!stands) return 'changed';
  return allowed ? null : 'no-word';
}

/** Away from its film's pages, what nobody has settled counts as telling the story. */
function tells({ spoiler }: Pick<Review, 'spoiler'>): boolean {
  return spoiler !== 'no';
}

async function quoted(reader: Reader, entryId: string, viewer: Viewer): Promise<Review & { html: string }> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const review = await reader.reviews.byId(entryId, READER);
  if (!review || review.html === null) throw notFound('review');
  return { ...review, html: review.html };
}
