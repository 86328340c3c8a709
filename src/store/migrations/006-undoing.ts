import type { Kysely } from 'kysely';
import { index } from './001/named-index.ts';

/**
 * What undoing an import looks things up by: its changes one table at a time, and what
 * refers to the films and authors that are about to go. Without these each of them reads a whole table.
 */
export async function undoing(db: Kysely<unknown>): Promise<void> {
  await index(db, 'changes', 'changes_by_table', ['batch_id', 'table_name', 'number']);
  await index(db, 'entries', 'entries_by_first_author', ['first_author_id']);
  await index(db, 'entries', 'entries_by_first_film', ['first_film_id']);
  await index(db, 'likes', 'likes_by_author', ['author_id']);
  await index(db, 'waiting_reviews', 'waiting_reviews_by_film', ['film_id']);
}
