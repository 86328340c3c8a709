import { describe, expect, test } from 'vitest';
import { readScreeningsCsv } from './csv.ts';

const read = (text: string) => readScreeningsCsv(Buffer.from(text), '2026-11-25');

describe('a table of screenings', () => {
  test('is read by our columns', async () => {
    const { rows, rejected } = await read(
      'id,title,year,date,time,venue,room,doors,ends,format,language,subtitles,tickets,note,series,state\n' +
        'a1,Boat,1931,2026-12-04,20:15,Odeon,2,19:45,22:00,35 mm,fr,de,https://t.example/,"With tea, twice",Sea,sold out\n',
    );
    expect(rejected).toEqual([]);
    expect(rows).toEqual([
      {
        row: '2',
        title: 'Boat',
        year: 1931,
        film: null,
        venue: 'Odeon',
        when: { day: '2026-12-04', time: '20:15' },
        key: 'a1',
        state: 'sold-out',
        details: {
          doors: '19:45',
          ends: '22:00',
          room: '2',
          format: '35 mm',
          spoken: null,
          language: 'fr',
          subtitles: 'de',
          tickets: 'https://t.example/',
          note: 'With tea, twice',
          series: 'Sea',
        },
      },
    ]);
  });

  test('is read by what other houses call theirs', async () => {
    const { rows } = await read(
      '\ufeffFilm;Datum;Uhrzeit;Spielstätte;Saal;Fassung;Status\r\nBoot (1931);4.12.;20.15 Uhr;Odeon;Kino 2;OmU;ausverkauft\r\n',
    );
    expect(rows).toMatchObject([
      {
        title: 'Boot',
        year: 1931,
        venue: 'Odeon',
        when: { day: '2026-12-04', time: '20:15' },
        state: 'sold-out',
      },
    ]);
    expect(rows[0]!.details).toMatchObject({ room: 'Kino 2', spoken: 'original', subtitles: 'de' });
  });

  test.each([
    ['2026-12-04T20:15', { day: '2026-12-04', time: '20:15' }],
    ['2026-12-04 20:15:00', { day: '2026-12-04', time: '20:15' }],
    ['2026-12-04T20:15:00+01:00', Date.UTC(2026, 11, 4, 19, 15)],
    ['2026-12-04T20:15Z', Date.UTC(2026, 11, 4, 20, 15)],
    ['4.12.2026 20:15', { day: '2026-12-04', time: '20:15' }],
  ])('takes date and time from one cell: %s', async (start, when) => {
    expect((await read(`title,start\nBoat,${start}`)).rows[0]?.when).toEqual(when);
  });

  test('names what it cannot take, and takes the rest', async () => {
    const { rows, rejected } = await read(
      'title,date,time,tickets\n,2026-12-04,20:15,\nBoat,04/12/2026,20:15,\nBoat,2026-12-04,late,\nBoat,2026-12-04,20:15,javascript:x\n\nBoat,2026-12-04,20:15,\n',
    );
    expect(rows.map(({ row }) => row)).toEqual(['7']);
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([
      ['2', 'no-title'],
      ['3', 'no-time'],
      ['4', 'no-time'],
      ['5', 'details'],
    ]);
  });

  test.each([
    ['no such columns', 'a,b\n1,2'],
    ['nothing', ''],
    ['a line of two megabytes', `title,date\n"${'x'.repeat(2_100_000)}`],
    ['more rows than are taken', `title,start\n${'Boat,2026-12-04T20:15\n'.repeat(2001)}`],
    ['bytes that are no text', 'title,date\n\xff\xfe'],
  ])('is refused: %s', async (_what, text) => {
    await expect(readScreeningsCsv(Buffer.from(text, 'latin1'), '2026-11-25')).rejects.toMatchObject({
      name: 'Refusal',
    });
  });
});
