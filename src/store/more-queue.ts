import { sql } from 'kysely';
import type { SearchEngine, WriteDb } from './engines/engine.ts';

/** A list of more films than that says nothing of two of them: it is a catalogue. */
export const LONGEST_LIST = 100;
/** The kind of job that works the queue off. */
const JOB = 'more-films';

/**
 * Notes films whose row of further films may be another from now on. It is called at the end of the transaction that
 * changes them, with what its triggers named.
 */
export async function noteFilms(db: WriteDb, engine: SearchEngine, ids: readonly string[]): Promise<void> {
  // In one order everywhere, so that two writers never wait for each other.
  const given = engine.given(
    { id: 'text' },
    [...ids].sort().map((id) => [id]),
  );
  await sql`insert into more_queue (film_id, noted, times)
    select films.id, ${Date.now()}, 0 from ${given} cross join films where films.id = given.id order by films.id
    on conflict (film_id) do update set times = more_queue.times + 1`.execute(db);
  await ask(db);
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
