import { type Insertable, sql } from 'kysely';
import type { FilmDetails } from '../domain/film-shape.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inOrder, newId } from './ids.ts';
import { meanOf } from './mean.ts';
import { namedInReviewsOf } from './mention.ts';
import { moreFilmsOf } from './more-films.ts';
import { prepared } from './prepared.ts';
import { ofFilm, ownFirst, settled, standsForItself } from './readable.ts';
import type { FactsTable, FilmsTable } from './schema.ts';
import { tierOf } from './tier.ts';

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
  /** Reviews with text that everyone may see. */
  reviews: number;
  ratingsHere: Histogram;
  ratingsElsewhere: Histogram;
}

/** A person's part in a film. `role` is `director`, `actor`, … in order of `position`. */
export interface Credit {
  personId: string;
  name: string;
  personSlug: string;
  role: string;
  character: string | null;
}

/** What a film's page is cached by. `current` is the slug to go to when it is not the one asked for. */
export interface FilmKey {
  id: string;
  slug: string;
  version: number;
  siteVersion: number;
  /** When its next screening begins, after the instant asked about; null when none is to come. */
  due: number | null;
}

export type NewFilm = Pick<Film, 'title'> &
  Partial<
    Omit<Film, 'id' | 'slug' | 'title' | 'details' | 'reviews' | 'ratingsHere' | 'ratingsElsewhere'>
  > & {
    slug: string;
    titleKey: string;
    batchId?: string | null;
  };

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
  type KeyRow = FilmKey & { canonicalId: string | null };
  const keyOfSlug = prepared<{ slug: string; from: number }, KeyRow>(db, (slot) =>
    db
      .selectFrom('films')
      .leftJoin('change_versions as own', 'own.id', 'films.id')
      .leftJoin('change_versions as whole', (join) => join.on('whole.id', '=', 'site'))
      .select((eb) => [
        'films.id',
        'films.slug',
        'films.canonical_id as canonicalId',
        eb.fn.coalesce('own.version', sql<number>`0`).as('version'),
        eb.fn.coalesce('whole.version', sql<number>`0`).as('siteVersion'),
        eb
          .selectFrom('screenings')
          .select((of) => of.fn.min('screenings.starts').as('starts'))
          .whereRef('screenings.film_id', '=', 'films.id')
          .where('screenings.starts', '>', slot('from'))
          .where('screenings.draft', '=', 0)
          .as('due'),
      ])
      .where('films.slug', '=', slot('slug'))
      .where(settled('films')),
  );
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
  const creditsUpTo = (most: number) =>
    prepared<{ id: string }, Credit>(db, (slot) =>
      db
        .selectFrom('credits')
        .innerJoin('people', 'people.id', 'credits.person_id')
        .select([
          'people.id as personId',
          'people.name',
          'people.slug as personSlug',
          'credits.role',
          'credits.character',
        ])
        .where('credits.film_id', '=', slot('id'))
        .orderBy('credits.position')
        .limit(sql.lit(most)),
    );
  const creditsOf = creditsUpTo(MOST_CREDITS);
  const leadingCredits = creditsUpTo(LEADING_CREDITS);
  return {
    /**
     * What the page at a slug is cached by; null when no film is or was there. Former slugs lead to the film.
     *
     * @param from the instant after which its screenings are to come
     */
    async key(slug: string, from = 0): Promise<FilmKey | null> {
      const [found] = await keyOfSlug({ slug, from });
      if (found && found.canonicalId === null) return found;
      const target = found?.canonicalId ?? (await redirect(db, 'film', slug));
      if (!target) return null;
      const [film] = await byId({ id: target });
      const [standing] = film?.canonical_id ? await byId({ id: film.canonical_id }) : [film];
      return standing ? ((await keyOfSlug({ slug: standing.slug, from }))[0] ?? null) : null;
    },
    async byId(id: string): Promise<Film | null> {
      const [row] = await byId({ id });
      return row ? filmOf(row) : null;
    },
    /** A film as its page shows it, with what stands around it. */
    async forPage(id: string): Promise<(Film & Around) | null> {
      const [row] = await forPage({ id });
      return row ? { ...filmOf(row), namedIn: row.namedIn, more: row.more, pins: row.pins } : null;
    },
    /** A film's credits in their order. */
    credits: (id: string): Promise<Credit[]> => creditsOf({ id }),
    /** The first of them: directors, leading cast, and those who wrote, shot, scored and cut it. */
    leadingCredits: (id: string): Promise<Credit[]> => leadingCredits({ id }),
    /** The film an external id belongs to, e.g. scheme `imdb`, value `tt0031381`. */
    async idByExternal(scheme: string, value: string): Promise<string | null> {
      const row = await db
        .selectFrom('external_ids')
        .innerJoin('films', 'films.id', 'external_ids.thing_id')
        .select((eb) => eb.fn.coalesce('films.canonical_id', 'films.id').as('id'))
        .where('external_ids.kind', '=', 'film')
        .where('external_ids.scheme', '=', scheme)
        .where('external_ids.value', '=', value)
        .where(settled('films'))
        .executeTakeFirst();
      return row?.id ?? null;
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
    /** External ids of a film, by scheme: its own first, then those of films merged into it. */
    async externalIds(id: string): Promise<{ scheme: string; value: string }[]> {
      return db
        .selectFrom('external_ids')
        .select(['scheme', 'value'])
        .where(ofFilm('thing_id', id))
        .orderBy('scheme')
        .orderBy(ownFirst('thing_id', id))
        .orderBy('value')
        .execute();
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
    /** Whether some film bears a slug, be it part of another. */
    async bears(slug: string): Promise<boolean> {
      const row = await db.selectFrom('films').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined;
    },
    /** Whether a film was taken away that had this slug, and nothing is there now. */
    async wasRemoved(slug: string): Promise<boolean> {
      const target = await redirect(db, 'film', slug);
      return target !== null && (await byId({ id: target })).length === 0;
    },
    /** Whether a slug is or was some film's. */
    async slugTaken(slug: string): Promise<boolean> {
      const row = await db.selectFrom('films').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined || (await redirect(db, 'film', slug)) !== null;
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
      for (let start = 0; start < rows.length; start += AT_ONCE)
        await db
          .insertInto('films')
          .values(rows.slice(start, start + AT_ONCE))
          .execute();
    },
    /** Adds a film that is known by little, with what is said of it as facts; the slug must be free. */
    async add(input: NewFilm, now: number): Promise<string> {
      const id = newId(now);
      const row = {
        id,
        slug: input.slug,
        title: input.title,
        original_title: input.originalTitle ?? null,
        title_key: input.titleKey,
        year: input.year ?? null,
        released: input.released ?? null,
        runtime: input.runtime ?? null,
        synopsis: input.synopsis ?? null,
        synopsis_language: input.synopsisLanguage ?? null,
        countries: JSON.stringify(input.countries ?? []),
        languages: JSON.stringify(input.languages ?? []),
        genres: JSON.stringify(input.genres ?? []),
        details: '{}',
        canonical_id: null,
        batch_id: input.batchId ?? null,
        created: now,
        updated: now,
        reviews: 0,
        ratings_here: NONE,
        ratings_elsewhere: NONE,
        average_here: null,
        tier: 0,
      };
      await db.insertInto('films').values(row).execute();
      await db.insertInto('facts').values(factsOfRow(row)).execute();
      const { title, title_key } = row;
      await db
        .insertInto('film_titles')
        .values({ film_id: id, position: 0, title, title_key, language: null, kind: 'title' })
        .execute();
      if (row.year === null) return id;
      const term = `${Math.floor(row.year / 10) * 10}s`;
      await db.insertInto('film_terms').values({ film_id: id, kind: 'decade', term, name: term }).execute();
      return id;
    },
    /** Ties an external id to a film, unless it is another film's already. */
    async addExternalId(
      filmId: string,
      scheme: string,
      value: string,
      batchId: string | null,
    ): Promise<void> {
      await db
        .insertInto('external_ids')
        .values({ thing_id: filmId, scheme, value, kind: 'film', batch_id: batchId })
        .onConflict((oc) => oc.columns(['kind', 'scheme', 'value']).doNothing())
        .execute();
    },
    /** Adds a credit at the given place in the film's order. */
    async addCredit(
      credit: {
        filmId: string;
        personId: string;
        role: string;
        position: number;
        character: string | null;
        batchId: string | null;
      },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('credits')
        .values({
          id,
          film_id: credit.filmId,
          person_id: credit.personId,
          role: credit.role,
          position: credit.position,
          character: credit.character,
          batch_id: credit.batchId,
        })
        .execute();
      return id;
    },
    /** Keeps the slug as a way to the film. */
    async redirect(slug: string, filmId: string): Promise<void> {
      await db
        .insertInto('redirects')
        .values({ kind: 'film', slug, target_id: filmId })
        .onConflict((oc) => oc.columns(['kind', 'slug']).doUpdateSet({ target_id: filmId }))
        .execute();
    },
    /** Takes a slug back as a way to any film, because one bears it again. */
    async unredirect(slug: string): Promise<void> {
      await db.deleteFrom('redirects').where('kind', '=', 'film').where('slug', '=', slug).execute();
    },
    /** Counts a film's reviews and ratings anew from what everyone may see. */
    async reckon(filmId: string): Promise<void> {
      // Whoever counts the same film at the same time waits here, and then sees what this one has written.
      const held = db.updateTable('films').set((eb) => ({ reviews: eb.ref('reviews') }));
      await held.where('id', '=', filmId).execute();
      const reviews = await db
        .selectFrom('entries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('film_id', '=', filmId)
        .where('has_text', '=', 1)
        .where('everyone', '=', 1)
        .where(settled('entries'))
        .executeTakeFirstOrThrow();
      const counts = await db
        .selectFrom('marks')
        .select((eb) => ['here', 'rating', eb.fn.countAll<number>().as('n')])
        .where('film_id', '=', filmId)
        .where('visibility', '=', 'everyone')
        .where('counted', '=', 1)
        .where('rating', 'is not', null)
        .where(settled('marks'))
        .groupBy(['here', 'rating'])
        .execute();
      const tally = (here: number) => {
        const ten = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (const row of counts) if (row.here === here && row.rating) ten[row.rating - 1] = Number(row.n);
        return ten;
      };
      const [here, elsewhere] = [tally(1), tally(0)];
      const uses = [Number(reviews.n), ...here, ...elsewhere].reduce((sum, n) => sum + n, 0);
      await db
        .updateTable('films')
        .set({
          reviews: Number(reviews.n),
          ratings_here: JSON.stringify(here),
          ratings_elsewhere: JSON.stringify(elsewhere),
          average_here: meanOf(here),
          tier: tierOf(uses),
        })
        .where('id', '=', filmId)
        .execute();
    },
  };
}

const NONE = '[0,0,0,0,0,0,0,0,0,0]';
const AT_ONCE = 200;
/** As many as a film's page has use for, and as any film has. */
const [LEADING_CREDITS, MOST_CREDITS] = [40, 10_000];

/** What a film's row says, as facts of a file. */
function factsOfRow(row: FilmsTable): FactsTable[] {
  const said: [field: string, value: string | null][] = [
    ['title', JSON.stringify(row.title)],
    ['original-title', row.original_title && JSON.stringify(row.original_title)],
    ['year', row.year === null ? null : String(row.year)],
    ['released', row.released && JSON.stringify(row.released)],
    ['runtime', row.runtime === null ? null : String(row.runtime)],
    [`synopsis:${row.synopsis_language ?? 'und'}`, row.synopsis && JSON.stringify(row.synopsis)],
    ['countries', row.countries === '[]' ? null : row.countries],
    ['languages', row.languages === '[]' ? null : row.languages],
    ['genres', row.genres === '[]' ? null : row.genres],
  ];
  return said.flatMap(([field, value]) =>
    value === null
      ? []
      : {
          film_id: row.id,
          field,
          source: 'file' as const,
          value,
          language: null,
          licence: null,
          link: null,
          fetched: row.created,
          member_id: null,
          batch_id: row.batch_id,
        },
  );
}

async function redirect(db: ReadDb, kind: 'film' | 'member', slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('redirects')
    .select('target_id')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.target_id ?? null;
}

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
    reviews: row.reviews,
    ratingsHere: JSON.parse(row.ratings_here) as number[],
    ratingsElsewhere: JSON.parse(row.ratings_elsewhere) as number[],
  };
}
