import type { Marked, Reading } from './reading.ts';
import { between, MOST_WORDS, mentionKey, WORD, wordKey } from './title.ts';

/** A stretch of a text that may be a title. Offsets in the text as it is read. */
export interface Span {
  start: number;
  end: number;
  key: string;
  words: number;
  /** Between marks of quotation, with nothing else between them. */
  quoted: boolean;
  /** What markup sets it apart, alone; null where none does. */
  apart: Marked['kind'] | null;
  /** Where the link that it is leads. */
  href: string | null;
}

interface Word {
  start: number;
  end: number;
  key: string;
  /** Where it ends without a genitive: "Heat" of "Heat's". */
  bare: number;
  /** Whether it begins as a name does: with a capital, a digit, or in a script that has no capitals. */
  high: boolean;
}

/** A text is not looked through for ever. */
const MOST_SPANS = 4000;

/** French and others keep a space within their marks. */
const OPENING = /["“”„»›‘‚「『《〈]$|[«‹]\s?$/u;
const CLOSING = /^[!?….,]{0,3}["”“«‹’」』》〉]|^[!?….,]{0,3}\s?[»›]/u;

/** Every stretch that is worth asking the catalogue about. */
export function spansOf(reading: Reading): Span[] {
  const { text } = reading;
  const words = [...text.matchAll(WORD)].map(wordOf);
  const spans: Span[] = [];
  for (let first = 0; first < words.length && spans.length < MOST_SPANS; first += 1) {
    const begins = words[first]!;
    const named = begins.high || isApart(reading, begins.start);
    let key = '';
    for (let last = first; last < Math.min(first + MOST_WORDS, words.length); last += 1) {
      const ends = words[last]!;
      const gap = last === first ? '' : text.slice(words[last - 1]!.end, ends.start);
      if (/[\n\ufffc]/.test(gap)) break;
      const before = key === '' ? '' : key + between(gap);
      key = before + ends.key;
      const at = (end: number, called: string) => {
        if (called !== '' && (named || yearFollows(text, end)))
          spans.push(spanOf(reading, { start: begins.start, end, key: called, words: last - first + 1 }));
      };
      at(ends.end, key);
      if (ends.bare < ends.end) at(ends.bare, before + wordKey(text.slice(ends.start, ends.bare)));
    }
  }
  return spans;
}

function wordOf({ 0: word, index: start }: RegExpExecArray): Word {
  const end = start + word.length;
  const genitive = /['’]s?$/u.exec(word);
  return {
    start,
    end,
    key: wordKey(word),
    bare: genitive ? end - genitive[0].length : end,
    high: !/^\p{Ll}/u.test(word),
  };
}

function spanOf({ text, marked }: Reading, place: Pick<Span, 'start' | 'end' | 'key' | 'words'>): Span {
  const { start, end } = place;
  // A title may end in a mark that belongs to it: "Hello, Dolly!"
  const after = /^[!?….,]*/u.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  const quoted =
    OPENING.test(text.slice(Math.max(0, start - 2), start)) && CLOSING.test(text.slice(end, end + 6));
  const mark = marked.find(
    (one) => one.start <= start && one.end >= end && one.start >= start - 1 && one.end <= end + after + 1,
  );
  return { ...place, quoted, apart: mark?.kind ?? null, href: mark?.href ?? null };
}

/** Whether something sets off what begins here: quotation marks or markup. */
function isApart({ text, marked }: Reading, start: number): boolean {
  return (
    OPENING.test(text.slice(Math.max(0, start - 2), start)) ||
    marked.some((one) => one.start === start || one.start === start - 1)
  );
}

/** Whether a year in brackets follows: "solaris (1972)". */
function yearFollows(text: string, end: number): boolean {
  return /^["”’»]?\s?[([](?:18|19|20)\d\d[)\]]/u.test(text.slice(end, end + 10));
}

/** Where a text first says one of these titles, however it is written; null where it never does. */
export function findTitle(
  { text }: Reading,
  titles: readonly string[],
): { start: number; end: number } | null {
  const words = [...text.matchAll(WORD)].map(wordOf);
  for (const title of titles) {
    const wanted = mentionKey(title);
    const count = [...title.matchAll(WORD)].length;
    for (let first = 0; wanted !== '' && first + count <= words.length; first += 1) {
      const [start, last] = [words[first]!.start, words[first + count - 1]!];
      for (const end of [last.end, last.bare])
        if (mentionKey(text.slice(start, end)) === wanted && !text.slice(start, end).includes('\n'))
          return { start, end };
    }
  }
  return null;
}
