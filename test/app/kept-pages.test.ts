import { setImmediate as turn } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../bench/seed.ts';
import { setFact } from '../../src/domain/fact.ts';
import type { Film } from '../../src/domain/reader.ts';
import { READER, type Viewer } from '../../src/domain/viewer.ts';
import { importRead, readFiles } from '../../src/interchange/import.ts';
import { undo } from '../../src/interchange/undo.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { versionWriter } from '../../src/store/version.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { movie, review } from '../store/importing.ts';
import { questionsOf } from './queries.ts';
import { openTestSite, type TestSite } from './site.ts';
import { publish, type Somebody } from './writing.ts';

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

describe('a page that memory has no room for', () => {
  let site: TestSite;
  let paths: string[];
  beforeAll(async () => {
    site = await openTestSite({ surroundings: { pageCache: 60_000 } });
    await site.signedIn('the_owner', 'owner');
    const slugs = await seed(site.site.store, { films: 60, reviews: 200 });
    paths = slugs.map((slug) => `/film/${slug}`);
    await site.site.work.stop();
  }, 60_000);
  afterAll(() => site.close());

  /** Asks for each page, and between them lets the process turn to other things. */
  const askAll = async (encoding: string) => {
    const answers = [];
    for (const path of paths) {
      const answer = await site.get(path, { headers: { 'accept-encoding': encoding } });
      answers.push({ headers: Object.fromEntries(answer.headers), body: await answer.bytes() });
      await turn();
    }
    return answers;
  };
  const fromDisk = /from pages where page/;

  test.each(['br', 'gzip', 'identity'])('comes back from the disk as it was: %s', async (encoding) => {
    const made = await askAll(encoding);
    const asked = await questionsOf(async () => expect(await askAll(encoding)).toEqual(made));
    expect(asked.filter(({ text }) => fromDisk.test(text)).length).toBeGreaterThan(20);
    // One for the versions of each; hardly any page is made anew.
    expect(asked.filter(({ text }) => !fromDisk.test(text)).length).toBeLessThan(paths.length * 2);
  });

  test('is another one as soon as somebody has written', async () => {
    await askAll('identity');
    const slug = paths[0]!.split('/').at(-1) ?? '';
    await site.site.store.engine.transact(async (db) => {
      await db.updateTable('films').set({ title: 'Quite Another' }).where('slug', '=', slug).execute();
      const { id } = await db
        .selectFrom('films')
        .select('id')
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow();
      await versionWriter(db).raise(id);
    });
    for (let times = 0; times < 3; times += 1) {
      const [first] = await askAll('identity');
      expect(Buffer.from(first!.body).toString()).toContain('Quite Another');
    }
  });
});

describeOnBothEngines('the page of one thing', (engine) => {
  let site: TestSite;
  let owner: Viewer;
  let ann: Somebody;
  let ferry: Film;
  let pages: Record<'person' | 'review' | 'card', string>;
  const etags = new Map<string, string>();
  beforeAll(async () => {
    site = await openTestSite({ engine });
    const { memberId, authorId } = await site.signedIn('the_owner', 'owner');
    owner = { memberId, authorId, role: 'owner' };
    ann = await site.signedIn('ann');
    await bring(movie('The Ferry', [review('Ada', 'Slow.')], { datePublished: '1987', director: INES }));
    await bring(movie('Elsewhere', [], { datePublished: '1999' }));
    const [found] = await site.site.store.reader.films.byTitle('The Ferry', 1987);
    if (!found) throw new Error('no ferry');
    ferry = found;
    const [told] = await site.site.store.reader.reviews.leading(ferry.id, READER, 1);
    pages = { person: '/person/ines-bell', review: `/review/${told?.id}`, card: `/card/${ferry.id}.svg` };
    await anew();
    await site.site.work.settled();
    await anew();
  }, 60_000);
  afterAll(() => site.close());

  const INES = { '@type': 'Person', name: 'Ines Bell' };
  const bring = async (document: unknown) => {
    const file = { name: 'a.jsonld', read: async () => Buffer.from(JSON.stringify(document)) };
    const options = {
      memberId: null,
      visibility: 'everyone',
      word: 'Mine.',
      now: () => site.clock.now,
    } as const;
    return importRead(site.site.store, await readFiles([file]), options);
  };
  /** The pages that are others than when this was asked last, and what they say now. */
  const anew = async () => {
    const changed: Partial<Record<keyof typeof pages, string>> = {};
    for (const [name, path] of Object.entries(pages)) {
      const known = etags.get(path);
      const answer = await site.get(path, { headers: known ? { 'if-none-match': known } : {} });
      if (answer.status === 304) continue;
      etags.set(path, answer.headers.get('etag') ?? '');
      changed[name as keyof typeof pages] = await answer.text();
    }
    return changed;
  };

  test('stays as it is when somebody writes of another film', async () => {
    await publish(site, 'elsewhere-1999', ann, { rating: '6', text: 'Quite another matter.' });
    expect(await anew()).toEqual({});
  });

  test('is another one when its film is called otherwise', async () => {
    await site.site.store.transact((writer) =>
      setFact(writer, ferry.id, { field: 'title', value: 'The Last Ferry' }, owner, site.clock.now),
    );
    const changed = await anew();
    expect(Object.keys(changed)).toEqual(['person', 'review', 'card']);
    for (const page of [changed.person, changed.review]) expect(page).toContain('The Last Ferry');
  });

  test('of a person is another one for each film that is theirs, and no longer is', async () => {
    const { batch } = await bring(movie('The Weir', [], { datePublished: '1991', director: INES }));
    const more = await anew();
    expect(Object.keys(more)).toEqual(['person']);
    expect(more.person).toContain('The Weir');
    await undo(site.site.store, batch ?? '', () => site.clock.now);
    expect((await anew()).person).not.toContain('The Weir');
  });

  test('of a review is another one once it is hidden', async () => {
    const id = pages.review.split('/').at(-1);
    const { cookie } = await site.signedIn('mod', 'moderator');
    await site.post(`/admin/review/${id}`, { do: 'hide' }, { cookie });
    const { review: page } = await anew();
    expect(page).toBeDefined();
    expect(page).not.toContain('Slow.');
  });
});
