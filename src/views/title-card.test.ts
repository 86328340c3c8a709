import { createHash } from 'node:crypto';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type CardFilm, titleCard } from './title-card.ts';
import { COMPOSITIONS } from './title-card-compositions.ts';
import { type Chance, HEIGHT, WIDTH } from './title-card-drawing.ts';
import { BY_DECADE, BY_PLACE, contrast, inks, palettesFor } from './title-card-palettes.ts';
import { title as setTitle } from './title-card-type.ts';

const film = (given: Partial<CardFilm>): CardFilm => ({
  id: '01890aaaaaaaaaaaaaaaaaaaaa',
  title: 'The Long Ferry',
  directors: ['Ottoline Varga'],
  year: 1987,
  countries: ['HU'],
  ...given,
});

const ids = Array.from({ length: 60 }, (_, n) => `01890k7v${n.toString(32).padStart(4, '0')}aaaaaaaaaaaaaa`);

/** Every path letter of a card must stand on it: its place and scale are in its transform. */
function letterSizes(svg: string): number[] {
  return [...svg.matchAll(/scale\(([\d.]+)\)/g)].map((found) => Number(found[1]) * 500);
}

const TITLES: Record<string, string> = {
  'one letter': 'M',
  'three hundred characters': 'The winter in which they put out the sea '.repeat(8).slice(0, 300),
  'one long word': 'Donaudampfschifffahrtsgesellschaftskapitän',
  Polish: 'Żółty śnieg',
  Vietnamese: 'Mùi đu đủ xanh',
  Turkish: 'Bir Zamanlar Anadolu’da',
  'decomposed accents': 'Ame\u0301lie',
  Japanese: '霧の渡し',
  'long Japanese': '遠い灯台の下で眠る魚たちのための短い手紙',
  Chinese: '花樣年華',
  Korean: '기생하는 밤',
  Arabic: 'العبّارة الطويلة',
  Hebrew: 'האור בקצה',
  Devanagari: 'मेघ और नदी',
  Cyrillic: 'Война и мир',
  Greek: 'Ο Θίασος',
  Thai: 'ฝนตกที่ปลายทาง',
  emoji: '🦈👩‍👩‍👧 Sharkwind',
  mixed: 'Tokyo 東京 Nights',
  empty: '',
  'only blanks': ' \n\t\u200b ',
};

describe('a card is a whole, well-formed document for', () => {
  test.each(Object.entries(TITLES))('%s', (_, title) => {
    for (const id of ids) {
      const svg = titleCard(film({ id, title }));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 360".*<\/svg>$/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|style=|<image|<style|href=|url\(/);
      for (const size of letterSizes(svg)) expect(size).toBeGreaterThanOrEqual(8.9);
    }
  });
});

