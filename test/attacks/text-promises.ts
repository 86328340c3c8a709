import fc from 'fast-check';
import { expect } from 'vitest';
import { hasBalancedBidi } from '../../src/domain/text/characters.ts';
import { renderText, type TextFormat } from '../../src/domain/text/render.ts';
import { strays } from './allow-list.ts';
import { PAYLOADS } from './payloads.ts';

export const FORMATS: readonly TextFormat[] = ['plain', 'lbml', 'markdown', 'html'];

/** What `renderText` promises of any text whatever. */
export function expectSafe(input: string): void {
  for (const format of FORMATS) {
    for (const inlineSpoilers of [false, true]) {
      const { html, text, fold, cut } = renderText(input, format, { inlineSpoilers });
      expect(strays(html, inlineSpoilers), `${format}: ${html}`).toEqual([]);
      expect(renderText(html, 'html', { inlineSpoilers }).html, `${format} twice`).toBe(html);
      for (const paragraph of text.split('\n\n')) expect(hasBalancedBidi(paragraph)).toBe(true);
      for (const offset of [fold, cut]) {
        if (offset === null) continue;
        expect(strays(html.slice(0, offset), inlineSpoilers)).toEqual([]);
        expect(strays(html.slice(offset), inlineSpoilers)).toEqual([]);
      }
    }
  }
}

/** Characters and pieces that markup is made of. */
const pieces = fc.constantFrom(
  ...PAYLOADS.map(({ input }) => input.slice(0, 80)),
  ...'< > & " \' / = * ** _ || [ ]( ) ! \\ > \n \n\n \r\n \t \u00a0 \u202e \u202c \u2067 \u2069'.split(' '),
  ...'<i> </i> <b> </b> <em> <strong> <blockquote> </blockquote> <p> </p> <br> <br/> <div> <li>'.split(' '),
  ...'<pre> </pre> <script> </script> <svg> <template> <style> <!-- --> &lt; &#60; &amp; &nbsp;'.split(' '),
  '<a href="https://ok.example/?a=1&b=2">',
  '</a>',
  '<span class="spoiler">',
  '</span>',
  ' ',
  '   ',
  'word',
);
/** Texts made at random of what markup is made of. */
export const writtenTexts = fc.oneof(
  fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 24 }),
  fc.array(pieces, { maxLength: 40 }),
);

/** Texts of nothing but beginnings, by what they begin; `count` times each. */
export const BEGINNINGS: Readonly<Record<string, (count: number) => string>> = {
  'marks in marks': (count) => '<b><i>'.repeat(count),
  'quotations in quotations': (count) => '<blockquote>'.repeat(count),
  brackets: (count) => '<'.repeat(count * 6),
  'attributes that hide brackets': (count) => '<a b=">" '.repeat(count),
  'quotes of both kinds': (count) => `<a b="<a x='" c="'`.repeat(count),
  'scripts never closed': (count) => '<script>'.repeat(count),
  'comments never closed': (count) => '<!--'.repeat(count),
  'links never closed': (count) => '[](('.repeat(count),
  'links in links': (count) => '<a href=https://ok.example>x<i>'.repeat(count),
  stars: (count) => '*a _b **c '.repeat(count),
  'entities never closed': (count) => '&am&#x'.repeat(count),
  spaces: (count) => `${' '.repeat(count * 6)}x`,
  'directions never closed': (count) => '\u202e\u2067'.repeat(count),
  spoilers: (count) => '|| a '.repeat(count),
  paragraphs: (count) => 'a\n\n'.repeat(count),
};
