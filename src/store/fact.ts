import type { Insertable } from 'kysely';
import type { Said } from '../domain/film-shape.ts';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { among, inSlices, insertMany } from './engines/many.ts';
import { newId } from './ids.ts';
import { ofFilm, ownFirst } from './readable.ts';
import type {
  FactHistoryTable,
  FactSource,
  FactsTable,
  FilmsTable,
  FilmTermsTable,
  FilmTitlesTable,
} from './schema.ts';

/** A fact with who said it by hand. */
export interface Fact extends Said {
  filmId: string;
  memberId: string | null;
}

/** What was said before. */
export interface FormerFact {
  id: string;
  field: string;
  source: FactSource;
  value: unknown;
  licence: string | null;
  link: string | null;
  /** From when to when it was said. Epoch milliseconds. */
  fetched: number;
  replaced: number;
  /** The member who replaced it; null where its source says otherwise. */
  memberId: string | null;
}

/** Engines take some ten thousand values in one statement. */
const AT_ONCE = 500;
const OVERWRITE = `on conflict (film_id, field, source) do update set ${['value', 'language', 'licence', 'link', 'fetched', 'member_id', 'batch_id'].map((column) => `${column} = excluded.${column}`)}`;
/** The latest so many former facts of a film are shown. */
const MOST_FORMER = 500;

export function factReader(db: ReadDb) {
  return {
    /** All that is said of a film: its own first, then what is said of films merged into it. */
    of: async (filmId: string): Promise<Fact[]> =>
      (
        await db
          .selectFrom('facts')
          .selectAll()
          .where(ofFilm('film_id', filmId))
          .orderBy(ownFirst('film_id', filmId))
          .orderBy('film_id')
          .orderBy('field')
          .execute()
      ).map(factOf),
    /** The fields of which anything is said, by film; of films merged into it too. */
    async fields(filmIds: readonly string[]): Promise<Map<string, Set<string>>> {
      const fields = new Map<string, Set<string>>(filmIds.map((id) => [id, new Set()]));
      if (filmIds.length === 0) return fields;
      const rows = await db
        .selectFrom('films')
        .innerJoin('facts', 'facts.film_id', 'films.id')
        .select((eb) => [eb.fn.coalesce('films.canonical_id', 'films.id').as('filmId'), 'facts.field'])
        .distinct()
        .where('films.id', 'in', (eb) =>
          eb
            .selectFrom('films')
            .select('id')
            .where(among(db, 'id', filmIds))
            .unionAll(
              eb
                .selectFrom('films')
                .select('id')
                .where(among(db, 'canonical_id', filmIds)),
            ),
        )
        .execute();
      for (const { filmId, field } of rows) fields.get(filmId)?.add(field);
      return fields;
    },
    /** The next films after an id of which more than one source says something, or that are part of another. */
    async filmsOfSeveral(after: string, most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('facts')
        .select('film_id')
        .where('film_id', '>', after)
        .groupBy('film_id')
        .having((eb) =>
          eb.or([
            eb(eb.fn.count('source').distinct(), '>', 1),
            eb('film_id', 'in', eb.selectFrom('films').select('id').where('canonical_id', 'is not', null)),
          ]),
        )
        .orderBy('film_id')
        .limit(most)
        .execute();
      return rows.map(({ film_id }) => film_id);
    },
    /** The next films after an id of which a source says something. */
    async filmsSaidBy(source: FactSource, after: string, most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('facts')
        .select('film_id')
        .distinct()
        .where('source', '=', source)
        .where('film_id', '>', after)
        .orderBy('film_id')
        .limit(most)
        .execute();
      return rows.map(({ film_id }) => film_id);
    },
    /** What was said of a film before, and of those merged into it, latest first. */
    async former(filmId: string): Promise<FormerFact[]> {
      const rows = await db
        .selectFrom('fact_history')
        .selectAll()
        .where(ofFilm('film_id', filmId))
        .orderBy('id', 'desc')
        .limit(MOST_FORMER)
        .execute();
      return rows.map(({ film_id, member_id, batch_id, language, value, ...row }) => ({
        ...row,
        value: JSON.parse(value) as unknown,
        memberId: member_id,
      }));
    },
    /** The terms of one film. */
    terms: (filmId: string): Promise<Omit<FilmTermsTable, 'film_id'>[]> =>
      db
        .selectFrom('film_terms')
        .select(['kind', 'term', 'name'])
        .where('film_id', '=', filmId)
        .orderBy('kind')
        .orderBy('term')
        .execute(),
    /** Every title of one film, the one it goes by here first. */
    titles: (filmId: string): Promise<Omit<FilmTitlesTable, 'film_id' | 'position'>[]> =>
      db
        .selectFrom('film_titles')
        .select(['title', 'language', 'kind', 'title_key'])
        .where('film_id', '=', filmId)
        .orderBy('position')
        .execute(),
  };
}

