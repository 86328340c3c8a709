import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** What waits to be published or decided. */
export async function desk(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('waiting_reviews')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('mail_hash', text, (c) => c.unique())
    .addColumn('film_id', text, (c) => c.notNull().references('films.id'))
    .addColumn('email', text)
    .addColumn('name', text)
    .addColumn('form', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('expires', integer, (c) => c.notNull())
    .addColumn('entry_id', text)
    .execute();
  await index(db, 'waiting_reviews', 'waiting_reviews_by_end', ['expires']);
  await db.schema
    .createTable('waiting_mails')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('sent', integer, (c) => c.notNull())
    .execute();
  await index(db, 'waiting_mails', 'waiting_mails_by_address', ['email', 'sent']);
  await index(db, 'waiting_mails', 'waiting_mails_by_time', ['sent']);
  await db.schema
    .createTable('reports')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('entry_id', text, (c) => c.notNull().references('entries.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('message', text, (c) => c.notNull())
    .addColumn('contact', text)
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('decided', integer)
    .addColumn('decided_by', text)
    .execute();
  await index(db, 'reports', 'reports_by_state', ['state', 'id']);
  await index(db, 'reports', 'reports_by_entry', ['entry_id']);
}
