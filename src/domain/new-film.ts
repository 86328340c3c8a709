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
  facts: readonly { field: string; value: unknown; language?: string | null; link?: string | null }[];
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
  if (films.length === 0) return [];
  const { batchId, now } = origin;
  const made = films.map((film) => {
    const id = film.id ?? writer.batches.staging.mintId(now);
    const facts = saidOf(film, origin);
    return { id, film, facts, shape: shapeOf(facts, DEFAULT_ORDER) };
  });
  const slugs = await freeSlugs(
    writer,
    'film',
    made.map(({ shape: { columns } }) => filmSlug(columns.title ?? '', columns.year)),
  );
  const rows = made.map(({ id, shape: { columns } }, at) => ({
    ...columns,
    id,
    slug: slugs[at] ?? id,
    title: columns.title ?? '',
    title_key: titleKey(columns.title ?? ''),
    canonical_id: null,
    batch_id: batchId,
    created: now,
    updated: now,
    reviews: 0,
    ratings_here: NONE,
    ratings_elsewhere: NONE,
    average_here: null,
  }));
  if (batchId === null) await writer.films.insert(rows);
  else await writer.batches.staging.insert(batchId, 'films', rows);
  const memberId = origin.memberId ?? null;
  await writer.facts.putMany(
    made.flatMap(({ id, facts }) => facts.map((fact) => ({ ...fact, filmId: id, memberId }))),
  );
  await writer.facts.putTitles(made.flatMap(({ id, shape }) => titleRows(id, shape)));
  // Those of an import are told with the rest of it, once all of it is there.
  if (batchId === null) {
    await askForFilms(
      writer,
      made.map(({ id, shape }) => ({ id, titles: shape.titles.map(({ title }) => title) })),
      now,
    );
    await lookUpFilms(
      writer,
      made.map(({ id }) => id),
      now,
    );
  }
  await writer.facts.putTerms(made.flatMap(({ id, shape }) => termRows(id, shape)));
  const people = await peopleOf(
    writer,
    made.flatMap(({ shape }) => shape.credits),
    origin,
  );
  await writer.facts.putCredits(
    made.flatMap(({ id, shape }) => creditRows(id, shape, people)),
    now,
  );
  await writer.facts.putFilmIds(
    made.flatMap(({ id, film, shape }) =>
      [...(film.ids ?? []), ...[...shape.ids].map(([scheme, value]) => ({ scheme, value }))].map((one) => ({
        ...one,
        filmId: id,
        batchId,
      })),
    ),
  );
  return made.map(({ id }) => id);
}

function saidOf({ facts }: NewFilm, { source, licence, link, batchId, now }: Origin): Said[] {
  return facts.map((fact) => ({
    field: fact.field,
    source,
    value: fact.value,
    language: fact.language ?? null,
    licence: licence ?? null,
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
