import { describe, expect, test } from 'vitest';
import { givenRating } from './jsonld-rating.ts';

const given = (ratingValue: unknown, more: object = {}) => givenRating({ ratingValue, ...more }, new Map());
const ten = { bestRating: 10, worstRating: 1 };
const hundred = { bestRating: '100', worstRating: '0' };
const four = { bestRating: 4, worstRating: 0 };

describe('A rating as a file gives it', () => {
  test.each([
    ['five stars unless said', 4, {}, 8, null],
    ['halves', 3.5, { worstRating: 0.5 }, 7, null],
    ['the lowest', 0.5, { worstRating: 0.5 }, 1, null],
    ['a number in quotes', '4', {}, 8, null],
    ['a comma', '4,5', {}, 9, null],
    ['a fraction', '4/5', {}, 8, null],
    ['in words', '4 out of 5', {}, 8, null],
    ['in German', '7 von 10', {}, 7, null],
    ['stars', '★★★½', {}, 7, null],
    ['stars with empty ones', '★★★☆☆', {}, 6, null],
    ['half a star', '½', {}, 1, null],
    ['a half in letters', '3½', {}, 7, null],
    ['a half as people type it', '3 1/2', {}, 7, null],
    ['with its unit', '4 stars', {}, 8, null],
    ['of ten', 7, ten, 7, null],
    ['one of ten', 1, ten, 1, null],
    ['of four', 3, four, 8, '3/4'],
    ['all of four', 4, four, 10, '4/4'],
    ['of a hundred', 84, hundred, 8, '84/100'],
    ['a quarter step', 4.25, {}, 9, '4.25/5'],
    ['a percentage', '80%', {}, 8, '80/100'],
    ['its own scale before the one of the file', '84/100', { bestRating: 5 }, 8, '84/100'],
  ])('%s', (_, value, more, rating, score) => {
    expect(given(value, more)).toEqual({ rating, score });
  });

  test('zero is no rating, whatever the scale says', () => {
    expect(given(0)).toEqual({ rating: null, score: null });
    expect(given('0', ten)).toEqual({ rating: null, score: null });
    expect(given(0, hundred)).toEqual({ rating: null, score: '0/100' });
  });

  test('none, an empty one and a bare number', () => {
    expect(given(null)).toEqual({ rating: null, score: null });
    expect(given(' ')).toEqual({ rating: null, score: null });
    expect(givenRating(undefined, new Map())).toEqual({ rating: null, score: null });
    expect(givenRating(4, new Map())).toEqual({ rating: 8, score: null });
  });

  test('what is no number is kept as written and never counted', () => {
    expect(given('B+')).toEqual({ rating: null, score: 'B+' });
    expect(given('hors concours')).toEqual({ rating: null, score: 'hors concours' });
  });

  test.each([
    [11, { bestRating: 5 }, { value: '11', best: '5', worst: '0' }],
    [-1, {}, { value: '-1', best: '5', worst: '0' }],
    ['\u22121', {}, { value: '\u22121', best: '5', worst: '0' }],
    [11, ten, { value: '11', best: '10', worst: '1' }],
    ['120%', {}, { value: '120%', best: '100', worst: '0' }],
    ['-5%', {}, { value: '-5%', best: '100', worst: '0' }],
    ['6/5', {}, { value: '6/5', best: '5', worst: '0' }],
    [0.5, { worstRating: 1 }, { value: '0.5', best: '5', worst: '1' }],
    [3, { bestRating: 0 }, { value: '3', best: '0', worst: '0' }],
    [1e308, {}, { value: '1e+308', best: '5', worst: '0' }],
  ])('%s outside its scale is told as it was', (value, more, details) => {
    expect(given(value, more)).toEqual({ code: 'rating-outside-scale', details });
  });
});
