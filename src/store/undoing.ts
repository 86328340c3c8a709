import { sql } from 'kysely';
import { type Change, type ChangedTable, changesIn, digest, plain, type StoredRow } from './change.ts';
import type { WriteDb } from './engines/engine.ts';

/** Takes back what a batch did; see interchange/undo.ts for the order. */
export function undoingWriter(db: WriteDb) {
  /** The first image that a later batch keeps of a row. */
  const laterImage = (batchId: string, table: ChangedTable, key: StoredRow) =>
    db
      .selectFrom('changes')
      .innerJoin('batches', 'batches.id', 'changes.batch_id')
      .select(['changes.batch_id', 'changes.number', 'changes.was'])
      .where('changes.batch_id', '>', batchId)
      .where('batches.state', '=', 'done')
      .where('changes.table_name', '=', table)
      .where('changes.row_key', '=', JSON.stringify(key))
      .orderBy('changes.batch_id')
      .orderBy('changes.number')
      .limit(1)
      .executeTakeFirst();
  const setWas = async (image: { batch_id: string; number: number }, was: string | null) => {
    await db
      .updateTable('changes')
      .set({ was })
      .where('batch_id', '=', image.batch_id)
      .where('number', '=', image.number)
      .execute();
  };
  return {
    /** Changes of one table below a number, latest first; a few more than asked for where several stand together. */
    async changes(batchId: string, table: ChangedTable, below: number, limit: number): Promise<Change[]> {
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('batch_id', '=', batchId)
        .where('table_name', '=', table)
        .where('number', '<', below)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      const found: Change[] = [];
      for (const row of rows) {
        if (found.length >= limit) break;
        found.push(...changesIn(row, table));
      }
      return found;
    },
    /** Rows of a table with a text primary key, by it. */
    async rows(
      table: 'entries' | 'films' | 'authors' | 'people' | 'credits' | 'reviews' | 'rights',
      ids: readonly string[],
    ): Promise<Map<string, StoredRow>> {
      if (ids.length === 0) return new Map();
      const key = table === 'reviews' || table === 'rights' ? 'entry_id' : 'id';
      const { rows } = await sql<StoredRow>`select * from ${sql.table(table)}
        where ${sql.ref(key)} in (${sql.join(ids)})`.execute(db);
      return new Map(rows.map((row) => [String(row[key]), row]));
    },
    /** Of these entries, those that somebody liked, chose, quoted, reported or rewrote; a batch's own rewriting is not. */
    async answered(entryIds: readonly string[], batchId: string): Promise<Set<string>> {
      if (entryIds.length === 0) return new Set();
      const ids = sql.join(entryIds);
      const { rows } = await sql<{ id: string }>`
        select entry_id as id from likes where entry_id in (${ids})
        union select entry_id from pins where entry_id in (${ids})
        union select entry_id from reports where entry_id in (${ids})
        union select entry_id from quotes where entry_id in (${ids})
        union select entry_id from poster_words where entry_id in (${ids})
        union select entry_id from mentions where entry_id in (${ids}) and state <> 'found'
        union select entry_id from review_versions where entry_id in (${ids})
          and not exists (select 1 from changes where changes.batch_id = ${batchId}
            and changes.table_name = 'review_versions'
            and changes.row_key = '{"id":"' || review_versions.id || '"}')
        union select entry_id from waiting_reviews where entry_id in (${ids})`.execute(db);
      return new Set(rows.map(({ id }) => id));
    },
    /** Of these authors, those something still hangs on. */
    async usedAuthors(ids: readonly string[]): Promise<Set<string>> {
      const some = sql.join(ids);
      const { rows } = await sql<{ id: string }>`
        select author_id as id from entries where author_id in (${some})
        union select first_author_id from entries where first_author_id in (${some})
        union select author_id from marks where author_id in (${some})
        union select author_id from likes where author_id in (${some})
        union select author_id from lists where author_id in (${some})
        union select author_id from profiles where author_id in (${some})
        union select author_id from kept_comments where author_id in (${some})
        union select author_id from members where author_id in (${some})
        union select canonical_id from authors where canonical_id in (${some})
        union select id from authors where id in (${some}) and canonical_id is not null`.execute(db);
      return new Set(rows.map(({ id }) => id));
    },
    /**
     * Of these films, those something hangs on that did not come with the batch. What a catalogue elsewhere says
     * of them is nobody's hand.
     */
    async usedFilms(ids: readonly string[], batchId: string): Promise<Set<string>> {
      const some = sql.join(ids);
      const { rows } = await sql<{ id: string }>`
        select film_id as id from entries where film_id in (${some})
        union select first_film_id from entries where first_film_id in (${some})
        union select film_id from marks where film_id in (${some})
        union select film_id from list_items where film_id in (${some})
        union select film_id from screenings where film_id in (${some})
        union select film_id from pins where film_id in (${some})
        union select film_id from mentions
          where film_id in (${some}) and state in ('added', 'confirmed')
        union select film_id from waiting_reviews where film_id in (${some})
        union select target_id from redirects where target_id in (${some})
        union select canonical_id from films where canonical_id in (${some})
        union select id from films where id in (${some}) and canonical_id is not null
        union select film_id from facts where film_id in (${some}) and coalesce(batch_id, '') <> ${batchId}
          and source not in ('tmdb', 'wikidata', 'imdb')
        union select thing_id from external_ids
          where thing_id in (${some}) and coalesce(batch_id, '') <> ${batchId} and not exists (
            select 1 from facts where facts.film_id = external_ids.thing_id
            and facts.field = 'id:' || external_ids.scheme and facts.source in ('tmdb', 'wikidata', 'imdb'))`.execute(
        db,
      );
      return new Set(rows.map(({ id }) => id));
    },
    async usedPeople(ids: readonly string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom('credits')
        .select('person_id')
        .distinct()
        .where('person_id', 'in', ids)
        .execute();
      return new Set(rows.map((row) => row.person_id));
    },
    /** Whether an author still has an entry on a film. */
    async hasEntry(authorId: string, filmId: string): Promise<boolean> {
      const row = await db
        .selectFrom('entries')
        .select('id')
        .where('author_id', '=', authorId)
        .where('film_id', '=', filmId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Removes entries with their words, rights and former versions. */
    async removeEntries(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db.deleteFrom('reviews').where('entry_id', 'in', ids).execute();
      await db.deleteFrom('rights').where('entry_id', 'in', ids).execute();
      await db.deleteFrom('review_versions').where('entry_id', 'in', ids).execute();
      await db.deleteFrom('entries').where('id', 'in', ids).execute();
    },
    async removeAuthors(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await db.deleteFrom('authors').where('id', 'in', ids).execute();
    },
    /** Removes a list with its places. */
    async removeList(id: string): Promise<void> {
      await db.deleteFrom('list_items').where('list_id', '=', id).execute();
      await db.deleteFrom('lists').where('id', '=', id).execute();
    },
    /** Removes films with all that is said of them, their credits and external ids. */
    async removeFilms(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      for (const table of ['facts', 'fact_history', 'film_titles', 'film_terms'] as const)
        await db.deleteFrom(table).where('film_id', 'in', ids).execute();
      await db.deleteFrom('credits').where('film_id', 'in', ids).execute();
      // Were it said too that they are films' ids, all ids of films would be walked through.
      await db.deleteFrom('external_ids').where('thing_id', 'in', ids).execute();
      await db.deleteFrom('films').where('id', 'in', ids).execute();
    },
    /** Removes people with their external ids. */
    async removePeople(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db.deleteFrom('external_ids').where('thing_id', 'in', ids).execute();
      await db.deleteFrom('people').where('id', 'in', ids).execute();
    },
    /** Forgets what a batch replaced of the facts of films. */
    async forgetFormerFacts(filmIds: readonly string[], batchId: string): Promise<void> {
      await db
        .deleteFrom('fact_history')
        .where('film_id', 'in', filmIds)
        .where('batch_id', '=', batchId)
        .execute();
    },
    /** Lets rows stay as if they had come with no batch. */
    async release(
      table: 'entries' | 'films' | 'authors' | 'people' | 'lists',
      ids: readonly string[],
    ): Promise<void> {
      if (ids.length > 0)
        await db.updateTable(table).set({ batch_id: null }).where('id', 'in', ids).execute();
    },
    /** Whether a later batch changed this very row. */
    isChangedLater: async (batchId: string, table: ChangedTable, key: StoredRow): Promise<boolean> =>
      (await laterImage(batchId, table, key)) !== undefined,
    /**
     * Where a later batch changed a row that an earlier one had moved there: answers the row as the earlier had left
     * it, and lets the later know of none before it. Null where no batch did.
     *
     * @param isSame whether a row that was there is the one the earlier had left
     */
    async takenFrom(
      batchId: string,
      table: ChangedTable,
      key: StoredRow,
      isSame: (row: StoredRow) => boolean,
    ): Promise<StoredRow | null> {
      const later = await laterImage(batchId, table, key);
      const was = later && later.was !== null ? (JSON.parse(later.was) as StoredRow) : null;
      if (!later || was === null || !isSame(was)) return null;
      await setWas(later, null);
      return was;
    },
    /**
     * Where a later batch changed the very row that an earlier one left, hands it what was before the earlier:
     * undone in either order, both are gone.
     */
    async handOn(batchId: string, change: Change): Promise<void> {
      const later = await laterImage(batchId, change.table, change.key);
      if (!later || later.was === null) return;
      if (digest(change.table, JSON.parse(later.was) as StoredRow) !== change.became) return;
      await setWas(later, change.was === null ? null : JSON.stringify(plain(change.table, change.was)));
    },
  };
}
