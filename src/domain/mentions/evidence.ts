import {
  FILM_BEFORE,
  GOES_ON_AFTER,
  INSIDE_BEFORE,
  OPENS_SENTENCE,
  OTHER_AFTER,
  OTHER_BEFORE,
  PAIRED_BEFORE,
  ROLE_BEFORE,
  STRONG_BEFORE,
  WEAK_BEFORE,
  YEAR_AFTER,
  YEAR_BEFORE,
} from './cues.ts';
import type { About, Candidate } from './film.ts';
import type { Span } from './span.ts';
import { mentionKey } from './title.ts';

/**
 * What speaks for and against a span being a title, whichever film it is. Points are on one scale with those of
 * `weighFilm`; together they must reach `ENOUGH`.
 */
export interface Setting {
  points: number;
  /** The year the text gives with the span; null when it gives none. */
  year: number | null;
  /** Whether it is named as the other of two films: a sequel, the second half of a double bill. */
  paired: boolean;
  /** Whether it is set off as titles are: quotation marks, italics, a link. */
  setOff: boolean;
  /** Whether it may go on behind the span, for which it has lost `GOES_ON` points. */
  goesOn: boolean;
}

/** What a span loses that may be the beginning of a longer title. */
export const GOES_ON = 1.5;

/** Points from which on a span is a mention. */
export const ENOUGH = 4;

/** Small words of titles, which English writes without a capital. */
const SMALL =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|vs|into|is|it|der|die|das|und|von|le|la|les|de|du|des|et|el|los|las|y|del|e|o|do|da|di|il)$/iu;

/** What is said of a span by the text around it; null when that rules a film out. */
export function settingOf(text: string, span: Span, languageOfCapitals: boolean): Setting | null {
  const before = text.slice(Math.max(0, span.start - 90), span.start);
  const after = text.slice(span.end, span.end + 40);
  const words = text.slice(span.start, span.end);
  if (isPartOfWord(before, after)) return null;
  const plain = before.replace(/["“„«‘'‹(「『\s]+$/u, ' ');
  const link = span.apart === 'link' ? filmLink(span.href) : 0;
  const year = Number(YEAR_AFTER.exec(after)?.[1] ?? YEAR_BEFORE.exec(before)?.[1] ?? 0) || null;
  const own = before.slice(before.lastIndexOf('\n') + 1);
  const startsSentence = !/[Aa]lso: $/.test(own) && /(?:^|[.!?…:—–][")”’»]?\s+|["“„«]|^[–—-] ?)$/u.test(own);
  const setOff = span.quoted || span.apart === 'italic' || link > 0;
  if (!setOff && isPartOfName(own, after, startsSentence)) return null;
  if (OTHER_AFTER.test(after)) return null;
  const film = FILM_BEFORE.test(plain) && !INSIDE_BEFORE.test(plain);
  const paired = PAIRED_BEFORE.test(plain);
  const leads = year !== null || film || paired || STRONG_BEFORE.test(plain);
  if (!leads && (OTHER_BEFORE.test(plain) || ROLE_BEFORE.test(plain))) return null;
  let points = link;
  if (span.apart === 'italic') points += 2.6;
  if (span.quoted) points += 1.5;
  if (span.apart === 'bold') points += 0.5;
  if (film) points += 2.4;
  if (paired) points += 3.4;
  else if (STRONG_BEFORE.test(plain)) points += 2.2;
  else if (WEAK_BEFORE.test(plain)) points += 0.8;
  const goesOn = GOES_ON_AFTER.test(after) && !setOff && span.words < 4;
  if (goesOn) points -= GOES_ON;
  points += capitals(words, span, {
    startsSentence,
    languageOfCapitals,
    leads,
    setOff,
    italic: span.apart === 'italic',
  });
  return { points, year, paired, setOff, goesOn };
}

/** Links to where films are at home speak for one. */
function filmLink(href: string | null): number {
  return href !== null &&
    /letterboxd\.com\/film|imdb\.com\/title|themoviedb\.org\/movie|wikipedia\.org/.test(href)
    ? 4
    : 0;
}

function isPartOfWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}/&@#$_-]$/u.test(before) || /^[/@_]|^-[\p{L}\p{N}]|^[\p{L}\p{N}]|^&\p{L}/u.test(after);
}

