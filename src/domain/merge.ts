import type { Film } from '../store/film.ts';
import type { Reader, Writer } from '../store/open.ts';
import type { ListItemsTable, MarksTable, MentionsTable } from '../store/schema.ts';
import { conflict, forbidden, notFound } from './errors.ts';
import type { UndoReport } from './import.ts';
import { listWords } from './list.ts';
import { curates, type Viewer } from './viewer.ts';

/** A film as a report names it, however it is called by then. */
export interface FilmNamed {
  id: string;
  slug: string;
  title: string;
  year: number | null;
}

/** How much was moved from one film to another, of each kind. */
export interface MovedCounts {
  entries: number;
  marks: number;
  list_items: number;
  mentions: number;
  screenings: number;
  pins: number;
  facts: number;
  /** Ratings and places on lists that both films had of one author, or on one list. */
  joined: number;
}

/** What became of a merge, as it is kept with it. */
export interface MergeReport {
  from: FilmNamed;
  into: FilmNamed;
  moved: MovedCounts;
  /** What undoing it did; null while it holds. */
  undone: UndoReport | null;
}

export const NOTHING_MOVED: Readonly<MovedCounts> = Object.freeze({
  entries: 0,
  marks: 0,
  list_items: 0,
  mentions: 0,
  screenings: 0,
  pins: 0,
  facts: 0,
  joined: 0,
});

export function filmNamed({ id, slug, title, year }: Film): FilmNamed {
  return { id, slug, title, year };
}

/**
 * The two films of a merge, each as what it is part of by now.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`; `conflict` `same-film` where they are one
 */
export async function filmsToMerge(
  reader: Reader | Writer,
  asked: { from: string; into: string },
  viewer: Viewer,
): Promise<{ from: Film; into: Film }> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const standing = await reader.films.standing([asked.from, asked.into]);
  const [from, into] = [
    await reader.films.byId(standing.get(asked.from) ?? ''),
    await reader.films.byId(standing.get(asked.into) ?? ''),
  ];
  if (!from || !into) throw notFound('film');
  if (from.id === into.id) throw conflict('same-film');
  return { from, into };
}

/**
 * The one mark of an author who had one on each of two films: the later-dated one, with what only the other says
 * where both are for the same people. A film that either says was seen is on no watchlist but by the later one.
 *
 * @param kept the mark on the film that stays
 */
export function joinMarks(kept: MarksTable, other: MarksTable): MarksTable {
  const [base, rest] = isLater(other, kept) ? [other, kept] : [kept, other];
  const whose = { film_id: kept.film_id, batch_id: kept.batch_id };
  if (base.visibility !== rest.visibility) return { ...base, ...whose };
  const rates = base.rating === null ? rest : base;
  const watched = base.watched ?? rest.watched;
  return {
    ...base,
    ...whose,
    watched,
    liked: base.liked ?? rest.liked,
    rating: rates.rating,
    rated: rates.rated,
    watchlist: base.watchlist ?? (watched === null ? rest.watchlist : null),
  };
}

/** By the days of their ratings where both rate, else by the last day anything was set; unknown days are earliest. */
function isLater(one: MarksTable, other: MarksTable): boolean {
  if (one.rating !== null && other.rating !== null) return (one.rated ?? '') > (other.rated ?? '');
  return lastDay(one) > lastDay(other);
}

function lastDay({ watched, liked, rated, watchlist }: MarksTable): string {
  return [watched, liked, rated, watchlist].reduce<string>(
    (last, day) => (day && day > last ? day : last),
    '',
  );
}

/** The one place of two films that are one on the same list: the earlier, with the notes of both. */
export function joinPlaces(kept: ListItemsTable, other: ListItemsTable): ListItemsTable {
  const [first, second] = other.position < kept.position ? [other, kept] : [kept, other];
  return { ...kept, position: first.position, ...joinNotes(first, second) };
}

type Note = Pick<ListItemsTable, 'note' | 'note_format' | 'note_html'>;

function joinNotes(first: Note, second: Note): Note {
  const { note, note_format, note_html } = first.note === null ? second : first;
  if (first.note === null || second.note === null || first.note === second.note)
    return { note, note_format, note_html };
  const alike = first.note_format === second.note_format && first.note_format !== null;
  const words = alike
    ? listWords(`${first.note}\n\n${second.note}`, first.note_format ?? 'lbml')
    : listWords(`${first.note_html}<br><br>${second.note_html}`, 'html');
  return { note: words?.source ?? null, note_format: words?.format ?? null, note_html: words?.html ?? null };
}

/** What one review says of two films that are one: what somebody has said of either holds over what was found. */
export function joinMentions(kept: MentionsTable, other: MentionsTable): MentionsTable {
  const { film_id } = kept;
  return kept.state === 'found' && other.state !== 'found' ? { ...other, film_id } : kept;
}
