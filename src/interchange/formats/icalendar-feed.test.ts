import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { ScreeningLine } from '../../domain/screening.ts';
import { calendarOf } from './icalendar-feed.ts';

const ONE: ScreeningLine = {
  id: '0123456789abcdefghijklmnop',
  filmId: 'f',
  venueId: 'v',
  day: '2026-12-04',
  time: '20:15',
  starts: Date.UTC(2026, 11, 4, 19, 15),
  doors: null,
  ends: null,
  room: null,
  format: '35 mm',
  spoken: 'original',
  language: 'fr',
  subtitles: 'de',
  tickets: null,
  note: null,
  series: null,
  state: 'on',
  draft: false,
  key: null,
  filmSlug: 'playtime-1967',
  filmTitle: 'Playtime',
  filmPoster: null,
  filmYear: 1967,
  runtime: 115,
  venueSlug: 'odeon',
  venueName: 'Odeon',
  town: 'Halle',
  street: 'Am Markt 1',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  updated: Date.UTC(2026, 10, 1),
};

const written = (some: Partial<ScreeningLine>[], description = '') =>
  calendarOf(
    'Programme',
    some.map((one) => ({ screening: { ...ONE, ...one }, description, url: 'https://example.org/film/x' })),
  );
/** What another reader of calendars makes of it. */
const readBack = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('the calendar', () => {
  test('is read back by another reader as it was meant', () => {
    const [event] = readBack(written([{}], '35 mm'));
    expect(event!.summary).toBe('Playtime (1967)');
    expect(event!.location).toBe('Odeon, Am Markt 1, Halle');
    expect(event!.description).toBe('35 mm');
    expect(event!.uid).toBe('0123456789abcdefghijklmnop@screening.houselights');
    expect(event!.startDate.toJSDate().getTime()).toBe(ONE.starts);
    expect(event!.endDate.toJSDate().getTime()).toBe(ONE.starts + 115 * 60_000);
  });

  test.each([
    'Commas, semicolons; back\\slashes: "quotes" and\nlines',
    '夜'.repeat(300),
    '🎞️'.repeat(100),
    'مرحبا '.repeat(60),
    'BEGIN:VEVENT\r\nEND:VCALENDAR',
    'trailing\\',
    '\\n\\,\\;',
    ' leading',
  ])('keeps %j', (filmTitle) => {
    const calendar = written([{ filmTitle, filmYear: null }], filmTitle);
    const [event, ...others] = readBack(calendar);
    expect(others).toEqual([]);
    expect(event!.summary).toBe(filmTitle.replace(/\r\n/g, '\n'));
    expect(event!.description).toBe(filmTitle.replace(/\r\n/g, '\n'));
    for (const line of calendar.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r]/);
      expect(line.isWellFormed()).toBe(true);
    }
  });

  test('ends when it is said to, on the next day where that is meant', () => {
    const ends = (ends: string | null, runtime: number | null) =>
      (readBack(written([{ ends, runtime }]))[0]!
        .endDate.toJSDate()
        .getTime() -
        ONE.starts) /
      60_000;
    expect(ends('22:30', 115)).toBe(135);
    expect(ends('00:15', 115)).toBe(240);
    expect(ends(null, 115)).toBe(115);
    expect(ends(null, null)).toBe(120);
  });

  test('says what is cancelled, and is empty where nothing is to come', () => {
    expect(written([{ state: 'cancelled' }])).toContain('\r\nSTATUS:CANCELLED\r\n');
    expect(readBack(written([]))).toEqual([]);
    expect(written([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n.*END:VCALENDAR\r\n$/s);
  });

  test('holds no control character', () => {
    const controls = [...written([{ filmTitle: 'a\u0000b\u001bc\td' }])].filter((one) => one < ' ');
    expect(new Set(controls)).toEqual(new Set(['\r', '\n']));
  });
});
