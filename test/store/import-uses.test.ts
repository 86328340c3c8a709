import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMember } from '../../src/domain/member.ts';
import { allowOnPosters } from '../../src/domain/poster-word.ts';
import { sayUses, usesReach } from '../../src/domain/rights.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { importRead, readFiles } from '../../src/interchange/import.ts';
import { fileAtHand } from '../../src/interchange/input.ts';
import { undo } from '../../src/interchange/undo.ts';
import { followUses } from '../../src/interchange/uses.ts';
import { rightsSaidAlone } from '../../src/store/migrations/033-rights-said-alone.ts';
import type { Store } from '../../src/store/open.ts';
import type { AllowedUse } from '../../src/store/schema.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { bringAs, clock, dump, movie, review } from './importing.ts';
import { DIARY, REVIEWS } from './letterboxd-files.ts';

const TODAY = '2026-11-25';
const HERE: AllowedUse[] = ['here'];
const STRIPS: AllowedUse[] = ['here', 'strips'];
const ALL: AllowedUse[] = ['here', 'strips', 'posters'];
const WORD = 'They allow it.';

/** Two evenings of one account, each with words. */
const ACCOUNT = {
  'diary.csv': `${DIARY}\n2020-01-02,Quay,1950,https://boxd.it/e1,3.5,,,2020-01-01\n2020-01-03,Lamp,1951,https://boxd.it/e2,4,,,2020-01-02\n`,
  'reviews.csv': `${REVIEWS}\n2020-01-02,Quay,1950,https://boxd.it/e1,3.5,,Fog all night.,,2020-01-01\n2020-01-03,Lamp,1951,https://boxd.it/e2,4,,It burns.,,2020-01-02\n`,
};

