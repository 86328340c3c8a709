import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { movie, review, stars } from '../store/importing.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const FERRY = movie(
  'The Ferry',
  [
    review('Ada Quill', 'The tide does the acting.\n\nI went twice.', {
      ...stars(4),
      url: 'https://ada.example/the-ferry',
      publisher: { '@type': 'Organization', name: 'Filmtown' },
    }),
    review('عبد الرحمن بن محمد', 'لا أحد يجدف.', { url: 'https://rtl.example/1', inLanguage: 'ar' }),
    { '@type': 'Review', reviewBody: 'Nobody says who I am.' },
  ],
  { datePublished: '1987' },
);

/** When the id at the end of an address was minted, in milliseconds. */
const minted = (address: string): number => {
  const id = address.split('/').at(-1) ?? '';
  return Math.floor(Number.parseInt(id.slice(0, 10), 32) / 4);
};

type Sent = readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[];
const file = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));

describeOnBothEngines('the import page', (engine) => {
  let site: TestSite;
  let curator: { cookie: string; memberId: string };
  let other: { cookie: string };
  let owner: { cookie: string };
  let member: { cookie: string };
  let visit = 0;
  /** Limits count by address; each visit comes from one of its own. */
  const as = (who: { cookie: string }, headers: Record<string, string> = {}) => {
    visit += 1;
    return {
      cookie: who.cookie,
      from: `198.51.${visit >> 8}.${visit & 255}`,
      headers: { 'accept-language': 'en', ...headers },
    };
  };
  const at = (response: Response) => response.headers.get('location') ?? '';
  /** An answer that no longer depends on how busy the machine is: what was asked for is done. */
  const settled = async (answer: Promise<Response>) => {
    const response = await answer;
    await site.site.work.settled();
    return response;
  };
  const send = (files: Sent, who = curator) => {
    const form = new FormData();
    for (const [name, content] of files) form.append('files', new File([content], name));
    return settled(site.post('/import', form, as(who)));
  };
  /** Sends a body as it is. */
  const raw = (type: string, body: string | ReadableStream) => {
    const { cookie, from } = as(curator);
    const headers = { origin: site.origin, 'content-type': type, cookie, 'accept-language': 'en' };
    const init = { method: 'POST', headers, body, duplex: 'half' as const };
    const socket = { incoming: { socket: { remoteAddress: from } } };
    return Promise.resolve(site.site.app.request(`${site.origin}/import`, init, socket as never));
  };
  /** Brings one document and answers the address of its page. */
  const brought = async (content: unknown, name = 'reviews.jsonld', who = curator) => {
    const response = await send([[name, file(content)]], who);
    expect(response.status).toBe(303);
    expect(at(response)).toMatch(/^\/import\/[0-9a-v]{26}$/);
    return at(response);
  };
  const ask = (path: string, answers: Record<string, string>, who = curator) =>
    settled(site.post(path, answers, as(who)));
  const YES = { do: 'import', visibility: 'everyone', word: '1' };
  /** Brings a document, answers everything, and gives the address of the report. */
  const imported = async (content: unknown, name?: string, who = curator) => {
    const path = await brought(content, name, who);
    const done = await ask(path, YES, who);
    expect(done.status).toBe(303);
    const onward = await site.get(path, as(who));
    expect(onward.status, await onward.clone().text()).toBe(303);
    return at(onward);
  };
  const textOf = async (path: string, who = curator) => (await site.get(path, as(who))).text();
  const kept = () => {
    const folder = join(site.folder, 'files');
    if (!existsSync(folder)) return [];
    const all = readdirSync(folder, { withFileTypes: true, recursive: true });
    return all
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length));
  };
  const batches = async () =>
    (await site.site.store.reader.batches.shown(null, 100)).filter(({ state }) => state === 'done');

  beforeAll(async () => {
    site = await openTestSite({ engine });
    curator = await site.signedIn('the_curator', 'curator');
    other = await site.signedIn('another_curator', 'curator');
    member = await site.signedIn('a_member');
  });
  afterAll(() => site.close());

  test('leads whoever is signed out through the door and back, and on a new site makes its owner first', async () => {
    const path = '/import/00000000000000000000000000';
    expect(at(await site.get('/import'))).toBe('/setup?next=%2Fimport');
    const setup = await (await site.get('/setup?next=%2Fimport')).text();
    expect(setup).toContain('<input type="hidden" name="next" value="/import">');
    owner = await site.signedIn('the_owner', 'owner');
    await site.site.store.transact((writer) => writer.versions.raise('site'));
    for (const [asked, next] of [
      ['/import', '/import'],
      [path, path],
      [`${path}/undo`, `${path}/undo`],
    ] as const)
      expect(at(await site.get(asked))).toBe(`/sign-in?next=${encodeURIComponent(next)}`);
    const form = new FormData();
    form.append('files', new File(['{}'], 'a.json'));
    expect(at(await site.post('/import', form))).toBe('/sign-in?next=%2Fimport');
    expect(at(await site.post(`${path}/undo`, {}))).toContain('/sign-in?next=');
    expect(kept()).toEqual([]);
  });

  test('takes what others wrote from curators and the owner alone, and keeps nothing of it from a member', async () => {
    const html = await textOf('/import', member as typeof curator);
    expect(html).toContain('<h1>Your own Letterboxd account</h1>');
    expect(html).not.toContain('schema.org');
    const sent = await send([['a.json', file(FERRY)]], member as typeof curator);
    const answer = await textOf(at(sent), member as typeof curator);
    expect(answer).toContain('This is no export of a Letterboxd account.');
    expect(answer).not.toContain('The tide does the acting.');
    expect(answer).not.toContain('name="visibility"');
    expect((await ask(at(sent), YES, member as typeof curator)).status).toBe(403);
    expect(kept()).toEqual([]);
    expect(await batches()).toEqual([]);
    for (const who of [curator, owner])
      expect(await textOf('/import', who as typeof curator)).toContain('Reviews others wrote');
  });

  test('shows what is in a file before anybody sees any of it', async () => {
    const path = await brought(FERRY, 'the ferry.jsonld');
    const html = await textOf(path);
    expect(html).toContain('<h1>What is in it</h1>');
    expect(html).toContain('the ferry.jsonld');
    expect(html).toMatch(/<dt>new<\/dt><dd>2<\/dd>/);
    expect(html).toMatch(/<dt>cannot be taken<\/dt><dd>1<\/dd>/);
    expect(html).toContain('Nobody is named as its author.');
    expect(html).toMatch(/<bdi>the ferry\.jsonld<\/bdi>.*review\[2\]<\/span>/s);
    expect(html).toContain('The tide does the acting.');
    expect(html).toMatch(/review by.*Ada Quill/s);
    expect(html).toContain('<bdi class="p-author h-card">عبد الرحمن بن محمد</bdi>');
    expect(html).not.toMatch(/type="(radio|checkbox)"[^>]*checked/);
    expect(html).toContain('or whoever wrote them allows this site to show them.');
    expect((await site.get('/film/the-ferry-1987')).status).toBe(404);
    expect(await textOf('/import')).toContain(`href="${path}"`);
    await ask(path, { do: 'leave' });
    expect((await site.get(path, as(curator))).status).toBe(404);
    expect(kept()).toEqual([]);
  });

  test('asks both questions, and keeps the answer that was given', async () => {
    const path = await brought(FERRY);
    const one = await ask(path, { do: 'import', visibility: 'members' });
    expect(one.status).toBe(400);
    const first = await one.text();
    expect(first).toContain('Without your word for the right to show them nothing is imported.');
    expect(first).toMatch(/value="members"[^>]*checked/);
    expect(first).not.toMatch(/type="checkbox"[^>]*checked/);
    const two = await ask(path, { do: 'import', word: '1' });
    expect(two.status).toBe(400);
    const second = await two.text();
    expect(second).toContain('Say who may see the reviews.');
    expect(second).toMatch(/name="word"[^>]*checked/);
    expect(second).not.toMatch(/type="radio"[^>]*checked/);
    for (const visibility of ['draft', 'nobody', '<script>'])
      expect((await ask(path, { ...YES, visibility })).status).toBe(400);
    expect(await batches()).toEqual([]);
    await ask(path, { do: 'leave' });
  });

  test('imports, reports, is found again, and is undone', async () => {
    const path = await brought(FERRY, 'ferry.jsonld');
    const both = await Promise.all([ask(path, YES), ask(path, YES)]);
    expect(both.map((response) => [response.status, at(response)])).toEqual([
      [303, path],
      [303, path],
    ]);
    const report = at(await site.get(path, as(curator)));
    expect(at(await ask(path, YES)), 'sent a third time').toBe(path);
    expect(await batches()).toHaveLength(1);
    const html = await textOf(report);
    expect(html).toContain('<h1>Imported</h1>');
    expect(html).toMatch(/<dt>new<\/dt><dd>2<\/dd>/);
    expect(html).toContain('href="/film/the-ferry-1987"');
    expect(html).toContain('Nobody is named as its author.');
    expect(html).toContain('by the_curator');
    const film = await (await site.get('/film/the-ferry-1987')).text();
    expect(film).toContain('The tide does the acting.');
    expect(kept(), 'the files are no longer needed').toEqual([]);
    const list = await textOf('/import');
    expect(list).toContain(`href="${report}"`);
    expect(list).toContain('ferry.jsonld');

    const asking = await textOf(`${report}/undo`);
    expect(asking).toContain('Undo this import?');
    expect(asking).toContain('stays, and is named afterwards');
    expect((await site.get('/film/the-ferry-1987')).status).toBe(200);
    const undone = await Promise.all([ask(`${report}/undo`, {}), ask(`${report}/undo`, {})]);
    expect(undone.map(at)).toEqual([report, report]);
    const after = await textOf(report);
    expect(after).toContain('<h1>Undone</h1>');
    expect(after).toContain('Everything is as it was before.');
    expect((await site.get('/film/the-ferry-1987')).status).toBe(404);
    expect(await textOf('/import')).toContain('<b>Undone.</b>');
    expect(at(await site.get(`${report}/undo`, as(curator)))).toBe(report);
    expect(at(await ask(`${report}/undo`, {}))).toBe(report);
  });

  test('records who gave which word, and when, with every review', async () => {
    const report = await imported(FERRY);
    const { store } = site.site;
    const batch = report.split('/').at(-1) ?? '';
    const rights = await store.engine.read
      .selectFrom('rights')
      .selectAll()
      .where('batch_id', '=', batch)
      .execute();
    expect(rights).toHaveLength(2);
    for (const one of rights) {
      expect(one).toMatchObject({ given_by: curator.memberId, basis: 'permission', allowed: '["here"]' });
      expect(one.word).toBe('I wrote these reviews, or whoever wrote them allows this site to show them.');
      expect(Math.abs(one.given - site.clock.now)).toBeLessThan(600_000);
    }
    const html = await textOf(report);
    expect(html).toContain('I wrote these reviews');
    expect(html).toContain('The reviews are shown on this site alone');
    await ask(`${report}/undo`, {});
  });

  test('lets reviews stand in strips elsewhere where that was ticked, and until it is undone', async () => {
    const told = async () => {
      const strip = await site.get('/embed/film/the-ferry-1987.json?n=12');
      return ((await strip.json()) as { reviews?: { author: string }[] }).reviews?.map(
        ({ author }) => author,
      );
    };
    const unticked = await imported(FERRY);
    expect(await told()).toEqual([]);
    await ask(`${unticked}/undo`, {});
    const path = await brought(FERRY);
    const missing = await ask(path, { do: 'import', visibility: 'everyone', allows: 'strips' });
    expect(missing.status).toBe(400);
    const again = await missing.text();
    expect(again).toMatch(/value="strips"[^>]*checked/);
    expect(again).not.toMatch(/value="posters"[^>]*checked/);
    await ask(path, { ...YES, allows: 'strips' });
    const report = at(await site.get(path, as(curator)));
    expect(await told()).toHaveLength(2);
    const html = await textOf(report);
    expect(html).toContain('They may also stand in strips on other sites.');
    expect(html).not.toContain('posters');
    const rights = await site.site.store.engine.read.selectFrom('rights').selectAll().execute();
    const word =
      'I wrote these reviews, or whoever wrote them allows this site to show them. They may also stand in strips on other sites.';
    expect(rights.map((one) => [one.basis, one.allowed, one.word])).toEqual(
      [0, 1].map(() => ['permission', '["here","strips"]', word]),
    );
    await ask(`${report}/undo`, {});
    expect((await site.get('/embed/film/the-ferry-1987.json')).status).toBe(404);
    expect(await site.site.store.engine.read.selectFrom('rights').selectAll().execute()).toEqual([]);
  });

  test('shows an import to whoever brought it and to the owner, and to nobody else', async () => {
    const path = await brought(movie('Mine', [review('Ada', 'Mine.')]));
    const report = await imported(movie('Mine too', [review('Ada', 'Mine too.')]));
    const owners = await imported(
      movie('The house’s', [review('Ada', 'Of the house.')]),
      'house.json',
      owner as typeof curator,
    );
    const seen = async (address: string, who: { cookie: string }) =>
      (await site.get(address, as(who))).status;
    for (const address of [path, report, `${report}/undo`]) {
      expect(await seen(address, curator), address).toBe(200);
      expect(await seen(address, owner), address).toBe(200);
      expect(await seen(address, other), address).toBe(404);
      expect(await seen(address, member), address).toBe(404);
    }
    for (const who of [curator, other, member]) expect(await seen(owners, who)).toBe(404);
    expect((await ask(path, YES, other as typeof curator)).status).toBe(404);
    expect((await ask(path, { do: 'leave' }, other as typeof curator)).status).toBe(404);
    expect((await ask(`${report}/undo`, {}, other as typeof curator)).status).toBe(404);
    expect((await ask(`${report}/undo`, {}, member as typeof curator)).status).toBe(404);
    expect((await ask(path, YES, member as typeof curator)).status).toBe(404);
    expect((await site.get('/film/mine-too')).status, 'nothing of that was done').toBe(200);
    expect(await textOf('/import', other as typeof curator)).not.toContain('Mine');
    expect(await textOf('/import', other as typeof curator)).not.toContain(report);
    const all = await textOf('/import', owner as typeof curator);
    for (const address of [report, owners]) expect(all).toContain(`href="${address}"`);
    await ask(`${owners}/undo`, {}, owner as typeof curator);
    await ask(`${report}/undo`, {}, owner as typeof curator);
    expect((await site.get('/film/mine-too')).status).toBe(404);
    await ask(path, { do: 'leave' });
  });

  test('whoever was signed out in between signs in, finds their answer, and goes on', async () => {
    const path = await brought(FERRY);
    const sent = await site.post(path, { ...YES, visibility: 'members' });
    expect(sent.status).toBe(303);
    const next = new URL(at(sent), site.origin).searchParams.get('next') ?? '';
    expect(new URL(next, site.origin).pathname).toBe(path);
    const html = await textOf(next);
    expect(html).toContain('You had been signed out.');
    expect(html).toMatch(/value="members"[^>]*checked/);
    expect(html, 'a word is not given by a link').not.toMatch(/name="word"[^>]*checked/);
    expect(await batches()).toEqual([]);
    await ask(path, { do: 'leave' });
  });

  test('says in a sentence what is wrong with a file, and where', async () => {
    const cases: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
      ['empty.json', '', /The file is empty\./],
      ['half.json', '{"@type": "Movie", "name": "Ha', /stops in the middle of something/],
      ['broken.json', '{"@type": Movie}', /This is no JSON/],
      ['export.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /zip/i],
      ['bytes.json', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /is not UTF-8/],
      ['page.html', '<!doctype html><html><p>Nothing</p></html>', /has no schema\.org data/],
      ['deep.json', '['.repeat(20_000) + ']'.repeat(20_000), /./],
    ];
    for (const [name, content, said] of cases) {
      const response = await send([[name, content]]);
      expect(response.status, name).toBe(303);
      const html = await textOf(at(response));
      expect(html, name).toMatch(said);
      expect(html, name).toContain(name);
      expect(html, name).not.toContain('name="visibility"');
      await ask(at(response), { do: 'leave' });
    }
    const nothing = await brought('');
    expect(at(await ask(nothing, YES)), 'nothing to import, whatever is sent').toBe(nothing);
    await ask(nothing, { do: 'leave' });
    expect(await batches()).toEqual([]);
  });

  test('takes the good of several files, and a file that comes twice once', async () => {
    const response = await send([
      ['a.jsonld', file(movie('Twice', [review('Ada', 'Once is enough.')]))],
      ['a.jsonld', file(movie('Twice', [review('Ada', 'Once is enough.')]))],
      ['bad.jsonld', '{'],
    ]);
    const html = await textOf(at(response));
    expect(html).toContain('a.jsonld (2)');
    expect(html).toMatch(/<dt>new<\/dt><dd>1<\/dd>/);
    expect(html).toMatch(/<dt>here already<\/dt><dd>1<\/dd>/);
    expect(html).toContain('bad.jsonld');
    const report = await ask(at(response), YES).then(() => site.get(at(response), as(curator)));
    const again = await brought(movie('Twice', [review('Ada', 'Once is enough.')]));
    const same = await textOf(again);
    expect(same).toContain('All of it is here already.');
    expect(same).not.toContain('name="visibility"');
    await ask(again, { do: 'leave' });
    await ask(`${at(report)}/undo`, {});
  });

  test('keeps nothing of what is too large, too many, nothing, or not whole', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        const head = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.json"\r\n\r\n';
        controller.enqueue(sent === 0 ? Buffer.from(head) : Buffer.alloc(1_000_000, 32));
        sent += 1;
      },
    });
    const large = await raw('multipart/form-data; boundary=x', endless);
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('more than 50 MB');
    expect(sent, 'it is left off when it is too much').toBeLessThan(60);
    const many = await send(Array.from({ length: 21 }, (_, n) => [`${n}.json`, '{}'] as const));
    expect(many.status).toBe(400);
    expect(await many.text()).toContain('more than 20 files');
    const none = new FormData();
    none.append('files', new File([], ''));
    const nothing = await site.post('/import', none, as(curator));
    expect(nothing.status).toBe(400);
    expect(await nothing.text()).toContain('Choose a file first.');
    for (const [type, body] of [
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
      ],
      ['multipart/form-data', 'no boundary'],
      ['text/plain', 'files=a'],
      ['application/x-www-form-urlencoded', 'files=a'],
    ]) {
      const response = await raw(type ?? '', body ?? '');
      expect(response.status, type).toBe(400);
      expect(await response.text(), type).toContain('did not arrive whole');
    }
    expect(kept()).toEqual([]);
  });

  test('a file’s name is only a name: never a path, never markup', async () => {
    const names = [
      '../../../etc/passwd',
      '..\\..\\boot.ini',
      '<img src=x onerror=alert(1)>.json',
      `${'ﷺ'.repeat(300)}.json`,
      '\u202Egpj.exe',
    ];
    const response = await send(
      names.map((name, n) => [name, file(movie(`Film ${n}`, [review('Ada', 'So.')]))]),
    );
    const html = await textOf(at(response));
    expect(kept().sort()).toEqual(
      kept()
        .sort()
        .filter((path) => /^\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path)),
    );
    expect(kept()).toHaveLength(names.length);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('\u202e');
    expect(html).not.toContain('etc/passwd');
    expect(html).toContain('passwd');
    await ask(at(response), { do: 'leave' });
  });

  test('waits for another import, says so, and then begins by itself', async () => {
    const { store } = site.site;
    const lease = site.clock.now + 3_600_000;
    const running = await store.transact((writer) =>
      writer.batches.start(
        { format: 'jsonld', sourceName: 'another', memberId: null, visibility: 'me', word: null, lease },
        site.clock.now,
      ),
    );
    const path = await brought(movie('Later', [review('Ada', 'Late.')]));
    expect(at(await site.post(path, YES, as(curator)))).toBe(path);
    const html = await textOf(path);
    expect(html).toContain('Another import is under way; yours begins when it is done.');
    expect(html).toContain(`href="${path}"`);
    expect(await textOf('/import')).toContain('Being imported');
    await store.transact((writer) => writer.batches.setState(running ?? '', 'refused', site.clock.now));
    await site.site.work.settled();
    const report = at(await site.get(path, as(curator)));
    expect(await textOf(report)).toContain('<h1>Imported</h1>');
    await ask(`${report}/undo`, {});
  });

  test('goes on after the process that imported was killed, and imports once', async () => {
    const path = await brought(movie('Killed', [review('Ada', 'Alive.')]));
    const id = path.split('/').at(-1) ?? '';
    const { transact } = site.site.store;
    const now = site.clock.now;
    const half = await transact(async (writer) => {
      const begun = await writer.batches.start(
        {
          format: 'jsonld',
          sourceName: 'x',
          memberId: curator.memberId,
          visibility: 'everyone',
          word: 'x',
          lease: 0,
        },
        now,
      );
      const answers = { visibility: 'everyone', word: 'My word.', decisions: {} } as const;
      await writer.uploads.move(id, ['read'], 'importing', answers);
      await writer.uploads.becomes(id, begun ?? '');
      await writer.jobs.enqueue('import-commit', { id }, now);
      return begun ?? '';
    });
    await site.site.work.settled();
    const report = at(await site.get(path, as(curator)));
    expect(await textOf(report)).toContain('<h1>Imported</h1>');
    expect((await site.site.store.reader.batches.byId(half))?.state).toBe('refused');
    expect(await batches()).toHaveLength(1);
    await ask(`${report}/undo`, {});
  });

  test('lets its importer say which of two films is meant', async () => {
    const [one, two] = await site.site.store.transact(async (writer) => [
      await seedFilm(writer, { title: 'Solaris', slug: 'solaris-1972', year: 1972 }, 1),
      await seedFilm(writer, { title: 'Solaris', slug: 'solaris-2002', year: 2002 }, 1),
    ]);
    const path = await brought(movie('Solaris', [review('Ada', 'The ocean thinks.')]));
    const html = await textOf(path);
    expect(html).toContain('Which film is Solaris?');
    expect(html).toContain(`value="${one}"`);
    const wrong = await ask(path, { do: 'import', visibility: 'everyone', 'film-0': two ?? '' });
    expect(await wrong.text()).toMatch(new RegExp(`value="${two}"[^>]*checked`));
    await ask(path, YES);
    const later = at(await site.get(path, as(curator)));
    expect(await textOf(later)).toContain(`href="${later}/settle"`);
    const again = await brought(movie('Solaris', [review('Ada', 'The ocean thinks.')]));
    await ask(again, { ...YES, 'film-0': two ?? '' });
    const report = at(await site.get(again, as(curator)));
    expect(await (await site.get('/film/solaris-2002')).text()).toContain('The ocean thinks.');
    expect(await (await site.get('/film/solaris-1972')).text()).not.toContain('The ocean thinks.');
    await ask(`${later}/undo`, {});
    await ask(`${report}/undo`, {});
    expect(await (await site.get('/film/solaris-2002')).text()).not.toContain('The ocean thinks.');
  });

  test('names what an undo leaves, and why', async () => {
    const report = await imported(movie('Answered', [review('Ada Quill', 'Somebody will object.')]));
    const page = await (await site.get('/film/answered')).text();
    const id = page.match(/id="review-([0-9a-v]{26})"/)?.[1] ?? '';
    const objected = { choice: 'abuse', message: 'This is rude.', contact: '' };
    expect((await site.post(`/review/${id}/report`, objected, as(member))).status).toBe(200);
    await ask(`${report}/undo`, {});
    const html = await textOf(report);
    expect(html).toContain('What stays, and why');
    expect(html).toContain('This review stays: somebody has liked, chosen or reported it since.');
    expect(html).toContain(`href="/review/${id}"`);
    expect(html).toContain('Ada Quill');
    expect((await site.get('/film/answered')).status).toBe(200);
  });

  test('forgets after a day what nobody imports', async () => {
    const first = minted(await brought(FERRY));
    const path = await brought(FERRY);
    expect(minted(path) - first, 'what is due in a day does not make today’s ids tomorrow’s').toBeLessThan(
      3_600_000,
    );
    expect(kept()).toHaveLength(1);
    site.clock.now += 86_400_001;
    await site.site.work.settled();
    const gone = await site.get(path, as(curator));
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('forgotten after a day');
    expect(kept()).toEqual([]);
  });

  test('says when files that were kept are gone, and when it broke, and imports nothing', async () => {
    const path = await brought(movie('Lost', [review('Ada', 'Lost.')]));
    const { transact } = site.site.store;
    const id = path.split('/').at(-1) ?? '';
    await transact((writer) => writer.uploads.move(id, ['read'], 'importing'));
    await transact((writer) => writer.uploads.failed(id, 'broken', 'too-large'));
    expect(await textOf(path)).toContain('more in these files than fits into memory');
    await ask(path, { do: 'leave' });
    expect(kept()).toEqual([]);
    expect(await batches()).toEqual([]);
  });

  test('speaks German', async () => {
    const ask = as(curator, { 'accept-language': 'de' });
    const html = await (await site.get('/import', ask)).text();
    expect(html).toContain('Was sich hereinholen lässt');
    expect(html).toContain('<html lang="de"');
  });
});
