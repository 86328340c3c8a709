import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { VenuesTable } from './schema.ts';

/** A place where films are shown: a cinema, a club's room, a festival's tent. */
export interface Venue {
  id: string;
  slug: string;
  name: string;
  street: string | null;
  town: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** The IANA time zone of its clocks. */
  timeZone: string;
  website: string | null;
}

export type VenueFacts = Omit<Venue, 'id' | 'slug'>;

export function venueReader(db: ReadDb) {
  return {
    async byId(id: string): Promise<Venue | null> {
      const row = await db.selectFrom('venues').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? venueOf(row) : null;
    },
    async bySlug(slug: string): Promise<Venue | null> {
      const row = await db.selectFrom('venues').selectAll().where('slug', '=', slug).executeTakeFirst();
      return row ? venueOf(row) : null;
    },
    /** All of them by name; a site has as many as it entered by hand. */
    async list(): Promise<Venue[]> {
      const rows = await db.selectFrom('venues').selectAll().orderBy('name').orderBy('id').execute();
      return rows.map(venueOf);
    },
    async slugTaken(slug: string): Promise<boolean> {
      const row = await db.selectFrom('venues').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function venueWriter(db: WriteDb) {
  return {
    /** Adds a venue; the slug must be free. */
    async add(facts: VenueFacts, slug: string, now: number): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('venues')
        .values({ id, slug, ...columns(facts), created: now, updated: now })
        .execute();
      return id;
    },
    async change(id: string, facts: VenueFacts, now: number): Promise<void> {
      await db
        .updateTable('venues')
        .set({ ...columns(facts), updated: now })
        .where('id', '=', id)
        .execute();
    },
    /** Removes a venue that shows nothing. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('venues').where('id', '=', id).execute();
    },
  };
}

function columns({ timeZone, ...facts }: VenueFacts) {
  const { name, street, town, country, website } = facts;
  return { name, street, town, country, website, time_zone: timeZone };
}

function venueOf(row: VenuesTable): Venue {
  const { id, slug, name, street, town, country, website } = row;
  return { id, slug, name, street, town, country, website, timeZone: row.time_zone };
}
