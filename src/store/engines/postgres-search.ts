import { sql } from 'kysely';
import { directWay } from './direct.ts';
import type { SearchEngine, TextTerm } from './engine.ts';

/** The last place of a word that a text is kept with. */
const LAST_PLACE = 16_383;

/** Search on PostgreSQL: tsvector for texts, and for keys all ranges in one question, because each one travels. */
export const postgresSearch: SearchEngine = {
  given(columns, rows) {
    const named = Object.entries(columns).map(
      ([name, type], at) => `(value ->> ${at})${type === 'integer' ? '::bigint' : ' collate "C"'} as ${name}`,
    );
    return sql`(select ${sql.raw(named.join(', '))}
      from json_array_elements(${JSON.stringify(rows)}::json) as each (value)) as given`;
  },
  async addTexts(db, texts) {
    if (texts.length === 0) return;
    const rows = texts.map(({ number, words }) => [number, placed(words)]);
    await sql`insert into search_texts (number, words) select number, words::tsvector
      from ${this.given({ number: 'integer', words: 'text' }, rows)}`.execute(db);
  },
  async removeTexts(db, numbers) {
    if (numbers.length === 0) return;
    await sql`delete from search_texts where number = any(${[...numbers]}::bigint[])`.execute(db);
  },
  // A removed row goes with the next vacuum, like every other.
  forgetRemoved: async () => false,
  textsWith(terms, limit) {
    const query = terms.map(phrase).join(' & ');
    return sql<number>`select number from search_texts where words @@ ${query}::tsquery
      order by number desc limit ${sql.lit(limit)}`;
  },
  keys(db) {
    const ask = directWay(db)?.prepare(`
      select found.number from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality
        as range (bucket, since, until, place)
      cross join lateral (
        select number from search_keys
        where search_keys.bucket = range.bucket and key >= range.since collate "C" and key < range.until collate "C"
        order by key limit $4) as found
      limit $5`);
    if (!ask) throw new Error('Keys are read outside any transaction.');
    return async (ranges, each, enough) => {
      const rows = await ask([
        ranges.map(({ bucket }) => bucket),
        ranges.map(({ from }) => from),
        ranges.map(({ before }) => before),
        each,
        enough + each,
      ]);
      return rows.map((row) => row.number as number);
    };
  },
};

/** A text's words with their places, as PostgreSQL writes them; words hold letters and digits alone. */
function placed(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word);
    // Of one word in one text, 256 places are kept.
    if (known && known.length < 255) known.push(Math.min(at + 1, LAST_PLACE));
    else if (!known) places.set(word, [Math.min(at + 1, LAST_PLACE)]);
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

function phrase({ words, begins }: TextTerm): string {
  const terms = words.map((word, at) => `'${word}'${begins && at === words.length - 1 ? ':*' : ''}`);
  return `(${terms.join(' <-> ')})`;
}
