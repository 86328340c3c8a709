import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';
import { index } from './001/named-index.ts';

/**
 * What is gone for good is known by a digest of the key an import knew it by, so that the same file does not bring
 * it back. The digest says no word of it.
 */
export async function deletedKeys(db: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('deletions').addColumn('key_digest', text).execute();
  await index(db, 'deletions', 'deletions_by_key', ['key_digest']);
}
