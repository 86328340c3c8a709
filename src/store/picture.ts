import type { Insertable } from 'kysely';
import type { ReadDb, WriteDb } from './engines/engine.ts';
import { letGo } from './file.ts';
import { newId } from './ids.ts';
import { ofFilm, ownFirst } from './readable.ts';
import type {
  PictureActsTable,
  PictureFilesTable,
  PictureFormat,
  PictureKind,
  PictureSource,
  PictureState,
  PicturesTable,
} from './schema.ts';

/** A poster or a still of a film. Width and height in pixels of its largest size; instants epoch milliseconds. */
export interface Picture {
  id: string;
  filmId: string;
  kind: PictureKind;
  source: PictureSource;
  state: PictureState;
  /** Where its file is fetched; null for an upload. */
  file: string | null;
  /** Where it is from. */
  link: string | null;
  licence: string | null;
  licenceLink: string | null;
  credit: string | null;
  alt: string | null;
  width: number | null;
  height: number | null;
  /** Those it is here in, the smallest first. */
  widths: number[];
  problem: string | null;
  tries: number;
  memberId: string | null;
  created: number;
  removed: number | null;
}

/** One size of a picture in one format, kept under its hash. */
export type PictureFile = Omit<PictureFilesTable, 'picture_id'>;

/** What was done with a picture by hand. */
export interface PictureAct {
  pictureId: string;
  act: PictureActsTable['act'];
  memberId: string | null;
  created: number;
}

/** What a picture says of itself. */
export type PictureWords = Pick<Picture, 'link' | 'licence' | 'licenceLink' | 'credit' | 'alt'>;

/** The problem of a picture that somebody took away for good. */
const UNWANTED = 'unwanted';

