import { MOST_TIERS } from '../tier.ts';
import { isArticle, isUnspaced, otherNumbers, wordsOf } from './fold.ts';

/** What can be looked for. */
export type Kind = 'film' | 'person' | 'member' | 'list' | 'review';

/** A thing as it is found: titles and makers in folded words, the main title first; `tier` by how many use it. */
export interface Document {
  tier: number;
  year: number | null;
  titles: string[];
  makers: string[];
}

/** A row by which a thing is found. */
export interface Key {
  bucket: number;
  key: string;
}

/** Where in a title a key begins. */
export const PLACES = { start: 0, inside: 1, maker: 2, joined: 3 } as const;
export type Place = keyof typeof PLACES;

const KINDS: readonly Kind[] = ['film', 'person', 'member', 'list', 'review'];
/** Letters of a key: what is typed beyond them is compared with the titles themselves. */
export const KEY_LETTERS = 24;
export const JOINED_LETTERS = 16;
/** Words of a title that a key begins with. */
const MOST_WORDS = 12;
const MOST_TITLES = 60;
const MOST_MAKERS = 8;
const MOST_TITLE_LETTERS = 200;

/** Keys of one kind, tier and place lie together, so that those of the most used things are read first. */
export function bucketOf(kind: Kind, tier: number, place: Place): number {
  return (KINDS.indexOf(kind) * MOST_TIERS + tier) * 4 + PLACES[place];
}

/** A thing as it is found, from how its titles and makers are written. */
export function document(
  titles: readonly string[],
  makers: readonly string[],
  more: { tier: number; year: number | null },
): Document {
  const folded = new Set<string>();
  const others = new Set<string>();
  for (const title of titles.slice(0, MOST_TITLES)) {
    const words = wordsOf(title);
    const own = line(words);
    if (own !== '') folded.add(own);
    const other = otherNumbers(words);
    if (other) others.add(line(other));
  }
  const named = makers.slice(0, MOST_MAKERS).map((name) => line(wordsOf(name)));
  return {
    ...more,
    titles: [...new Set([...folded, ...others])],
    makers: [...new Set(named.filter((name) => name !== ''))],
  };
}

function line(words: readonly string[]): string {
  return words.join(' ').slice(0, MOST_TITLE_LETTERS).trim();
}

/** The rows by which a thing is found: each title from each of its words on, makers' names the same way. */
export function keysOf(kind: Kind, { tier, titles, makers }: Document): Key[] {
  const keys = new Map<string, Key>();
  const add = (place: Place, text: string, letters: number) => {
    const key = { bucket: bucketOf(kind, tier, place), key: firstLetters(text, letters) };
    keys.set(`${key.bucket} ${key.key}`, key);
  };
  for (const title of titles) {
    const words = title.split(' ');
    for (let at = 0; at < words.length && at < MOST_WORDS; at += 1) {
      const begins = at === 0 || (at === 1 && isArticle(words[0] ?? ''));
      add(begins ? 'start' : 'inside', words.slice(at).join(' '), KEY_LETTERS);
    }
    if (words.length > 1 && !isUnspaced(words[0] ?? '')) add('joined', words.join(''), JOINED_LETTERS);
  }
  for (const maker of makers) {
    const words = maker.split(' ');
    for (let at = 0; at < words.length; at += 1) add('maker', words.slice(at).join(' '), KEY_LETTERS);
  }
  return [...keys.values()];
}

/** The beginning of a key, which ends with a whole character. */
export function firstLetters(text: string, letters: number): string {
  return text.length <= letters
    ? text
    : text
        .slice(0, letters)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trimEnd();
}

/** The different words of a thing. */
export function vocabularyOf({ titles, makers }: Document): Set<string> {
  return new Set([...titles, ...makers].flatMap((text) => text.split(' ')));
}

/** Words shorter than this are not looked for under a wrong spelling. */
export const LEAST_NEAR = 4;
/** Letters of a word that are looked at first: a slip among them is undone by leaving out one. */
const NEAR_LETTERS = 6;

/**
 * What a word is found by when it is spelled wrong: its beginning, whole and with each one letter left out. Two
 * spellings that are one slip apart have one of these in common.
 */
export function nearKeys(word: string): string[] {
  const begins = [...word].slice(0, NEAR_LETTERS);
  if (begins.length < LEAST_NEAR || /^\d+$/.test(word)) return [];
  const keys = new Set([begins.join('')]);
  for (let at = 0; at < begins.length; at += 1) keys.add(begins.toSpliced(at, 1).join(''));
  return [...keys];
}
