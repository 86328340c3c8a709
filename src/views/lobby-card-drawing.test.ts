import { Resvg } from '@resvg/resvg-js';
import { parseFragment } from 'parse5';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { type LobbyCard, lobbyCard, SHEETS, type Sheet } from './lobby-card-drawing.ts';

const card = (more: Partial<LobbyCard> = {}): LobbyCard => ({
  film: { title: 'The Night Ferry', originalTitle: null, year: 1962, directors: ['Ana Duarte'] },
  screening: { when: 'Friday 4 December 2026, 20:15', where: 'Lichtspiele Saaleblick, Jena' },
  quote: { rating: 9, text: 'The fog does the acting.', language: 'en', authorName: 'Ottoline' },
  question: ['The lights are up.', 'What did you think?'],
  door: 'Add a review',
  address: 'https://films.regent.example/film/the-night-ferry-1962/review',
  typed: 'films.regent.example/film/the-night-ferry-1962/review',
  site: ['The Regent'],
  ...more,
});

const draw = (svg: string, width: number) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render();

/** Where a card's code leads, as a decoder that knows nothing of how it was drawn reads the picture. */
function codeOn(svg: string): string {
  const { pixels, width, height } = draw(svg, 900);
  return decodeQR({ data: new Uint8Array(pixels), width, height });
}

/** How dark the outermost part of a picture is, from 0 to 1, a printer's margin wide. */
function inkInMargin(svg: string): number {
  const { pixels, width, height } = draw(svg, 500);
  const edge = Math.round(width * 0.05);
  let dark = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const inside = x >= edge && x < width - edge && y >= edge && y < height - edge;
      if (!inside && (pixels[(y * width + x) * 4] ?? 255) < 200) dark += 1;
    }
  return dark;
}

const TITLES = {
  'one letter': 'M',
  'three hundred letters': 'The winter in which they put out the sea '.repeat(8).slice(0, 300),
  'one long word': 'Donaudampfschifffahrtsgesellschaftskapitän',
  'another script': '東京物語',
  'right to left': 'العبّارة الطويلة',
};

test.each(Object.entries(TITLES))(
  'a card for the lobby leads to where the film is reviewed: %s',
  (_, title) => {
    const { film } = card();
    for (const sheet of Object.keys(SHEETS) as Sheet[]) {
      const { svg } = lobbyCard(card({ film: { ...film, title } }), sheet);
      expect(codeOn(svg)).toBe(card().address);
      expect(inkInMargin(svg), sheet).toBe(0);
    }
  },
);

test('a code holds the longest address a film can have', () => {
  const slug = encodeURIComponent(`${'夜'.repeat(120)}-2019-2`);
  const address = `https://a-very-long-name-of-a-film-club.example.org/film/${slug}/review`;
  expect(codeOn(lobbyCard(card({ address, typed: address }), 'a5').svg)).toBe(address);
});

test('a card measures its paper, and its picture 300 dots to the inch', () => {
  expect(lobbyCard(card(), 'letter').svg).toContain('width="215.9mm" height="279.4mm"');
  expect(lobbyCard(card(), 'a4', true).svg).toContain('width="2480" height="3508"');
  expect(lobbyCard(card(), 'a4').outlined).toBe(true);
  expect(lobbyCard(card({ site: ['夜'], door: '評を書く' }), 'a4').outlined).toBe(false);
});

test('nothing that stands on a card leaves its place', () => {
  for (const attack of [
    '</text></svg><script>alert(1)</script>',
    '"><image href=x> 映',
    '\u202e\u0000\ud800 映',
  ]) {
    const film = { title: attack, originalTitle: attack, year: 1962, directors: [attack] };
    const quote = { rating: null, text: attack, language: attack, authorName: attack };
    const said = { film, quote, screening: { when: attack, where: attack }, door: attack, typed: attack };
    const { svg } = lobbyCard(card({ ...said, site: [attack] }), 'a4');
    const [root, ...rest] = parseFragment(svg).childNodes;
    expect(rest).toEqual([]);
    const names = JSON.stringify(root, (key, value) => (key === 'parentNode' ? undefined : value)).match(
      /"tagName":"\w+"/g,
    );
    for (const name of names ?? []) expect(name).toMatch(/"(?:svg|g|path|text)"/);
    expect(svg.isWellFormed()).toBe(true);
  }
});
