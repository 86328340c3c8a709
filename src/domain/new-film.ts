import type { Writer } from '../store/open.ts';
import type { FactSource, TermKind } from '../store/schema.ts';
import { keyOfPerson, type Making, peopleOf } from './credit.ts';
import { DEFAULT_ORDER, type FilmShape, type Said, shapeOf } from './film-shape.ts';
import { lookUpFilms } from './film-source.ts';
import { freeSlugs } from './free-slugs.ts';
import { askForFilms } from './mentions/work.ts';
import { filmSlug, titleKey } from './slug.ts';

/** A film that is to be made, and what is said of it; every value is as `checkFact` gives it. */
export interface NewFilm {
  /** Its id where it was minted before. */
  id?: string;
  facts: readonly {
    field: string;
    value: unknown;
    language?: string | null;
    /** Where these are not what they are for all. */
    licence?: string | null;
    link?: string | null;
  }[];
  /** Ids elsewhere that come without being facts. */
  ids?: readonly { scheme: string; value: string }[];
}

/** Who says what new films are made of. */
export interface Origin extends Making {
  source: FactSource;
  licence?: string | null;
  link?: string | null;
  /** Who says it by hand. */
  memberId?: string | null;
}

/** A film with all that is to be written of it, but for its address and the people it names. */
export interface DrawnFilm {
  id: string;
  film: NewFilm;
  facts: readonly Said[];
  shape: FilmShape;
  titleKey: string;
}

/**
 * Works out what is to be written of new films: all of the thinking, so that a transaction need not wait for it.
 *
 * @param mint gives a film its id where it has none
 */
export function drawFilms(
  films: readonly NewFilm[],
  origin: Omit<Origin, 'people' | 'memberId'>,
  mint: () => string,
): DrawnFilm[] {
  return films.map((film) => {
    const facts = saidOf(film, origin);
    const shape = shapeOf(facts, DEFAULT_ORDER);
    return { id: film.id ?? mint(), film, facts, shape, titleKey: titleKey(shape.columns.title ?? '') };
  });
}

/**
 * Makes films with all that is said of them, many at once: their rows, facts, titles, terms, credits, people and ids.
 * Those of a batch bear its id; nothing else of them need be recorded, because all of it goes with its film.
 *
 * @returns their ids, in their order
 */
export async function insertFilms(
  writer: Writer,
  films: readonly NewFilm[],
  origin: Origin,
): Promise<string[]> {
  const drawn = drawFilms(films, origin, () => writer.batches.staging.mintId(origin.now));
  await insertDrawn(writer, drawn, origin);
  return drawn.map(({ id }) => id);
}

/** The same with films that were drawn before. */
export async function insertDrawn(
  writer: Writer,
  drawn: readonly DrawnFilm[],
  origin: Origin,
): Promise<void> {
  if (drawn.length === 0) return;
  const { batchId, now } = origin;
  const slugs = await freeSlugs(
    writer,
    'film',
    drawn.map(({ shape: { columns } }) => filmSlug(columns.title ?? '', columns.year)),
  );
  const rows = drawn.map(({ id, titleKey: title_key, shape: { columns } }, at) => ({
    ...columns,
    id,
    slug: slugs[at] ?? id,
    title: columns.title ?? '',
    title_key,
    canonical_id: null,
    batch_id: batchId,
    created: now,
    updated: now,
    reviews: 0,
    ratings_here: NONE,
    ratings_elsewhere: NONE,
    average_here: null,
    poster: null,
    tier: 0,
  }));
  if (batchId === null) await writer.films.insert(rows);
  else await writer.batches.staging.insert(batchId, 'films', rows);
  const memberId = origin.memberId ?? null;
  await writer.facts.putMany(
    drawn.flatMap(({ id, facts }) => facts.map((fact) => ({ ...fact, filmId: id, memberId }))),
  );
  await writer.facts.putTitles(drawn.flatMap(({ id, shape }) => titleRows(id, shape)));
  // Those of an import are told with the rest of it, once all of it is there.
  if (batchId === null) await announce(writer, drawn, now);
  await writer.facts.putTerms(drawn.flatMap(({ id, shape }) => termRows(id, shape)));
  const people = await peopleOf(
    writer,
    drawn.flatMap(({ shape }) => shape.credits),
    origin,
  );
  await writer.credits.put(
    drawn.flatMap(({ id, shape }) => creditRows(id, shape, people)),
    now,
  );
  await writer.facts.putFilmIds(
    drawn.flatMap(({ id, film, shape }) =>
      [...(film.ids ?? []), ...[...shape.ids].map(([scheme, value]) => ({ scheme, value }))].map((one) => ({
        ...one,
        filmId: id,
        batchId,
      })),
    ),
  );
}

/** Lets new films be named in reviews, and be looked up. */
async function announce(writer: Writer, drawn: readonly DrawnFilm[], now: number): Promise<void> {
  await askForFilms(
    writer,
    drawn.map(({ id, shape }) => ({ id, titles: shape.titles.map(({ title }) => title) })),
    now,
  );
  await lookUpFilms(
    writer,
    drawn.map(({ id }) => id),
    now,
  );
}

function saidOf(
  { facts }: NewFilm,
  { source, licence, link, batchId, now }: Omit<Origin, 'people' | 'memberId'>,
): Said[] {
  return facts.map((fact) => ({
    field: fact.field,
    source,
    value: fact.value,
    language: fact.language ?? null,
    licence: fact.licence ?? licence ?? null,
    link: fact.link ?? link ?? null,
    fetched: now,
    batchId,
  }));
}

/** Nobody has rated it yet. */
const NONE = '[0,0,0,0,0,0,0,0,0,0]';

export function titleRows(filmId: string, { titles }: FilmShape) {
  return titles.map((title, position) => ({ ...title, film_id: filmId, position }));
}

export function termRows(filmId: string, { terms }: FilmShape) {
  return terms.map((term) => ({ ...term, film_id: filmId, kind: term.kind as TermKind }));
}

/** Credits in their places, with the people `peopleOf` found. */
export function creditRows(filmId: string, { credits }: FilmShape, people: ReadonlyMap<string, string>) {
  return credits.map((credit, position) => ({
    film_id: filmId,
    person_id: people.get(keyOfPerson(credit)) ?? '',
    role: credit.role,
    position,
    character: credit.character ?? null,
    batch_id: credit.batchId,
  }));
}
