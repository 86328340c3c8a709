import type { ReadDb, WriteDb } from './engines/engine.ts';
import { letGo } from './file.ts';
import { newId } from './ids.ts';
import type { UploadState, UploadsTable, Visibility } from './schema.ts';

/** A file of an upload: the name its owner knows it by, and the hash its bytes are kept under. */
export interface UploadFile {
  name: string;
  hash: string;
  /** Bytes. */
  size: number;
}

/** Files somebody has brought to be imported. */
export interface Upload {
  id: string;
  memberId: string;
  state: UploadState;
  files: UploadFile[];
  /** What was found in them, once they were read; the domain knows its shape. */
  look: Record<string, unknown> | null;
  /** The answers given with the wish to import. */
  visibility: Visibility | null;
  word: string | null;
  /** Films chosen for rows that could mean several, by `file#row`. */
  decisions: Record<string, string>;
  /** Why the last attempt did not go through, as a problem's code. */
  problem: string | null;
  /** The import it became, or is becoming. */
  batchId: string | null;
  /** Rows read so far, and all of them, while it is being imported. */
  done: number;
  rows: number;
  created: number;
  /** When it is forgotten if nobody imports it. */
  expires: number;
}

export function uploadReader(db: ReadDb) {
  const withFiles = async (rows: UploadsTable[]): Promise<Upload[]> => {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const files = await db
      .selectFrom('upload_files')
      .select(['upload_id', 'name', 'hash', 'size'])
      .where('upload_id', 'in', ids)
      .orderBy('upload_id')
      .orderBy('position')
      .execute();
    return rows.map((row) =>
      upload(
        row,
        files
          .filter((file) => file.upload_id === row.id)
          .map(({ name, hash, size }) => ({ name, hash, size })),
      ),
    );
  };
  return {
    async byId(id: string): Promise<Upload | null> {
      const rows = await db.selectFrom('uploads').selectAll().where('id', '=', id).execute();
      return (await withFiles(rows))[0] ?? null;
    },
    /** What a member has brought and not imported yet, latest first. */
    async waiting(memberId: string, now: number): Promise<Upload[]> {
      const rows = await db
        .selectFrom('uploads')
        .selectAll()
        .where('member_id', '=', memberId)
        .where('state', '!=', 'imported')
        .where('expires', '>', now)
        .orderBy('id', 'desc')
        .limit(20)
        .execute();
      return withFiles(rows);
    },
  };
}

export function uploadWriter(db: WriteDb) {
  return {
    /** Records files that were kept, and who brought them. */
    async add(
      input: {
        memberId: string;
        files: readonly UploadFile[];
        expires: number;
        decisions?: Record<string, string>;
      },
      now: number,
    ): Promise<string> {
      const id = newId(now);
      const { memberId, files, expires, decisions = {} } = input;
      await db
        .insertInto('uploads')
        .values({
          id,
          member_id: memberId,
          state: 'reading',
          look: null,
          visibility: null,
          word: null,
          decisions: JSON.stringify(decisions),
          problem: null,
          batch_id: null,
          done: 0,
          rows: 0,
          created: now,
          expires,
        })
        .execute();
      for (const [position, { name, hash, size }] of files.entries()) {
        await db
          .insertInto('files')
          .values({ hash, type: 'application/octet-stream', size, created: now })
          .onConflict((oc) => oc.column('hash').doNothing())
          .execute();
        await db.insertInto('upload_files').values({ upload_id: id, position, name, hash, size }).execute();
      }
      await letGo(
        db,
        files.map(({ hash }) => hash),
      );
      return id;
    },
    /** Goes from one state to another; false when it was not in any of the first, as for whoever comes second. */
    async move(
      id: string,
      from: readonly UploadState[],
      to: UploadState,
      answers: Partial<Pick<Upload, 'visibility' | 'word' | 'decisions'>> = {},
    ): Promise<boolean> {
      const { decisions, ...change } = answers;
      const { numUpdatedRows } = await db
        .updateTable('uploads')
        .set({
          state: to,
          problem: null,
          ...change,
          ...(decisions ? { decisions: JSON.stringify(decisions) } : {}),
        })
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Keeps what was found in the files. */
    async read(id: string, look: object, rows: number): Promise<void> {
      await db
        .updateTable('uploads')
        .set({ state: 'read', look: JSON.stringify(look), rows, done: 0 })
        .where('id', '=', id)
        .where('state', '=', 'reading')
        .execute();
    },
    /** Says which import it is becoming. */
    async becomes(id: string, batchId: string): Promise<void> {
      await db.updateTable('uploads').set({ batch_id: batchId, done: 0 }).where('id', '=', id).execute();
    },
    async progress(id: string, done: number, rows: number): Promise<void> {
      await db.updateTable('uploads').set({ done, rows }).where('id', '=', id).execute();
    },
    /** Says why it could not be imported this time; it can be asked for again. */
    async failed(id: string, state: 'read' | 'broken', problem: string): Promise<void> {
      await db
        .updateTable('uploads')
        .set({ state, problem, batch_id: null })
        .where('id', '=', id)
        .where('state', 'in', ['reading', 'importing'])
        .execute();
    },
    /**
     * Lets go of an upload's files, or of the whole upload.
     *
     * @returns the hashes of its files, which something else may need
     */
    async letGo(id: string, whole: boolean): Promise<string[]> {
      const held = await db
        .deleteFrom('upload_files')
        .where('upload_id', '=', id)
        .returning('hash')
        .execute();
      if (whole) await db.deleteFrom('uploads').where('id', '=', id).execute();
      return held.map(({ hash }) => hash);
    },
  };
}

function upload(row: UploadsTable, files: UploadFile[]): Upload {
  return {
    id: row.id,
    memberId: row.member_id,
    state: row.state,
    files,
    look: row.look === null ? null : (JSON.parse(row.look) as Record<string, unknown>),
    visibility: row.visibility,
    word: row.word,
    decisions: JSON.parse(row.decisions) as Record<string, string>,
    problem: row.problem,
    batchId: row.batch_id,
    done: row.done,
    rows: row.rows,
    created: row.created,
    expires: row.expires,
  };
}
