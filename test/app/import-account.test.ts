import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { ACCOUNT, zipped } from '../store/letterboxd-files.ts';
import { bringing, type Somebody, YES } from './bringing.ts';
import { openTestSite, type TestSite } from './site.ts';

describeOnBothEngines('bringing one’s own account', (engine) => {
  let site: TestSite;
  let rosa: Somebody;
  let other: Somebody;
  let owner: Somebody;
  const { as, at, ask, send, textOf, imported, undo } = bringing(
    () => site,
    () => rosa,
  );
  const kept = () => {
    const folder = join(site.folder, 'files');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
  };

  beforeAll(async () => {
    site = await openTestSite({ engine });
    owner = await site.signedIn('the_owner', 'owner');
    rosa = await site.signedIn('rosa');
    other = await site.signedIn('somebody');
    await site.site.store.transact((writer) => writer.versions.raise('site'));
  });
  afterAll(() => site.close());

  test('shows any member what is in it, and asks everything, before anybody sees any of it', async () => {
    const path = await send(await zipped(ACCOUNT));
    const html = await textOf(path);
    expect(html).toContain('<h1>Your account</h1>');
    expect(html).toContain('The file says: Rosa Weir, rosa_w on Letterboxd.');
    for (const [kind, count] of [
      ['viewings', 2],
      ['ratings', 2],
      ['films seen', 3],
      ['reviews', 2],
      ['film liked', 1],
      ['on the watchlist', 1],
      ['list', 1],
      ['remark', 1],
    ] as const)
      expect(html).toContain(`<dt>${kind}</dt><dd>${count}</dd>`);
    expect(html).toMatch(/1 March 2015.*Harbour Light/s);
    expect(html).toContain('The lamp goes round, and <i>nobody</i> sleeps.');
    expect(html).toContain('May tell the story');
    expect(html).toContain('First written on Letterboxd, 2 March 2015');
    expect(html).toContain('neither which reviews tell the story nor which were private');
    expect(html).toContain('This file names what other people wrote');
    expect(html).not.toMatch(
      /type="(radio|checkbox)"[^>]*value="(1|everyone|members|followers|me)"[^>]*checked/,
    );
    expect(html, 'the address of their mail').not.toContain('rosa@mail.example');
    expect((await site.get('/film/harbour-light-1951')).status).toBe(404);
    expect(await textOf('/import')).toContain(`href="${path}"`);
    for (const who of [other, owner]) expect((await site.get(path, as(who))).status).toBe(404);
    expect((await ask(path, YES, other)).status).toBe(404);

    const unsure = await ask(path, { do: 'import', visibility: 'members' });
    expect(unsure.status).toBe(400);
    const first = await unsure.text();
    expect(first).toContain('Only your own account can be brought in.');
    expect(first).toMatch(/value="members"[^>]*checked/);
    const second = await (await ask(path, { do: 'import', word: '1' })).text();
    expect(second).toContain('Say who may see it.');
    await ask(path, { do: 'leave' });
    expect(kept()).toEqual([]);
  });

  test('imports it as their own, silently, and undoes it', async () => {
    const mails = site.printed.length;
    const report = await imported(await zipped(ACCOUNT));
    expect(await textOf(report)).toContain('<h1>Imported</h1>');
    expect(kept(), 'the file is no longer needed').toEqual([]);
    const film = await (await site.get('/film/harbour-light-1951')).text();
    const words = film.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('★★★★★ review by rosa ');
    expect(words).not.toContain('review by rosa on Letterboxd');
    expect(words).toContain('First written on Letterboxd, 2 March 2015');
    expect(words).toContain('May tell the story');
    const profile = await (await site.get('/@rosa')).text();
    expect(profile).toContain('Sits in <i>row five</i>.');
    expect(await (await site.get('/@rosa/list/it-rains')).text()).toContain('Twice in one scene.');
    expect(site.printed.length, 'no mail').toBe(mails);
    expect(JSON.stringify(await (await site.get('/@rosa/diary')).text())).not.toContain('1 September 2014');

    const again = await send(await zipped(ACCOUNT));
    expect(await textOf(again)).toContain('All of it is here already.');
    await ask(again, { do: 'leave' });
    await undo(report);
    expect(await textOf(report)).toContain('Everything is as it was before.');
    expect((await site.get('/film/harbour-light-1951')).status).toBe(404);
  });

  test('takes a zip that was packed again with a folder inside', async () => {
    const report = await imported(await zipped(ACCOUNT, 'my letterboxd/'));
    expect((await site.get('/film/quiet-street-1968')).status).toBe(200);
    await undo(report);
  });

  test('brings what they had deleted only where they ask for it, and then for their eyes alone', async () => {
    const path = await send(await zipped(ACCOUNT));
    const preview = await textOf(path);
    await ask(path, { do: 'leave' });
    expect(preview).toContain('What you had deleted there');
    expect(preview).toMatch(/<input type="checkbox" name="removed" value="1">/);
    const report = await imported(await zipped(ACCOUNT), { ...YES, removed: '1' });
    expect(await textOf('/@rosa/diary')).toContain('2014');
    expect(await (await site.get('/@rosa/diary')).text()).not.toContain('2014');
    await undo(report);
  });

  test('tells nobody else what is in an import that is not for everyone', async () => {
    const report = await imported(await zipped(ACCOUNT), { ...YES, visibility: 'me' });
    expect(await textOf(report)).toContain('Quiet Street');
    const owners = await textOf(report, owner);
    expect(owners).toContain('Undo this import');
    expect(owners).not.toContain('Quiet Street');
    expect((await site.get(report, as(other))).status).toBe(404);
    expect(await (await site.get('/@rosa/reviews')).text()).not.toContain('Quiet Street');
    await undo(report);
  });

  test('says in a sentence what is wrong with a zip, and keeps nothing of it', async () => {
    const whole = await zipped(ACCOUNT);
    const locked = Buffer.from(whole);
    for (let place = locked.indexOf('PK\u0001\u0002', 0, 'latin1'); place >= 0; ) {
      locked[place + 8] = (locked[place + 8] ?? 0) | 1;
      place = locked.indexOf('PK\u0001\u0002', place + 4, 'latin1');
    }
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`lists/${n}.csv`, 'x']));
    const cases: [string, Buffer<ArrayBuffer>, RegExp][] = [
      ['half', whole.subarray(0, whole.length - 40) as Buffer<ArrayBuffer>, /The zip is damaged/],
      ['locked', locked, /The zip has a password/],
      [
        'bomb',
        await zipped({ ...ACCOUNT, 'watched.csv': Buffer.alloc(5_000_000, 32) }),
        /not built like an export/,
      ],
      ['many', await zipped({ ...ACCOUNT, ...many }), /more than 2,000 files/],
      ['no export', await zipped({ 'holiday.txt': 'Sun.' }), /This is no export of a Letterboxd account/],
      ['text', Buffer.from('Date,Name,Year\n'), /This is no export of a Letterboxd account/],
    ];
    for (const [name, bytes, said] of cases) {
      const path = await send(bytes, rosa, `${name}.zip`);
      const html = await textOf(path);
      expect(html, name).toMatch(said);
      expect(html, name).not.toContain('name="visibility"');
      expect(kept(), name).toEqual([]);
      expect(await textOf('/import'), name).not.toContain(`href="${path}"`);
      expect(at(await ask(path, YES)), name).toMatch(/^(\/import\/|$)/);
    }
  });

  test('two members who bring the same account have it each, and neither touches the other’s', async () => {
    const mine = await imported(await zipped(ACCOUNT));
    const theirs = await imported(await zipped(ACCOUNT), YES, other);
    expect(await textOf(theirs, other)).toMatch(/<dt>new<\/dt><dd>\d\d<\/dd>/);
    const names = async () =>
      [...(await (await site.get('/film/quiet-street-1968/reviews')).text()).matchAll(/href="\/@(\w+)"/g)]
        .map(([, name]) => name)
        .sort();
    expect(await names()).toEqual(['rosa', 'somebody']);
    const film = await (await site.get('/film/harbour-light-1951')).text();
    const headings = [...film.matchAll(/<article class="review[^>]*>[\s\S]*?<h2>([\s\S]*?)<\/h2>/g)];
    expect(
      headings.map(([, line]) => line?.replace(/<[^>]+>/g, '')).sort(),
      'one review of each, by the name they have here',
    ).toEqual(['★★★★★ review by rosa', '★★★★★ review by somebody']);
    expect(film.match(/First written on Letterboxd/g)).toHaveLength(2);
    for (const who of [rosa, other]) {
      const again = await send(await zipped(ACCOUNT), who);
      expect(await textOf(again, who)).toContain('All of it is here already.');
      await ask(again, { do: 'leave' }, who);
    }
    await undo(mine);
    expect(await names()).toEqual(['somebody']);
    await undo(theirs, other);
    expect(await names()).toEqual([]);
  });

  test('speaks German', async () => {
    const html = await (await site.get('/import', as(rosa, 'de'))).text();
    expect(html).toContain('Dein eigenes Letterboxd-Konto');
    const path = await send(await zipped(ACCOUNT));
    expect(await (await site.get(path, as(rosa, 'de'))).text()).toContain('In der Datei steht: Rosa Weir');
    await ask(path, { do: 'leave' });
  });
});
