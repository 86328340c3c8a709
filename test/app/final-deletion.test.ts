import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishAllDeletions } from '../../src/jobs/final-deletion.ts';
import { CHANGED_TABLES, keyOf, type StoredRow } from '../../src/store/change.ts';
import { describeOnBothEngines } from '../engines/store.ts';
import { seedFilm } from '../store/seed-film.ts';
import { openTestSite, type TestSite } from './site.ts';

const DAY = 86_400_000;
const NEEDLE = 'quincunx';
const WORDS = {
  rating: '9',
  title: `A ${NEEDLE} of a film`,
  text: `Two people, and ${NEEDLE} all the way.`,
  tags: `boat, ${NEEDLE}`,
  visibility: 'everyone',
};

describeOnBothEngines('a deletion', (engine) => {
  let site: TestSite;
  let filmId: string;
  let ann: { cookie: string; memberId: string; authorId: string };
  let calls = 0;
  const how = (cookie = ann.cookie) => ({ cookie, from: `10.4.${++calls >> 8}.${calls & 255}` });
  const db = () => site.site.store.engine.read;
  const finish = () => finishAllDeletions(site.site.store.transact, () => site.clock.now);
  const versions = () => site.site.store.reader.versions.of(filmId, 'films', ann.memberId);
  const rows = (table: string) =>
    db()
      .selectFrom(table as 'entries')
      .selectAll()
      .execute() as Promise<unknown[]>;

  /** Every table and column of the database in which the needle lies. */
  const found = async (needle = NEEDLE) => {
    const places: string[] = [];
    for (const { name, columns } of await db().introspection.getTables()) {
      // As text, because the tables in which words are searched hold bytes, and numbers of any size.
      const texts = columns.map(({ name }) => sql`cast(${sql.ref(name)} as text) as ${sql.ref(name)}`);
      const asText = sql<StoredRow>`select ${sql.join(texts)} from ${sql.table(name)}`;
      const { rows: all } = await asText.execute(db());
      for (const row of all)
        for (const [column, value] of Object.entries(row))
          if (String(value).includes(needle)) places.push(`${name}.${column}`);
    }
    return [...new Set(places)].sort();
  };

  /** Writes a review, and answers its id. */
  const write = async (words: Record<string, string> = WORDS) => {
    const sent = await site.post('/film/boat/review', words, how());
    expect(sent.status).toBe(303);
    return /[0-9a-v]{26}/.exec(sent.headers.get('location') ?? '')?.[0] ?? '';
  };
  const take = (id: string) => site.post(`/review/${id}/delete`, {}, how());

  beforeEach(async () => {
    site = await openTestSite({ engine });
    await site.signedIn('the_owner', 'owner');
    ann = await site.signedIn('ann');
    filmId = await site.site.store.transact((writer) =>
      seedFilm(writer, { title: 'Boat', slug: 'boat' }, site.clock.now),
    );
  });
  afterEach(() => site.close());

  test('can be taken back until its grace has passed, and is final then', async () => {
    const id = await write();
    await take(id);
    site.clock.now += 30 * DAY - 1;
    await finish();
    expect((await site.post(`/review/${id}/restore`, {}, how())).status).toBe(303);
    const back = await (await site.get(`/review/${id}`)).text();
    for (const words of [WORDS.title, WORDS.text]) expect(back).toContain(words);
    expect(await rows('deletions')).toEqual([]);

    await take(id);
    site.clock.now += 30 * DAY;
    await finish();
    expect((await site.post(`/review/${id}/restore`, {}, how())).status).toBe(404);
    expect((await site.get(`/review/${id}`, how())).status).toBe(410);
  });

  test('leaves no word in any column of any table, whatever hung on the review', async () => {
    const id = await write();
    const { store } = site.site;
    await site.post(`/review/${id}/edit`, { ...WORDS, text: `Once more, ${NEEDLE}.` }, how());
    const bob = await site.signedIn('bob', 'curator');
    await site.post(
      `/review/${id}/report`,
      { choice: 'other', message: `It says ${NEEDLE}.` },
      how(bob.cookie),
    );
    await store.engine.transact(async (writing) => {
      const now = site.clock.now;
      await writing
        .insertInto('likes')
        .values({ entry_id: id, author_id: bob.authorId, created: now })
        .execute();
      await writing.insertInto('pins').values({ film_id: filmId, entry_id: id, position: 1 }).execute();
      const named = { state: 'confirmed' as const, start_at: 0, end_at: 9, said: NEEDLE, score: null };
      await writing
        .insertInto('mentions')
        .values({ entry_id: id, film_id: filmId, ...named })
        .execute();
      const batch = {
        id: 'b'.repeat(26),
        kind: 'import' as const,
        format: 'letterboxd',
        source_name: 'x.zip',
      };
      const shown = { state: 'done' as const, visibility: 'everyone' as const, report: '{}' };
      await writing
        .insertInto('batches')
        .values({ ...batch, ...shown, member_id: null, word: null, lease: 0, created: now, finished: now })
        .execute();
      // What an import that changed the review keeps, so that it can be undone.
      let number = 0;
      for (const table of ['entries', 'reviews', 'rights', 'review_versions', 'pins', 'mentions'] as const) {
        const named = table === 'entries' ? 'id' : 'entry_id';
        const { rows: stored } =
          await sql<StoredRow>`select * from ${sql.table(table)} where ${sql.ref(named)} = ${id}`.execute(
            writing,
          );
        expect(stored.length, table).toBeGreaterThan(0);
        for (const row of stored) {
          number += 1;
          const image = {
            table_name: table,
            row_key: JSON.stringify(keyOf(table, row)),
            was: JSON.stringify(row),
          };
          await writing
            .insertInto('changes')
            .values({ batch_id: batch.id, number, became: 'x', ...image })
            .execute();
        }
      }
    });
    expect(await found()).toEqual(
      expect.arrayContaining([
        'changes.was',
        'entries.tags',
        'entries.title',
        'reports.message',
        'review_versions.was',
        'reviews.html',
        'reviews.source',
        'reviews.text',
      ]),
    );
    const other = await write({ ...WORDS, text: 'Another one stays.', title: '', tags: '' });

    await take(id);
    expect(await found()).toContain('reviews.source');
    site.clock.now += 30 * DAY;
    await finish();
    expect(await found()).toEqual([]);
    // Of the entry itself only the ledger speaks.
    expect(await found(id)).toEqual(['deletions.thing_id']);
    expect((await site.get(`/review/${other}`)).status).toBe(200);
    expect(await site.site.store.engine.faults()).toEqual([]);
  });

  test('knows every table whose rows can hold before-images of a review', () => {
    // A table that comes to this list must be thought of in store/deletion.ts too.
    const ofEntries = ['entries', 'reviews', 'rights', 'review_versions', 'pins', 'mentions'];
    const others = ['films', 'external_ids', 'people', 'credits', 'authors', 'marks', 'lists', 'list_items'];
    const known = [...ofEntries, ...others, 'facts', 'redirects', 'profiles', 'kept_comments', 'screenings'];
    expect(Object.keys(CHANGED_TABLES).filter((table) => !known.includes(table))).toEqual([]);
  });

  test('leaves what its author thinks of the film, where something else says it', async () => {
    const first = await write();
    site.clock.now += 60_000;
    const second = await write({ ...WORDS, rating: '6', text: 'Seen again.', title: '', tags: '' });
    const mark = () => site.site.store.reader.marks.get(ann.authorId, filmId);
    const before = await mark();
    expect(before).toMatchObject({ rating: 6 });
    await take(first);
    const taken = await mark();
    expect(taken).toMatchObject({ rating: 6 });
    site.clock.now += 30 * DAY;
    await finish();
    expect(await mark()).toEqual(taken);
    expect((await site.get(`/review/${second}`)).status).toBe(200);
  });

  test('is forgotten by every page that was kept, and told of by the review’s own address', async () => {
    const id = await write();
    await take(id);
    const pages = ['/film/boat', '/film/boat/reviews', '/', '/@ann', `/review/${id}`];
    for (const path of pages) expect(await (await site.get(path)).text(), path).not.toContain(NEEDLE);
    const before = await versions();
    site.clock.now += 30 * DAY;
    await finish();
    const after = await versions();
    for (const [place, version] of after.entries()) expect(version).toBeGreaterThan(before[place] ?? 0);
    for (const path of pages) expect(await (await site.get(path)).text(), path).not.toContain(NEEDLE);
    const own = await site.get(`/review/${id}`);
    expect(own.status).toBe(410);
    expect(await own.text()).toContain('href="/film/boat"');
  });

  test('of what only its author could read tells nobody that there was anything', async () => {
    const id = await write({ ...WORDS, visibility: 'me' });
    await take(id);
    site.clock.now += 30 * DAY;
    await finish();
    expect(await found()).toEqual([]);
    expect((await site.get(`/review/${id}`)).status).toBe(404);
  });

  test('done twice, or by two at once, is done once', async () => {
    const ids = [await write()];
    for (let n = 0; n < 24; n += 1) {
      site.clock.now += 60_000;
      ids.push(await write({ ...WORDS, text: `${NEEDLE} ${n}` }));
    }
    for (const id of ids) await take(id);
    site.clock.now += 30 * DAY;
    await Promise.all([finish(), finish()]);
    expect(await rows('deletions')).toHaveLength(25);
    expect(await found()).toEqual([]);
    const ledger = await rows('deletions');
    const seen = await versions();
    site.clock.now += DAY;
    await finish();
    expect(await rows('deletions')).toEqual(ledger);
    expect(await versions()).toEqual(seen);
  });

  test('is made final again when an older copy of the database was put back', async () => {
    const id = await write();
    const entry = (await rows('entries')) as never[];
    const review = (await rows('reviews')) as never[];
    await take(id);
    site.clock.now += 30 * DAY;
    await finish();
    await site.site.store.engine.transact(async (writing) => {
      await writing.insertInto('entries').values(entry).execute();
      await writing.insertInto('reviews').values(review).execute();
    });
    expect(await (await site.get(`/review/${id}`)).text()).toContain(NEEDLE);
    await finish();
    expect(await found()).toEqual([]);
    expect((await site.get(`/review/${id}`)).status).toBe(410);
  });

  test('is made final by the site itself, every day', async () => {
    const id = await write();
    await take(id);
    site.clock.now += 29 * DAY;
    await site.site.work.settled();
    expect(await found()).toContain('reviews.source');
    site.clock.now += DAY;
    await site.site.work.settled();
    expect(await found()).toEqual([]);
    expect(await rows('jobs')).toContainEqual(
      expect.objectContaining({ kind: 'final-deletion', state: 'waiting', due: site.clock.now + DAY }),
    );
  });

  if (engine === 'sqlite')
    test('is looked for without reading every review', async () => {
      const { rows: plan } = await sql<{ detail: string }>`explain query plan
        select id from entries where deleted <= 1 order by deleted limit 10`.execute(db());
      expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX entries_deleted');
    });
});
