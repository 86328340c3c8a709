import type { Film } from '../store/film.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { FactSource } from '../store/schema.ts';
import { conflict, forbidden, invalid, notFound } from './errors.ts';
import { checkFact, type FieldName, fieldOf } from './fact-field.ts';
import { textOfFact } from './fact-text.ts';
import { type ShownReview, shown } from './review.ts';
import { passage } from './text/passage.ts';
import { curates, type Viewer } from './viewer.ts';

/** What of a film belongs to another: the film there is, or one that is to be made. */
export interface SplitAsked {
  film: string;
  to: { id: string } | { title: string; year: number | null };
  entries: readonly string[];
  /** Lists on which the film stands and the other is meant. */
  lists: readonly string[];
  facts: readonly { field: string; source: FactSource }[];
  ids: readonly { scheme: string; value: string }[];
}

/** So many reviews are offered at once, and so many lists; more are moved in several goes. */
export const MOST_OFFERED = 100;
/** Of a review so many characters are shown. */
const BEGINNING = 120;

/**
 * The film that is split, and the one that gets what is chosen; null where that is to be made.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `conflict` `same-film`; `invalid` `nothing`
 * where nothing is chosen, `title` or `year` where a new film has none or cannot have this
 */
export async function filmsToSplit(
  reader: Reader | Writer,
  asked: SplitAsked,
  viewer: Viewer,
): Promise<{ film: Film; to: Film | null }> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const [film] = await reader.films.byIds([asked.film]);
  if (!film) throw notFound('film');
  const { entries, lists, facts, ids } = asked;
  if (entries.length + lists.length + facts.length + ids.length === 0) throw invalid('nothing');
  if (!('id' in asked.to)) {
    const { title, year } = asked.to;
    if (!/[\p{L}\p{N}]/u.test(title) || 'fault' in checkFact('title', title)) throw invalid('title');
    if (year !== null && 'fault' in checkFact('year', year)) throw invalid('year');
    return { film, to: null };
  }
  const [to] = await reader.films.byIds([asked.to.id]);
  if (!to) throw notFound('film');
  if (to.id === film.id) throw conflict('same-film');
  return { film, to };
}

/** What of a film can be said to be another's. */
export interface SplitLook {
  film: Film;
  /** Each with how it begins; null where that may tell the story, or nothing is said. */
  entries: (ShownReview & { beginning: string | null })[];
  /** Whether there are more than are shown. */
  more: boolean;
  lists: { id: string; title: string; authorName: string }[];
  facts: { field: string; name: FieldName; of: string[]; source: FactSource; text: string }[];
  ids: { scheme: string; value: string }[];
}

/** What of a film somebody can choose from: what they may read, the latest first. */
export async function splitLook(reader: Reader, filmId: string, viewer: Viewer): Promise<SplitLook> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const film = await reader.films.byId(filmId);
  if (!film) throw notFound('film');
  const asked = { sort: 'newest', filter: {}, after: null, limit: MOST_OFFERED } as const;
  const { reviews, next } = await reader.reviews.ofFilm(filmId, viewer, asked);
  const facts = (await reader.facts.of(filmId)).flatMap(({ field, source, value }) => {
    const parsed = fieldOf(field);
    // A film keeps its own title, and what is held empty is nobody else's.
    return !parsed || field === 'title' || value === null
      ? []
      : { ...parsed, field, source, text: textOfFact(field, value) };
  });
  return {
    film,
    entries: reviews.map((review) => ({
      ...shown(review, true),
      beginning: review.html !== null && review.spoiler === 'no' ? passage(review.html, '', BEGINNING) : null,
    })),
    more: next !== null,
    lists: await reader.filmMoves.listsHolding(filmId, MOST_OFFERED),
    facts: facts.filter(({ name }) => name !== 'id'),
    ids: await reader.films.externalIds(filmId),
  };
}
