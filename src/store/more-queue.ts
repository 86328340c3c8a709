import { sql } from 'kysely';
import type { SearchEngine, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';

/** A list of more films than that says nothing of two of them: it is a catalogue. */
export const LONGEST_LIST = 100;
/** Of somebody's films no more than so many are looked at. */
export const FILMS_OF_ONE = 300;
/** So many questions of one kind are asked as one. */
export const BRANCHES = 100;
/** The kind of job that works the queue off. */
const JOB = 'more-films';

/** A film whose row is to be reckoned anew. */
export interface Queued {
  filmId: string;
  /** Epoch milliseconds. */
  noted: number;
  /** How often it was noted since. */
  times: number;
  /** Whether it has its turn after all films of which somebody has said something. */
  later: boolean;
}

/**
 * What nobody here has said anything about yet has its turn after all that somebody has: it is noted this much later,
 * in milliseconds, than it was.
 */
export const AFTER_OTHERS = 1e13;

/**
 * Notes films whose row of further films may be another from now on. It is called at the end of the transaction that
 * changes them, with what its triggers named. A film that leads nowhere and never did needs none: of a catalogue
 * without makers, however long, nothing has to be reckoned.
 */
export async function noteFilms(db: WriteDb, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  // In one order everywhere, so that two writers never wait for each other.
  const given = engine.given(
    { id: 'text' },
    [...ids].sort().map((id) => [id]),
  );
  const spoken = sql`(films.reviews > 0 or films.tier > 0
    or exists (select 1 from more_links where more_links.film_id = films.id))`;
  const { numAffectedRows = 0n } = await sql`insert into more_queue (film_id, noted, times)
    select films.id, case when ${spoken} then 0 else ${sql.lit(AFTER_OTHERS)} end + ${Date.now()}, 0
    from ${given} cross join films where films.id = given.id and (${spoken}
      or exists (select 1 from credits where credits.film_id = films.id)
      or exists (select 1 from list_items where list_items.film_id = films.id)) order by films.id
    on conflict (film_id) do update set times = more_queue.times + 1,
      noted = case when excluded.noted < more_queue.noted then excluded.noted else more_queue.noted end`.execute(
    db,
  );
  if (numAffectedRows > 0n) await ask(db);
}

/** Notes the films of lists. */
export async function noteLists(db: WriteDb, ids: readonly string[]): Promise<void> {
  const lists = sql.join(ids);
  await sql`insert into more_queue (film_id, noted, times)
    select film_id, ${Date.now()}, 0 from (select distinct film_id from list_items
      where list_id in (${lists}) and position <= ${sql.lit(LONGEST_LIST)}) as theirs where true order by film_id
    on conflict (film_id) do update set times = more_queue.times + 1`.execute(db);
  await ask(db);
}

async function ask(db: WriteDb): Promise<void> {
  const now = Date.now();
  await sql`insert into jobs (id, kind, payload, state, due, attempts, created)
    select ${`more films ${now}`}, ${sql.lit(JOB)}, '{}', 'waiting', 0, 0, ${now}
    where not exists (select 1 from jobs where kind = ${sql.lit(JOB)} and state = 'waiting')
    on conflict (id) do nothing`.execute(db);
}

/** Films whose row of further films is to be reckoned anew. */
export function moreQueueWriter(db: WriteDb) {
  return {
    /** Notes that a film may lead to others from now on; what triggers notice needs no note. */
    async note(filmId: string): Promise<void> {
      await db.insertInto('search_changed').values({ kind: 'more', thing_id: filmId, whole: 0 }).execute();
    },
    /**
     * Films whose rows are to be reckoned anew, those that have waited longest first; last those of which nobody has
     * said anything yet.
     */
    async queued(limit: number): Promise<Queued[]> {
      const rows = await db
        .selectFrom('more_queue')
        .select(['film_id as filmId', 'noted', 'times'])
        .orderBy('noted')
        .orderBy('film_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        ...row,
        noted: row.noted % AFTER_OTHERS,
        later: row.noted >= AFTER_OTHERS,
      }));
    },
    /** Takes a film off the queue, unless somebody has asked for it again since. */
    async unqueue({ filmId, times }: Pick<Queued, 'filmId' | 'times'>): Promise<void> {
      await db.deleteFrom('more_queue').where('film_id', '=', filmId).where('times', '=', times).execute();
    },
    /** Whether something is being brought or taken back, of which nothing can be told yet. */
    async unsettled(): Promise<boolean> {
      const row = await db
        .selectFrom('batches')
        .select('id')
        .where('state', 'in', ['staging', 'undoing'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /**
     * Queues the films that may show some films, or may do so from now on: those of their people, those on their
     * lists, and those that show them. What was reckoned at `since` or later knows of them already.
     *
     * @param later whether they have their turn after all others too
     * @param but films that are not queued
     */
    async queueAround(
      filmIds: readonly string[],
      { people, lists }: { people: readonly string[]; lists: readonly string[] },
      { since, later, but }: { since: number; later: boolean; but: readonly string[] },
    ): Promise<void> {
      if (filmIds.length === 0) return;
      const noted = Date.now() + (later ? AFTER_OTHERS : 0);
      const around = [
        sql`select film_id from more_films where other_id in (${sql.join([...filmIds])})`,
        ...people.map(
          (id) =>
            sql`select film_id from (select film_id from credits where person_id = ${id}
              limit ${sql.lit(FILMS_OF_ONE)}) as theirs`,
        ),
        ...lists.map(
          (id) =>
            sql`select film_id from list_items where list_id = ${id} and position <= ${sql.lit(LONGEST_LIST)}`,
        ),
      ];
      await inSlices(around, BRANCHES, (some) =>
        sql`insert into more_queue (film_id, noted, times)
          select film_id, ${noted}, 0 from more_links
          where film_id in (${sql.join([...some], sql` union all `)})
          and reckoned < ${since} and film_id not in (${sql.join([...but])}) order by film_id
          on conflict (film_id) do nothing`.execute(db),
      );
    },
  };
}
