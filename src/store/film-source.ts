import type { ReadDb, WriteDb } from './engines/engine.ts';
import { inSlices } from './engines/many.ts';
import { settled, standsForItself } from './readable.ts';
import type { FactSource, LookupState } from './schema.ts';

/** How it goes with looking films up at a source. Instants are epoch milliseconds. */
export interface Lookups {
  /** How many films are in each state. */
  counts: Record<LookupState, number>;
  /** When a film was last looked up; null where none was. */
  asked: number | null;
  /** The latest failure that is not made good: its kind, and when it was. */
  failure: { error: string; asked: number } | null;
  /** When it was last read what has changed there, and how that failed; null where it never was. */
  changes: { read: number; until: number | null; error: string | null } | null;
}

/** How looking a film up at a source went. Instants are epoch milliseconds. */
export interface LookedUpAt {
  source: FactSource;
  state: LookupState;
  /** Its id there, as it was found the last time. */
  there: string | null;
  asked: number | null;
  found: number | null;
  error: string | null;
}

/** Engines take some ten thousand values in one statement. */
const AT_ONCE = 500;

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
        .where(standsForItself)
        .where(settled('films'))
        .orderBy('id')
        .limit(most);
      if (batchId !== null) query = query.where('batch_id', '=', batchId);
      return (await query.execute()).map(({ id }) => id);
    },
    async lookups(source: FactSource): Promise<Lookups> {
      const rows = await db
        .selectFrom('film_sources')
        .select(['state', (eb) => eb.fn.countAll<number>().as('n'), (eb) => eb.fn.max('asked').as('last')])
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
      const last = Math.max(0, ...rows.map((row) => row.last ?? 0));
      return {
        counts,
        asked: last === 0 ? null : last,
        failure: error !== null && asked !== null ? { error, asked } : null,
        changes: await changesOf(db, source),
      };
    },
    /** How far it is known what has changed with a source; null where it was never read. */
    changes: (source: FactSource) => changesOf(db, source),
    /** How looking up one film went, at each source. */
    ofFilm: (filmId: string): Promise<LookedUpAt[]> =>
      db
        .selectFrom('film_sources')
        .select(['source', 'state', 'there', 'asked', 'found', 'error'])
        .where('film_id', '=', filmId)
        .orderBy('source')
        .execute(),
    /** The next films after one that a source was found to have, with their ids there. */
    async thereAfter(
      source: FactSource,
      after: string,
      most: number,
    ): Promise<{ filmId: string; id: string; asked: number }[]> {
      const rows = await db
        .selectFrom('film_sources')
        .select(['film_id', 'there', 'asked'])
        .where('source', '=', source)
        .where('film_id', '>', after)
        .where('state', '=', 'done')
        .where('there', 'is not', null)
        .orderBy('film_id')
        .limit(most)
        .execute();
      return rows.map(({ film_id, there, asked }) => ({
        filmId: film_id,
        id: there ?? '',
        asked: asked ?? 0,
      }));
    },
    /** The next films after an id in a catalogue elsewhere, with these ids. */
    async knownBy(scheme: string, after: string, most: number): Promise<{ filmId: string; value: string }[]> {
      const rows = await db
        .selectFrom('external_ids')
        .innerJoin('films', 'films.id', 'external_ids.thing_id')
        .select(['external_ids.thing_id', 'external_ids.value'])
        .where('external_ids.kind', '=', 'film')
        .where('external_ids.scheme', '=', scheme)
        .where('external_ids.value', '>', after)
        .where(settled('films'))
        .orderBy('external_ids.value')
        .limit(most)
        .execute();
      return rows.map(({ thing_id, value }) => ({ filmId: thing_id, value }));
    },
    /** How many ids of films there are of a catalogue elsewhere. */
    async countKnownBy(scheme: string): Promise<number> {
      const row = await db
        .selectFrom('external_ids')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('kind', '=', 'film')
        .where('scheme', '=', scheme)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** Films that a source has not been found to have since an instant, and had before. */
    async unconfirmed(source: FactSource, since: number, most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('film_sources')
        .select('film_id')
        .where('source', '=', source)
        .where('found', '<', since)
        .orderBy('found')
        .limit(most)
        .execute();
      return rows.map(({ film_id }) => film_id);
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
    /** Keeps how a look-up went, and when the next is due; where the film was found, under which id. */
    async looked(
      filmId: string,
      source: FactSource,
      how: {
        state: LookupState;
        asked: number;
        next: number;
        tries: number;
        error: string | null;
        there?: string;
        found?: number;
      },
    ): Promise<void> {
      await db
        .updateTable('film_sources')
        .set(how)
        .where('film_id', '=', filmId)
        .where('source', '=', source)
        .execute();
    },
    /** Lets the films that a source knows under these ids be looked up again, if they were not since an instant. */
    async askAgain(source: FactSource, ids: readonly string[], since: number, now: number): Promise<void> {
      await inSlices(ids, AT_ONCE, (some) =>
        db
          .updateTable('film_sources')
          .set({ next: now })
          .where('source', '=', source)
          .where('there', 'in', some)
          .where('asked', '<', since)
          .where('next', '>', now)
          .execute(),
      );
    },
    /** Lets one film be looked up again at once, wherever it was. */
    async askAgainAbout(filmId: string, sources: readonly FactSource[], now: number): Promise<void> {
      if (sources.length === 0) return;
      await db
        .updateTable('film_sources')
        .set({ next: now })
        .where('film_id', '=', filmId)
        .where('source', 'in', sources)
        .execute();
    },
    /** Lets what waits, or failed and rests, be tried at once. */
    async hurry(source: FactSource, now: number): Promise<void> {
      await db
        .updateTable('film_sources')
        .set({ next: now })
        .where('source', '=', source)
        .where('state', 'in', ['waiting', 'failed'])
        .where('next', '>', now)
        .execute();
    },
    /** Notes that nothing is kept any more of what a source said of a film. */
    async unfound(filmId: string, source: FactSource): Promise<void> {
      await db
        .updateTable('film_sources')
        .set({ found: null })
        .where('film_id', '=', filmId)
        .where('source', '=', source)
        .execute();
    },
    /** Keeps how reading what has changed with a source went; how far it is known stays where it failed. */
    async changesRead(
      source: FactSource,
      how: { read: number; until?: number | null; error: string | null },
    ): Promise<void> {
      await db
        .insertInto('source_changes')
        .values({ source, until: null, ...how })
        .onConflict((oc) => oc.column('source').doUpdateSet(how))
        .execute();
    },
  };
}

async function changesOf(db: ReadDb, source: FactSource): Promise<Lookups['changes']> {
  const row = await db
    .selectFrom('source_changes')
    .select(['read', 'until', 'error'])
    .where('source', '=', source)
    .executeTakeFirst();
  return row ?? null;
}
