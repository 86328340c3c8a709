import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { CARD_HEIGHT, CARD_WIDTH, type SocialCard, socialCard, writable } from './social-card.ts';

const film = {
  id: '06dt9s2q4x8v2m5k7w1y3z0abc',
  title: 'The Night Ferry',
  originalTitle: null,
  year: 1962,
  countries: ['PT'],
  directors: ['Ana Duarte'],
};
const card = (more: Partial<SocialCard> = {}): SocialCard => ({
  films: [film],
  rating: null,
  large: [film.title],
  lines: [['Ana Duarte'], ['1962']],
  site: ['The Regent'],
  ...more,
});

/** How many pixels of a colour stand in a part of the drawn card. */
function count(svg: string, colour: string, { x, y, width, height }: Record<string, number>): number {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let row = y!; row < y! + height!; row += 1)
    for (let column = x!; column < x! + width!; column += 1) {
      const at = (row * CARD_WIDTH + column) * 4;
      if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) found += 1;
    }
  return found;
}

const INK = '#f1e8da';
const LAMP = '#ffb454';
const PANEL = { x: 420, y: 0, width: CARD_WIDTH - 420, height: CARD_HEIGHT };
const EDGES = { x: CARD_WIDTH - 60, y: 0, width: 60, height: CARD_HEIGHT };

describe('a social card', () => {
  test('is drawn with its letters on a machine without a font, and keeps them off its edge', () => {
    for (const title of ['The Night Ferry', 'Z', 'Ấm áp', 'A very long night '.repeat(17).trim()]) {
      const svg = socialCard(card({ large: [title] }));
      expect(count(svg, INK, PANEL), title).toBeGreaterThan(2000);
      expect(count(svg, INK, EDGES), title).toBe(0);
    }
    expect(count(socialCard(card()), LAMP, PANEL), 'the name of the site').toBeGreaterThan(300);
  });

  test('draws as many stars as there are, and the left of a half one', () => {
    const drawn = (rating: number | null) => count(socialCard(card({ rating, site: [] })), LAMP, PANEL);
    expect(drawn(null)).toBe(0);
    for (const rating of [1, 2, 9, 10]) {
      expect(drawn(rating) / drawn(2)).toBeGreaterThan(rating / 2 - 0.2);
      expect(drawn(rating) / drawn(2)).toBeLessThan(rating / 2 + 0.2);
    }
  });

  test.each(['東京物語', 'سكوت', 'שקט', 'Тишина', '🚢🌫️', '', '\u202e\u0000'])(
    'of a title its letters cannot write has no box and no question mark: %j',
    (title) => {
      const strange = { ...film, title, directors: [title] };
      const svg = socialCard(card({ films: [strange], large: [title], lines: [[title]], site: [title] }));
      expect(svg).not.toContain('<text');
      expect(count(svg, INK, PANEL)).toBe(0);
      const original = { ...strange, originalTitle: 'Silence' };
      const told = socialCard(card({ films: [original], large: [title, 'Silence'] }));
      expect(told).not.toContain('<text');
      expect(count(told, INK, PANEL)).toBeGreaterThan(2000);
    },
  );

  test('leaves emoji out of what it can write, and never writes half a name', () => {
    expect(writable('Heat 🔥🔥')).toBe('Heat');
    expect(writable('👩‍👩‍👧 & co')).toBe('& co');
    expect(writable('Ni 你好')).toBeNull();
    expect(writable('© 1962')).toBe('© 1962');
    expect(writable('!')).toBe('!');
  });

  test('shows four films of a list in a square, and one of fewer', () => {
    const films = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...film, id }));
    const pictures = (some: typeof films) =>
      socialCard(card({ films: some })).split('<g transform=').length - 1;
    expect([5, 4, 3, 1, 0].map((most) => pictures(films.slice(0, most)))).toEqual([4, 4, 1, 1, 0]);
  });

  test('keeps what hangs over from a drawn card off the ground beside it', () => {
    const blank = card({ large: [], lines: [], site: [] });
    for (let n = 0; n < 60; n += 1) {
      const svg = socialCard({ ...blank, films: [{ ...film, id: `${film.id}${n}` }] });
      const beside = { x: 420, y: 0, width: CARD_WIDTH - 420, height: 400 };
      expect(count(svg, '#14110f', beside), `${n}`).toBe(beside.width * beside.height);
    }
  });
});
