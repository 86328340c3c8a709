import { Resvg } from '@resvg/resvg-js';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { quotationMarks } from '../words/quotation-marks.ts';
import { QUOTE_SHAPES, type QuoteCard, quoteCard, quoteLine } from './quote-card.ts';

const film = {
  id: '06dt9s2q4x8v2m5k7w1y3z0abc',
  title: 'The Night Ferry',
  originalTitle: null,
  year: 1962,
  countries: ['PT'],
  directors: ['Ana Duarte'],
};
const card = (more: Partial<QuoteCard> = {}): QuoteCard => ({
  rating: 9,
  text: 'The fog does more acting than most casts.',
  language: 'en',
  name: 'Ottoline Varga',
  film,
  called: ['The Night Ferry (1962)'],
  site: ['The Regent'],
  ...more,
});

/** The bounds of what is drawn, from the left and from above, in parts of the drawing; null for nothing. */
function drawn(svg: string): { left: number; top: number; right: number; foot: number } {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const seen = { left: width, top: height, right: 0, foot: 0 };
  for (let at = 3; at < pixels.length; at += 4) {
    if (pixels[at] === 0) continue;
    const [x, y] = [((at - 3) / 4) % width, Math.floor((at - 3) / 4 / width)];
    seen.left = Math.min(seen.left, x);
    seen.right = Math.max(seen.right, x);
    seen.top = Math.min(seen.top, y);
    seen.foot = Math.max(seen.foot, y);
  }
  return {
    left: seen.left / width,
    right: seen.right / width,
    top: seen.top / height,
    foot: seen.foot / height,
  };
}

describe('a quote on a poster', () => {
  test.each([
    ['a sentence', {}],
    ['one word', { text: 'Masterpiece.' }],
    ['three hundred letters', { text: 'A very long night on a very slow boat. '.repeat(8).slice(0, 299) }],
    ['one long word', { text: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze' }],
    ['no stars', { rating: null }],
    ['a name of three hundred letters', { name: 'Ottoline '.repeat(33) }],
    ['marks twice above', { text: 'Ấm áp Ẩn Ễ' }],
  ])('keeps within its edges, in the middle, on nothing: %s', (_, more) => {
    const { svg, outlined } = quoteCard(card(more as Partial<QuoteCard>), 'ink');
    expect(outlined).toBe(true);
    const { left, top, right, foot } = drawn(svg);
    for (const edge of [left, top, 1 - right, 1 - foot]) expect(edge).toBeGreaterThan(0.008);
    expect(Math.abs(left - (1 - right))).toBeLessThan(0.02);
  });

  test('has the stars of its review and none where there are none', () => {
    const stars = (rating: number | null) =>
      quoteCard(card({ rating }), 'white').svg.match(/L[^"]*z"/g)?.length;
    const letters = stars(null) ?? 0;
    expect((stars(10) ?? 0) - letters).toBe(5);
    expect((stars(9) ?? 0) - letters).toBe(5);
    expect((stars(1) ?? 0) - letters).toBe(1);
  });

  test('leaves emoji out, and gives words in other letters to the fonts of whoever shows them', () => {
    expect(quoteCard(card({ text: 'Fog 🌫️ and fog' }), 'ink').outlined).toBe(true);
    for (const more of [{ text: '霧の夜、船は来ない。' }, { name: 'ليلى' }, { text: 'Тишина' }]) {
      const { svg, outlined } = quoteCard(card(more), 'square');
      expect(outlined).toBe(false);
      expect(svg).toContain('<text');
    }
  });
});

const ATTACKS = [
  '</text></svg><script>alert(1)</script>',
  '"><image href=x onerror=alert(1)> 映',
  ']]>&x;<!-- 映',
  '\u202egnp.exe 映',
  '\u0000\u0008\ufffe\ud800 映',
];

test.each(ATTACKS)('neither words nor a name leave their place: %j', (attack) => {
  for (const shape of QUOTE_SHAPES) {
    const { svg } = quoteCard(
      card({
        text: attack,
        name: attack,
        called: [attack],
        site: [attack],
        film: { ...film, title: attack },
      }),
      shape,
    );
    const [root, ...rest] = parseFragment(svg).childNodes;
    expect(rest).toEqual([]);
    const names = new Set<string>();
    const walk = (node: unknown): void => {
      const { nodeName, attrs, childNodes } = node as {
        nodeName: string;
        attrs?: { name: string }[];
        childNodes?: unknown[];
      };
      if (nodeName !== '#text') names.add(nodeName);
      for (const { name } of attrs ?? []) expect(name).not.toMatch(/^on|href|style/);
      childNodes?.forEach(walk);
    };
    walk(root);
    for (const name of names) expect(['svg', 'g', 'path', 'circle', 'ellipse', 'text']).toContain(name);
    expect(svg.isWellFormed()).toBe(true);
    expect(svg).not.toMatch(/[\u202a-\u202e\ufffe]/);
  }
});

test('the line has the marks of the language it is written in', () => {
  const line = (language: string | null) =>
    quoteLine({ rating: 7, text: 'Nebel', language, authorName: 'Ines' });
  expect(line('de')).toBe('★★★½ „Nebel“ — Ines');
  expect(line('pt-BR')).toBe('★★★½ “Nebel” — Ines');
  expect(line('pt')).toBe('★★★½ «Nebel» — Ines');
  expect(line('fr-CA')).toBe('★★★½ «\u202fNebel\u202f» — Ines');
  expect(line(null)).toBe('★★★½ “Nebel” — Ines');
  expect(quoteLine({ rating: null, text: 'Fog', language: 'en', authorName: 'I' })).toBe('“Fog” — I');
  expect(quotationMarks('constructor')).toEqual(['“', '”']);
});