test('a line of Latin letters in a title that runs from the right ends at its right edge', () => {
  for (const id of ids) {
    const svg = titleCard(film({ id, title: 'שלום: A film (2001)', directors: [], year: null }));
    const drawn = [...svg.matchAll(/translate\(([\d.]+) [\d.]+\) scale\(([\d.]+)\)" d="([^"]+)"/g)];
    for (const [, x, scale, outline] of drawn) {
      const last = Math.max(...[...outline!.matchAll(/M(\d+) 0/g)].map(([, at]) => Number(at)));
      expect(Number(x) + last * Number(scale)).toBeLessThan(240);
    }
  }
});

test('it is the same for ever for the same film', () => {
  const drawn = ids.map((id) => titleCard(film({ id }))).join('\n');
  expect(titleCard(film({ id: ids[7]! }))).toBe(drawn.split('\n')[7]);
  expect(createHash('sha256').update(drawn).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
    `"9b9e8cb2de200200"`,
  );
});

test('sixty films made one after another are drawn in at least twelve ways, and neighbours differ', () => {
  const arts = ids.map((id) => titleCard(film({ id, title: 'M', directors: [], year: 1987 })));
  for (const [at, art] of arts.entries()) if (at > 0) expect(art).not.toBe(arts[at - 1]);
  const chosen = new Set(arts.map((art) => art.replaceAll(/[\d.#-]+|[a-f]{3,6}/g, '').slice(0, 200)));
  expect(chosen.size).toBeGreaterThanOrEqual(12);
});

test('one letter stands large, three hundred remain readable', () => {
  for (const id of ids) {
    expect(Math.max(...letterSizes(titleCard(film({ id, title: 'M' }))))).toBeGreaterThanOrEqual(80);
    const long = letterSizes(
      titleCard(film({ id, title: TITLES['three hundred characters']!, directors: [], year: null })),
    );
    expect(Math.min(...long)).toBeGreaterThanOrEqual(10);
  }
});

test('without a year, a director or a country nothing is written for them', () => {
  const bare = titleCard(film({ title: 'Z', year: null, directors: [], countries: [] }));
  expect(bare.match(/<(path[^>]*scale|text)/g)).toHaveLength(1);
});

test('what accents are written as does not change the card', () => {
  expect(titleCard(film({ title: 'Ame\u0301lie' }))).toBe(titleCard(film({ title: 'Amélie' })));
});

const ATTACKS = [
  '<script>alert(1)</script>',
  '</text></svg><script>alert(1)</script>',
  '"><image href=x onerror=alert(1)>',
  "' onload='alert(1) 映",
  ']]>&xxe;<!ENTITY 映',
  '<!-- 映 -->',
  '\u0000\u0008\ufffe\ud800 映',
  '\u202egnp.exe 映',
];

test.each(ATTACKS)('a title or a name cannot leave its place: %j', (attack) => {
  for (const id of ids.slice(0, 20)) {
    const svg = titleCard(film({ id, title: attack, directors: [attack] }));
    const [root, ...rest] = parseFragment(svg).childNodes;
    expect(rest).toEqual([]);
    const seen = new Set<string>();
    const walk = (node: unknown): void => {
      const { nodeName, attrs, childNodes } = node as {
        nodeName: string;
        attrs?: { name: string }[];
        childNodes?: unknown[];
      };
      if (nodeName !== '#text') seen.add(nodeName);
      for (const { name } of attrs ?? []) expect(name).not.toMatch(/^on|href|style/);
      childNodes?.forEach(walk);
    };
    walk(root);
    for (const name of seen) expect(['svg', 'g', 'path', 'circle', 'ellipse', 'text']).toContain(name);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is the point
    expect(svg).not.toMatch(/[\u0000-\u0008\u202a-\u202e\ufffe]/);
    expect(svg.isWellFormed()).toBe(true);
  }
});

const everyPalette = [...BY_DECADE.values(), ...BY_PLACE.values()].flat();

test.each([...COMPOSITIONS])('type reads on %s in every palette', (_, draw) => {
  for (const palette of everyPalette) {
    for (const start of [0.1, 0.5, 0.9]) {
      let at = start;
      const chance: Chance = () => {
        at = (at * 7.31 + 0.17) % 1;
        return at;
      };
      const card = draw(chance, palette);
      const ink = inks(card, palette);
      expect(contrast(ink.title, card.titleOn)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink.credits, card.creditsOn)).toBeGreaterThanOrEqual(4.5);
      const { x, y, width, height } = card.title;
      expect(x).toBeGreaterThanOrEqual(12);
      expect(x + width).toBeLessThanOrEqual(WIDTH - 12);
      expect(y).toBeGreaterThanOrEqual(12);
      expect(y + height).toBeLessThanOrEqual(HEIGHT - 12);
    }
  }
});

test('every palette has colour in it: none is a grey', () => {
  for (const { ground, light, second } of everyPalette) {
    const spread = Math.max(...[ground, light, second].map(chroma));
    expect(spread).toBeGreaterThan(60);
  }
});

test('years before film, in the far future and unknown have palettes; countries add theirs', () => {
  for (const year of [1, 1874, 1909, 2031, 9999, null])
    expect(palettesFor(year, []).length).toBeGreaterThan(1);
  expect(palettesFor(1953, ['us', 'jp']).length).toBeGreaterThan(palettesFor(1953, ['US']).length);
});

function chroma(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts);
}

describe('type on several lines', () => {
  const box = { x: 16, y: 16, width: 100, height: 300 };
  const plain = { capitals: true, filled: false, turns: false, align: 'top', language: null } as const;
  /** How far apart the baselines of two lines are, in ems. */
  const apart = (text: string) => {
    const lines = [
      ...setTitle(text, box, '#000000', plain).matchAll(/translate\(\S+ (\S+)\) scale\((\S+)\)/g),
    ];
    const [first, second] = lines.map(([, y, scale]) => ({ y: Number(y), scale: Number(scale) * 1000 }));
    return (second!.y - first!.y) / second!.scale;
  };

  test('leaves room for marks above capitals', () => {
    expect(apart('Dédé assise')).toBeCloseTo(apart('Dede assise'), 2);
    expect(apart('assise dédé')).toBeGreaterThan(apart('assise dede') * 1.15);
    expect(apart('assise Ấẩ')).toBeGreaterThan(apart('assise dédé') * 1.1);
  });

  test('hyphenates a long word at the end of a line and nowhere else', () => {
    const drawn = setTitle(`${'ლ'.repeat(60)}`, box, '#000000', plain);
    const lines = [...drawn.matchAll(/>([^<]+)<\/text>/g)].map(([, said = '']) => said);
    expect(lines.join('').replaceAll('-', '')).toBe('ლ'.repeat(60));
    expect(lines.length).toBeGreaterThan(1);
    for (const said of lines.slice(0, -1)) expect(said).toMatch(/^[^-]+-$/);
    expect(lines.at(-1)).not.toContain('-');
  });
});
