import { expect, test } from 'vitest';
import { day as dayInEnglish, number as numberInEnglish } from './english.ts';
import { day as dayInGerman, number as numberInGerman } from './german.ts';
import { remembered } from './remembered.ts';

test('what was made is made once, and what is long is not kept', () => {
  const made: string[] = [];
  const make = remembered((input: string) => {
    made.push(input);
    return { input };
  });
  expect(make('a')).toBe(make('a'));
  const long = 'b'.repeat(101);
  expect(make(long)).not.toBe(make(long));
  expect(made).toEqual(['a', long, long]);
});

test('what is kept is bounded: however many come, each is answered rightly', () => {
  const double = remembered((input: string) => Number(input) * 2);
  for (let n = 0; n < 5000; n += 1) expect(double(String(n))).toBe(n * 2);
  expect(double('0')).toBe(0);
});

test('short ways to write numbers and dates write what the formatter writes', () => {
  const ways = [
    ['en-GB', numberInEnglish, dayInEnglish],
    ['de-DE', numberInGerman, dayInGerman],
  ] as const;
  for (const [locale, number, day] of ways) {
    const numbers = new Intl.NumberFormat(locale);
    for (const value of [0, 1, 7, 42, 999, 1000, 12_345, 0.5, -3])
      expect(number(value)).toBe(numbers.format(value));
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    for (const date of ['2014-05-03', '1899-12-31', '2024-02-29', '2014-05-03'])
      expect(day(date)).toBe(days.format(new Date(date)));
  }
});
