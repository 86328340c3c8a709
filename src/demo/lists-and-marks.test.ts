import { describe, expect, test } from 'vitest';
import { isRating } from '../domain/rating.ts';
import { viewingDate } from '../domain/viewing-date.ts';
import { entries, films, lists, marks, people } from './catalogue.ts';

describe('the marks', () => {
  const slugs = films.map((film) => film.slug);
  const years = new Map(films.map((film) => [film.slug, film.year ?? 0]));
  const split = (some: string) => some.split(' ');

  test('are everybody’s, a few dozen each', () => {
    expect(marks.map((some) => some.person)).toEqual(people.map((person) => person.username));
  });

  test.each(marks.map((some) => [some.person, some] as const))('%s has sound ones', (_person, some) => {
    const seen = [...Object.values(some.rated).flatMap(split), ...split(some.watched)];
    const wanted = split(some.watchlist);
    expect(seen.length).toBeGreaterThanOrEqual(20);
    expect(wanted.length).toBeGreaterThanOrEqual(5);
    expect(new Set([...seen, ...wanted]).size).toBe(seen.length + wanted.length);
    expect(seen).toEqual(expect.arrayContaining(split(some.liked)));
    expect(viewingDate(some.day)).toHaveLength(10);
    for (const slug of [...seen, ...wanted]) {
      expect(slugs).toContain(slug);
      expect(Number(some.day.slice(0, 4)), slug).toBeGreaterThanOrEqual(years.get(slug)!);
    }
    for (const rating of Object.keys(some.rated)) expect(isRating(Number(rating))).toBe(true);
    const logged = entries.filter((entry) => entry.person === some.person).map((entry) => entry.film);
    expect(wanted.filter((slug) => logged.includes(slug))).toEqual([]);
  });
});

describe('the lists', () => {
  test('are six, by six people, one of them ranked, in more than four languages', () => {
    expect(new Set(lists.map((list) => list.person)).size).toBe(6);
    expect(lists.filter((list) => list.ranked).map((list) => list.title)).toEqual(['Last reels']);
    const titles = lists.map((list) => list.title).join(' ');
    for (const script of ['Arabic', 'Han', 'Latin']) {
      expect(titles).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
  });

  test.each(lists.map((list) => [list.title, list] as const))('%s is sound', (_title, list) => {
    expect(people.map((person) => person.username)).toContain(list.person);
    expect(viewingDate(list.written)).toHaveLength(10);
    expect(list.films.length).toBeGreaterThanOrEqual(6);
    expect(list.films.length).toBeLessThanOrEqual(12);
    const listed = list.films.map(({ film }) => film);
    expect(new Set(listed).size).toBe(listed.length);
    expect(films.map((film) => film.slug)).toEqual(expect.arrayContaining(listed));
    const notes = list.films.flatMap(({ note }) => note ?? []);
    expect(notes.length).toBeGreaterThan(list.films.length / 2);
    for (const said of [list.description, ...notes]) {
      expect(said.replace(/<\/?i>/g, '')).not.toMatch(/[<>&\t\n]| {2}|^ | $/);
    }
  });
});
