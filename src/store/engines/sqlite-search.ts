import { sql } from 'kysely';
import { directWay } from './direct.ts';
import type { SearchEngine, TextTerm } from './engine.ts';

/** Pages of FTS5 that are merged in one transaction. */
const PAGES_AT_ONCE = 64;

/** Search on SQLite: FTS5 for texts, and for keys one question a range, which here costs next to nothing. */
export const sqliteSearch: SearchEngine = {
  given(columns, rows) {
    const named = Object.keys(columns).map((name, at) => `value ->> ${at} as ${name}`);
    return sql`(select ${sql.raw(named.join(', '))} from json_each(${JSON.stringify(rows)})) as given`;
  },
  async addTexts(db, texts) {
    if (texts.length === 0) return;
    const rows = texts.map(({ number, words }) => [number, words.join(' ')]);
    await sql`insert into search_texts (rowid, words) select number, words
      from ${this.given({ number: 'integer', words: 'text' }, rows)}`.execute(db);
  },
  async removeTexts(db, numbers) {
    if (numbers.length === 0) return;
    await sql`delete from search_texts where rowid in (select value from json_each(${JSON.stringify(numbers)}))`.execute(
      db,
    );
  },
  // Removed texts are only struck out; their words go when what holds them is merged with the rest.
  async forgetRemoved(db, first) {
    const changes = async () => {
      const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db);
      return rows[0]?.n ?? 0;
    };
    const before = await changes();
    const pages = sql.lit(first ? -PAGES_AT_ONCE : PAGES_AT_ONCE);
    await sql`insert into search_texts (search_texts, rank) values ('merge', ${pages})`.execute(db);
    // A step that changes less than two rows found nothing to merge, as the documentation of FTS5 has it.
    return (await changes()) - before >= 2;
  },
  textsWith(terms, limit) {
    const match = terms.map(phrase).join(' AND ');
    return sql<number>`select rowid from search_texts where search_texts match ${match}
      order by rowid desc limit ${sql.lit(limit)}`;
  },
  keys(db) {
    const ask = directWay(db)?.prepare(
      'select number from search_keys where bucket = ? and key >= ? and key < ? order by key limit ?',
    );
    if (!ask) throw new Error('Keys are read outside any transaction.');
    return async (ranges, each, enough) => {
      const numbers: number[] = [];
      for (const { bucket, from, before } of ranges) {
        if (numbers.length >= enough) break;
        for (const row of await ask([bucket, from, before, each])) numbers.push(row.number as number);
      }
      return numbers;
    };
  },
};

/** A term as FTS5 reads it; words hold letters and digits alone. */
function phrase({ words, begins }: TextTerm): string {
  return `"${words.join(' ')}"${begins ? '*' : ''}`;
}
