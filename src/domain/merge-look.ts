import type { Double } from '../store/doubles.ts';
import type { Film } from '../store/film.ts';
import type { Hanging } from '../store/film-moves.ts';
import type { Reader, Writer } from '../store/open.ts';
import { forbidden, notFound } from './errors.ts';
import { type FieldName, fieldOf } from './fact-field.ts';
import { textOfFact } from './fact-text.ts';
import { heldOf } from './film-shape.ts';
import { filmsToMerge } from './merge.ts';
import { orderOf } from './reshape.ts';
import { curates, type Viewer } from './viewer.ts';

export type { Double };

/** One field of two films: what holds of each, and what will hold of both. Empty where nobody says anything. */
export interface FieldBeside {
  name: FieldName;
  /** The language, country or part it is said for. */
  of: string[];
  into: string;
  from: string;
  after: string;
}

/** What merging would do, side by side. */
export interface MergeLook {
  from: Film;
  into: Film;
  hanging: { from: Hanging; into: Hanging };
  /** The fields in which the films differ. */
  fields: FieldBeside[];
}

/** So many fields in which films differ are shown. */
const MOST_FIELDS = 60;

/**
 * What merging two films would do.
 *
 * @throws DomainError as `filmsToMerge`
 */
export async function mergeLook(
  reader: Reader,
  asked: { from: string; into: string },
  viewer: Viewer,
): Promise<MergeLook> {
  const { from, into } = await filmsToMerge(reader, asked, viewer);
  const order = await orderOf(reader);
  const [own, other] = [await reader.facts.of(into.id), await reader.facts.of(from.id)];
  const held = {
    into: heldOf(own, order),
    from: heldOf(other, order),
    // The film that stays keeps its name.
    after: heldOf([...own, ...other.filter(({ field }) => field !== 'title')], order),
  };
  const fields = [...new Set([...own, ...other].map(({ field }) => field))].sort();
  const beside = fields.flatMap((field) => {
    const text = (which: keyof typeof held) => textOfFact(field, held[which].get(field)?.value ?? null);
    const parsed = fieldOf(field);
    return parsed ? { ...parsed, into: text('into'), from: text('from'), after: text('after') } : [];
  });
  return {
    from,
    into,
    hanging: {
      from: await reader.filmMoves.hangingOn(from.id),
      into: await reader.filmMoves.hangingOn(into.id),
    },
    fields: beside.filter((one) => one.into !== one.from).slice(0, MOST_FIELDS),
  };
}

/**
 * Films that may be one, among the latest before a place.
 *
 * @throws DomainError `forbidden` `curators-only`
 */
export async function likelyDoubles(
  reader: Reader,
  before: string,
  viewer: Viewer,
): Promise<{ pairs: Double[]; next: string | null }> {
  if (!curates(viewer)) throw forbidden('curators-only');
  return reader.doubles.doubles(before);
}

/**
 * Says that two films which look alike are two.
 *
 * @throws DomainError `forbidden` `curators-only`; `not-found` `film`
 */
export async function setApart(
  writer: Writer,
  filmIds: readonly [string, string],
  viewer: Viewer,
  now: number,
): Promise<void> {
  if (!curates(viewer)) throw forbidden('curators-only');
  const there = await writer.films.byIds(filmIds);
  if (there.length < 2) throw notFound('film');
  await writer.doubles.setApart([there[0]?.id ?? '', there[1]?.id ?? ''], viewer.memberId, now);
}
