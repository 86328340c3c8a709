import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { versionWriter } from '../../src/store/version.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';

/** As often as it takes until a page is answered before anything is looked up, and once more. */
const OFTEN = 5;

describeOnBothEngines('a page that is kept for readers', (engine) => {
  let site: TestSite;
  let elsewhere: Store;
  let path: string;
  let filmId: string;
  beforeAll(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    const [slug = ''] = await seed(site.site.store, { films: 3, reviews: 20 });
    path = `/film/${slug}`;
    filmId = (await site.site.store.reader.films.key(slug))?.id ?? '';
    await site.site.work.stop();
    elsewhere = await openStore(site.database);
  }, 60_000);
  afterAll(async () => {
    await elsewhere.close();
    await site.close();
  });

  const asked = async (headers: Record<string, string> = {}, cookie?: string) => {
    const answer = await site.get(path, { headers, ...(cookie ? { cookie } : {}) });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const oftenAsked = async (headers: Record<string, string> = {}) => {
    const answers = [];
    for (let n = 0; n < OFTEN; n += 1) answers.push(await asked(headers));
    return answers;
  };
  let renamed = 0;
  const rename = async (store: Store) => {
    renamed += 1;
    const title = `Renamed ${renamed} times`;
    await store.engine.transact(async (db) => {
      await db.updateTable('films').set({ title }).where('id', '=', filmId).execute();
      await versionWriter(db).raise(filmId);
    });
    return title;
  };

  test('is the same however often it is asked for, with all its headers', async () => {
    const [first, ...others] = await oftenAsked();
    expect(first!.status).toBe(200);
    for (const other of others) {
      expect(other.text).toBe(first!.text);
      expect(Object.fromEntries(other.headers)).toEqual(Object.fromEntries(first!.headers));
    }
  });

  test('asks at most one question when it comes again', async () => {
    await oftenAsked();
    expect((await questionsOf(() => asked())).length).toBeLessThanOrEqual(1);
  });

  test.each(['this process', 'another process'])('is another one as soon as %s has written', async (who) => {
    for (let n = 0; n < 3; n += 1) {
      await oftenAsked();
      const title = await rename(who === 'this process' ? site.site.store : elsewhere);
      expect((await asked()).text).toContain(title);
    }
  });

  test('is another one for a writer who comes between any two readers', async () => {
    for (let times = 1; times <= OFTEN; times += 1) {
      const title = await rename(elsewhere);
      for (let n = 0; n < times; n += 1) expect((await asked()).text).toContain(title);
    }
  });

  test('is not sent to who has it, until it is another', async () => {
    const [first] = await oftenAsked();
    const etag = first!.headers.get('etag') ?? '';
    for (const { status, text, headers } of await oftenAsked({ 'if-none-match': etag })) {
      expect([status, text]).toEqual([304, '']);
      expect(headers.get('etag')).toBe(etag);
    }
    const title = await rename(elsewhere);
    const anew = await asked({ 'if-none-match': etag });
    expect(anew.status).toBe(200);
    expect(anew.text).toContain(title);
  });

  test('speaks to each in their language, in the encoding they take', async () => {
    await oftenAsked();
    for (const { text } of await oftenAsked({ 'accept-language': 'de' })) expect(text).toContain('lang="de"');
    for (const { text } of await oftenAsked({ 'accept-language': 'en' })) expect(text).toContain('lang="en"');
    for (let n = 0; n < OFTEN; n += 1) {
      const packed = await site.get(path, { headers: { 'accept-encoding': 'br' } });
      expect(packed.headers.get('content-encoding')).toBe('br');
      expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe((await asked()).text);
    }
  });

  test('is never what somebody who is signed in is shown, nor theirs what others are', async () => {
    await oftenAsked();
    const { cookie } = await site.signedIn('ann');
    for (let n = 0; n < OFTEN; n += 1) {
      const own = await asked({}, cookie);
      expect(own.text).toContain('href="/@ann"');
      expect(own.headers.get('cache-control')).toBe('private, no-store');
      expect((await asked()).text).not.toContain('href="/@ann"');
    }
  });

  test('has no body for who asks for its head alone', async () => {
    await oftenAsked();
    const head = await site.site.app.request(`${site.origin}${path}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('is not kept where nothing is there', async () => {
    for (let n = 0; n < OFTEN; n += 1) expect((await site.get('/film/nowhere-1900')).status).toBe(404);
  });
});
