import { isArticle, mayBeLeftOut } from './fold.ts';

/** A word that may have been meant, and by how many slips it differs from what was typed. */
export interface Meant {
  word: string;
  slips: number;
}

/** What is looked for: for each word typed, what may have been meant by it. */
export interface Wanted {
  words: readonly string[];
  /** The same words where nothing is forgiven. */
  meant: readonly (readonly Meant[])[];
  /** How many of the words a thing may lack. */
  lacking: number;
}

/** A thing that may be what was meant. */
export interface Candidate {
  number: number;
  id: string;
  tier: number;
  year: number | null;
  titles: readonly string[];
  makers: readonly string[];
}

/** What was typed, word for word. */
export function asTyped(words: readonly string[]): Wanted {
  return { words, meant: words.map((word) => [{ word, slips: 0 }]), lacking: 0 };
}

/** What was typed is likelier to be meant than what is near it. */
const NEAR = 20;
const SLIP = 24;
const LACKING = 40;
/** Something of the next tier is so much likelier to be meant. */
const TIER = 2.5;
const YEAR = 6;
const MAKER = 2;
/** A title a thing has beside its own. */
const OTHER_TITLE = 4;

/** How likely a thing is meant; null when something that was typed is not of it at all. */
export function likelihood(thing: Candidate, wanted: Wanted): number | null {
  let best: number | null = null;
  for (const [at, title] of thing.titles.entries()) {
    const score = ofTitle(title, thing, wanted);
    if (score === null) continue;
    const here = score - (at === 0 ? 0 : OTHER_TITLE);
    if (best === null || here > best) best = here;
  }
  return best === null ? null : best + thing.tier * TIER;
}

function ofTitle(title: string, thing: Candidate, { words, meant, lacking }: Wanted): number | null {
  const spaced = ` ${title} `;
  const rest: string[] = [];
  let score = 0;
  let slips = 0;
  let missing = 0;
  for (const [at, choices] of meant.entries()) {
    const last = at === meant.length - 1;
    const typed = words[at] ?? '';
    const inTitle = nearest(choices, (word) => spaced.includes(` ${word}`));
    const whole = nearest(choices, (word) => spaced.includes(` ${word} `));
    const found = whole && whole.slips <= (inTitle?.slips ?? 0) ? whole : inTitle;
    if (found) {
      rest.push(found.word);
      slips += found.slips;
      if (found !== whole && !last) score -= 4;
    } else if (isYear(typed, thing.year)) score += YEAR;
    else {
      const maker = nearest(choices, (word) => thing.makers.some((name) => ` ${name}`.includes(` ${word}`)));
      if (maker) score += MAKER;
      if (maker) slips += maker.slips;
      else if (mayBeLeftOut(typed)) score -= 2;
      else missing += 1;
    }
  }
  if (missing > lacking) return asOneWord(title, words);
  return score + closeness(title, rest) - missing * LACKING - (slips > 0 ? NEAR + slips * SLIP : 0);
}

function nearest(choices: readonly Meant[], fits: (word: string) => boolean): Meant | undefined {
  let best: Meant | undefined;
  for (const one of choices) if ((!best || one.slips < best.slips) && fits(one.word)) best = one;
  return best;
}

/** Words that are one word in the title, or the other way round. */
function asOneWord(title: string, words: readonly string[]): number | null {
  const together = title.replaceAll(' ', '');
  const typed = words.join('');
  const plain = isArticle(words[0] ?? '') ? words.slice(1).join('') : typed;
  if (together === typed || together === plain) return 88;
  return together.startsWith(typed) || together.startsWith(plain) ? 46 : null;
}

/** How close a title is to the words of it that were typed, in their order; an article may stand at the end. */
function closeness(title: string, rest: readonly string[]): number {
  if (rest.length === 0) return 25;
  const last = rest.at(-1) ?? '';
  const asTitled =
    rest.length > 1 && isArticle(last) ? inOrder(title, [last, ...rest.slice(0, -1)].join(' ')) : 0;
  return Math.max(inOrder(title, rest.join(' ')), asTitled);
}

function inOrder(title: string, typed: string): number {
  const longer = Math.min(8, Math.max(0, title.length - typed.length) * 0.2);
  if (title === typed) return 100;
  const plain = withoutArticle(title);
  if (plain === withoutArticle(typed)) return 97;
  if (title.startsWith(`${typed} `) || plain.startsWith(`${typed} `)) return 60 - longer;
  if (title.startsWith(typed) || plain.startsWith(typed)) return 54 - longer;
  const at = ` ${title} `.indexOf(` ${typed}`);
  if (at >= 0)
    return (title[at + typed.length] === ' ' || at + typed.length === title.length ? 42 : 36) - longer;
  return 28 - longer;
}

function withoutArticle(title: string): string {
  const space = title.indexOf(' ');
  return space > 0 && isArticle(title.slice(0, space)) ? title.slice(space + 1) : title;
}

/** Whether digits typed are a year, or its beginning, or its last two: `1995`, `199`, `95`. */
export function isYear(typed: string, year: number | null): boolean {
  if (year === null || !looksLikeYear(typed)) return false;
  const text = String(year);
  return text.startsWith(typed) || (typed.length === 2 && text.endsWith(typed));
}

/** Whether what was typed may be a year, or become one. */
export function looksLikeYear(typed: string): boolean {
  return /^(?:\d\d|(?:18|19|20)\d{1,2})$/.test(typed);
}
