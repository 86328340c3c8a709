import { randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import type { FactSource } from './schema.ts';

/** What the owner decides for the whole site. */
export interface SiteSettings {
  /** Who may write: newcomers too, or members only. */
  newcomers: boolean;
  /** Whether a new author's first review waits for the owner. */
  firstReviewWaits: boolean;
  /** How many reviews a film's page shows. */
  reviewsOnFilmPage: number;
  /** The IANA time zone in which a form's "today" is meant. */
  timeZone: string;
  /** The language of the interface where a reader asks for none. */
  language: string;
  /** Whether search engines are asked in, and programs that train on what they read. */
  search: boolean;
  training: boolean;
  /** Whether the demonstration catalogue was put in. */
  demonstration: boolean;
  /** Whose facts of films are believed before whose, as the owner set it; missing where nobody has. */
  factOrder?: FactSource[];
  /** The sources that are asked for facts of the films here; missing where the owner allowed none. */
  factSources?: FactSource[];
  /** The origins of the sites that may show strips of ours; missing or empty where every site may. */
  stripSites?: string[];
  /** What the owner has said of the use that is made of TMDB here; missing where they were not asked. */
  tmdbUse?: 'private' | 'commercial';
  /** Whether facts were taken from files of IMDb. */
  imdbFiles?: boolean;
  /** The countries of which it is told where a film can be watched, ISO 3166-1 alpha-2; missing for none. */
  watchCountries?: string[];
  /** Whether there is a venue, so that pages lead to what it shows. */
  programme: boolean;
}

export interface Site {
  name: string;
  settings: SiteSettings;
  /** Whether somebody owns it; first run means nobody does. */
  owned: boolean;
}

export const DEFAULT_SETTINGS: SiteSettings = {
  newcomers: true,
  firstReviewWaits: false,
  reviewsOnFilmPage: 5,
  timeZone: 'UTC',
  language: 'en',
  search: true,
  training: false,
  demonstration: false,
  programme: false,
};

const UNNAMED = 'Houselights';

export function siteReader(db: ReadDb) {
  return {
    /** The site's name and settings; defaults while nobody has set them. */
    async get(): Promise<Site> {
      const owner = db
        .selectFrom('members')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('role', '=', 'owner');
      const row = await db
        .selectNoFrom((eb) => [
          eb.selectFrom('site').select('name').where('id', '=', 'site').as('name'),
          eb.selectFrom('site').select('settings').where('id', '=', 'site').as('settings'),
          owner.as('owners'),
        ])
        .executeTakeFirstOrThrow();
      const settings = row.settings ? (JSON.parse(row.settings) as Partial<SiteSettings>) : {};
      return {
        name: row.name ?? UNNAMED,
        settings: { ...DEFAULT_SETTINGS, ...settings },
        owned: Number(row.owners) > 0,
      };
    },
    /** A secret by name, or null before it is made. */
    async secret(name: string): Promise<string | null> {
      const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
  };
}

export function siteWriter(db: WriteDb) {
  return {
    /** Sets the name and some of the settings; the others stay. */
    async set(change: { name?: string; settings?: Partial<SiteSettings> }, now: number): Promise<void> {
      const row = await db.selectFrom('site').selectAll().where('id', '=', 'site').executeTakeFirst();
      const settings = JSON.stringify({ ...(row ? JSON.parse(row.settings) : {}), ...change.settings });
      const name = change.name ?? row?.name ?? UNNAMED;
      await db
        .insertInto('site')
        .values({ id: 'site', name, settings, created: now })
        .onConflict((oc) => oc.column('id').doUpdateSet({ name, settings }))
        .execute();
    },
    /** A secret by name, made of 32 random bytes where it is missing; the same for every process. */
    async secretMade(name: string): Promise<string> {
      await db
        .insertInto('secrets')
        .values({ name, value: randomBytes(32).toString('base64url') })
        .onConflict((oc) => oc.column('name').doNothing())
        .execute();
      const row = await db
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return row.value;
    },
    /** Replaces or removes a secret. */
    async secretSet(name: string, value: string | null): Promise<void> {
      await db.deleteFrom('secrets').where('name', '=', name).execute();
      if (value !== null) await db.insertInto('secrets').values({ name, value }).execute();
    },
  };
}
