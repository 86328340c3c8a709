import {
  type Box,
  escaped,
  graphemes,
  IDEOGRAPH,
  IDEOGRAPHIC,
  isOurs,
  line,
  RIGHT_TO_LEFT,
  round,
  widthOf,
} from './title-card-line.ts';

/** How a title is to stand in its box. */
export interface Setting {
  /** All in capitals, for letters that have them. */
  capitals: boolean;
  /** Each line as wide as the box, of its own size; otherwise all lines of one size. */
  filled: boolean;
  /** Whether a title that leaves the box half empty may run up the card instead. */
  turns: boolean;
  /** Where the block stands when it does not fill the box's height. */
  align: 'top' | 'middle' | 'bottom';
  /** What ideographs are to look like: `ja`, `ko`, `zh-Hans` or `zh-Hant`. */
  language: string | null;
}

const CAP = 0.686;
const DESCENT = 0.17;
/** Capitals with a mark above them, and those with one above another. */
const MARKED = /(?=\p{Lu})[À-ÖØ-ÝĀ-ŽƠƯẀ-Ỹ]/u;
const MARKED_TWICE = /[ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖ]/;

const UNSPACED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const wordsWithin = new Intl.Segmenter('th', { granularity: 'word' });

/** A title as large as its box allows. */
export function title(given: string, box: Box, colour: string, setting: Setting): string {
  const text = isOurs(given) && setting.capitals && isOurs(given.toUpperCase()) ? given.toUpperCase() : given;
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment);
  const ideographs = signs.filter((sign) => IDEOGRAPH.test(sign)).length;
  const hangul = /\p{sc=Hangul}/u.test(text);
  const tall = box.height >= box.width * 0.9 || signs.length <= 4;
  if (ideographs > 0 && ideographs === signs.length && signs.length <= 12 && !hangul && tall)
    return upright(signs, box, colour, setting);
  const words = piecesOf(text, signs, ideographs > signs.length / 2 && !text.includes(' '));
  const set = setting.filled && isOurs(text) && words.length <= 7 ? filled : even;
  const flat = set(words, box, colour, setting);
  if (!setting.turns || !isOurs(text)) return flat.drawn;
  const turned = set(words, { x: 0, y: 0, width: box.height, height: box.width }, colour, setting);
  if (turned.size < flat.size * 1.25) return flat.drawn;
  return `<g transform="translate(${round(box.x)} ${round(box.y + box.height)}) rotate(-90)">${turned.drawn}</g>`;
}

/** Drawn lines and how large their letters are; of lines of several sizes, the smallest. */
interface Block {
  drawn: string;
  size: number;
}

/** Words set on lines, and the room they take of their box. */
export interface SetWords {
  drawn: string;
  size: number;
  /** The baseline of the first line, and where the last one ends below. */
  baseline: number;
  foot: number;
}

/** How words are set on level lines: how much further apart than a title's, in ems, and whether in the middle. */
interface Loosely {
  apart: number;
  centred: boolean;
}

/**
 * Words on level lines of one size, as large as their box allows, from its top; a title's stand closer than words to
 * be read.
 */
export function levelLines(
  text: string,
  box: Box,
  colour: string,
  { centred = false, close = false }: { centred?: boolean; close?: boolean } = {},
): SetWords {
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment);
  const ideographs = signs.filter((sign) => IDEOGRAPH.test(sign)).length;
  const bySign = ideographs > signs.length / 2 && !text.includes(' ');
  const words = bySign ? held(signs) : piecesOf(text, signs, false);
  const setting: Setting = { capitals: false, filled: false, turns: false, align: 'top', language: null };
  const { drawn, size, start, high, rise } = even(words, box, colour, setting, {
    apart: close ? 0 : 0.1,
    centred,
  });
  return { drawn, size, baseline: start + rise * size, foot: start + high };
}

interface Word {
  text: string;
  /** Whether a space stands before it when it does not begin a line. */
  spaced: boolean;
  /** What stands behind it when it ends a line: a hyphen within a long word. */
  end?: string;
}

