import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { movie, review } from '../store/importing.ts';
import { seedFilm } from '../store/seed-film.ts';
import { FERRY, file, type ImportWorld, onImportPage } from './import-page.ts';
import type { TestSite } from './site.ts';

describeOnBothEngines('the import page', (engine) => {
  let site: TestSite;
  let curator: ImportWorld['curator'];
  let other: ImportWorld['other'];
  let owner: { cookie: string };
  let member: ImportWorld['member'];
  const { as, at, ask, batches, brought, imported, kept, send, textOf, YES } = onImportPage(
    engine,
    (opened) => {
      ({ site, curator, other, member } = opened);
    },
  );

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

  test('lets whoever brought them say afterwards where else the reviews may stand, and take it back', async () => {
    const told = async () => {
      const strip = await site.get('/embed/film/the-ferry-1987.json?n=12');
      return ((await strip.json()) as { reviews: unknown[] }).reviews.length;
    };
    const report = await imported(FERRY);
    const uses = `${report}/uses`;
    expect(await textOf(report)).toContain(`href="${uses}"`);
    expect(await textOf(uses)).toContain('shown on this site alone');
    expect(await textOf(`${uses}?look=1`)).toContain('Nothing would change.');
    const look = await textOf(`${uses}?look=1&allows=strips&allows=here&allows=%22`);
    expect(look).toContain('This changes 2 reviews.');
    expect(look).toContain('They may also stand in strips on other sites.');
    expect(await told()).toBe(0);
    const missing = await ask(uses, { allows: 'strips' });
    expect([missing.status, await told()]).toEqual([400, 0]);
    expect(await missing.text()).toContain('Without your word');
    expect(at(await ask(uses, { allows: 'strips', word: '1' }))).toBe(`${uses}?done=1`);
    expect(await told()).toBe(2);
    const after = await textOf(`${uses}?done=1`);
    expect(after).toContain('It is changed.');
    expect(after).toMatch(/value="strips"[^>]*checked/);
    expect(await textOf(report)).toContain('They may also stand in strips on other sites.');
    const back = await textOf(`${uses}?look=1`);
    expect(back).toContain('From then on they are shown on this site alone.');
    expect(back, 'nobody promises anything by taking away').not.toContain('name="word"');
    await ask(uses, {});
    expect(await told()).toBe(0);
    for (const who of [other, member]) {
      expect((await ask(uses, { allows: 'strips', word: '1' }, who as typeof curator)).status).toBe(404);
      expect((await site.get(uses, as(who))).status).toBe(404);
    }
    expect(await told()).toBe(0);
    await ask(`${report}/undo`, {});
    expect((await site.get(uses, as(curator))).status).toBe(404);
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

  test('speaks German', async () => {
    const ask = as(curator, { 'accept-language': 'de' });
    const html = await (await site.get('/import', ask)).text();
    expect(html).toContain('Was sich hereinholen lässt');
    expect(html).toContain('<html lang="de"');
  });
});
