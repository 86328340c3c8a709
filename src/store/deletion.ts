import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadDb, SearchEngine, WriteDb } from './engines/engine.ts';

/** An entry that its author took away and whose grace has passed. */
export interface DueDeletion {
  id: string;
  filmId: string;
  /** The member whose pages listed it; null where its author is none. */
  memberId: string | null;
  /** When its author took it away. */
  asked: number;
}

/** What stays of the key an import knew an entry by. */
export function keyDigest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

export function deletionReader(db: ReadDb) {
  return {
    /** The film of an entry that is gone for good and that everyone could see; null for any other. */
    async filmOf(entryId: string): Promise<string | null> {
      const row = await db
        .selectFrom('deletions')
        .innerJoin('films', 'films.id', 'deletions.film_id')
        .select((eb) => eb.fn.coalesce('films.canonical_id', 'films.id').as('filmId'))
        .where('thing_id', '=', entryId)
        .executeTakeFirst();
      return row?.filmId ?? null;
    },
  };
}

/** Makes deletions final and keeps the ledger of them, which knows that something was there and no word of it. */
export function deletionWriter(db: WriteDb, search: SearchEngine) {
  const entries = () =>
    db
      .selectFrom('entries')
      .leftJoin('members', 'members.author_id', 'entries.author_id')
      .select(['entries.id', 'entries.film_id as filmId', 'members.id as memberId']);
  return {
    /** Takes a step in forgetting the words by which removed reviews were found; whether more are to be taken. */
    forgetWords: (first: boolean): Promise<boolean> => search.forgetRemoved(db, first),
    /** Entries that were taken away at that instant or before, longest ago first. */
    async due(before: number, most: number): Promise<DueDeletion[]> {
      return entries()
        .select((eb) => eb.ref('entries.deleted').$notNull().as('asked'))
        .where('entries.deleted', '<=', before)
        .orderBy('entries.deleted')
        .limit(most)
        .execute();
    },
    /** Entries that were gone for good and are there again, because an older copy of the database was put back. */
    async returned(most: number): Promise<DueDeletion[]> {
      return entries()
        .innerJoin('deletions', 'deletions.thing_id', 'entries.id')
        .select('deletions.asked')
        .orderBy('entries.id')
        .limit(most)
        .execute();
    },
    /**
     * Takes an entry out of every table that holds a word of it, before-images of imports and what was reported of
     * it included, and notes in the ledger that it is gone.
     */
    async finish({ id, asked }: DueDeletion, now: number): Promise<void> {
      const row = await db
        .updateTable('entries')
        .set({ everyone: 0 })
        .where('id', '=', id)
        .returning(['film_id', 'first_film_id', 'visibility', 'withheld', 'key'])
        .executeTakeFirst();
      if (!row) return;
      const versions = await db
        .selectFrom('review_versions')
        .select('id')
        .where('entry_id', '=', id)
        .execute();
      const images = (tables: readonly string[], keys: readonly string[]) =>
        keys.length === 0
          ? null
          : db.deleteFrom('changes').where('table_name', 'in', tables).where('row_key', 'in', keys).execute();
      await images(['entries'], [JSON.stringify({ id })]);
      await images(['reviews', 'rights'], [JSON.stringify({ entry_id: id })]);
      for (const film_id of new Set([row.film_id, row.first_film_id]))
        await images(['pins'], [JSON.stringify({ film_id, entry_id: id })]);
      // Of what it names a merge of films keeps the words, under keys that begin with its own id.
      const mentions = JSON.stringify({ entry_id: id }).slice(0, -1);
      await db
        .deleteFrom('changes')
        .where('table_name', '=', 'mentions')
        .where('row_key', '>=', mentions)
        .where('row_key', '<', `${mentions}\u{10ffff}`)
        .execute();
      await images(
        ['review_versions'],
        versions.map((version) => JSON.stringify({ id: version.id })),
      );
      for (const table of [
        'reviews',
        'rights',
        'review_versions',
        'likes',
        'pins',
        'reports',
        'mentions',
        'announced',
        'quotes',
        'poster_words',
      ] as const)
        await db.deleteFrom(table).where('entry_id', '=', id).execute();
      await db.deleteFrom('waiting_reviews').where('entry_id', '=', id).execute();
      await db.deleteFrom('entries').where('id', '=', id).execute();
      const seen = row.visibility === 'everyone' && row.withheld === 'deleted';
      await db
        .insertInto('deletions')
        .values({
          thing_id: id,
          kind: 'entry',
          film_id: seen ? row.film_id : null,
          asked,
          done: now,
          key_digest: row.key === null ? null : keyDigest(row.key),
        })
        .onConflict((oc) => oc.column('thing_id').doUpdateSet({ done: sql<number>`excluded.done` }))
        .execute();
    },
  };
}
