import { hasBalancedBidi, withoutBidiControls } from './characters.ts';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const ELLIPSIS = '…';
/** Of what fits, at least this part is kept when a whole sentence ends in it. */
const LEAST_SENTENCE = 0.6;
/** One character as people see it is taken to have at most this many code units. */
const LONGEST_GRAPHEME = 32;

/**
 * The beginning of a text on one line, for a search result, a meta description or a card. Whole when it fits;
 * otherwise it ends with a sentence if one ends late enough, else with a word, and with an ellipsis. Nothing
 * is cut within a character as people see it (an emoji of several code points, a letter with its accents).
 *
 * @param text words without markup
 * @param limit characters as people see them, the ellipsis included; below 1 nothing is left
 */
export function excerpt(text: string, limit: number): string {
  if (limit < 1) return '';
  const line = text.replace(/[\s\u00a0]+/g, ' ').trim();
  const fitting = firstGraphemes(line, limit);
  if (fitting === line) return line;
  const room = firstGraphemes(line, limit - 1);
  const sentence = lastSentenceEnd(line, firstGraphemes(line, limit - 2).length);
  const cut =
    sentence > 0 && sentence >= room.length * LEAST_SENTENCE
      ? `${line.slice(0, sentence)} ${ELLIPSIS}`
      : `${room.slice(0, lastWordEnd(line, room.length))}${ELLIPSIS}`;
  return hasBalancedBidi(cut) ? cut : withoutBidiControls(cut);
}

function firstGraphemes(text: string, count: number): string {
  if (count <= 0) return '';
  if (text.length <= count) return text;
  const window = text.slice(0, count * LONGEST_GRAPHEME);
  let left = count;
  let end = 0;
  for (const { segment } of GRAPHEMES.segment(window)) {
    // What stands at the window's edge may go on beyond it.
    if (left === 0 || (end + segment.length === window.length && window.length < text.length)) break;
    left -= 1;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** Where the last sentence that ends within `room` ends, closing quotes with it; 0 when none does. */
function lastSentenceEnd(line: string, room: number): number {
  let end = 0;
  for (const match of line.slice(0, room + 1).matchAll(/[.!?…।؟]["'”’»)\]]{0,3}(?=\s)|[。！？][」』）]?/gu)) {
    const stop = match.index + match[0].length;
    if (stop <= room) end = stop;
  }
  return end;
}

/** The end of the last word wholly before `room`, or `room` when the text is one long word up to there. */
function lastWordEnd(line: string, room: number): number {
  const from = Math.max(0, room - 120);
  let end = 0;
  for (const { index, segment, isWordLike } of WORDS.segment(line.slice(from, room + 120))) {
    const stop = from + index + segment.length;
    if (stop > room) break;
    if (isWordLike) end = stop;
  }
  return end > 0 ? end : room;
}
