import { describe, expect, test } from 'vitest';
import { MOST_SHOWINGS, readShowings } from './showings.ts';

const read = (text: string) => {
  const { showings, unread } = readShowings(text, '2026-11-25');
  return [showings.map(({ day, time }) => `${day} ${time}`), unread];
};

describe('the week of a cinema, as it is typed', () => {
  test.each([
    ['2026-12-04 20:15', ['2026-12-04 20:15']],
    ['2026-12-04, 20:15', ['2026-12-04 20:15']],
    ['4.12. 18:00, 20:30', ['2026-12-04 18:00', '2026-12-04 20:30']],
    ['4. 12. 2027 18.00 Uhr', ['2027-12-04 18:00']],
    ['Fr 4.12. um 20h15', ['2026-12-04 20:15']],
    ['Fri 4 Dec 8.15pm', ['2026-12-04 20:15']],
    ['Friday, 4 December at 8:15 pm and 11 pm', ['2026-12-04 20:15', '2026-12-04 23:00']],
    ['Samstag, 5. Dezember: 16:00', ['2026-12-05 16:00']],
    ['5 März 16:00', ['2027-03-05 16:00']],
    ['12 déc. 16:00', ['2026-12-12 16:00']],
    ['25.11. 12:00 am', ['2026-11-25 00:00']],
    ['30.12. – 1.1. 20:00', ['2026-12-30 20:00', '2026-12-31 20:00', '2027-01-01 20:00']],
    ['Mon 30 Nov to Tue 1 Dec 19:00', ['2026-11-30 19:00', '2026-12-01 19:00']],
    ['2026-12-04..2026-12-05 9:05', ['2026-12-04 09:05', '2026-12-05 09:05']],
  ])('%s', (typed, showings) => {
    expect(read(typed)).toEqual([showings, []]);
  });

  test('a date without a year is the next such day', () => {
    expect(read('24.11. 20:00\n25.11. 20:00\n29.2. 20:00')[0]).toEqual([
      '2026-11-25 20:00',
      '2027-11-24 20:00',
      '2028-02-29 20:00',
    ]);
  });

  test('the same showing typed twice is one, and the earlier stands first', () => {
    expect(read('5.12. 20:00\n4.12. 20:00\n5.12. 20:00')[0]).toEqual(
      ['2026-12-05 20:00', '2026-12-04 20:00'].sort(),
    );
  });

  test.each([
    '04/12 20:15',
    '31.2. 20:15',
    '4.12.',
    '4.12. 25:00',
    '4.12. 20:15 Saal 2',
    '13 pm 4.12.',
    '4.12. 13pm',
    '10.12. – 4.12.2026 20:00',
    '1.1.2027 – 1.6.2027 20:00',
    'tomorrow 20:15',
    '4 Fool 20:15',
    'x'.repeat(5000),
  ])('%s is not guessed at', (typed) => {
    expect(read(typed)[0]).toEqual([]);
    expect(read(typed)[1]).toHaveLength(1);
  });

  test('more than fit into one form are told of', () => {
    const { showings, unread } = readShowings(
      '1.1.2027 – 31.3.2027 18:00 20:00 22:00\n4.4.2027 20:00',
      '2026-11-25',
    );
    expect(MOST_SHOWINGS).toBeLessThan(270);
    expect(showings).toHaveLength(1);
    expect(unread).toHaveLength(1);
  });
});
