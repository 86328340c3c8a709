import { describe, expect, test } from 'vitest';
import { de } from '../src/words/de.ts';
import { en, type Words } from '../src/words/en.ts';
import { LANGUAGES } from '../src/words/words.ts';
import { isSentence, literalsIn, wordsOfTemplate } from './words/literal-sentences.ts';
import { filesOf, type SourceFile } from './words/syntax.ts';
import { unusedKeys } from './words/used-keys.ts';

/** Rooms that speak to people. */
const SPEAKING = ['src/views', 'src/web', 'src/cli', 'src/api', 'src/federation', 'browser'];

/** Sentences that stand where they are for a reason. */
const EXCUSED_LITERALS = new Map([
  [
    'Film pages with the reviews people wrote, wherever they wrote them.',
    'said by --help before a language is known',
  ],
  ['For the owners.', 'said in the OpenAPI file, of every operation that is'],
]);

/** Messages that are the same in German and in English, and why that is right. */
const SAME = new Map([
  ['fact.sources.tmdb', 'its name'],
  ['fact.sources.wikidata', 'its name'],
  ['fact.sources.imdb', 'its name'],
  ['filmSource.imdb.command', 'what is typed'],
  ['picture.licences.CC0-1.0', 'its name'],
  ['picture.licences.CC-BY-4.0', 'its name'],
  ['picture.licences.CC-BY-SA-4.0', 'its name'],
  ['direction', 'no sentence'],
  ['imports.page.title', 'German says Import too'],
  ['admin.room.webhooks', 'German has no other word'],
  ['webhook.title', 'German has no other word'],
  ['films.sift.genre', 'the same word in both'],
  ['admin.members.name', 'the same word in both'],
  ['imports.undo.what.film', 'the same word in both'],
  ['imports.undo.what.person', 'the same word in both'],
]);

/** The languages as they are written, before they are made ready to be spoken. */
const WRITTEN: Record<string, Words> = { en, de };

const sources = filesOf('src');

function speaking(): SourceFile[] {
  return SPEAKING.flatMap((folder) => {
    try {
      return filesOf(folder);
    } catch {
      return [];
    }
  });
}

/** Every message of a language by its path: a text, or what a function answers to plain examples. */
function messagesOf(words: Words): Map<string, { kind: string; said: string; takes: number }> {
  const found = new Map<string, { kind: string; said: string; takes: number }>();
  const collect = (value: unknown, path: string) => {
    const name = (key: string) => (path === '' ? key : `${path}.${key}`);
    if (typeof value === 'object' && value !== null && !(value instanceof Map))
      for (const [key, inner] of Object.entries(value)) collect(inner, name(key));
    else if (typeof value === 'function')
      found.set(path, { kind: 'function', said: '', takes: value.length });
    else found.set(path, { kind: typeof value, said: String(value), takes: 0 });
  };
  collect(words, '');
  return found;
}

describe('a sentence in a view', () => {
  test.each([
    ['<p>Add a review</p>', ['Add a review']],
    [
      '<a href="/x" title="a>b" aria-label="All of them">\ufffc</a>',
      ['title="a>b"', 'aria-label="All of them"'],
    ],
    ['<input type="submit" value="Send">', ['Send']],
    ['\ufffc · (\ufffc) &nbsp;½★', []],
    ['<p class="door first" data-key="review words" value="one two">\ufffc</p>', []],
    ['<meta name="viewport" content="width=device-width, initial-scale=1">', []],
    ['\ufffc<b>\ufffc</b> by', ['by']],
    [' class="long"', []],
    ['<!-- a note --><p>\ufffc</p>', []],
  ])('is found in %j', (template, words) => {
    expect(wordsOfTemplate(template)).toEqual(words);
  });

  test.each([
    ['Nothing was changed.', true],
    ['Add a review', true],
    ['It is \ufffc now.', true],
    ['door first', false],
    ['/film/\ufffc/review', false],
    ['text/html; charset=utf-8', false],
    ['Path=/; Max-Age=1', false],
    ['Houselights', false],
  ])('%j: %s', (text, sentence) => {
    expect(isSentence(text)).toBe(sentence);
  });

  test('stands in the words room, and nowhere else', () => {
    const files = speaking();
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap(literalsIn).filter(({ words }) => !EXCUSED_LITERALS.has(words));
    expect(found).toEqual([]);
  });

  test('no excuse is left over', () => {
    const found = new Set(
      speaking()
        .flatMap(literalsIn)
        .map(({ words }) => words),
    );
    expect([...EXCUSED_LITERALS.keys()].filter((words) => !found.has(words))).toEqual([]);
  });
});

describe('every message', () => {
  const english = messagesOf(en);

  test('there are many', () => {
    expect(english.size).toBeGreaterThan(300);
  });

  test('is looked at in every language that is spoken', () => {
    expect(Object.keys(WRITTEN)).toEqual(Object.keys(LANGUAGES));
  });

  for (const [code, words] of Object.entries(WRITTEN)) {
    test(`is there in ${words.name}, of the same kind, and not empty`, () => {
      const own = messagesOf(words);
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [path, { kind, said, takes }] of own) {
        expect.soft(kind, path).toBe(english.get(path)?.kind);
        // What is left out at the end is not needed there.
        expect.soft(takes, path).toBeLessThanOrEqual(english.get(path)?.takes ?? 0);
        if (kind === 'string')
          expect.soft(said.trim() === '' && english.get(path)?.said.trim() !== '', path).toBe(false);
      }
    });

    test(`is written as its language is, in ${words.name}`, () => {
      expect(words.language).toBe(code);
      expect(['ltr', 'rtl']).toContain(words.direction);
      for (const [path, { said }] of messagesOf(words)) {
        if (said.startsWith('{')) continue;
        expect.soft(said, path).not.toMatch(/!(?:\s|$)|\boops\b|\bplease\b.*\bplease\b| {2}|\.\.\.|[<>]|"/i);
        expect.soft(said, `${path}: white space`).not.toMatch(/^\s+$/);
      }
    });

    if (code === 'en') continue;
    test(`is ${words.name} in ${words.name}: whatever is the same as in English is excused by name`, () => {
      const same = [...messagesOf(words)]
        .filter(([path, { kind, said }]) => kind === 'string' && said === english.get(path)?.said)
        .filter(([, { said }]) => /\p{L}/u.test(said))
        .map(([path, { said }]) => `${path}: ${said}`);
      const excused = (line: string) => SAME.has(line.split(': ')[0] ?? '');
      expect(same.filter((line) => !excused(line))).toEqual([]);
      expect(same.filter(excused).length, 'an excuse that is left over').toBe(SAME.size);
    });
  }

  test('is said somewhere', () => {
    const words = sources.filter(({ path }) => path.startsWith('src/words/en/'));
    const readers = sources.filter(({ path }) => !/^src\/words\/(?:de|en\.ts)/.test(path));
    expect(unusedKeys(words, readers)).toEqual([]);
  }, 60_000);
});
