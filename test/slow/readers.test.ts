import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeLink } from '../../src/domain/author.ts';
import { displayName } from '../../src/domain/member.ts';
import { filmSlug, slugOf, titleKey, username, usernameFor } from '../../src/domain/slug.ts';
import { cleanLine } from '../../src/domain/text/characters.ts';
import { excerpt } from '../../src/domain/text/excerpt.ts';
import { guessLanguage } from '../../src/domain/text/language.ts';
import { renderText } from '../../src/domain/text/render.ts';
import { viewingDate } from '../../src/domain/viewing-date.ts';
import { readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import { localPath } from '../../src/web/local-path.ts';
import { encodingFor } from '../../src/web/reply.ts';
import { wordsFor } from '../../src/words/words.ts';
import { openTestSite, type TestSite } from '../app/site.ts';
import { PAYLOADS } from '../attacks/payloads.ts';
import { seedFilm } from '../store/seed-film.ts';
import { growthOf, TIMES } from './cost.ts';

/** What people send, over and over. */
const EVIL: readonly string[] = [
  ...['a', ' ', '\n', '-', '<', '>', '&', '"', '/', '\\', '.', '(', '[', '{', '|', '*', '_', '#', '0', '\t'],
  ...[
    '<a ',
    '<b>',
    '</b>',
    '<!--',
    '<i><b>',
    '&#x',
    '](',
    '||',
    '> ',
    '\n\n',
    ' \n',
    'a.',
    'a-',
    '-9',
    'q=',
    'en,',
  ],
  ...[
    'é',
    'e\u0301',
    '\u0301',
    '映',
    '\u202e',
    '\u2067',
    '\ud83d',
    '👩\u200d👩\u200d',
    'ﷺ',
    '\u00a0',
    'İ',
    'ß',
  ],
  ...PAYLOADS.filter((_, index) => index % 37 === 0).map(({ input }) => input),
];

/** Everything that reads what people send, given all of it. */
const READERS: Record<string, (text: string) => unknown> = {
  slugOf,
  'filmSlug and titleKey': (text) => [filmSlug(text, 1999), titleKey(text)],
  username,
  usernameFor: (text) => usernameFor(text, async () => false),
  viewingDate,
  displayName: (text) => quiet(() => displayName(text)),
  cleanLine,
  excerpt: (text) => excerpt(text, 300),
  guessLanguage,
  'a plain review': (text) => renderText(text, 'plain'),
  'a review with tags': (text) => renderText(text, 'lbml', { inlineSpoilers: true }),
  'a review in Markdown': (text) => renderText(text, 'markdown'),
  'a review in HTML': (text) => renderText(text, 'html'),
  safeLink: (text) => [safeLink(text), safeLink(`https://ok.example/${text}`)],
  localPath: (text) => [localPath(text), localPath(`/${text}`)],
  'Accept-Encoding': encodingFor,
  'Accept-Language': (text) => wordsFor(text, 'en'),
};

function quiet(work: () => unknown): void {
  try {
    work();
  } catch {
    // Being refused is as good an answer.
  }
}

describe.each(Object.entries(READERS))('%s takes time in step with its text', (_, read) => {
  test.each(EVIL.map((evil) => [JSON.stringify(evil.slice(0, 40)), evil] as const))('%s', (_name, evil) => {
    const growth = growthOf((length) => read(`${evil.repeat(Math.ceil(length / evil.length))}\u0001x`));
    expect(growth).toBeLessThan(3 * TIMES);
  });
});

describe('a file takes time in step with its size', () => {
  const files: Record<string, (length: number) => string> = {
    'lists in lists': (length) => '['.repeat(length),
    'objects in objects': (length) => '{"a":'.repeat(length / 5),
    'a text never closed': (length) => `{"@type":"Movie","name":"${'a'.repeat(length)}`,
    backslashes: (length) => `{"name":"${'\\'.repeat(length)}"}`,
    spaces: (length) => `{${' '.repeat(length)}}`,
    'scripts never closed': (length) => '<script type="application/ld+json">'.repeat(length / 35),
    'comments never closed': (length) => `<html>${'<!--'.repeat(length / 4)}`,
    'tags never closed': (length) => `<html>${'<a b="'.repeat(length / 6)}`,
    genres: (length) => JSON.stringify({ '@type': 'Movie', name: 'A', genre: ' , '.repeat(length / 3) }),
    'the same id over and over': (length) =>
      JSON.stringify(
        Array.from({ length: length / 40 }, () => ({ '@id': 'urn:a', '@type': 'Movie', name: 'A' })),
      ),
    'ids that lead round': (length) =>
      JSON.stringify(
        Array.from({ length: length / 40 }, (_, at) => ({
          '@id': `urn:${at}`,
          itemReviewed: { '@id': `urn:${at + 1}` },
        })),
      ),
    reviews: (length) =>
      JSON.stringify({
        '@type': 'Movie',
        name: 'A',
        review: Array.from({ length: length / 60 }, () => ({
          '@type': 'Review',
          author: 'B',
          reviewBody: '<i>',
        })),
      }),
  };
  test.each(Object.entries(files))('%s', async (_, make) => {
    const cost = async (length: number) => {
      const file = fileAtHand('evil.json', Buffer.from(make(length)));
      const before = process.cpuUsage();
      await readFiles([file]);
      return Math.max(10_000, process.cpuUsage(before).user);
    };
    await cost(1000);
    const [small, large] = [await cost(20_000), await cost(20_000 * TIMES)];
    expect(large / small).toBeLessThan(3 * TIMES);
  });
});

describe('a form takes time in step with what is in it', () => {
  let site: TestSite;
  let cookie: string;
  beforeAll(async () => {
    site = await openTestSite();
    cookie = (await site.signedIn('a_member')).cookie;
    await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Stalker', slug: 'stalker-1979', year: 1979 }, 1),
    );
  });
  afterAll(() => site.close());

  let visits = 0;
  const fields = ['text', 'title', 'tags', 'year', 'language'] as const;
  test.each(fields)('%s of a review', async (field) => {
    for (const evil of EVIL.slice(0, 40)) {
      const cost = async (length: number) => {
        visits += 1;
        const from = `10.6.${visits >> 8}.${visits & 255}`;
        const form = { rating: '7', [field]: evil.repeat(Math.ceil(length / evil.length)) };
        const before = process.cpuUsage();
        const response = await site.post('/film/stalker-1979/review', form, { cookie, from });
        expect(response.status).toBeLessThan(500);
        return Math.max(20_000, process.cpuUsage(before).user);
      };
      const [small, large] = [await cost(6000), await cost(6000 * TIMES)];
      expect(large / small, JSON.stringify(evil)).toBeLessThan(3 * TIMES);
    }
  });
});
