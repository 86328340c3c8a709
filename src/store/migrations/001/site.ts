import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';

/** What the site keeps of itself, and whoever writes on it. */
export async function site(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('site')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('settings', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('value', text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('change_versions')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('version', integer, (c) => c.notNull())
    .execute();
}
