import { lettersOf } from './passage.ts';
import { withoutSpoilers } from './spoiler.ts';

/** No text holds it: what stands on either side of it is not one passage. */
const BREAK = '\u0000';
/** What steers how a line is laid out and is no letter; what joins letters stays. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Scripts that part no words by spaces. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;
const WORD = /[\p{L}\p{N}]/u;
/** What belongs to the sign before it. */
const JOINED = /\p{M}|\p{Emoji_Modifier}|\u200d/u;
/** How somebody shows that words are left out. */
const LEFT_OUT = /\s*\[\s*(?:…|\.{3})\s*\]\s*/u;

/** Where a passage stands: in which stretch, and from where to where in it. */
interface Place {
  stretch: number;
  start: number;
  end: number;
}

/**
 * The words of a review that may be quoted, in stretches that run unbroken: what its author hid, and what it quotes
 * from others, is in none, and no passage reaches across. Lines and paragraphs end with a newline.
 *
 * @param html as `renderText` made it
 */
export function stretchesOf(html: string): string[] {
  const open = withoutSpoilers(html, BREAK).replace(/<blockquote>[\s\S]*?<\/blockquote>/g, BREAK);
  return lettersOf(open, '\n')
    .split(BREAK)
    .filter((stretch) => WORD.test(stretch));
}

/** A text as two are compared: white space folded, letters composed, without what nobody sees. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}

/**
 * The sentences that may be quoted from a review, as ICU parts them; each line of verse is one.
 *
 * @param language BCP 47; null where it is not known
 */
export function sentencesOf(html: string, language: string | null): string[] {
  const sentences = new Intl.Segmenter(known(language), { granularity: 'sentence' });
  return stretchesOf(html).flatMap((stretch) =>
    [...sentences.segment(stretch)]
      .map(({ segment }) => folded(segment))
      .filter((said) => /\p{L}/u.test(said)),
  );
}

/** What somebody gives as a quote in one piece, parted where they show that words are left out. */
export function passagesIn(given: string): string[] {
  return given
    .split(LEFT_OUT)
    .map(folded)
    .filter((passage) => passage !== '');
}

/**
 * Passages as they stand in a review, word for word and in its order; those between which nothing stands are one.
 *
 * @returns `missing` where one does not stand there after the one before it, `within` where it begins or ends within
 * a word
 */
export function standing(html: string, passages: readonly string[]): string[] | 'missing' | 'within' {
  const stretches = stretchesOf(html).map(folded);
  const found: Place[] = [];
  for (const passage of passages) {
    const place = nextPlace(stretches, folded(passage), found.at(-1));
    if (typeof place === 'string') return place;
    const before = found.at(-1);
    const between = before?.stretch === place.stretch && gap(stretches, before, place);
    if (before && between === '') before.end = place.end;
    else found.push(place);
  }
  return found.map(({ stretch, start, end }) => stretches[stretch]!.slice(start, end));
}

function gap(stretches: readonly string[], before: Place, place: Place): string {
  return stretches[place.stretch]!.slice(before.end, place.start).trim();
}

function nextPlace(
  stretches: readonly string[],
  passage: string,
  before: Place | undefined,
): Place | 'missing' | 'within' {
  let why: 'missing' | 'within' = 'missing';
  if (passage === '') return why;
  for (let stretch = before?.stretch ?? 0; stretch < stretches.length; stretch += 1) {
    const text = stretches[stretch]!;
    let start = text.indexOf(passage, stretch === before?.stretch ? before.end : 0);
    for (; start >= 0; start = text.indexOf(passage, start + 1)) {
      const end = start + passage.length;
      if (!isWithin(text, start) && !isWithin(text, end)) return { stretch, start, end };
      why = 'within';
    }
  }
  return why;
}

/** Whether a cut at a place would part a word, or what people see as one sign. */
function isWithin(text: string, at: number): boolean {
  const before = lastSign(text.slice(0, at));
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (at === 0 || at === text.length) return false;
  if (JOINED.test(after) || before === '\u200d') return true;
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  const letterBefore = WORD.test(before) || /\p{M}/u.test(before);
  if (letterBefore && WORD.test(after)) return true;
  // Both halves of "isn't".
  if (letterBefore && /['’]/u.test(after)) return WORD.test(text[at + 1] ?? '');
  return /['’]/u.test(before) && WORD.test(after) && WORD.test(text[at - 2] ?? '');
}

function lastSign(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

function known(language: string | null): string {
  try {
    return language === null ? 'und' : (Intl.getCanonicalLocales(language)[0] ?? 'und');
  } catch {
    return 'und';
  }
}
