import type { Kysely } from 'kysely';

/** Makes an index of columns, each ascending unless `desc` is said behind it. */
export async function index(
  db: Kysely<unknown>,
  table: string,
  name: string,
  columns: string[],
): Promise<void> {
  let builder = db.schema.createIndex(name).on(table);
  for (const column of columns) {
    const [field = '', order] = column.split(' ');
    builder = order === 'desc' ? builder.column(`${field} desc`) : builder.column(field);
  }
  await builder.execute();
}
