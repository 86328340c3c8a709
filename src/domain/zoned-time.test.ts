import { describe, expect, test } from 'vitest';
import { daysLater, instantOf, isDay, isoWithOffset, isTime, wallTime } from './zoned-time.ts';

const at = (day: string, time: string, zone: string) => {
  const { instant, odd } = instantOf({ day, time }, zone);
  return [new Date(instant).toISOString().slice(0, 16), odd];
};

describe('the instant of a time on the wall', () => {
  test.each([
    ['2026-12-04', '20:15', 'Europe/Berlin', '2026-12-04T19:15', null],
    ['2026-07-04', '20:15', 'Europe/Berlin', '2026-07-04T18:15', null],
    ['2026-12-04', '20:15', 'UTC', '2026-12-04T20:15', null],
    ['2026-12-04', '00:00', 'Asia/Kolkata', '2026-12-03T18:30', null],
    ['2026-12-04', '23:59', 'Pacific/Apia', '2026-12-04T10:59', null],
    ['2026-12-04', '09:00', 'Pacific/Kiritimati', '2026-12-03T19:00', null],
    ['2026-12-04', '09:00', 'America/St_Johns', '2026-12-04T12:30', null],
  ])('%s %s in %s is %s', (day, time, zone, utc, odd) => {
    expect(at(day, time, zone)).toEqual([utc, odd]);
  });

  test('a time no clock shows is read by the offset before', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toEqual(['2026-03-29T01:30', 'skipped']);
    expect(at('2026-03-08', '02:00', 'America/New_York')).toEqual(['2026-03-08T07:00', 'skipped']);
    // Half an hour is skipped here.
    expect(at('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual(['2026-10-03T15:45', 'skipped']);
    // A whole day that this island never had.
    expect(at('2011-12-30', '12:00', 'Pacific/Apia')[1]).toBe('skipped');
  });

  test('a time shown twice is the first of the two', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toEqual(['2026-10-25T00:30', 'twice']);
    expect(at('2026-11-01', '01:00', 'America/New_York')).toEqual(['2026-11-01T05:00', 'twice']);
    expect(at('2026-10-25', '03:00', 'Europe/Berlin')).toEqual(['2026-10-25T02:00', null]);
  });

  test('is read back as it was written, at every hour of a year with two changes', () => {
    for (const zone of ['Europe/Berlin', 'America/Santiago', 'Africa/Casablanca', 'Australia/Lord_Howe'])
      for (let hour = Date.UTC(2026, 0, 1); hour < Date.UTC(2027, 0, 1); hour += 37 * 60 * 60_000) {
        const wall = wallTime(zone, hour);
        const { instant, odd } = instantOf(wall, zone);
        if (odd === null) expect(instant, `${zone} ${wall.day} ${wall.time}`).toBe(hour);
        else expect(odd).toBe('twice');
      }
  });
});

test('an instant is written with its offset', () => {
  const evening = Date.UTC(2026, 11, 4, 19, 15);
  expect(isoWithOffset('Europe/Berlin', evening)).toBe('2026-12-04T20:15:00+01:00');
  expect(isoWithOffset('America/St_Johns', evening)).toBe('2026-12-04T15:45:00-03:30');
  expect(isoWithOffset('UTC', evening)).toBe('2026-12-04T19:15:00+00:00');
});

test('days and times are those of calendars and clocks', () => {
  for (const day of ['2026-02-28', '2028-02-29', '1999-12-31']) expect(isDay(day), day).toBe(true);
  for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '9999-01-01', '2026-04-31'])
    expect(isDay(day), day).toBe(false);
  for (const time of ['00:00', '23:59', '09:05']) expect(isTime(time), time).toBe(true);
  for (const time of ['24:00', '9:05', '20:60', '']) expect(isTime(time), time).toBe(false);
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysLater('2028-03-01', -1)).toBe('2028-02-29');
});
