import type { ReadDb, WriteDb } from './engines/engine.ts';
import { settled } from './readable.ts';
import type { FactSource, LookupState } from './schema.ts';

/** How it goes with looking films up at a source. */
export interface Lookups {
  /** How many films are in each state. */
  counts: Record<LookupState, number>;
  /** The latest failure that is not made good: its kind, and when it was. Epoch milliseconds. */
  failure: { error: string; asked: number } | null;
}

export function filmSourceReader(db: ReadDb) {
  return {
    /** Films that are to be looked up by now, those that wait longest first. */
    async due(source: FactSource, now: number, most: number): Promise<{ filmId: string; tries: number }[]> {
      const rows = await db
        .selectFrom('film_sources')
        .select(['film_id', 'tries'])
        .where('source', '=', source)
        .where('next', '<=', now)
        .orderBy('next')
        .orderBy('film_id')
        .limit(most)
        .execute();
      return rows.map(({ film_id, tries }) => ({ filmId: film_id, tries }));
    },
    /** The next films after an id, of one import where a batch is named. */
    async filmsAfter(after: string, most: number, batchId: string | null): Promise<string[]> {
      let query = db
        .selectFrom('films')
        .select('id')
        .where('id', '>', after)
        .where('canonical_id', 'is', null)
        .where(settled('films'))
        .orderBy('id')
        .limit(most);
      if (batchId !== null) query = query.where('batch_id', '=', batchId);
      return (await query.execute()).map(({ id }) => id);
    },
    async lookups(source: FactSource): Promise<Lookups> {
      const rows = await db
        .selectFrom('film_sources')
        .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
        .where('source', '=', source)
        .groupBy('state')
        .execute();
      const counts: Lookups['counts'] = { waiting: 0, done: 0, none: 0, gone: 0, failed: 0 };
      for (const { state, n } of rows) counts[state] = Number(n);
      const failed = await db
        .selectFrom('film_sources')
        .select(['error', 'asked'])
        .where('source', '=', source)
        .where('state', '=', 'failed')
        .orderBy('asked', 'desc')
        .limit(1)
        .executeTakeFirst();
      const { error, asked } = failed ?? { error: null, asked: null };
      return { counts, failure: error !== null && asked !== null ? { error, asked } : null };
    },
  };
}

export function filmSourceWriter(db: WriteDb) {
  return {
    /** Lets films wait to be looked up, but those that were looked up or wait already. */
    async await(filmIds: readonly string[], source: FactSource, now: number): Promise<void> {
      if (filmIds.length === 0) return;
      const waiting = { source, state: 'waiting', next: now, tries: 0, asked: null, error: null } as const;
      await db
        .insertInto('film_sources')
        .values(filmIds.map((film_id) => ({ ...waiting, film_id })))
        .onConflict((oc) => oc.columns(['film_id', 'source']).doNothing())
        .execute();
    },
    /** Keeps how a look-up went, and when the next is due. */
    async looked(
      filmId: string,
      source: FactSource,
      how: { state: LookupState; asked: number; next: number; tries: number; error: string | null },
    ): Promise<void> {
      await db
        .updateTable('film_sources')
        .set(how)
        .where('film_id', '=', filmId)
        .where('source', '=', source)
        .execute();
    },
  };
}
