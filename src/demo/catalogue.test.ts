import { describe, expect, test } from 'vitest';
import { isRating } from '../domain/rating.ts';
import { type DemoEntry, entries, films, people } from './catalogue.ts';
import { lines, prose } from './shape.ts';

type Review = DemoEntry & { text: string };

const reviews = entries.filter((entry): entry is Review => entry.text !== undefined);
const words = (text: string) => text.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{M}\p{N}’']+/gu) ?? [];
const reviewsOf = (slug: string) => reviews.filter((review) => review.film === slug);
const naming = (entry: DemoEntry) => `${entry.person} on ${entry.film}`;

const SCRIPTS = 'Han Hiragana Katakana Hangul Arabic Bengali Devanagari Thai Armenian Cyrillic'.split(' ');

/** Countries of the demonstration by continent: Africa, Asia, Europe, the Americas, Oceania. */
const CONTINENTS = ['SN EG DZ ML MR', 'JP CN TW IN IR TH SA KR AM', 'FR DE SE IT ES CZ BE GB RU UA BY']
  .concat('US MX BR CU AR', 'AU NZ')
  .map((codes) => codes.split(' '));

/** Whether a date of one to three parts exists in the calendar. */
function isCalendarDate(date: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return false;
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const instant = new Date(Date.UTC(year!, month - 1, day));
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}

describe('the films', () => {
  test('are at least eighty, each under a slug and an IMDb number of its own', () => {
    expect(films.length).toBeGreaterThanOrEqual(80);
    expect(new Set(films.map((film) => film.slug)).size).toBe(films.length);
    const ids = films.map((film) => film.ids?.imdb).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^tt\d{7,8}$/);
  });

  test('stand in order of their years, in every decade since the 1900s, the undated last', () => {
    const years = films.map((film) => film.year ?? Number.POSITIVE_INFINITY);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    const decades = new Set(films.flatMap(({ year }) => (year === null ? [] : [Math.floor(year / 10) * 10])));
    expect([...decades]).toEqual([
      1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020,
    ]);
  });

  test('come from every continent that has people living on it, and from countries by their present codes', () => {
    const countries = new Set(films.flatMap((film) => film.countries));
    expect(countries.size).toBeGreaterThanOrEqual(30);
    for (const continent of CONTINENTS) {
      expect(continent.filter((code) => countries.has(code)).length).toBeGreaterThanOrEqual(2);
    }
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (const code of countries) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(names.of(code), code).toBeDefined();
      expect(new Intl.Locale('und', { region: code }).region).toBe(code);
    }
  });

  test('speak more than twenty languages, or none', () => {
    const languages = new Set(films.flatMap((film) => film.languages));
    expect(languages.size).toBeGreaterThan(20);
    expect(languages).toContain('zxx');
  });

  test('hold one of which only a title and a synopsis are known', () => {
    const unknown = films.filter((film) => film.year === null);
    expect(unknown.map((film) => film.slug)).toEqual(['washing-day-alderman-street']);
    const { directors, cast, runtime, countries, languages, genres, ids } = unknown[0]!;
    expect([directors, cast, countries, languages, genres].flat()).toEqual([]);
    expect(runtime ?? ids).toBeUndefined();
  });

  test('are long, but for three under forty minutes', () => {
    const short = films.filter((film) => film.runtime !== undefined && film.runtime < 40);
    expect(short.map((film) => film.slug)).toEqual([
      'a-trip-to-the-moon',
      'meshes-of-the-afternoon',
      'the-house-is-black',
    ]);
    for (const film of short) expect(film.runtime).toBeGreaterThan(10);
  });

  test.each(films.map((film) => [film.slug, film] as const))('%s has sound facts', (_slug, film) => {
    if (film.year !== null) {
      expect(film.directors.length).toBeGreaterThan(0);
      // Paper has no names.
      if (film.slug !== 'prince-achmed') expect(film.cast.length).toBeGreaterThan(0);
      expect(film.runtime).toBeLessThan(300);
      expect(film.countries.length).toBeGreaterThan(0);
      expect(film.languages.length).toBeGreaterThan(0);
      expect(film.genres.length).toBeGreaterThan(0);
    }
    for (const language of [...film.languages, film.synopsisLanguage]) {
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    }
    const names = film.cast.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(film.originalTitle).not.toBe(film.title);
    const sentences = film.synopsis.match(/[.?!](?=\s|$)/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(3);
  });

  test('have titles in other scripts, from right to left, and of one character', () => {
    const titles = films.flatMap((film) => [film.title, film.originalTitle ?? '']).join('\n');
    for (const script of SCRIPTS) {
      expect(titles).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    expect(films.map((film) => film.title)).toEqual(expect.arrayContaining(['M', '8½', 'WALL·E']));
  });
});

