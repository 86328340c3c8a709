import { readdirSync, readFileSync } from 'node:fs';
import type { DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en, type Words } from '../../src/words/en.ts';
import { isolating } from '../../src/words/isolate.ts';
import { LANGUAGES } from '../../src/words/words.ts';
import { attributeOf, parsePage, textOf } from '../attacks/skeleton.ts';
import {
  bringByPages,
  bringIn,
  type Cast,
  castOf,
  pagesOf,
  sayEverywhere,
  type World,
} from '../attacks/world.ts';
import { openTestSite, type TestSite } from './site.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** English, turned round: a language of these tests alone. */
const TURNED: Words = isolating({ ...en, language: 'he', name: 'Turned', direction: 'rtl' });

/** What somebody wrote, in a script of either direction; each letter stands in no sentence of ours. */
const WRITTEN = { rtl: 'דמדומים באשדוד סלמى', ltr: 'Ÿvetteʼs Žižkov ﬁlm (Ŵ.)' };
const FSI = '\u2068';
const PDI = '\u2069';

/**
 * Where a page puts what somebody wrote without keeping its direction apart: a text is apart when the element
 * that holds it, and nothing of ours besides, has `dir=auto` or is `bdi`, or when it stands between isolates in a
 * sentence of ours.
 *
 * @param mark some letters of what was written
 * @param alike whether it runs in the direction of the page, so that a sentence may hold it as it is
 */
function notApart(elements: readonly Element[], mark: string, alike: boolean): string[] {
  const found: string[] = [];
  for (const element of elements) {
    if (['script', 'option', 'textarea', 'title'].includes(element.tagName)) continue;
    for (const node of element.childNodes) {
      if (node.nodeName !== '#text' || !textOf(node).includes(mark)) continue;
      const outside = textOf(node).replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
      const holder = holderOf(element);
      if (outside.includes(mark)) {
        if (holder === null && !alike) found.push(`${tagOf(element)}: ${textOf(node).trim().slice(0, 80)}`);
      } else if (holder !== null && /\p{L}{2}/u.test(outside))
        found.push(`a sentence of ours in the direction of what is in it: ${tagOf(element)}`);
    }
  }
  return found;
}

/** The nearest element that keeps its direction apart; a block with a direction of the page's own is none. */
function holderOf(element: Element): Element | null {
  for (let place: Node | null = element; place && 'tagName' in place; place = place.parentNode) {
    if (place.tagName === 'bdi' || attributeOf(place, 'dir') === 'auto') return place;
    if (attributeOf(place, 'dir') !== null) return null;
  }
  return null;
}

function tagOf(element: Element): string {
  return `<${element.tagName} class="${attributeOf(element, 'class') ?? ''}">`;
}

