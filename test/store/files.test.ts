import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chance } from '../../bench/seed.ts';
import {
  type FileSweeper,
  holdFile,
  releaseFiles,
  sweepAllFiles,
  sweepFiles,
} from '../../src/domain/file.ts';
import type { PictureFile } from '../../src/domain/reader.ts';
import { removeFilm } from '../../src/interchange/films/remove.ts';
import { undo } from '../../src/interchange/undo.ts';
import { type Files, openFiles } from '../../src/outside/files.ts';
import type { Store } from '../../src/store/open.ts';
import { describeOnBothEngines, freshStore } from '../engines/store.ts';
import { seedFilm } from './seed-film.ts';

const DAY = 86_400_000;
const CURATOR = { memberId: null, authorId: null, role: 'curator' as const };

describeOnBothEngines('Files that nothing needs any more', (engine) => {
  let store: Store;
  let drop: () => Promise<void>;
  let folder: string;
  let files: Files;
  let now: number;
  let sweeper: FileSweeper;
  /** Called before the bytes of a file are taken away. */
  let between: (() => Promise<void> | void) | null;
  beforeEach(async () => {
    ({ store, drop } = await freshStore(engine));
    folder = mkdtempSync(join(tmpdir(), 'houselights-files-'));
    now = 1_000_000;
    between = null;
    const { transact } = store;
    files = openFiles(folder, (file) => holdFile({ transact, now: () => now }, file));
    sweeper = {
      transact,
      now: () => now,
      async remove(hash) {
        await between?.();
        await files.remove(hash);
      },
    };
  });
  afterEach(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const film = (title: string) =>
    store.transact((writer) => seedFilm(writer, { title, slug: title.toLowerCase(), year: null }, now));
  const put = (text: string) => files.put([Buffer.from(text)]);
  const asFile = ({ hash, size }: { hash: string; size: number }): PictureFile => ({
    ...{ format: 'jpg', width: 160, hash, size },
  });
  /** Records a picture that needs a file. */
  const record = (filmId: string, file: { hash: string; size: number }) =>
    store.transact((writer) =>
      writer.pictures.add(
        {
          ...{ filmId, kind: 'poster', source: 'upload', memberId: null, link: null, licence: 'ours' },
          ...{ licenceLink: null, credit: null, alt: null, width: 160, height: 240, original: '' },
          files: [asFile(file)],
        },
        now,
      ),
    );
  const letGo = async (picture: string) =>
    sweepFiles(sweeper, await store.transact((writer) => writer.pictures.letGo(picture, false)));
  const sweepAll = () => sweepAllFiles({ ...sweeper, reader: store.reader });
  const kept = async () => {
    const hashes: string[] = [];
    for await (const { hash } of files.list()) hashes.push(hash);
    return hashes.sort();
  };
  const known = async () =>
    (await store.engine.read.selectFrom('files').select('hash').orderBy('hash').execute()).map(
      ({ hash }) => hash,
    );

  test('go with the last picture that needed them, and not before', async () => {
    const [one, other] = [await film('One'), await film('Other')];
    const file = await put('fog');
    const first = await record(one, file);
    await put('fog');
    const second = await record(other, file);
    await letGo(first);
    expect(await kept()).toEqual([file.hash]);
    await letGo(second);
    expect([await kept(), await known()]).toEqual([[], []]);
  });

  test('go with a film that is gone for good, at the next sweep', async () => {
    const gone = await film('Gone');
    const file = await put('gone');
    const stays = await put('stays');
    await record(gone, file);
    await record(await film('Stays'), stays);
    await store.engine.transact(async (db) => {
      for (const table of ['facts', 'film_titles'] as const)
        await db.deleteFrom(table).where('film_id', '=', gone).execute();
      await db.deleteFrom('films').where('id', '=', gone).execute();
    });
    expect(await kept()).toHaveLength(2);
    await sweepAll();
    expect([await kept(), await known()]).toEqual([[stays.hash], [stays.hash]]);
  });

  test('are kept for a film that was taken away and can be brought back', async () => {
    const [away, twin] = [await film('Away'), await film('Twin')];
    const file = await put('poster');
    const picture = await record(away, file);
    await put('poster');
    const other = await record(twin, file);
    const clock = () => now;
    const batch = await removeFilm(store, { film: away, leadsTo: null }, CURATOR, clock);
    await letGo(other);
    await sweepAll();
    expect(await kept()).toEqual([file.hash]);
    await undo(store, batch, clock);
    expect((await store.reader.pictures.file(picture, 160, 'jpg'))?.hash).toBe(file.hash);
    await letGo(picture);
    await sweepAll();
    expect(await kept(), 'what the removal knew of it keeps it no longer than the removal stands').toEqual(
      [],
    );
  });

  test('are kept while they are brought and not yet recorded, and for a day if their bringer died', async () => {
    const file = await put('held');
    await sweepFiles(sweeper, [file.hash]);
    await sweepAll();
    expect(await kept()).toEqual([file.hash]);
    now += DAY + 1;
    await sweepAll();
    expect([await kept(), await known()]).toEqual([[], []]);
  });

  test('one that comes to nothing goes at once, unless another holds it too', async () => {
    const file = await put('twice');
    await put('twice');
    await releaseFiles(sweeper, [file.hash]);
    expect(await kept()).toEqual([file.hash]);
    await releaseFiles(sweeper, [file.hash]);
    expect([await kept(), await known()]).toEqual([[], []]);
  });

  test('the same picture brought while its file is being taken away waits, and is there', async () => {
    const one = await film('One');
    const file = await put('race');
    const first = await record(one, file);
    let brought: Promise<string> | null = null;
    between = async () => {
      between = null;
      brought = put('race').then((again) => record(one, again));
      // Its bytes are on this machine by now and wait for the file to be gone.
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await letGo(first);
    const second = await (brought as Promise<string> | null);
    expect((await store.reader.pictures.file(second ?? '', 160, 'jpg'))?.hash).toBe(file.hash);
    expect(await kept()).toEqual([file.hash]);
  });

  test('a file whose sweeper died stays out of reach until its time is over, and then goes', async () => {
    const file = await put('late');
    await store.transact((writer) => writer.files.letGo([file.hash]));
    between = () => Promise.reject(new Error('the storage does not answer'));
    await expect(sweepFiles(sweeper, [file.hash])).rejects.toThrow('does not answer');
    between = null;
    await sweepAll();
    expect(await known()).toEqual([file.hash]);
    now += 600_001;
    await sweepAll();
    expect([await kept(), await known()]).toEqual([[], []]);
  });

  test('whatever is brought, let go and swept at the same time, each picture has its file and no other is left', async () => {
    const random = chance(5);
    const one = await film('One');
    const standing: string[] = [];
    const texts = ['a', 'b', 'c'];
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    const steps = [
      async (text: string) => void standing.push(await record(one, await put(text))),
      async (text: string) => releaseFiles(sweeper, [(await put(text)).hash]),
      async () => {
        const picture = standing.splice(Math.floor(random() * standing.length), 1)[0];
        if (picture) await letGo(picture);
      },
      async (text: string) => sweepFiles(sweeper, [hashOf(text)]),
      async () => sweepAll(),
    ];
    for (let round = 0; round < 6; round += 1) {
      const some = Array.from({ length: 8 }, () => steps[Math.floor(random() * steps.length)]!);
      await Promise.all(some.map((step) => step(texts[Math.floor(random() * texts.length)]!)));
      const needed = await Promise.all(
        standing.map(async (id) => (await store.reader.pictures.file(id, 160, 'jpg'))?.hash),
      );
      const there = await kept();
      for (const hash of needed) expect(there).toContain(hash);
    }
    for (const picture of standing) await letGo(picture);
    expect([await kept(), await known()]).toEqual([[], []]);
  });
});