describe('the people', () => {
  test('have usernames that the site accepts, once each', () => {
    for (const person of people) expect(person.username).toMatch(/^[a-z0-9_]{2,30}$/);
    expect(new Set(people.map((person) => person.username)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
  });

  test('include a name of over forty characters and one from right to left', () => {
    expect(Math.max(...people.map((person) => person.name.length))).toBeGreaterThan(40);
    expect(people.some((person) => /\p{Script=Arabic}/u.test(person.name))).toBe(true);
  });

  test.each(people.map((person) => [person.username, person.favourites ?? []] as const))(
    '%s shows four favourites',
    (_username, favourites) => {
      expect(new Set(favourites).size).toBe(4);
      expect(films.map((film) => film.slug)).toEqual(expect.arrayContaining([...favourites]));
    },
  );

  const writing = new Set(entries.map((entry) => entry.person));
  test.each([...writing])('%s writes at least five reviews', (username) => {
    expect(reviews.filter((review) => review.person === username).length).toBeGreaterThanOrEqual(5);
  });
});

describe('the entries', () => {
  test.each(entries.map((entry) => [naming(entry), entry] as const))('%s is sound', (_name, entry) => {
    expect(people.map((person) => person.username)).toContain(entry.person);
    expect(films.map((film) => film.slug)).toContain(entry.film);
    if (entry.rating !== undefined) expect(isRating(entry.rating)).toBe(true);
    expect(entry.rating ?? entry.text ?? entry.liked).toBeDefined();
    const year = films.find((film) => film.slug === entry.film)?.year ?? 0;
    for (const date of [entry.viewed, entry.written]) {
      if (date === undefined) continue;
      expect(isCalendarDate(date)).toBe(true);
      expect(Number(date.slice(0, 4))).toBeGreaterThanOrEqual(year);
    }
    if (entry.written !== undefined) {
      expect(entry.written).toHaveLength(10);
      expect(entry.written >= (entry.viewed ?? '')).toBe(true);
    }
    expect(entry.text === undefined).toBe(entry.language === undefined);
  });

  test('leave some viewings undated, and some with only a year or a month', () => {
    const shapes = new Set(entries.map((entry) => entry.viewed?.length ?? 0));
    expect([...shapes].sort((a, b) => a - b)).toEqual([0, 4, 7, 10]);
    expect(entries.filter((entry) => entry.text === undefined && entry.rating).length).toBeGreaterThan(8);
  });

  test('show rewatches, likes, tags and venues', () => {
    for (const key of ['rewatch', 'liked', 'tags', 'venue'] as const) {
      expect(entries.filter((entry) => entry[key]).length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('the reviews', () => {
  test('are more than two hundred, in at least six languages, at least six of them German', () => {
    expect(reviews.length).toBeGreaterThan(200);
    const languages = reviews.map((review) => review.language);
    expect(new Set(languages)).toEqual(new Set([...languages, 'ar', 'de', 'en', 'es', 'fr', 'ja']));
    expect(languages.filter((language) => language === 'de').length).toBeGreaterThanOrEqual(6);
  });

  test('never open with the same three words', () => {
    const openings = reviews.map((review) => words(review.text).slice(0, 3).join(' ').toLowerCase());
    expect(openings.filter((opening, index) => openings.indexOf(opening) !== index)).toEqual([]);
  });

  test('fall unevenly: five and more on some films, one on others, none on two', () => {
    const counts = films.map((film) => reviewsOf(film.slug).length);
    expect(counts.filter((count) => count >= 5).length).toBeGreaterThanOrEqual(3);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(6);
    const untouched = films.filter((film) => !entries.some((entry) => entry.film === film.slug));
    expect(untouched.map((film) => film.slug)).toEqual(
      expect.arrayContaining(['8-and-a-half', 'picnic-at-hanging-rock']),
    );
  });

  test('disagree: the most reviewed film has ratings at least two and a half stars apart', () => {
    const ratings = reviewsOf('in-the-mood-for-love').map((review) => review.rating ?? 0);
    expect(ratings.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...ratings) - Math.min(...ratings)).toBeGreaterThanOrEqual(5);
  });

  test('let one person return to one film after nine years and think otherwise', () => {
    const twice = reviews.filter((review) => review.person === 'nkechi_cuts' && review.film === 'stalker');
    expect(twice.map((review) => Number(review.viewed?.slice(0, 4)))).toEqual([2012, 2021]);
    expect((twice[1]?.rating ?? 0) - (twice[0]?.rating ?? 0)).toBeGreaterThanOrEqual(4);
  });

  test('run from one line to an essay of fifteen hundred words', () => {
    const lengths = reviews.map((review) => words(review.text).length).sort((a, b) => a - b);
    expect(lengths[0]).toBeLessThan(10);
    expect(lengths.at(-1)).toBeGreaterThanOrEqual(1450);
    expect(lengths.at(-2)).toBeGreaterThanOrEqual(700);
  });

  test('hold spoilers, verse with empty lines, dialogue, italics, bold and a quotation', () => {
    expect(reviews.filter((review) => review.spoiler === 'yes').length).toBeGreaterThanOrEqual(3);
    const texts = reviews.map((review) => review.text);
    expect(texts.some((text) => /\n\n/.test(text) && /\n {4}\S/.test(text))).toBe(true);
    expect(texts.filter((text) => /^[–—"]/m.test(text)).length).toBeGreaterThanOrEqual(4);
    for (const tag of ['i', 'b', 'blockquote']) {
      expect(texts.some((text) => text.includes(`<${tag}>`))).toBe(true);
    }
  });

  test.each(reviews.map((review) => [naming(review), review.text] as const))(
    '%s uses only markup that is allowed, closed and without a stray bracket',
    (_name, text) => {
      const tags = [...text.matchAll(/<(\/?)(\w+)>/g)];
      const open: string[] = [];
      for (const [, slash, tag] of tags) {
        expect(['strong', 'em', 'b', 'i', 'blockquote']).toContain(tag);
        if (slash) expect(open.pop()).toBe(tag);
        else open.push(tag!);
      }
      expect(open).toEqual([]);
      expect(text.replace(/<\/?\w+>/g, '')).not.toMatch(/[<>&\t]| {2,}\S.* {2}| $/m);
      expect(text).toBe(text.trim());
    },
  );
});

describe('the ways of setting', () => {
  test('prose joins wrapped lines and keeps paragraphs', () => {
    expect(prose`
      one
      two

      three
    `).toBe('one two\n\nthree');
  });

  test('lines keeps every line, empty line and further indentation', () => {
    expect(lines`
      one
          two

      three
    `).toBe('one\n    two\n\nthree');
  });
});
