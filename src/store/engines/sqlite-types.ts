import { sql } from 'kysely';
import type { ColumnTypes } from './engine.ts';

/** How SQLite makes the tables of the migrations. */
export const SQLITE_TYPES: ColumnTypes = {
  text: sql`text`,
  integer: sql`integer`,
  counter: sql`integer`,
  keyOnly: sql`without rowid`,
  async trigger(db, { name, table, when, columns, condition, statements }) {
    const of = columns ? ` of ${columns.join(', ')}` : '';
    await sql
      .raw(
        `create trigger ${name} after ${when}${of} on ${table}${condition ? ` when ${condition}` : ''}` +
          ` begin ${statements.join('; ')}; end`,
      )
      .execute(db);
  },
  async dropTrigger(db, { name }) {
    await sql`drop trigger ${sql.ref(name)}`.execute(db);
  },
  async textIndex(db, name) {
    await sql
      .raw(
        `create virtual table "${name}" using fts5(words, content='', contentless_delete=1,` +
          ` tokenize='unicode61 remove_diacritics 0')`,
      )
      .execute(db);
  },
};
