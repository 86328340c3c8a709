import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../engines/engine.ts';

/**
 * Files know who is about to need them and who is taking them away, so that neither comes between the other; and the
 * before-images of a film that was taken away can be asked for the files its pictures need when it comes back.
 */
export async function heldFiles(db: Kysely<unknown>, { integer }: ColumnTypes): Promise<void> {
  const files = (column: string) => db.schema.alterTable('files').addColumn(column, integer).execute();
  await db.schema
    .alterTable('files')
    .addColumn('held', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await files('held_until');
  await files('leaving');
  const { rows } = await sql<{ batch_id: string; number: number; was: string }>`
    select batch_id, number, was from changes
    where table_name = 'film_rows' and row_key = '{"table":"picture_files"}'`.execute(db);
  for (const { batch_id, number, was } of rows) {
    const { hash } = JSON.parse(was) as { hash: string };
    await sql`update changes set row_key = ${JSON.stringify({ table: 'picture_files', hash })}
      where batch_id = ${batch_id} and number = ${number}`.execute(db);
  }
}
