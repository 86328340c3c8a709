import type { Insertable } from 'kysely';
import type { FilmDetails } from '../domain/film-shape.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';
import { inOrder } from './ids.ts';
import { namedInReviewsOf } from './mention.ts';
import { moreFilmsOf } from './more-films.ts';
import { prepared } from './prepared.ts';
import { settled, standsForItself } from './readable.ts';
import type { FilmsTable } from './schema.ts';

/** Ten counts of ratings, half a star first. */
export type Histogram = readonly number[];

/** A film's own facts. Runtime in minutes; `released` a calendar date; countries ISO 3166-1; languages BCP 47. */
export interface Film {
  id: string;
  slug: string;
  title: string;
  originalTitle: string | null;
  year: number | null;
  released: string | null;
  runtime: number | null;
  synopsis: string | null;
  synopsisLanguage: string | null;
  countries: string[];
  languages: string[];
  genres: string[];
  details: FilmDetails;
  /** Its poster's id, height and widths, apart by blanks; null where its card is drawn. */
  poster: string | null;
  /** Reviews with text that everyone may see. */
  reviews: number;
  ratingsHere: Histogram;
  ratingsElsewhere: Histogram;
}

/** What is read along with a film for its page. */
interface Around {
  /** As `namingFilms` and `furtherFilms` read them. */
  namedIn: string | null;
  more: string | null;
  /** Whether a curator has chosen any of its reviews. */
  pins: boolean | number;
}

/** So many films whose reviews name a film stand on its page. */
const NAMING_FILMS = 8;

export function filmReader(db: ReadDb) {
  const byId = prepared<{ id: string }, FilmsTable>(db, (slot) =>
    db.selectFrom('films').selectAll().where('id', '=', slot('id')).where(settled('films')),
  );
  const forPage = prepared<{ id: string }, FilmsTable & Around>(db, (slot) =>
    db
      .selectFrom('films')
      .selectAll()
      .select(namedInReviewsOf(slot('id'), NAMING_FILMS).as('namedIn'))
      .select(moreFilmsOf(slot('id')).as('more'))
      .select((eb) =>
        eb.exists(eb.selectFrom('pins').select('film_id').where('film_id', '=', slot('id'))).as('pins'),
      )
      .where('id', '=', slot('id'))
      .where(settled('films')),
  );
  return {
    async byId(id: string): Promise<Film | null> {
      const [row] = await byId({ id });
      return row ? filmOf(row) : null;
    },
    /** A film as its page shows it, with what stands around it. */
    async forPage(id: string): Promise<(Film & Around) | null> {
      const [row] = await forPage({ id });
      return row ? { ...filmOf(row), namedIn: row.namedIn, more: row.more, pins: row.pins } : null;
    },
    /** Films of exactly this title, and year when given, canonical ones only. */
    async byTitle(title: string, year: number | null): Promise<Film[]> {
      let query = db
        .selectFrom('films')
        .selectAll()
        .where('title', '=', title)
        .where(standsForItself)
        .where(settled('films'))
        .limit(10);
      if (year !== null) query = query.where('year', '=', year);
      return (await query.execute()).map(filmOf);
    },
    /** By the id of a film, that of the film it was merged into, or its own where it stands for itself. */
    async standing(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('films')
        .select((eb) => ['id', eb.fn.coalesce('canonical_id', 'id').as('standing')])
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, standing }) => [id, standing]));
    },
    /** Films by id, in the order asked, each once; in place of merged ones those they are part of. */
    async byIds(ids: readonly string[]): Promise<Film[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('films as asked')
        .innerJoin('films', (join) =>
          join.on((eb) => eb('films.id', '=', eb.fn.coalesce('asked.canonical_id', 'asked.id'))),
        )
        .selectAll('films')
        .select('asked.id as askedId')
        .where('asked.id', 'in', ids)
        .execute();
      const standing = new Map(rows.map(({ askedId, ...row }) => [askedId, row]));
      const once = new Set(ids.flatMap((id) => standing.get(id)?.id ?? []));
      return inOrder([...once], [...standing.values()].map(filmOf));
    },
  };
}

export function filmWriter(db: WriteDb) {
  return {
    /** Adds films as rows. What else hangs on a film is `insertFilms`' in the domain. */
    async insert(rows: readonly Insertable<FilmsTable>[]): Promise<void> {
      await inSlices(rows, AT_ONCE, (some) => db.insertInto('films').values(some).execute());
    },
  };
}

const AT_ONCE = 200;

/** A film as its row holds it. */
export function filmOf(row: FilmsTable): Film {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    originalTitle: row.original_title,
    year: row.year,
    released: row.released,
    runtime: row.runtime,
    synopsis: row.synopsis,
    synopsisLanguage: row.synopsis_language,
    countries: JSON.parse(row.countries) as string[],
    languages: JSON.parse(row.languages) as string[],
    genres: JSON.parse(row.genres) as string[],
    details: row.details === '{}' ? {} : (JSON.parse(row.details) as FilmDetails),
    poster: row.poster,
    reviews: row.reviews,
    ratingsHere: JSON.parse(row.ratings_here) as number[],
    ratingsElsewhere: JSON.parse(row.ratings_elsewhere) as number[],
  };
}
