import { describe, expect, test } from 'vitest';
import { readCalendar } from './icalendar.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:Boat', ...lines, 'END:VEVENT'].join('\r\n');
const read = (...parts: string[]) => readCalendar(calendar(...parts), NOW);
const when = async (...parts: string[]) => {
  const { rows, rejected } = await read(...parts);
  return [
    ...rows.map((row) => (typeof row.when === 'number' ? new Date(row.when).toISOString() : row.when)),
    ...rejected.map(({ code }) => code),
  ];
};

describe('an event', () => {
  test('is a title, its year, a place, an address and a note', async () => {
    const { rows } = await read(
      'BEGIN:VEVENT\r\nUID:one\r\nSUMMARY:The Bo\r\n at\\, at last (1931)\r\nDTSTART:20261204T191500Z',
      'LOCATION:Odeon\\, Am Markt\r\nURL:https://tickets.example/1\r\nDESCRIPTION:With the crew',
      'BEGIN:VALARM\r\nDESCRIPTION:Wake up\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT',
    );
    expect(rows).toMatchObject([
      { title: 'The Boat, at last', year: 1931, venue: 'Odeon, Am Markt', key: 'one', state: null },
    ]);
    expect(rows[0]!.details).toMatchObject({ tickets: 'https://tickets.example/1', note: 'With the crew' });
  });

  test.each([
    ['DTSTART:20261204T191500Z', '2026-12-04T19:15:00.000Z'],
    ['DTSTART;TZID=Europe/Berlin:20261204T201500', '2026-12-04T19:15:00.000Z'],
    ['DTSTART;TZID="Europe/Berlin":20260704T201500', '2026-07-04T18:15:00.000Z'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261204T201500', '2026-12-04T19:15:00.000Z'],
    ['DTSTART;TZID=America/Argentina/Ushuaia:20261204T201500', '2026-12-04T23:15:00.000Z'],
    // The hour that is left out, and the one that comes twice (RFC 5545, 3.3.5).
    ['DTSTART;TZID=America/New_York:20270314T023000', '2027-03-14T07:30:00.000Z'],
    ['DTSTART;TZID=America/New_York:20261101T013000', '2026-11-01T05:30:00.000Z'],
    ['DTSTART:20261204T201500', { day: '2026-12-04', time: '20:15' }],
    ['DTSTART;VALUE=DATE:20261204', 'no-time'],
    ['DTSTART;TZID=Nowhere/Land:20261204T201500', 'time-zone'],
    ['DTSTART:99991304T201500', 'no-time'],
    ['DTSTART:soon', 'unreadable'],
  ])('%s', async (line, expected) => {
    const [found] = await when(event(line));
    if (expected === 'unreadable') expect(['unreadable', 'no-time']).toContain(found);
    else expect(found).toEqual(expected);
  });

  test('goes by the rules of a zone that its file describes', async () => {
    const zone = [
      'BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time',
      'BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD',
      'BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE',
    ];
    const at = 'DTSTART;TZID=W. Europe Standard Time:';
    expect(
      await when(...zone, event(`${at}20261204T201500`), event(`${at}20260704T201500`).replace('one', 'two')),
    ).toEqual(['2026-12-04T19:15:00.000Z', '2026-07-04T18:15:00.000Z']);
  });

  test('is cancelled by its status, or with its whole calendar', async () => {
    const start = 'DTSTART:20261204T191500Z';
    expect((await read(event(start, 'STATUS:CANCELLED'))).rows[0]!.state).toBe('cancelled');
    expect((await read(event(start, 'STATUS:CONFIRMED'))).rows[0]!.state).toBe('confirmed');
    expect((await read('METHOD:CANCEL', event(start))).rows[0]!.state).toBe('cancelled');
  });
});

describe('a series', () => {
  test('is written out on the clocks of its zone, without the dates it leaves out', async () => {
    const days = await when(
      event(
        'DTSTART;TZID=Europe/Berlin:20270326T200000',
        'RRULE:FREQ=DAILY;COUNT=4',
        'EXDATE;TZID=Europe/Berlin:20270327T200000',
      ),
    );
    expect(days).toEqual([
      '2027-03-26T19:00:00.000Z',
      '2027-03-28T18:00:00.000Z',
      '2027-03-29T18:00:00.000Z',
    ]);
  });

  test('has a date changed by an event of its own', async () => {
    const { rows, series } = await read(
      event('DTSTART;TZID=Europe/Berlin:20261201T200000', 'RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU'),
      event('RECURRENCE-ID;TZID=Europe/Berlin:20261208T200000', 'DTSTART;TZID=Europe/Berlin:20261208T213000'),
    );
    expect(series).toEqual(['one']);
    expect(rows.map(({ key, when: at }) => [key, new Date(at as number).toISOString().slice(0, 16)])).toEqual(
      [
        ['one#2026-12-01', '2026-12-01T19:00'],
        ['one#2026-12-08', '2026-12-08T20:30'],
        ['one#2026-12-15', '2026-12-15T19:00'],
      ],
    );
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;COUNT=1000000',
    'FREQ=HOURLY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4,5,6,7',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
  ])('%s is not written out', async (rule) => {
    expect(await when(event('DTSTART:20261204T191500Z', `RRULE:${rule}`))).toEqual(['rule']);
  });

  test('without an end goes on for a year and a bit; one from long ago is not looked through', async () => {
    const days = await when(event('DTSTART:20261204T191500Z', 'RRULE:FREQ=DAILY'));
    expect(days.length).toBeGreaterThan(380);
    expect(days.length).toBeLessThanOrEqual(400);
    expect(await when(event('DTSTART:19000101T191500Z', 'RRULE:FREQ=DAILY'))).toHaveLength(400);
    expect(
      await when(event('DTSTART:20260101T191500Z', 'RRULE:FREQ=MONTHLY;BYDAY=5MO;INTERVAL=12')),
    ).not.toContain('rule');
  });
});

describe('a hostile file', () => {
  test.each([
    ['no calendar', 'hello'],
    ['an end without a beginning', 'END:VCALENDAR'],
    ['no end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT'],
    ['events in events without end', `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(50_000)}`],
    ['ends in the wrong order', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT'],
    ['too many events', `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(2001)}END:VCALENDAR`],
  ])('is refused: %s', async (_what, text) => {
    await expect(readCalendar(text, NOW)).rejects.toMatchObject({ name: 'Refusal' });
  });

  test('of one line of ten megabytes spoils no other event', async () => {
    const long = event('DTSTART:20261204T191500Z', `DESCRIPTION:${'x'.repeat(10_000_000)}`);
    const folded = event('DTSTART:20261205T191500Z', `DESCRIPTION:${'x\r\n '.repeat(300_000)}`).replace(
      'one',
      'two',
    );
    const { rows } = await read(long, folded, event('DTSTART:20261206T191500Z').replace('one', 'three'));
    expect(rows.map(({ key }) => key)).toEqual(['one', 'two', 'three']);
  });

  test('with an event inside an event, a zone of seconds and a thousand properties is read for what is good', async () => {
    const nested = event('BEGIN:VEVENT', 'SUMMARY:Inner', 'END:VEVENT', 'DTSTART:20261204T191500Z');
    const zone = [
      'BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE',
    ];
    const bomb = event('DTSTART;TZID=Bomb:20261204T201500').replace('one', 'two');
    const many = event('DTSTART:20261204T191500Z', ...Array(1000).fill('COMMENT:x')).replace('one', 'three');
    const { rows, rejected } = await read(...zone, nested, bomb, many);
    expect(rows.map(({ title }) => title)).toEqual(['Boat']);
    expect(rejected.map(({ code }) => code)).toEqual(['time-zone', 'unreadable']);
  });
});