/** Whether the words go on as a name: "Paul Newman", "Beach Party" in "Muscle Beach Party". */
function isPartOfName(before: string, after: string, startsSentence: boolean): boolean {
  if (/^ (?:\p{Lu}|\p{N}|& )/u.test(after) && !/^ (?:I|I['’]\w+) /u.test(after)) return true;
  if (/^(?:: | [–—-] |['’]s? )\p{Lu}/u.test(after)) return true;
  if (/\p{L}: $/u.test(before) && /\p{Lu}[\p{L}\d'’.]*(?: \d+)?: $/u.test(before)) return true;
  if (startsSentence) return false;
  const word = /(\S+) $/u.exec(before)?.[1] ?? '';
  const opens = /(?:^|[.!?…]["”’»)]?\s+)(\S+) $/u.exec(before)?.[1];
  if (opens && OPENS_SENTENCE.test(opens)) return false;
  return /^[("“]?\p{Lu}[\p{L}.'’-]*$|&$|^\d+$/u.test(word) && !/['’]s?$|^I$|^(?:19|20)\d\d$/u.test(word);
}

interface Capitals {
  startsSentence: boolean;
  languageOfCapitals: boolean;
  leads: boolean;
  setOff: boolean;
  italic: boolean;
}

/** What the capitals of a span say: of one word hardly anything, of several that all have theirs more. */
function capitals(
  words: string,
  { words: count }: Span,
  { startsSentence, languageOfCapitals, leads, setOff, italic }: Capitals,
): number {
  const parts = words.split(/[\s-]+/u);
  const heavy = parts.filter((part, at) => at === 0 || !SMALL.test(part));
  const high = heavy.filter((part) => /^[^\p{Ll}]/u.test(part.replace(/^["“'’]/u, ''))).length;
  if (high < heavy.length) return setOff && count > 1 ? 0 : leads ? -0.5 : -3;
  if (count === 1) return languageOfCapitals ? -1.2 : startsSentence ? -1.5 : italic ? 0 : -0.4;
  if (languageOfCapitals && count < 3) return 0;
  const many = Math.min(heavy.length, 4);
  return (startsSentence ? -0.4 : 0) + many * 0.55 + (count >= 5 ? 1 : count >= 4 ? 0.5 : 0);
}

/** What speaks for one film among those a span may name; null when something rules it out. */
export function weighFilm(
  text: string,
  span: Span,
  setting: Setting,
  film: Candidate,
  about: About,
): number | null {
  if (film.year !== null && about.written !== null && film.year > about.written) return null;
  // "Stanley Kubrick" is a film too.
  if (about.people.has(span.key) && setting.year === null && !setting.setOff) return null;
  let points = 0;
  if (setting.year !== null) {
    if (film.year === null || Math.abs(film.year - setting.year) > 1) return null;
    points += 4;
  } else if (sharesTitle(film, about) || isWithin(text, span, about.titles)) return null;
  // What stands before a colon may be another film: the first of a series.
  if (film.part && setting.year === null && !setting.setOff) return null;
  if (film.part) points -= 1.2;
  const said = text.slice(span.start, span.end);
  const exact = film.titles.some((title) => bare(title) === bare(said));
  if (exact) points += setting.setOff && span.words > 2 ? 1.8 : 0.6;
  const near = text.slice(Math.max(0, span.start - 60), Math.min(text.length, span.end + 60));
  if (film.directors.some((name) => says(near, lastName(name)))) points += 2;
  else if (film.directors.some((name) => about.directors.includes(name))) points += 1.8;
  if (setting.paired && film.year !== null && about.year !== null && Math.abs(film.year - about.year) <= 6)
    points += 0.8;
  points += Math.min(1.8, Math.log2(1 + film.known) * 0.3);
  if (isNameOf(span.key, about)) points -= 4;
  return points;
}

function sharesTitle(film: Candidate, about: About): boolean {
  const own = new Set(about.titles.map(mentionKey));
  return film.titles.some((title) => own.has(mentionKey(title)));
}

/** Whether it is what somebody in the film under review, or who made it, is called. */
function isNameOf(key: string, { names, directors }: About): boolean {
  const padded = (name: string) => ` ${mentionKey(name)} `;
  return [...names, ...directors].some((name) => padded(name).includes(` ${key} `));
}

/** A title without the marks that end it, which a sentence may have taken for its own. */
function bare(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[’‘]/gu, "'")
    .replace(/[!?.…]+$/u, '');
}

/** Whether a span stands within the title of the film under review, as that is written there. */
function isWithin(text: string, span: Span, titles: readonly string[]): boolean {
  return titles.some((title) => {
    const at = text.indexOf(title, Math.max(0, span.start - title.length));
    return at >= 0 && at <= span.start && at + title.length >= span.end;
  });
}

function lastName(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function says(text: string, word: string): boolean {
  return word.length > 2 && text.includes(word);
}