export function pictureReader(db: ReadDb) {
  const withWidths = async (rows: readonly PicturesTable[]): Promise<Picture[]> => {
    const here = rows.filter(({ state }) => state === 'here').map(({ id }) => id);
    if (here.length === 0) return rows.map((row) => pictureOf(row, []));
    const sizes = await db
      .selectFrom('picture_files')
      .select(['picture_id', 'width'])
      .where('picture_id', 'in', here)
      .where('format', '=', 'jpg')
      .orderBy('width')
      .execute();
    const of = Map.groupBy(sizes, (size) => size.picture_id);
    return rows.map((row) =>
      pictureOf(
        row,
        (of.get(row.id) ?? []).map(({ width }) => width),
      ),
    );
  };
  return {
    async byId(id: string): Promise<Picture | null> {
      const rows = await db.selectFrom('pictures').selectAll().where('id', '=', id).execute();
      return (await withWidths(rows))[0] ?? null;
    },
    /** All of a film, its own first, then those of films merged into it; the oldest first. */
    async ofFilm(filmId: string): Promise<Picture[]> {
      const rows = await db
        .selectFrom('pictures')
        .selectAll()
        .where(ofFilm('film_id', filmId))
        .orderBy(ownFirst('film_id', filmId))
        .orderBy('id')
        .execute();
      return withWidths(rows);
    },
    /** What was done with the pictures of a film, the latest first. */
    async acts(filmId: string): Promise<PictureAct[]> {
      const rows = await db
        .selectFrom('picture_acts')
        .innerJoin('pictures', 'pictures.id', 'picture_acts.picture_id')
        .select([
          'picture_acts.picture_id as pictureId',
          'picture_acts.act',
          'picture_acts.member_id as memberId',
          'picture_acts.created',
        ])
        .where(ofFilm('film_id', filmId))
        .orderBy('picture_acts.id', 'desc')
        .limit(200)
        .execute();
      return rows;
    },
    /** The file of a size and format, while the picture stands; null for any other. */
    async file(id: string, width: number, format: PictureFormat): Promise<PictureFile | null> {
      const row = await db
        .selectFrom('picture_files')
        .innerJoin('pictures', 'pictures.id', 'picture_files.picture_id')
        .select(['format', 'picture_files.width', 'hash', 'size'])
        .where('picture_id', '=', id)
        .where('format', '=', format)
        .where('picture_files.width', '=', width)
        .where('removed', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },
    /** Pictures of some sources to be fetched by now, those due longest first. */
    async due(now: number, limit: number, sources: readonly PictureSource[]): Promise<Picture[]> {
      if (sources.length === 0) return [];
      const rows = await db
        .selectFrom('pictures')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('due', '<=', now)
        .where('source', 'in', sources)
        .orderBy('due')
        .orderBy('id')
        .limit(limit)
        .execute();
      return withWidths(rows);
    },
    /** Pictures that were taken away before an instant, and of which there is something still. */
    async removedBefore(before: number, limit: number): Promise<Picture[]> {
      const rows = await db
        .selectFrom('pictures')
        .selectAll()
        .where('removed', '<', before)
        .where((eb) => eb.or([eb('problem', 'is', null), eb('problem', '<>', UNWANTED)]))
        .orderBy('removed')
        .limit(limit)
        .execute();
      return withWidths(rows);
    },
  };
}

export function pictureWriter(db: WriteDb) {
  return {
    /** Adds a picture that is here, with its files; what was brought itself is not kept. */
    async add(
      picture: Pick<Picture, 'filmId' | 'kind' | 'source' | 'memberId'> &
        PictureWords & { width: number; height: number; original: string; files: readonly PictureFile[] },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      const { filmId, kind, source, memberId, files, ...rest } = picture;
      const { link, licence, licenceLink, credit, alt, width, height, original } = rest;
      const row: Insertable<PicturesTable> = {
        ...{ id, film_id: filmId, kind, source, state: 'here', file: null, member_id: memberId },
        ...{ link, licence, licence_link: licenceLink, credit, alt, width, height, original },
        ...{ problem: null, tries: 0, due: null, created: now, removed: null },
      };
      await db.insertInto('pictures').values(row).execute();
      await putFiles(db, id, files, now);
      return id;
    },
    /** Notes a picture that is to be fetched. */
    async await(
      picture: Pick<Picture, 'filmId' | 'kind' | 'source'> & { file: string; link: string | null },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      const { filmId, kind, source, file, link } = picture;
      const row: Insertable<PicturesTable> = {
        ...{ id, film_id: filmId, kind, source, state: 'waiting', file, link },
        ...{ tries: 0, due: now, created: now },
      };
      await db.insertInto('pictures').values(row).execute();
      return id;
    },
    /** Keeps what a picture that was waited for says and was drawn into. */
    async fetched(
      id: string,
      got: PictureWords & { width: number; height: number; original: string; files: readonly PictureFile[] },
      now: number,
    ): Promise<void> {
      const { link, licence, licenceLink, credit, alt, width, height, original, files } = got;
      await db
        .updateTable('pictures')
        .set({
          ...{ link, licence, licence_link: licenceLink, credit, alt, width, height, original },
          ...{ state: 'here', problem: null, due: null },
        })
        .where('id', '=', id)
        .execute();
      await putFiles(db, id, files, now);
    },
    /** Keeps why a picture was not taken, and when it is tried again: never where `due` is null. */
    async notFetched(id: string, problem: string, due: number | null): Promise<void> {
      await db
        .updateTable('pictures')
        .set((eb) => ({
          ...{ problem, due, state: due === null ? ('refused' as const) : ('waiting' as const) },
          tries: eb('tries', '+', 1),
        }))
        .where('id', '=', id)
        .execute();
    },
    /** Takes a picture away, or puts it back where `removed` is null. */
    async setRemoved(id: string, removed: number | null): Promise<void> {
      await db.updateTable('pictures').set({ removed }).where('id', '=', id).execute();
    },
    /** Takes a picture away because its source names another, or lets it come back when it is named again. */
    async setReplaced(id: string, removed: number | null): Promise<void> {
      const problem = removed === null ? null : 'replaced';
      await db.updateTable('pictures').set({ removed, problem }).where('id', '=', id).execute();
    },
    /** Notes what somebody did with a picture. */
    async note(
      pictureId: string,
      act: PictureActsTable['act'],
      memberId: string | null,
      now: number,
    ): Promise<void> {
      const row = { id: newId(now), picture_id: pictureId, act, member_id: memberId, created: now };
      await db.insertInto('picture_acts').values(row).execute();
    },
    /**
     * Forgets a picture's files for good, and the picture itself unless it is to be known that it is not wanted.
     *
     * @returns the hashes of its files, which something else may need
     */
    async letGo(id: string, unwanted: boolean): Promise<string[]> {
      const held = await db
        .deleteFrom('picture_files')
        .where('picture_id', '=', id)
        .returning('hash')
        .execute();
      if (unwanted)
        await db
          .updateTable('pictures')
          .set({ state: 'refused', problem: UNWANTED })
          .where('id', '=', id)
          .execute();
      else await db.deleteFrom('pictures').where('id', '=', id).execute();
      return held.map(({ hash }) => hash);
    },
  };
}

const TYPES: Record<PictureFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

async function putFiles(
  db: WriteDb,
  pictureId: string,
  files: readonly PictureFile[],
  now: number,
): Promise<void> {
  if (files.length === 0) return;
  const kept = files.map(({ hash, format, size }) => ({ hash, type: TYPES[format], size, created: now }));
  await db
    .insertInto('files')
    .values([...new Map(kept.map((row) => [row.hash, row])).values()])
    .onConflict((oc) => oc.column('hash').doUpdateSet({ type: (eb) => eb.ref('excluded.type') }))
    .execute();
  await letGo(
    db,
    files.map(({ hash }) => hash),
  );
  await db
    .insertInto('picture_files')
    .values(files.map((file) => ({ ...file, picture_id: pictureId })))
    .onConflict((oc) => oc.columns(['picture_id', 'format', 'width']).doNothing())
    .execute();
}

function pictureOf(row: PicturesTable, widths: number[]): Picture {
  const { id, kind, source, state, file, link, licence, credit, alt, width, height } = row;
  const { problem, tries, created, removed } = row;
  return {
    ...{ id, filmId: row.film_id, kind, source, state, file, link, licence },
    ...{ licenceLink: row.licence_link, credit, alt, width, height, widths, problem, tries },
    ...{ memberId: row.member_id, created, removed },
  };
}
