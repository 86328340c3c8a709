import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strays } from '../../../test/attacks/allow-list.ts';
import { PAYLOADS } from '../../../test/attacks/payloads.ts';
import { expectSafe, FORMATS, writtenTexts } from '../../../test/attacks/text-promises.ts';
import { renderText, type TextFormat } from './render.ts';

describe('the walker that judges', () => {
  test.each([
    '<p><b onclick=x>b</b></p>',
    '<p><a href="javascript:x" rel="nofollow ugc noopener">a</a></p>',
    '<p><a href="https://ok.example">a</a></p>',
    '<p><span class="spoiler">s</span></p>',
    '<div>d</div>',
    'bare words',
    '<p>p</p><!-- c -->',
    '<blockquote>q</blockquote>',
  ])('names what is wrong in %s', (html) => expect(strays(html)).not.toEqual([]));
});

test('the corpus has payloads of every class', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(250);
  expect(new Set(PAYLOADS.map(({ name }) => name)).size).toBe(PAYLOADS.length);
});

describe.each(PAYLOADS)('$name', ({ input }) => {
  test('alone, and in the midst of a review', () => {
    expectSafe(input);
    expectSafe(`Before <i>it\n${input}\n\nafter</i> it **all** ||hidden||`);
  });
});

test('1,000 texts nobody thought of', () => {
  fc.assert(
    fc.property(writtenTexts, (parts) => expectSafe(parts.join(''))),
    { numRuns: 1000 },
  );
}, 60_000);

test('plain text comes through letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const bare = (words: string) => words.replace(/\s/g, '');
      expect(bare(renderText(text, 'plain').text)).toBe(bare(text));
    }),
    { numRuns: 1000 },
  );
});

describe('a text of nothing but beginnings takes time in step with its length', () => {
  const evil: Record<string, (count: number) => string> = {
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

  /** The processor's time for a rendering in microseconds, the least of three. */
  function cost(text: string, format: TextFormat): number {
    const runs = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      renderText(text, format, { inlineSpoilers: true });
      return process.cpuUsage(before).user;
    });
    return Math.max(1000, Math.min(...runs));
  }

  test.each(Object.entries(evil))(
    '%s',
    (_name, make) => {
      for (const format of FORMATS) {
        // Sixteen times the text may not cost near sixteen times sixteen.
        expect(cost(make(16_000), format) / cost(make(1000), format), format).toBeLessThan(80);
      }
    },
    60_000,
  );

  test('10,000 levels deep do not overflow the stack', () => {
    for (const tag of [
      'b',
      'blockquote',
      'div',
      'svg',
      'span class="spoiler"',
      'a href="https://ok.example"',
    ]) {
      expectSafe(`${`<${tag}>`.repeat(10_000)}x${`</${tag.split(' ')[0]}>`.repeat(10_000)}`);
    }
    expectSafe(`${'> '.repeat(10_000)}x`);
    expectSafe(`${'['.repeat(10_000)}x${'](https://ok.example)'.repeat(10_000)}`);
  }, 60_000);
});
