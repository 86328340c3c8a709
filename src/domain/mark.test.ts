import { describe, expect, test } from 'vitest';
import { type Logged, markAfter } from './mark.ts';

const OF = { authorId: 'a', filmId: 'f' };
const SAID: Logged = {
  rating: 8,
  liked: false,
  day: '2020-05-03',
  visibility: 'everyone',
  here: true,
  counted: true,
};
const markOf = (...entries: Partial<Logged>[]) =>
  entries.reduce<ReturnType<typeof markAfter> | null>(
    (mark, entry) => markAfter(mark, OF, { ...SAID, ...entry }),
    null,
  );

describe('what somebody thinks now', () => {
  test('begins with their first entry', () => {
    expect(markOf({ liked: true })).toEqual({
      ...OF,
      watched: '2020-05-03',
      liked: '2020-05-03',
      rating: 8,
      rated: '2020-05-03',
      watchlist: null,
      visibility: 'everyone',
      here: true,
      counted: true,
    });
  });

  test('is the rating of the latest day, however late it was written down', () => {
    expect(markOf({ rating: 4, day: '2012' }, { rating: 9, day: '2021' })?.rating).toBe(9);
    expect(markOf({ rating: 9, day: '2021' }, { rating: 4, day: '2012' })?.rating).toBe(9);
    expect(markOf({ rating: 9 }, { rating: 5 })?.rating, 'of one day the last').toBe(5);
    expect(markOf({ rating: 9, day: null }, { rating: 5, day: '1999' })?.rating, 'undated is earliest').toBe(
      5,
    );
  });

  test('an entry without a rating takes none away', () => {
    expect(markOf({ rating: 9 }, { rating: null, day: '2024' })).toMatchObject({
      rating: 9,
      rated: '2020-05-03',
    });
  });

  test('keeps the first day it was seen and liked', () => {
    expect(markOf({ liked: true }, { liked: true, day: '2024' })).toMatchObject({
      watched: '2020-05-03',
      liked: '2020-05-03',
    });
  });

  test('a film that was seen leaves the watchlist', () => {
    const listed = { ...(markOf({}) as NonNullable<ReturnType<typeof markOf>>), watchlist: '2019' };
    expect(markAfter(listed, OF, { ...SAID, rating: null, visibility: 'me' }).watchlist).toBeNull();
  });
});

describe('for whom it is said', () => {
  test('a rating is for those who may see the entry that gave it', () => {
    expect(markOf({}, { rating: 10, day: '2024', visibility: 'me' })).toMatchObject({
      rating: 10,
      visibility: 'me',
    });
    expect(markOf({ visibility: 'me' }, { rating: 6, day: '2024' })).toMatchObject({
      rating: 6,
      visibility: 'everyone',
    });
  });

  test('a private entry without a rating leaves nothing in a public mark', () => {
    const open = markOf({});
    expect(markOf({}, { rating: null, liked: true, day: '2024', visibility: 'me' })).toEqual(open);
    expect(markOf({ day: '2024' }, { rating: 2, liked: true, visibility: 'members' })).toMatchObject({
      rating: 8,
      liked: null,
      visibility: 'everyone',
    });
  });

  test('a mark that opens says nothing of what was private', () => {
    expect(markOf({ liked: true, visibility: 'me' }, { rating: 6, day: '2024' })).toMatchObject({
      watched: '2024',
      liked: null,
      rating: 6,
      visibility: 'everyone',
    });
    expect(markOf({ rating: null, visibility: 'me' }, { rating: null, day: '2024' })).toMatchObject({
      watched: '2024',
      visibility: 'everyone',
    });
  });

  test('an earlier public rating does not open a later private one', () => {
    expect(markOf({ day: '2024', visibility: 'me' }, { rating: 3, day: '2012' })).toMatchObject({
      rating: 8,
      visibility: 'me',
    });
  });
});
