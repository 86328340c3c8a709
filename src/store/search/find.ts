import { sql } from 'kysely';
import type { KeyRange } from '../engines/engine.ts';
import type { Reads } from '../engines/reads.ts';
import { prepared } from '../prepared.ts';
import { MOST_TIERS } from '../tier.ts';
import { bucketOf, firstLetters, JOINED_LETTERS, KEY_LETTERS, type Kind, type Place } from './document.ts';
import { isArticle, mayBeLeftOut, otherNumbers, wordsOf } from './fold.ts';
import { linesOf } from './index-changed.ts';
import { asTyped, type Candidate, likelihood, looksLikeYear, type Meant, type Wanted } from './rank.ts';
import { askedOnce, openVocabulary, type Vocabulary } from './vocabulary.ts';

/** A thing that was found, the likeliest first. */
export interface Found {
  id: string;
  likelihood: number;
}

/** Looks for things by their names; `wanted` is how many of them are to be shown, those before them included. */
export type Find = (kind: Kind, text: string, wanted: number) => Promise<Found[]>;

/** What came of one question so far, of which nothing is read twice. */
interface Question {
  kind: Kind;
  /** The highest tier anything of the kind is in; below 0 where there is nothing. */
  tiers: number;
  vocabulary: Vocabulary;
  /** By the numbers of things, which are likely, and all that were read. */
  found: Map<number, Found>;
  known: Map<number, Candidate>;
  /** The things that were read for a word. */
  ofWord: Map<string, readonly number[]>;
}

interface ThingRow extends Pick<Candidate, 'number' | 'tier' | 'year'> {
  thing_id: string;
  titles: string;
  makers: string;
}

const MOST_WORDS = 12;
/** Things that are compared with what was typed: where its beginning finds them, and where single words do. */
const ENOUGH = 240;
const EACH = 60;
const ENOUGH_OF_WORD = 1200;
const EACH_OF_WORD = 300;
/** With fewer things found, what was typed is looked for in another order, and then with slips forgiven. */
const FEW = 8;
const VERY_FEW = 3;
/** Words that are kept for one that may be spelled wrong. */
const MOST_MEANT = 6;
const LAST = '\u{10ffff}';

