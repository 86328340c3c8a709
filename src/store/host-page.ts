import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { HostPagesTable } from './schema.ts';

/** What a page elsewhere says of its film. */
export interface PageSays {
  title: string | null;
  year: number | null;
  director: string | null;
  /** `tt` and digits. */
  imdb: string | null;
  /** Digits. */
  tmdb: string | null;
}

/** A page elsewhere whose film was not known for sure. */
export interface HostPage {
  id: string;
  address: string;
  says: PageSays;
  state: HostPagesTable['state'];
  filmId: string | null;
  created: number;
}

export function hostPageReader(db: ReadDb) {
  return {
    async byAddress(address: string): Promise<HostPage | null> {
      const row = await db
        .selectFrom('host_pages')
        .selectAll()
        .where('address', '=', address)
        .executeTakeFirst();
      return row ? pageOf(row) : null;
    },
    /** Pages that wait, the oldest first; or those that were decided, the latest first. */
    async list(state: 'waiting' | 'decided', limit: number): Promise<HostPage[]> {
      const asked = db.selectFrom('host_pages').selectAll().limit(limit);
      const rows = await (state === 'waiting'
        ? asked.where('state', '=', 'waiting').orderBy('created').orderBy('id')
        : asked.where('state', 'in', ['film', 'none']).orderBy('created', 'desc').orderBy('id')
      ).execute();
      return rows.map(pageOf);
    },
    /** How many wait, in all and of one origin. */
    async waiting(origin: string): Promise<{ all: number; ofOrigin: number }> {
      const row = await db
        .selectFrom('host_pages')
        .select((eb) => [
          eb.fn.countAll<number>().as('all'),
          eb.fn.sum<number>(eb.case().when('origin', '=', origin).then(1).else(0).end()).as('ofOrigin'),
        ])
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return { all: Number(row.all), ofOrigin: Number(row.ofOrigin ?? 0) };
    },
  };
}

export function hostPageWriter(db: WriteDb) {
  return {
    /** Notes a page that waits; nothing where it is noted already. */
    async add(page: { address: string; origin: string; says: PageSays }, now: number): Promise<void> {
      const { address, origin, says } = page;
      const row = {
        id: newId(now),
        address,
        origin,
        said: JSON.stringify(says),
        film_id: null,
        created: now,
      };
      await db
        .insertInto('host_pages')
        .values({ ...row, state: 'waiting' })
        .onConflict((oc) => oc.column('address').doNothing())
        .execute();
    },
    /** Says which film a page means; null for none that is here. Answers whether there is such a page. */
    async decide(id: string, filmId: string | null): Promise<boolean> {
      const done = await db
        .updateTable('host_pages')
        .set({ state: filmId === null ? 'none' : 'film', film_id: filmId })
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(done.numUpdatedRows) > 0;
    },
    /** Forgets a page: it is asked about again when somebody next looks at it. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('host_pages').where('id', '=', id).execute();
    },
  };
}

function pageOf(row: HostPagesTable): HostPage {
  const { id, address, state, created } = row;
  return { id, address, state, created, filmId: row.film_id, says: JSON.parse(row.said) as PageSays };
}
