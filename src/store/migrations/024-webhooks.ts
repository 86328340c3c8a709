import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/** Addresses elsewhere that are told of new reviews, and which reviews were told of. */
export async function webhooks(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('url', text, (c) => c.notNull().unique())
    .addColumn('secret', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('told', integer)
    .addColumn('status', integer)
    .addColumn('fault', text)
    .execute();
  await db.schema
    .createTable('announced')
    .addColumn('entry_id', text, (c) => c.primaryKey())
    .execute();
}