/** Signs of which none that closes begins a line, and none that opens ends one. */
function held(signs: readonly string[]): Word[] {
  const words: Word[] = [];
  for (const sign of signs) {
    const before = words.at(-1);
    const stays =
      /^[\p{Pe}\p{Pf}、。，．・：；！？ー…]/u.test(sign) || /[\p{Ps}\p{Pi}]$/u.test(before?.text ?? '');
    if (before && stays) before.text += sign;
    else words.push({ text: sign, spaced: false });
  }
  return words;
}

function piecesOf(text: string, signs: string[], bySign: boolean): Word[] {
  if (bySign) return signs.map((sign) => ({ text: sign, spaced: false }));
  const words: Word[] = [];
  for (const word of text.split(' ')) {
    if (UNSPACED.test(word)) {
      for (const [at, { segment }] of [...wordsWithin.segment(word)].entries())
        words.push({ text: segment, spaced: at === 0 });
      continue;
    }
    const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
    const piece = parts.length > 22 ? Math.ceil(parts.length / Math.ceil(parts.length / 13)) : parts.length;
    for (let at = 0; at < parts.length; at += piece) {
      const hyphen = /^\p{L}{2}$/u.test(parts.slice(at + piece - 1, at + piece + 1).join('')) ? '-' : '';
      words.push({ text: parts.slice(at, at + piece).join(''), spaced: at === 0, end: hyphen });
    }
  }
  return words;
}

function joined(words: Word[]): string {
  const line = words.map((word, at) => (at > 0 && word.spaced ? ' ' : '') + word.text).join('');
  return line + (words.at(-1)?.end ?? '');
}

/** The words in so many lines that the widest is as narrow as can be. */
function broken(words: Word[], count: number): string[] {
  const widths = words.map((word) => widthOf(word.text));
  const space = 0.14;
  const hyphen = widthOf('-');
  const reach = (from: number, to: number): number => {
    let width = words[to - 1]!.end ? hyphen : 0;
    for (let at = from; at < to; at += 1) width += widths[at]! + (at > from && words[at]!.spaced ? space : 0);
    return width;
  };
  const rows: number[][] = [words.map((_, at) => reach(0, at + 1))];
  const cuts: number[][] = [words.map(() => 0)];
  for (let row = 1; row < count; row += 1) {
    rows.push([]);
    cuts.push([]);
    for (let end = 0; end < words.length; end += 1) {
      let best = Number.POSITIVE_INFINITY;
      let cut = end;
      for (let from = end; from >= row; from -= 1) {
        const last = reach(from, end + 1);
        if (last >= best) break;
        const widest = Math.max(last, rows[row - 1]![from - 1]!);
        if (widest < best) {
          best = widest;
          cut = from;
        }
      }
      rows[row]!.push(best);
      cuts[row]!.push(cut);
    }
  }
  const lines: string[] = [];
  let end = words.length;
  for (let row = count - 1; row >= 0; row -= 1) {
    const from = row === 0 ? 0 : cuts[row]![end - 1]!;
    lines.unshift(joined(words.slice(from, end)));
    end = from;
  }
  return lines;
}

