import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../../engines/engine.ts';
import { index } from './named-index.ts';

/** Imports, jobs and files. */
export async function bulk(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('batches')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('source_name', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('member_id', text)
    .addColumn('visibility', text, (c) => c.notNull())
    .addColumn('word', text)
    .addColumn('report', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('lease', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('finished', integer)
    .execute();
  await index(db, 'batches', 'batches_by_state', ['state']);
  await db.schema
    .createTable('batch_rows')
    .addColumn('batch_id', text, (c) => c.notNull().references('batches.id'))
    .addColumn('number', integer, (c) => c.notNull())
    .addColumn('file', text, (c) => c.notNull())
    .addColumn('row', text, (c) => c.notNull())
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('code', text)
    .addColumn('message', text)
    .addColumn('target_id', text)
    .addColumn('plan', text)
    .addPrimaryKeyConstraint('batch_rows_key', ['batch_id', 'number'])
    .execute();
  await db.schema
    .createTable('changes')
    .addColumn('batch_id', text, (c) => c.notNull().references('batches.id'))
    .addColumn('number', integer, (c) => c.notNull())
    .addColumn('table_name', text, (c) => c.notNull())
    .addColumn('row_key', text, (c) => c.notNull())
    .addColumn('was', text)
    .addColumn('became', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('changes_key', ['batch_id', 'number'])
    .execute();
  await db.schema
    .createTable('jobs')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('due', integer, (c) => c.notNull())
    .addColumn('lease', integer)
    .addColumn('holder', text)
    .addColumn('attempts', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('error', text)
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
  await index(db, 'jobs', 'jobs_due', ['state', 'due']);
  await db.schema
    .createTable('files')
    .addColumn('hash', text, (c) => c.primaryKey())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('size', integer, (c) => c.notNull())
    .addColumn('created', integer, (c) => c.notNull())
    .execute();
}