describeOnBothEngines('where a whole import may be shown', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let owner: Viewer;
  const now = clock();
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
    owner = await member('olive', 'owner');
  });
  afterEach(() => drop());

  async function member(username: string, role: 'owner' | 'member'): Promise<Viewer> {
    const made = await store.transact((writer) =>
      makeMember(writer, { accountId: null, name: username, username, role }, 1),
    );
    return { memberId: made.id, authorId: made.authorId, role };
  }
  /** Brings three reviews that others wrote of two films. */
  async function brought(allowed: AllowedUse[] = HERE): Promise<string> {
    const file = [
      movie('Quay', [review('Ada', 'Fog.'), review('Bea', 'More fog.')]),
      movie('Lamp', [review('Cleo', 'It burns.')]),
    ];
    const { batch } = await importRead(
      store,
      await readFiles([fileAtHand('reviews.jsonld', Buffer.from(JSON.stringify(file)))]),
      { memberId: owner.memberId, visibility: 'everyone', word: 'Theirs.', allowed, now },
    );
    return batch ?? '';
  }
  async function say(batch: string, allowed: AllowedUse[], viewer = owner, word: string | null = WORD) {
    await store.transact((writer) => sayUses(writer, batch, { allowed, word }, viewer, now()));
    await followUses(store, batch, now);
  }
  const entries = () =>
    store.engine.read
      .selectFrom('entries')
      .innerJoin('authors', 'authors.id', 'entries.author_id')
      .select(['entries.id', 'entries.film_id as filmId', 'authors.id as authorId', 'authors.name'])
      .orderBy('authors.name')
      .orderBy('entries.viewed')
      .execute();
  /** Who is let where, by the one condition there is. */
  async function let_(where: 'strips' | 'posters'): Promise<string[]> {
    const all = await entries();
    const ids = all.map(({ id }) => id);
    const allowed =
      where === 'posters'
        ? await store.reader.posterWords.allowedOf(ids, TODAY)
        : await store.reader.strips.letOutOf(ids, TODAY);
    return all.filter(({ id }) => allowed.has(id)).map(({ name }) => name);
  }
  const reach = async (batch: string, viewer = owner) => {
    const found = await store.reader.batches.byId(batch);
    return found && usesReach(store.reader, found, viewer);
  };

  test('is said anew of all its reviews, and taken back by the same', async () => {
    const batch = await brought();
    expect([await let_('strips'), await let_('posters')]).toEqual([[], []]);
    expect(await reach(batch)).toEqual({ reviews: 3, apart: 0, more: false });
    const before = await store.reader.versions.of(...(await entries()).map(({ filmId }) => filmId));
    await say(batch, ALL);
    expect([await let_('strips'), await let_('posters')]).toEqual([
      ['Ada', 'Bea', 'Cleo'],
      ['Ada', 'Bea', 'Cleo'],
    ]);
    const after = await store.reader.versions.of(...(await entries()).map(({ filmId }) => filmId));
    expect(after.every((version, at) => version > (before[at] ?? 0))).toBe(true);
    const [first] = await entries();
    expect(await store.reader.entries.rights(first?.id ?? '')).toMatchObject({
      word: WORD,
      given_by: owner.memberId,
    });
    await say(batch, HERE, owner, null);
    expect([await let_('strips'), await let_('posters')]).toEqual([[], []]);
    expect(await store.reader.entries.rights(first?.id ?? '')).toMatchObject({ word: WORD });
  });

  test('wants a word for what is added, and somebody who may give it', async () => {
    const batch = await brought();
    await expect(say(batch, STRIPS, owner, null)).rejects.toMatchObject({ code: 'no-word' });
    const stranger = await member('mia', 'member');
    await expect(say(batch, STRIPS, stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(say(batch, STRIPS, { ...stranger, role: 'curator' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const own = await bringAs(store, stranger.memberId ?? '', ACCOUNT, now);
    await expect(say(own.batch ?? '', STRIPS), 'nobody says it for a member').rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await let_('strips')).toEqual([]);
    await undo(store, batch, now);
    await expect(say(batch, STRIPS)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('leaves a member’s review to the member', async () => {
    const batch = await brought();
    const bea = (await entries()).find(({ name }) => name === 'Bea');
    const { authorId } = await member('bea', 'member');
    // She is who wrote it, as a claim of hers has it.
    await store.engine.write
      .updateTable('entries')
      .set({ author_id: authorId ?? '' })
      .where('id', '=', bea?.id ?? '')
      .execute();
    expect(await reach(batch)).toEqual({ reviews: 2, apart: 1, more: false });
    await say(batch, ALL);
    expect(await let_('posters')).toEqual(['Ada', 'Cleo']);
  });

  test('leaves alone what was said of one review alone', async () => {
    const mia = await member('mia', 'member');
    const { batch } = await bringAs(store, mia.memberId ?? '', ACCOUNT, now);
    const [first, second] = await entries();
    const word = (id: string, yes: boolean) =>
      store.transact((writer) => allowOnPosters(writer, id, yes, mia, now()));
    await say(batch ?? '', ALL, mia);
    await word(first?.id ?? '', false);
    await word(second?.id ?? '', true);
    for (const uses of [HERE, ALL, STRIPS, ALL, HERE]) {
      await say(batch ?? '', uses, mia);
      const allowed = await store.reader.posterWords.allowedOf([first?.id ?? '', second?.id ?? ''], TODAY);
      expect([...allowed], uses.join()).toEqual([second?.id]);
    }
    expect(await reach(batch ?? '', mia)).toEqual({ reviews: 1, apart: 1, more: false });
  });

  test('is followed by whoever comes next where somebody was killed half-way', async () => {
    const batch = await brought();
    await store.transact((writer) => sayUses(writer, batch, { allowed: STRIPS, word: WORD }, owner, now()));
    const [first] = await entries();
    const said = { allowed: STRIPS, memberId: owner.memberId ?? '', word: WORD, now: now() };
    await store.transact((writer) => writer.entries.sayOf([first?.id ?? ''], batch, said));
    expect(await let_('strips')).toEqual(['Ada']);
    await followUses(store, batch, now);
    expect(await let_('strips')).toEqual(['Ada', 'Bea', 'Cleo']);
  });

  test('goes with the import when that is undone, and is no hand on its reviews', async () => {
    const before = await dump(store);
    const batch = await brought();
    await say(batch, ALL);
    const undone = await undo(store, batch, now);
    expect(undone.kept).toEqual([]);
    await followUses(store, batch, now);
    const after = await dump(store);
    expect({ ...after, jobs: [] }).toEqual({ ...before, jobs: [] });
  });

  test('is told apart from what was said of one alone before there was a word for the whole', async () => {
    const batch = await brought(ALL);
    const [first] = await entries();
    const { write } = store.engine;
    await write
      .updateTable('rights')
      .set({ allowed: '["here","strips"]' })
      .where('entry_id', '=', first?.id ?? '')
      .execute();
    await rightsSaidAlone(write as never);
    expect(await reach(batch)).toEqual({ reviews: 2, apart: 1, more: false });
    for (const uses of [HERE, ALL]) await say(batch, uses);
    expect(await let_('posters')).toEqual(['Bea', 'Cleo']);
  });
});
