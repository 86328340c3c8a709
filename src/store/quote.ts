import type { ReadDb, WriteDb } from './engines/engine.ts';
import { newId } from './ids.ts';
import type { QuotesTable } from './schema.ts';

/** Words of a review that a curator chose for a card, as they are kept. */
export interface KeptQuote {
  id: string;
  entryId: string;
  /** Unbroken passages, in the order of the review. */
  passages: string[];
  makerId: string;
  created: number;
  /** When it was taken away; null while it is there. */
  removed: number | null;
}

export function quoteReader(db: ReadDb) {
  return {
    async byId(id: string): Promise<KeptQuote | null> {
      const row = await db.selectFrom('quotes').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? quoteOf(row) : null;
    },
    /** The quotes of a review, those that were taken away among them, earliest first. */
    async ofEntry(entryId: string): Promise<KeptQuote[]> {
      const rows = await db
        .selectFrom('quotes')
        .selectAll()
        .where('entry_id', '=', entryId)
        .orderBy('id')
        .execute();
      return rows.map(quoteOf);
    },
    /** The quotes there are of a film's reviews, latest first. @param before the id after which the page begins */
    async ofFilm(filmId: string, before: string | null, limit: number): Promise<KeptQuote[]> {
      let query = db
        .selectFrom('quotes')
        .innerJoin('entries', 'entries.id', 'quotes.entry_id')
        .selectAll('quotes')
        .where('entries.film_id', '=', filmId)
        .where('quotes.removed', 'is', null);
      if (before !== null) query = query.where('quotes.id', '<', before);
      return (await query.orderBy('quotes.id', 'desc').limit(limit).execute()).map(quoteOf);
    },
  };
}

export function quoteWriter(db: WriteDb) {
  return {
    async add(
      quote: { entryId: string; passages: readonly string[]; makerId: string },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      await db
        .insertInto('quotes')
        .values({
          id,
          entry_id: quote.entryId,
          passages: JSON.stringify(quote.passages),
          maker_id: quote.makerId,
          created: now,
          removed: null,
        })
        .execute();
      return id;
    },
    /** Takes a quote away, or brings it back with null. */
    async setRemoved(id: string, removed: number | null): Promise<void> {
      await db.updateTable('quotes').set({ removed }).where('id', '=', id).execute();
    },
    /** Forgets quotes for good. */
    async forget(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await db.deleteFrom('quotes').where('id', 'in', ids).execute();
    },
  };
}

function quoteOf(row: QuotesTable): KeptQuote {
  const { id, entry_id: entryId, maker_id: makerId, created, removed } = row;
  return { id, entryId, passages: JSON.parse(row.passages) as string[], makerId, created, removed };
}
