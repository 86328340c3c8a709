import { sql } from 'kysely';
import type { ReadDb } from '../engines/engine.ts';
import { prepared } from '../prepared.ts';
import { nearKeys } from './document.ts';
import type { Meant } from './rank.ts';
import { forgiven, slips } from './slip.ts';

/** The words that titles and names are made of. */
export interface Vocabulary {
  /** In how many things each of these words stands; a word nothing has is left out. */
  counts(words: readonly string[]): Promise<Map<string, number>>;
  /** In how many things a word that begins so stands, as far as it matters. */
  beginning(start: string): Promise<number>;
  /** Words that may be meant by one that is spelled wrong, the likeliest first; `begins` where they may go on. */
  near(typed: string, begins: boolean): Promise<Meant[]>;
  /** The words with the first unknown one parted into two known ones; null where that does not go. */
  split(words: readonly string[]): Promise<string[] | null>;
}

/** The same words, of which none is asked for twice: for as long as one question takes. */
export function askedOnce(vocabulary: Vocabulary): Vocabulary {
  const counted = new Map<string, number | null>();
  const beginnings = new Map<string, Promise<number>>();
  const nearby = new Map<string, Promise<Meant[]>>();
  const once = <T>(kept: Map<string, T>, key: string, ask: () => T): T => {
    const known = kept.get(key) ?? ask();
    kept.set(key, known);
    return known;
  };
  return {
    async counts(words) {
      const unknown = words.filter((word) => !counted.has(word));
      const things = await vocabulary.counts(unknown);
      for (const word of unknown) counted.set(word, things.get(word) ?? null);
      return new Map(
        words.flatMap((word) => (counted.get(word) == null ? [] : [[word, counted.get(word)!]])),
      );
    },
    beginning: (start) => once(beginnings, start, () => vocabulary.beginning(start)),
    near: (typed, begins) => once(nearby, `${typed} ${begins}`, () => vocabulary.near(typed, begins)),
    split: (words) => vocabulary.split(words),
  };
}

/** The slips between what was typed and a word; one that would still go on is a little farther. */
function fewest(typed: string, word: string, most: number, begins: boolean): number {
  const whole = slips(typed, word, most, false);
  return begins ? Math.min(whole, slips(typed, word, most, true) + GOING_ON) : whole;
}

const GOING_ON = 0.5;

/** Words that are looked at to guess how many begin alike, and to find one near. */
const WORDS_BEGINNING = 40;
const WORDS_NEAR = 400;

export function openVocabulary(db: ReadDb): Vocabulary {
  const beginning = prepared<{ from: string; before: string }, { things: number }>(db, (slot) =>
    db
      .selectFrom('search_words')
      .select('things')
      .where('word', '>=', slot('from'))
      .where('word', '<', slot('before'))
      .orderBy('word')
      .limit(WORDS_BEGINNING),
  );
  const counts = async (words: readonly string[]) => {
    if (words.length === 0) return new Map<string, number>();
    const rows = await db.selectFrom('search_words').selectAll().where('word', 'in', words).execute();
    return new Map(rows.map(({ word, things }) => [word, things]));
  };
  return {
    counts,
    async beginning(start) {
      const rows = await beginning({ from: start, before: `${start}\u{10ffff}` });
      const sum = rows.reduce((all, { things }) => all + things, 0);
      // There are more words than were looked at.
      return rows.length < WORDS_BEGINNING ? sum : sum * 10;
    },
    async near(typed, begins) {
      const most = forgiven(typed.length);
      const keys = most === 0 ? [] : nearKeys(typed);
      if (keys.length === 0) return [];
      const { rows } = await sql<{ word: string; things: number }>`
        select distinct search_words.word, search_words.things from search_near
        join search_words on search_words.word = search_near.word
        where search_near.near in (${sql.join(keys)}) limit ${sql.lit(WORDS_NEAR)}`.execute(db);
      return rows
        .map(({ word, things }) => ({ word, things, slips: fewest(typed, word, most, begins) }))
        .filter((one) => one.slips <= most + GOING_ON)
        .sort((a, b) => a.slips - b.slips || b.things - a.things)
        .map(({ word, slips }) => ({ word, slips }));
    },
    async split(words) {
      const known = await counts(words);
      const at = words.findIndex((word) => !known.has(word) && word.length >= 5);
      const whole = words[at];
      if (whole === undefined) return null;
      const parts = Array.from({ length: whole.length - 3 }, (_, n) => [
        whole.slice(0, n + 2),
        whole.slice(n + 2),
      ]);
      const counted = await counts(parts.flat());
      const least = ([one = '', other = '']: string[]) =>
        Math.min(counted.get(one) ?? 0, counted.get(other) ?? 0);
      const [best] = parts.filter((pair) => least(pair) > 0).sort((a, b) => least(b) - least(a));
      return best ? words.toSpliced(at, 1, ...best) : null;
    },
  };
}
