import { sql } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { prepared } from './prepared.ts';
import { settled } from './readable.ts';

/** What a film's page is cached by. `current` is the slug to go to when it is not the one asked for. */
export interface FilmKey {
  id: string;
  slug: string;
  version: number;
  siteVersion: number;
  /** When its next screening begins, after the instant asked about; null when none is to come. */
  due: number | null;
}

/** Finds films by the addresses they have, and by those they had. */
export function filmAddressReader(db: ReadDb) {
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
  const byId = prepared<{ id: string }, { slug: string; canonicalId: string | null }>(db, (slot) =>
    db
      .selectFrom('films')
      .select(['slug', 'canonical_id as canonicalId'])
      .where('id', '=', slot('id'))
      .where(settled('films')),
  );
  return {
    /**
     * What the page at a slug is cached by; null when no film is or was there. Former slugs lead to the film.
     *
     * @param from the instant after which its screenings are to come
     */
    async key(slug: string, from = 0): Promise<FilmKey | null> {
      const [found] = await keyOfSlug({ slug, from });
      if (found && found.canonicalId === null) return found;
      const target = found?.canonicalId ?? (await formerly(db, slug));
      if (!target) return null;
      const [film] = await byId({ id: target });
      const [standing] = film?.canonicalId ? await byId({ id: film.canonicalId }) : [film];
      return standing ? ((await keyOfSlug({ slug: standing.slug, from }))[0] ?? null) : null;
    },
    /** Whether some film bears a slug, be it part of another. */
    async bears(slug: string): Promise<boolean> {
      const row = await db.selectFrom('films').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined;
    },
    /** Whether a film was taken away that had this slug, and nothing is there now. */
    async wasRemoved(slug: string): Promise<boolean> {
      const target = await formerly(db, slug);
      return target !== null && (await byId({ id: target })).length === 0;
    },
    /** Whether a slug is or was some film's. */
    async slugTaken(slug: string): Promise<boolean> {
      const row = await db.selectFrom('films').select('id').where('slug', '=', slug).executeTakeFirst();
      return row !== undefined || (await formerly(db, slug)) !== null;
    },
  };
}

export function filmAddressWriter(db: WriteDb) {
  return {
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
  };
}

/** The film that had this slug. */
async function formerly(db: ReadDb, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('redirects')
    .select('target_id')
    .where('kind', '=', 'film')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.target_id ?? null;
}
