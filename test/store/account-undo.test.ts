import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeEntry } from '../../src/domain/entry.ts';
import { makeMember } from '../../src/domain/member.ts';
import { saveProfile } from '../../src/domain/profile.ts';
import { settleSpoiler } from '../../src/domain/review.ts';
import { READER } from '../../src/domain/viewer.ts';
import { undo } from '../../src/interchange/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { bringAs, clock, differences, dump } from './importing.ts';
import { NEWER, OLDER } from './letterboxd-files.ts';

const FILES = {
  ...NEWER,
  'profile.csv': 'Date Joined,Username,Location\n2013-05-01,ana_m,Lima\n',
  'reviews.csv': `${NEWER['reviews.csv']}2022-06-01,Weir,1988,https://boxd.it/e4,,,Wet.,,\n2022-06-02,The Lantern,1954,https://boxd.it/e5,3,,It gutters.,,2022-06-02\n`,
};

describeOnBothEngines('undoing an account that came to somebody who was here before', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let ana: { id: string; authorId: string };
  const now = clock();
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
    const member = { accountId: null, name: 'Ana', username: 'ana', role: 'member' as const };
    ana = await store.transact((writer) => makeMember(writer, member, 1));
    await bring(OLDER);
    const [ferry] = await store.reader.films.byTitle('Ferry Town', 2019);
    await write(ferry?.id ?? '', 'Written here, before.', 7, '2021-01-01');
  });
  afterEach(() => drop());

  const bring = (files: Record<string, string>) => bringAs(store, ana.id, files, now);
  const write = (filmId: string, text: string, rating: 7 | 2, viewed: string) =>
    store.transact((writer) =>
      writeEntry(
        writer,
        filmId,
        {
          rating,
          liked: false,
          viewed,
          rewatch: false,
          tags: [],
          title: null,
          text,
          format: 'lbml',
          spoiler: 'no',
          language: null,
          visibility: 'everyone',
        },
        { authorId: ana.authorId, memberId: ana.id, now: now(), today: '2026-11-25', waits: false },
      ),
    );
  const filmNamed = async (title: string) => (await store.reader.films.byTitle(title, null))[0]?.id ?? '';
  const wordsOn = async (title: string) => (await reviewed(title)).flatMap(({ html }) => html ?? []).sort();
  const reviewed = async (title: string) => {
    const ask = { sort: 'newest', filter: {}, after: null, limit: 9 } as const;
    return (await store.reader.reviews.ofFilm(await filmNamed(title), READER, ask)).reviews;
  };

  test('leaves every entry, mark, list and word as it was', async () => {
    const before = await dump(store);
    const report = await bring(FILES);
    expect(report).toMatchObject({ unmatched: 0, rejected: 0 });
    const ferry = await filmNamed('Ferry Town');
    expect(await store.reader.marks.get(ana.authorId, ferry), 'a mark it changed').toMatchObject({
      rating: 9,
    });
    expect(await wordsOn('Ferry Town')).toEqual([
      '<p>Slow, until it is not.</p>',
      '<p>Written here, before.</p>',
    ]);
    expect((await undo(store, report.batch ?? '', now)).kept).toEqual([]);
    expect(differences(await dump(store), before)).toEqual([]);
  });

  test('keeps and names what was edited, settled, rated or said since, and nothing else', async () => {
    const before = await dump(store);
    const { batch } = await bring(FILES);
    const [weir] = await reviewed('Weir');
    const [lantern] = await reviewed('The Lantern');
    const harbour = await filmNamed('Untitled Harbour Film');
    const viewer = { ...READER, memberId: ana.id, authorId: ana.authorId };
    await store.transact(async (writer) => {
      const entry = await writer.entries.toChange(lantern?.id ?? '');
      if (!entry) throw new Error('The review is not there.');
      await writer.entries.change(entry.id, { ...entry, rating: 2 }, entry.review, now(), true);
      await settleSpoiler(writer, weir?.id ?? '', false, viewer, now());
      const mark = await writer.marks.get(ana.authorId, harbour);
      if (mark) await writer.marks.set({ ...mark, rating: 1 });
      const said = { bio: '', format: 'lbml' as const, website: null, pronoun: null, favourites: [] };
      await saveProfile(writer, ana.authorId, { ...said, location: 'Callao' }, now());
    });
    const undone = await undo(store, batch ?? '', now);
    expect(undone.kept.map(({ what, name, why }) => `${what} ${name}: ${why}`).sort()).toEqual([
      'profile Ana: changed',
      'rating Ana, Untitled Harbour Film: changed',
      'review Ana, The Lantern: changed',
      'review Ana, Weir: settled',
    ]);
    const after = await dump(store);
    for (const table of ['authors', 'lists', 'list_items', 'external_ids'])
      expect(after[table], table).toEqual(before[table]);
    expect(await wordsOn('Ferry Town')).toEqual(['<p>Slow.</p>', '<p>Written here, before.</p>']);
    expect((await reviewed('The Lantern')).map(({ rating }) => rating)).toEqual([2]);
    expect(await reviewed('Untitled Harbour Film'), 'a review nobody touched').toEqual([]);

    // What stayed is known when the account comes again, and is not doubled.
    await bring(FILES);
    expect(await reviewed('The Lantern')).toHaveLength(1);
    expect(await reviewed('Weir')).toHaveLength(1);
    expect(await bring(FILES)).toMatchObject({ created: 0, updated: 0 });
  });
});
