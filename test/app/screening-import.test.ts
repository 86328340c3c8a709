import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from './site.ts';
import { addFilm, type Somebody, textOfMain } from './writing.ts';

const IMPORT = '/admin/programme/import';
const event = (uid: string, summary: string, ...lines: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SUMMARY:${summary}`,
    'LOCATION:Odeon\\, Halle',
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const BOAT = 'DTSTART;TZID=Europe/Berlin:20261204T201500';

describe('a file of screenings', () => {
  let site: TestSite;
  let curator: Somebody;
  let boat: string;
  let pier: string;
  beforeAll(async () => {
    site = await openTestSite();
    await site.signedIn('the_owner', 'owner');
    curator = await site.signedIn('curator', 'curator');
    boat = await addFilm(site, 'boat-1931', 'Boat', 1931);
    await addFilm(site, 'boat-1999', 'Boat', 1999);
    pier = await addFilm(site, 'pier-1932', 'Pier', 1932);
    for (const [name, timeZone] of [
      ['Odeon', 'Europe/Berlin'],
      ['Lumière', 'America/Lima'],
    ])
      await site.post('/admin/venues', { name: name ?? '', timeZone: timeZone ?? '' }, curator);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    const ids = (await all()).map(({ id }) => id);
    await site.site.store.transact((writer) => writer.screenings.remove(ids));
  });

  const all = () => site.site.store.reader.screenings.list({ from: 0, drafts: true, limit: 3000 });
  const said = async () =>
    (await all()).map((one) => [one.filmSlug, one.venueName, one.day, one.time, one.state].join(' '));
  const bring = async (text: string, name = 'week.ics') => {
    const form = new FormData();
    form.append('file', new File([text], name));
    return site.post(IMPORT, form, curator);
  };
  const looked = async (text: string, name?: string) => {
    const path = (await bring(text, name)).headers.get('location') ?? '';
    return { path, text: textOfMain(await (await site.get(path, curator)).text()) };
  };
  const imported = async (text: string, answers: Record<string, string> = {}) => {
    const { path } = await looked(text);
    expect((await site.post(path, { do: 'import', ...answers }, curator)).headers.get('location')).toBe(path);
    return { path, text: textOfMain(await (await site.get(path, curator)).text()) };
  };
  const counts = (text: string) =>
    /New ?([\d,]+) Changed ?(\d+) As they are ?(\d+) Left out until decided ?(\d+) Not taken ?(\d+)/
      .exec(text)
      ?.slice(1)
      .map((one) => Number(one.replace(',', '')));

  test('is looked at before anything is done, brought in once, and taken back', async () => {
    const text = calendar(
      event('a', 'Boat (1931)', BOAT),
      event('b', 'Pier (1932)', 'DTSTART:20261205T190000'),
    );
    const { path, text: preview } = await looked(text);
    expect(counts(preview)).toEqual([2, 0, 0, 0, 0]);
    expect(await all()).toEqual([]);
    await site.post(path, { do: 'import' }, curator);
    const after = ['boat-1931 Odeon 2026-12-04 20:15 on', 'pier-1932 Odeon 2026-12-05 19:00 on'];
    expect(await said()).toEqual(after);
    await site.post(path, { do: 'import' }, curator);
    expect(await said()).toEqual(after);
    expect(await (await site.get('/film/boat-1931')).text()).toContain('Fri 4 Dec 2026, 20:15');
    await site.post(path, { do: 'undo' }, curator);
    expect(await all()).toEqual([]);
    expect(await (await site.get('/film/boat-1931')).text()).not.toContain('4 Dec');
    expect(textOfMain(await (await site.get(path, curator)).text())).toContain(
      'Everything is as it was before',
    );
    expect((await site.post(path, { do: 'undo' }, curator)).status).toBe(409);
  });

  test('the same again changes nothing; another time, an end and a date left out change what was there', async () => {
    const series = 'DTSTART;TZID=Europe/Berlin:20261201T200000';
    const first = calendar(
      event('a', 'Boat (1931)', BOAT),
      event('s', 'Pier (1932)', series, 'RRULE:FREQ=WEEKLY;COUNT=3'),
    );
    expect(counts((await imported(first)).text)).toEqual([4, 0, 0, 0, 0]);
    const before = await all();
    expect(counts((await imported(first)).text)).toEqual([0, 0, 4, 0, 0]);
    expect(await all()).toEqual(before);
    const second = calendar(
      event('a', 'Boat (1931)', BOAT.replace('201500', '213000')),
      event(
        's',
        'Pier (1932)',
        series,
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE;TZID=Europe/Berlin:20261208T200000',
      ),
    );
    const { path, text } = await imported(second);
    expect(counts(text)).toEqual([0, 2, 2, 0, 0]);
    expect(await said()).toEqual([
      'pier-1932 Odeon 2026-12-01 20:00 on',
      'boat-1931 Odeon 2026-12-04 21:30 on',
      'pier-1932 Odeon 2026-12-08 20:00 cancelled',
      'pier-1932 Odeon 2026-12-15 20:00 on',
    ]);
    await site.post(path, { do: 'undo' }, curator);
    expect((await all()).map(({ updated, ...one }) => one)).toEqual(before.map(({ updated, ...one }) => one));
    await imported(calendar(event('a', 'Boat (1931)', BOAT, 'STATUS:CANCELLED')));
    expect((await said())[1]).toBe('boat-1931 Odeon 2026-12-04 20:15 cancelled');
  });

  test('what somebody changed since stays when it is taken back, and is counted', async () => {
    const { path } = await imported(
      calendar(event('a', 'Boat (1931)', BOAT), event('b', 'Pier (1932)', 'DTSTART:20261205T190000')),
    );
    const [one] = await all();
    await site.site.store.transact((writer) =>
      writer.screenings.change(one!.id, { ...one!, note: 'With tea' }, 1),
    );
    await site.post(path, { do: 'undo' }, curator);
    expect(await said()).toEqual(['boat-1931 Odeon 2026-12-04 20:15 on']);
    expect(textOfMain(await (await site.get(path, curator)).text())).toContain(
      'One screening was changed since',
    );
  });

  test('a film is never guessed: it is asked about once, and the answer is remembered', async () => {
    const text = calendar(event('a', 'Boat', BOAT), event('b', 'Nothing of that name (1920)', BOAT));
    const { path, text: preview } = await looked(text);
    expect(counts(preview)).toEqual([0, 0, 0, 2, 0]);
    expect(preview).toContain('could mean several films here, or none');
    await site.post(path, { do: 'look', 'film-0': pier, venue: '' }, curator);
    await site.post(path, { do: 'look', 'film-0': boat }, curator);
    expect(counts(textOfMain(await (await site.get(path, curator)).text()))).toEqual([1, 0, 0, 1, 0]);
    await site.post(path, { do: 'import' }, curator);
    expect(await said()).toEqual(['boat-1931 Odeon 2026-12-04 20:15 on']);
    const later = calendar(event('c', 'BOAT', 'DTSTART:20261206T190000'));
    expect(counts((await looked(later)).text)).toEqual([1, 0, 0, 0, 0]);
  });

  test('a table goes by the clocks of its venue, and asks for one where it names none', async () => {
    const text =
      'titel;jahr;datum;uhrzeit;kino;id\nBoat;1931;4.12.;20:15;Lumière;x1\nPier;1932;5.12.;20:15;;x2\nPier;1932;28.3.2027;02:30;Odeon;x3\n';
    const { path, text: preview } = await looked(text, 'week.csv');
    expect(counts(preview)).toEqual([1, 0, 0, 1, 1]);
    expect(preview).toContain('Row 4: Pier (1932), 2027-03-28 02:30, Odeon is at an hour that is left out');
    const venue = (await site.site.store.reader.venues.list()).find(({ name }) => name === 'Odeon')?.id ?? '';
    await site.post(path, { do: 'import', venue }, curator);
    expect((await all()).map(({ starts }) => new Date(starts).toISOString())).toEqual([
      '2026-12-05T01:15:00.000Z',
      '2026-12-05T19:15:00.000Z',
    ]);
  });

  test.each([
    ['nothing', '', 'Choose a file first'],
    ['no calendar and no table', 'hello', 'This is no calendar'],
    ['a calendar that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT', 'could not be read'],
    [
      'too many events',
      calendar(event('a', 'Boat', BOAT).repeat(0), 'BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(2001)),
      'larger than is taken',
    ],
  ])('is refused in words: %s', async (_what, text, sentence) => {
    const answer = await bring(text);
    expect(answer.status).toBe(400);
    expect(textOfMain(await answer.text())).toContain(sentence);
  });

  test('of ten megabytes is not taken, nor one by anybody who is no curator', async () => {
    expect((await site.post(IMPORT, { file: 'x'.repeat(10_000_000) }, curator)).status).toBe(413);
    const member = await site.signedIn('member');
    const form = new FormData();
    form.append('file', new File([calendar(event('a', 'Boat (1931)', BOAT))], 'week.ics'));
    expect((await site.post(IMPORT, form, member)).status).toBe(403);
    const { path } = await looked(calendar(event('a', 'Boat (1931)', BOAT)));
    for (const act of ['import', 'undo', 'leave'])
      expect((await site.post(path, { do: act }, member)).status).toBe(403);
    expect((await site.get(path, member)).status).toBe(403);
    await site.post(path, { do: 'leave' }, curator);
    expect((await site.get(path, curator)).status).toBe(404);
  });

  test('of two thousand dates is brought in and taken back', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `Boat,1931,2027-0${1 + (at % 9)}-${10 + (at % 19)},1${at % 10}:00,Odeon,${at},k${at}`,
    );
    const { path, text } = await imported(`title,year,date,time,venue,room,id\n${rows.join('\n')}`);
    expect(counts(text)).toEqual([2000, 0, 0, 0, 0]);
    await site.post(path, { do: 'undo' }, curator);
    expect(await all()).toEqual([]);
  });
});
