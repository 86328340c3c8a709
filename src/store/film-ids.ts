import type { ReadDb, WriteDb } from './engines/engine.ts';
import { ofFilm, ownFirst, settled } from './readable.ts';

/** Films by the ids other catalogues know them by. */
export function filmIdReader(db: ReadDb) {
  return {
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
  };
}

export function filmIdWriter(db: WriteDb) {
  return {
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
  };
}
