import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/** Files somebody has brought to be imported, from the moment they are sent until they are imported or forgotten. */
export async function uploads(db: Kysely<unknown>, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('uploads')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('member_id', text, (c) => c.notNull().references('members.id'))
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('look', text)
    .addColumn('visibility', text)
    .addColumn('word', text)
    .addColumn('decisions', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('problem', text)
    .addColumn('batch_id', text)
    .addColumn('done', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('rows', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('created', integer, (c) => c.notNull())
    .addColumn('expires', integer, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('uploads_of_member').on('uploads').columns(['member_id', 'expires']).execute();
  await db.schema
    .createTable('upload_files')
    .addColumn('upload_id', text, (c) => c.notNull().references('uploads.id').onDelete('cascade'))
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull().references('files.hash'))
    .addColumn('size', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('upload_files_key', ['upload_id', 'position'])
    .execute();
  await db.schema.createIndex('upload_files_by_hash').on('upload_files').column('hash').execute();
  await db.schema.createIndex('batches_of_member').on('batches').columns(['member_id', 'id']).execute();
}