/** Writes facts, and what is worked out of them. `domain/fact.ts` keeps the two in step. */
export function factWriter(db: WriteDb) {
  return {
    /** Writes many facts at once; what a source has said of a field before is overwritten. */
    putMany: (facts: readonly Fact[]): Promise<void> =>
      inSlices(facts, AT_ONCE, (some) => insertMany(db, 'facts', some.map(rowOf), OVERWRITE)),
    async remove(filmId: string, source: FactSource, fields: readonly string[]): Promise<void> {
      if (fields.length === 0) return;
      await db
        .deleteFrom('facts')
        .where('film_id', '=', filmId)
        .where('source', '=', source)
        .where('field', 'in', fields)
        .execute();
    },
    /**
     * Keeps what is about to be replaced.
     *
     * @param by who replaces it by hand, and with which batch
     */
    keepFormer: (
      facts: readonly Fact[],
      by: { memberId: string | null; batchId: string | null },
      now: number,
    ): Promise<void> =>
      inSlices(facts, AT_ONCE, (some) =>
        db
          .insertInto('fact_history')
          .values(
            some.map((fact): Insertable<FactHistoryTable> => {
              const { member_id, batch_id, ...row } = rowOf(fact);
              const kept = { ...row, member_id: by.memberId, batch_id: by.batchId };
              return { ...kept, id: newId(now), replaced: now };
            }),
          )
          .execute(),
      ),
    /** Forgets what a source said before and was replaced by then, of one film where it is named. */
    async forgetFormer(source: FactSource, replacedBefore: number, filmId?: string): Promise<void> {
      let query = db
        .deleteFrom('fact_history')
        .where('source', '=', source)
        .where('replaced', '<', replacedBefore);
      if (filmId !== undefined) query = query.where('film_id', '=', filmId);
      await query.execute();
    },
    /** Lets whoever changes the same film at the same time wait, and then see what this one has written. */
    async hold(filmId: string): Promise<void> {
      const held = db.updateTable('films').set((eb) => ({ reviews: eb.ref('reviews') }));
      await held.where('id', '=', filmId).execute();
    },
    /** A film's row as it stands; null when there is none. */
    async row(filmId: string): Promise<FilmsTable | null> {
      const row = await db.selectFrom('films').selectAll().where('id', '=', filmId).executeTakeFirst();
      return row ?? null;
    },
    async setColumns(filmId: string, columns: Partial<FilmsTable>): Promise<void> {
      await db.updateTable('films').set(columns).where('id', '=', filmId).execute();
    },
    /** Adds titles of films that have none there yet. */
    putTitles: (rows: readonly Insertable<FilmTitlesTable>[]): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) => insertMany(db, 'film_titles', some)),
    /** Adds terms of films that have none of these yet. */
    putTerms: (rows: readonly Insertable<FilmTermsTable>[]): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) => insertMany(db, 'film_terms', some)),
    async removeTitles(filmId: string): Promise<void> {
      await db.deleteFrom('film_titles').where('film_id', '=', filmId).execute();
    },
    async removeTerms(filmId: string): Promise<void> {
      await db.deleteFrom('film_terms').where('film_id', '=', filmId).execute();
    },
    /** Ties external ids to films, but those that are another film's already. */
    putFilmIds: (
      rows: readonly { filmId: string; scheme: string; value: string; batchId: string | null }[],
    ): Promise<void> =>
      inSlices(rows, AT_ONCE, (some) =>
        insertMany(
          db,
          'external_ids',
          some.map(({ filmId: thing_id, scheme, value, batchId: batch_id }) => ({
            thing_id,
            scheme,
            value,
            kind: 'film',
            batch_id,
          })),
          'on conflict (kind, scheme, value) do nothing',
        ),
      ),
    /** Unties an external id from a film. */
    async removeExternalId(filmId: string, scheme: string, value: string): Promise<void> {
      await db
        .deleteFrom('external_ids')
        .where('kind', '=', 'film')
        .where('scheme', '=', scheme)
        .where('value', '=', value)
        .where('thing_id', '=', filmId)
        .execute();
    },
  };
}

function rowOf(fact: Fact): Insertable<FactsTable> {
  return {
    film_id: fact.filmId,
    field: fact.field,
    source: fact.source,
    value: JSON.stringify(fact.value),
    language: fact.language,
    licence: fact.licence,
    link: fact.link,
    fetched: fact.fetched,
    member_id: fact.memberId,
    batch_id: fact.batchId,
  };
}

/** A fact as its row holds it. */
function factOf({ film_id, member_id, batch_id, value, ...row }: FactsTable): Fact {
  return {
    ...row,
    filmId: film_id,
    value: JSON.parse(value) as unknown,
    memberId: member_id,
    batchId: batch_id,
  };
}