describe.each([
  ['a page of English with names from right to left', 'en', 'ltr', WRITTEN.rtl],
  ['a page from right to left with names from left to right', 'he', 'rtl', WRITTEN.ltr],
  ['a page from right to left with names from right to left', 'he', 'rtl', WRITTEN.rtl],
])('%s', (_, language, direction, written) => {
  let site: TestSite;
  let cast: Cast;
  let world: World;
  beforeAll(async () => {
    (LANGUAGES as Record<string, Words>).he = TURNED;
    site = await openTestSite();
    cast = await castOf(site);
    world = await sayEverywhere(cast, written);
    await bringIn(site.site.store, `${written} ${written}`, 'https://ok.example/');
  }, 60_000);
  afterAll(async () => {
    delete (LANGUAGES as Record<string, Words>).he;
    await site.close();
  });

  test('every page says its direction, and keeps apart whatever people wrote', async () => {
    const cookies = { reader: undefined, member: cast.member.cookie, owner: cast.owner };
    const query = encodeURIComponent(written);
    const more = [`/films?q=${query}`, `/films?q=${query}+nothing`, `/film/${query}`, '/@nobody'];
    const pages = [...pagesOf(world), ...more.map((path) => ({ path, as: 'reader' as const }))];
    let seen = 0;
    for (const { path, as } of pages) {
      const cookie = cookies[as];
      const response = await site.get(path, {
        from: world.from,
        headers: { 'accept-language': language },
        ...(cookie ? { cookie } : {}),
      });
      const page = await response.text();
      expect(page, path).toMatch(new RegExp(`<html lang="${language}" dir="${direction}"[ >]`));
      const { elements, faults } = parsePage(page);
      expect.soft(faults, path).toEqual([]);
      const mark = written.slice(0, 8);
      if (page.includes(mark)) seen += 1;
      expect
        .soft(notApart(elements, mark, direction === 'rtl' && written === WRITTEN.rtl), `${as} ${path}`)
        .toEqual([]);
      for (const element of elements) {
        const typed = attributeOf(element, 'value');
        const kind = attributeOf(element, 'type');
        if (element.tagName !== 'input' || !typed?.includes(mark) || kind === 'hidden') continue;
        expect.soft(attributeOf(element, 'dir'), `${path}: ${attributeOf(element, 'name')}`).toBe('auto');
      }
      for (const area of elements.filter(({ tagName }) => tagName === 'textarea'))
        expect.soft(attributeOf(area, 'dir'), `${path}: textarea`).toBe('auto');
    }
    expect(seen).toBeGreaterThan(20);
  });

  test('the pages of imports do so too', async () => {
    const mark = written.slice(0, 8);
    for (const [page, response] of await bringByPages(cast, written, language)) {
      const { elements, faults } = parsePage(await response.text());
      expect.soft(faults, page).toEqual([]);
      expect.soft(notApart(elements, mark, direction === 'rtl' && written === WRITTEN.rtl), page).toEqual([]);
    }
  });

  test('isolates are closed, and none is where nothing needs it', async () => {
    for (const path of ['/', `/film/${world.film.slug}`, '/@a_member', '/about', '/admin/members']) {
      const headers = { 'accept-language': language };
      const { elements } = parsePage(await (await site.get(path, { cookie: cast.owner, headers })).text());
      for (const element of elements)
        for (const node of element.childNodes) {
          if (node.nodeName !== '#text') continue;
          const text = textOf(node);
          expect.soft(text.split(FSI).length, `${path}: ${text}`).toBe(text.split(PDI).length);
          if (language === 'he' && written === WRITTEN.rtl) continue;
          for (const [, inside] of text.matchAll(/\u2068([^\u2069]*)\u2069/g))
            expect.soft(inside, path).toMatch(/[\u0590-\u06ff]|[a-z].*[^a-z]/i);
        }
    }
  });
});

describe('the style sheets', () => {
  const folder = new URL('../../styles/', import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'fonts.css');
  /** Declarations that name a side of the screen, and why they may. */
  const EXCUSED = new Map<string, string>([]);
  const PHYSICAL =
    /(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)\b[^;]*|(?:left|right)\s*:[^;]*|(?:text-align|float|clear|caption-side|justify-\w+|text-align-last)\s*:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius\b[^;]*|(?:background-position|object-position|transform-origin|mask-position)\s*:[^;]*\b(?:left|right)\b[^;]*)/g;

  test('the search finds what it is for', () => {
    const bad = [
      '.a{margin-left:1px}',
      '.b { left: 0 }',
      '.c{text-align: right}',
      '.d{border-top-left-radius:1px}',
    ];
    for (const rule of bad) expect([...rule.matchAll(PHYSICAL)], rule).toHaveLength(1);
    const good =
      '.a{margin-inline-start:1px;inset-inline-end:0;text-align:start;border-start-start-radius:1px}';
    expect([...good.matchAll(PHYSICAL)]).toHaveLength(0);
  });

  test.each(sheets)('%s names no side of the screen', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const found = [...text.matchAll(PHYSICAL)].map((match) => `${name}: ${match[1]?.trim()}`);
    expect(found.filter((one) => !EXCUSED.has(one))).toEqual([]);
  });

  test.each(sheets)('%s gives both sides the same where it gives four values', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const four = /(?:^|[;{\s])(margin|padding|inset|border-width|border-color|border-style)\s*:\s*([^;}]+)/g;
    for (const [, property, value = ''] of text.matchAll(four)) {
      const values = value.trim().match(/(?:[^\s(]+\([^)]*(?:\([^)]*\)[^)]*)*\)|[^\s]+)/g) ?? [];
      if (values.length === 4) expect(values[1], `${name}: ${property}: ${value}`).toBe(values[3]);
    }
  });
});