/** Makes ready to find things in a database. */
export function finder({ db, search }: Reads): Find {
  const keys = search.keys(db);
  // Not by max(): SQLite would walk all keys below.
  const highest = prepared<{ below: number }, { bucket: number }>(db, (slot) =>
    db
      .selectFrom('search_keys')
      .select('bucket')
      .where('bucket', '<', slot('below'))
      .orderBy('bucket', 'desc')
      .limit(1),
  );
  const vocabulary = openVocabulary(db);

  const begin = async (kind: Kind): Promise<Question> => {
    const lowest = bucketOf(kind, 0, 'start');
    const [top] = await highest({ below: lowest + MOST_TIERS * 4 });
    const tiers = Math.floor(((top?.bucket ?? -1) - lowest) / 4);
    const asked = askedOnce(vocabulary);
    return { kind, tiers, vocabulary: asked, found: new Map(), known: new Map(), ofWord: new Map() };
  };

  /** Ranges of keys that begin with a text, in the order of how much used their things are. */
  const ranges = (
    { kind, tiers }: Question,
    wanted: readonly { place: Place; from: string; before: string }[],
  ) => {
    const all: KeyRange[] = [];
    for (let tier = tiers; tier >= 0; tier -= 1)
      for (const { place, from, before } of wanted)
        all.push({ bucket: bucketOf(kind, tier, place), from, before });
    return all;
  };

  /** Things by their numbers; what was read for the same question already is not read again. */
  const candidates = async (known: Map<number, Candidate>, numbers: readonly number[]) => {
    const asked = [...new Set(numbers)];
    const unread = asked.filter((number) => !known.has(number)).map((number) => [number]);
    if (unread.length > 0) {
      const { rows } = await sql<ThingRow>`
        select number, thing_id, tier, year, titles, makers from search_things
        where number in (select number from ${search.given({ number: 'integer' }, unread)})`.execute(db);
      for (const { thing_id, titles, makers, ...row } of rows)
        known.set(row.number, { ...row, id: thing_id, titles: linesOf(titles), makers: linesOf(makers) });
    }
    return asked.flatMap((number) => known.get(number) ?? []);
  };

  const judge = async ({ found, known }: Question, numbers: readonly number[], wanted: Wanted) => {
    for (const thing of await candidates(known, numbers)) {
      const now = likelihood(thing, wanted);
      const before = found.get(thing.number);
      if (now !== null && (!before || before.likelihood < now))
        found.set(thing.number, { id: thing.id, likelihood: now });
    }
  };

  /** By how it begins: whole titles, and titles from any of their words on. */
  const byBeginning = async (question: Question, typed: readonly string[], shown: number) => {
    const text = typed.join(' ');
    const from = firstLetters(text, KEY_LETTERS);
    const joined = firstLetters(typed.slice(isArticle(typed[0] ?? '') ? 1 : 0).join(''), JOINED_LETTERS);
    const range = (place: Place, begins: string) => ({ place, from: begins, before: begins + LAST });
    const wanted = [
      range('start', from),
      range('inside', from),
      range('maker', from),
      range('joined', joined),
    ];
    if (joined !== '' && joined !== from) wanted.push(range('start', joined));
    const exact = ranges(question, [{ place: 'start', from, before: `${from}\u0001` }]);
    const some = await keys(exact, 20, ENOUGH);
    return [
      ...some,
      ...(await keys(ranges(question, wanted), Math.max(EACH, shown), Math.max(ENOUGH, shown * 2))),
    ];
  };

  /** By the one of several words that fewest things have, or by each of them where things may lack one. */
  const byWords = async (question: Question, wanted: Wanted): Promise<number[]> => {
    const { vocabulary } = question;
    const counts = await vocabulary.counts(wanted.meant.flat().map(({ word }) => word));
    const choices: { words: { word: string; begins: boolean }[]; things: number }[] = [];
    for (const [at, meant] of wanted.meant.entries()) {
      const typed = wanted.words[at] ?? '';
      if (wanted.meant.length > 1 && (looksLikeYear(typed) || mayBeLeftOut(typed))) continue;
      const last = at === wanted.meant.length - 1;
      const words = meant.map(({ word }) => ({ word, begins: last || !counts.has(word) }));
      let things = 0;
      for (const { word, begins } of words)
        things += begins ? await vocabulary.beginning(word) : (counts.get(word) ?? 0);
      // A word that nothing has: nothing has them all.
      if (things === 0 && !wanted.lacking) return [];
      choices.push({ words, things });
    }
    choices.sort((one, other) => one.things - other.things);
    const numbers: number[] = [];
    for (const { words } of choices.slice(0, wanted.lacking + 1))
      numbers.push(...(await having(question, words)));
    return numbers;
  };

  /** The most used things that have one of some words. */
  const having = async (question: Question, words: readonly { word: string; begins: boolean }[]) => {
    const asked = words.map(({ word, begins }) => `${word}${begins ? '…' : ''}`).join(' ');
    const known = question.ofWord.get(asked);
    if (known) return known;
    const wanted = words.flatMap(({ word, begins }) => {
      const from = firstLetters(word, KEY_LETTERS);
      const before = begins || from !== word ? from + LAST : `${from}!`;
      return (['start', 'inside', 'maker'] as const).map((place) => ({ place, from, before }));
    });
    const numbers = await keys(ranges(question, wanted), EACH_OF_WORD, ENOUGH_OF_WORD);
    question.ofWord.set(asked, numbers);
    return numbers;
  };

  const forgiving = async ({ vocabulary }: Question, typed: readonly string[]): Promise<Wanted> => {
    const counts = await vocabulary.counts(typed);
    const meant: Meant[][] = [];
    for (const [at, word] of typed.entries()) {
      const last = at === typed.length - 1;
      const known = counts.has(word) || (last && (await vocabulary.beginning(word)) > 0);
      const near = await vocabulary.near(word, last);
      const own = known || near.length === 0 ? [{ word, slips: 0 }] : [];
      meant.push([...own, ...near.filter((one) => one.word !== word)].slice(0, MOST_MEANT));
    }
    return { words: typed, meant, lacking: 0 };
  };

  /** As it was typed: by how titles begin, then by single words. */
  const asItStands = async (question: Question, typed: readonly string[], shown: number) => {
    const wanted = asTyped(typed);
    await judge(question, await byBeginning(question, typed, shown), wanted);
    if (question.found.size < FEW && typed.length > 1)
      await judge(question, await byWords(question, wanted), wanted);
  };

  return async (kind, text, shown) => {
    const typed = wordsOf(text).slice(0, MOST_WORDS);
    if (typed.length === 0) return [];
    const question = await begin(kind);
    const { found } = question;
    await asItStands(question, typed, shown);
    const numbered = found.size < FEW ? otherNumbers(typed) : null;
    if (numbered) await asItStands(question, numbered, shown);
    if (found.size < VERY_FEW)
      for (const words of [typed, await question.vocabulary.split(typed)]) {
        if (!words) continue;
        const wanted = await forgiving(question, words);
        await judge(question, await byWords(question, wanted), wanted);
        if (found.size > 0 || words.length < 2) continue;
        const lacking = { ...wanted, lacking: 1 };
        await judge(question, await byWords(question, lacking), lacking);
      }
    return [...found]
      .sort(([a, one], [b, other]) => other.likelihood - one.likelihood || a - b)
      .map(([, one]) => one);
  };
}