function even(
  words: Word[],
  box: Box,
  colour: string,
  setting: Setting,
  { apart, centred }: Loosely = { apart: 0, centred: false },
): Block & { start: number; high: number; rise: number } {
  const sample = joined(words);
  const ours = isOurs(sample);
  const low = ours ? /[a-zþß]/.test(sample) : true;
  const close = apart + (ours ? (low ? 0.88 : 0.79) : RIGHT_TO_LEFT.test(sample) ? 1.25 : 1.16);
  const top = ours ? 0.72 + marks(sample) : 0.95;
  const foot = low ? (ours ? DESCENT : 0.26) : 0;
  let best = { size: 0, lines: [sample], lead: close };
  const most = Math.min(words.length, 18);
  for (let count = 1; count <= most; count += 1) {
    if (box.height / (top + foot + (count - 1) * close) <= best.size) break;
    const lines = broken(words, count);
    // A mark above a capital needs the room that the line before would take.
    const lead = close + (ours ? Math.max(0, ...lines.slice(1).map(marks)) : 0);
    const tallest = box.height / (top + foot + (count - 1) * lead);
    const size = Math.min(box.width / Math.max(...lines.map(widthOf)), tallest, 150);
    if (size > best.size * 1.04) best = { size, lines, lead };
  }
  const { size, lines, lead } = best;
  const high = (top + foot + (lines.length - 1) * lead) * size;
  const start = placed(box, high, setting);
  const fromRight = RIGHT_TO_LEFT.test(sample);
  const begin = (text: string) => {
    if (centred) return box.x + (isOurs(text) ? (box.width - widthOf(text) * size) / 2 : box.width / 2);
    if (!fromRight) return box.x;
    // A line of it may run from the left all the same: a name, a year.
    return box.x + box.width - (RIGHT_TO_LEFT.test(text) ? 0 : widthOf(text) * size);
  };
  const drawn = lines
    .map((text, at) => line(text, begin(text), start + (top + at * lead) * size, size, colour, centred))
    .join('');
  return { drawn, size, start, high, rise: top };
}

function filled(words: Word[], box: Box, colour: string, setting: Setting): Block {
  let best: { used: number; lines: string[]; sizes: number[] } | null = null;
  const gap = 7;
  const low = /[a-zþß]/.test(joined(words));
  const rise = (low ? 0.74 : CAP) + marks(joined(words));
  const fall = low ? DESCENT : 0;
  const heightOf = (sizes: number[]) => sizes.reduce((sum, size) => sum + size * (rise + fall) + gap, -gap);
  for (let count = 1; count <= words.length; count += 1) {
    const lines = broken(words, count);
    let sizes = lines.map((text) => Math.min(box.width / widthOf(text), 170));
    const tall = heightOf(sizes);
    if (tall > box.height) {
      const room = (box.height + gap - count * gap) / (tall + gap - count * gap);
      if (room <= 0) break;
      sizes = sizes.map((size) => size * room);
    }
    const area = lines.reduce((sum, text, at) => sum + widthOf(text) * sizes[at]! ** 2, 0);
    if (best === null || area > best.used * 1.03) best = { used: area, lines, sizes };
  }
  const { lines, sizes } = best!;
  let y = placed(box, heightOf(sizes), setting);
  let drawn = '';
  for (const [at, text] of lines.entries()) {
    const size = sizes[at]!;
    drawn += line(text, box.x, y + rise * size, size, colour);
    y += size * (rise + fall) + gap;
  }
  return { drawn, size: Math.min(...sizes) };
}

/** How far marks reach above a text's capitals, in ems of our letters. */
function marks(text: string): number {
  if (MARKED_TWICE.test(text)) return 0.36;
  return MARKED.test(text) ? 0.19 : 0;
}

function placed(box: Box, high: number, { align }: Setting): number {
  if (align === 'top') return box.y;
  return box.y + (box.height - high) / (align === 'middle' ? 2 : 1);
}

/** Ideographs in columns, read downwards from the right. */
function upright(signs: string[], box: Box, colour: string, setting: Setting): string {
  let best = { size: 0, columns: 1 };
  for (let columns = 1; columns <= 2; columns += 1) {
    const long = Math.ceil(signs.length / columns);
    const size = Math.min(box.height / long, box.width / (columns * 1.08), 140);
    if (size > best.size) best = { size, columns };
  }
  const { size, columns } = best;
  const long = Math.ceil(signs.length / columns);
  const high = long * size;
  const top = placed(box, high, setting);
  let drawn = '';
  for (let column = 0; column < columns; column += 1) {
    const text = signs.slice(column * long, (column + 1) * long).join('');
    const x = box.x + box.width - size * (0.54 + column * 1.08);
    const language = setting.language === null ? '' : ` xml:lang="${setting.language}"`;
    drawn += `<text x="${round(x)}" y="${round(top)}" fill="${colour}" font-family="${IDEOGRAPHIC}" font-weight="800" font-size="${round(size)}" writing-mode="vertical-rl"${language}>${escaped(text)}</text>`;
  }
  return drawn;
}
