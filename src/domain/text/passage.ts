import { excerpt } from './excerpt.ts';
import { withoutSpoilers } from './spoiler.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const ELLIPSIS = '…';
/** Letters before the first word that was looked for. */
const BEFORE = 60;

/**
 * The place in a review where words that somebody looks for stand, on one line without markup; its beginning where
 * they do not stand together with anything that may be shown. What a spoiler covers is left out.
 *
 * @param html as `renderText` made it
 * @param limit characters as people see them
 */
export function passage(html: string, wanted: string, limit: number): string {
  const line = lettersOf(withoutSpoilers(html, ELLIPSIS), ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const words = new Set([...wanted.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => plain(word)));
  for (const { 0: word, index } of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!words.has(plain(word)) || index + word.length < limit) continue;
    const from = line.indexOf(' ', Math.max(0, index - BEFORE)) + 1;
    return `${ELLIPSIS}${excerpt(line.slice(Math.min(from, index)), limit - 1)}`;
  }
  return excerpt(line, limit);
}

/**
 * The letters of rendered HTML, without its markup.
 *
 * @param apart what stands between paragraphs, and between lines
 */
export function lettersOf(html: string, apart: string): string {
  return html
    .replace(/<\/?(?:b|i|em|strong|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, apart)
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}

function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
