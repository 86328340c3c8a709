import { html, render } from './html.ts';
import { EM, KERNING, LETTERS } from './title-card-letters.ts';

/** A place for type, in units of the card. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Letter {
  advance: number;
  outline: string;
}

const letters = new Map<string, Letter>();
for (const entry of LETTERS) {
  const [, sign, advance, outline] = /^(.)(\d+)(.*)$/u.exec(entry)!;
  letters.set(sign!, { advance: Number(advance), outline: outline! });
}
const kerning = new Map<string, number>();
for (const pair of KERNING.split(' ')) kerning.set(pair.slice(0, 2), Number(pair.slice(2)));

/** Whether our own letters can write a text; otherwise the machine's fonts do. */
export function isOurs(text: string): boolean {
  for (const sign of text) if (!letters.has(sign)) return false;
  return true;
}

/** Signs that stand in a square. */
export const IDEOGRAPH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\u30fc\uff01-\uff60]/u;
/** Scripts that run from the right. */
export const RIGHT_TO_LEFT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
/** What people see as one sign. */
export const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Scripts whose signs are about as broad as they are high. */
const BROAD =
  /[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Gujarati}\p{sc=Gurmukhi}\p{sc=Oriya}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Ethiopic}\p{sc=Armenian}\p{sc=Cherokee}]/u;

/** A width in ems, exact for our letters and on the wide side for the machine's bold ones. */
export function widthOf(text: string): number {
  if (isOurs(text)) {
    let width = 0;
    let before = '';
    for (const sign of text) {
      width += letters.get(sign)!.advance + (kerning.get(before + sign) ?? 0);
      before = sign;
    }
    return width / EM;
  }
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (IDEOGRAPH.test(segment)) width += 1;
    else if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) width += 1.3;
    else if (segment === ' ') width += 0.3;
    else if (/\p{sc=Arabic}|\p{sc=Hebrew}/u.test(segment)) width += 0.66;
    else if (BROAD.test(segment)) width += 0.85;
    else if (/[\p{Lu}mwжшщюфыωм]/u.test(segment)) width += 0.86;
    else width += 0.66;
  }
  return width;
}

const SANS =
  "'Helvetica Neue',Arial,'Noto Sans','Noto Sans Arabic','Noto Sans Hebrew','Noto Sans Devanagari','Noto Sans Thai',sans-serif";
/** The machine's fonts for ideographs. */
export const IDEOGRAPHIC =
  "'Hiragino Sans','Yu Gothic','PingFang SC','Microsoft YaHei','Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK JP',sans-serif";

/**
 * One line of type. `x` is its start: the left edge, or the right one for scripts that run from the right.
 *
 * @param middle whether `x` is its middle, where the machine's fonts write it: only they know how wide it is
 */
export function line(
  text: string,
  x: number,
  baseline: number,
  size: number,
  colour: string,
  middle = false,
): string {
  if (isOurs(text)) {
    let path = '';
    let at = 0;
    let before = '';
    for (const sign of text) {
      const { advance, outline } = letters.get(sign)!;
      at += kerning.get(before + sign) ?? 0;
      if (outline !== '') path += `M${at} 0${outline}`;
      at += advance;
      before = sign;
    }
    const scale = Number((size / EM).toFixed(4));
    return `<path fill="${colour}" transform="translate(${round(x)} ${round(baseline)}) scale(${scale})" d="${path}"/>`;
  }
  const family = IDEOGRAPH.test(text) ? IDEOGRAPHIC : SANS;
  const direction = RIGHT_TO_LEFT.test(text) ? ' direction="rtl"' : '';
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${round(x)}" y="${round(baseline)}" fill="${colour}" font-family="${family}" font-weight="800" font-size="${round(size)}"${direction}${anchor}>${escaped(text)}</text>`;
}

/** Small type on one line, made smaller, but not than `least`, and at last cut with an ellipsis to keep within its room. */
export function small(text: string, box: Box, end: boolean, colour: string, least = 9): string {
  let words = text;
  let size = Math.min(box.height, box.width / widthOf(words));
  if (size < least) {
    const signs = [...graphemes.segment(text)].map(({ segment }) => segment);
    while (signs.length > 1 && widthOf(`${signs.join('')}…`) * least > box.width) signs.pop();
    words = `${signs.join('').trimEnd()}…`;
    size = least;
  }
  const fromRight = RIGHT_TO_LEFT.test(words);
  const width = widthOf(words) * size;
  const left = end ? box.x + box.width - width : box.x;
  return line(words, fromRight ? left + width : left, box.y + box.height, size, colour);
}

/** The width small type would take if it had the room. */
export function smallWidth(text: string, size: number): number {
  return widthOf(text) * size;
}

/** A number with at most two decimals. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

export function escaped(text: string): string {
  return render(html`${text}`);
}
